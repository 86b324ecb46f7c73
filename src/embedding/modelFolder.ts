import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { MODEL_ID, type ModelFileName, type ModelFiles, PINNED_FILES, WRITTEN_FILES } from './modelFiles.ts'

/** Beside the files: which digests the source gave, so that later damage is told from a differing release. */
const RECORD = 'origin.json'
/** A part folder untouched for so long belongs to no running download (ms). */
const ABANDONED_AFTER = 3_600_000

interface OriginRecord {
  readonly source: string
  readonly sha256: Readonly<Record<string, string>>
}

/** What a model folder holds: usable files, nothing, or files that no source vouches for. */
export type FolderState =
  | { readonly kind: 'usable'; readonly files: ModelFiles }
  | { readonly kind: 'absent'; readonly missing: readonly string[] }
  | { readonly kind: 'damaged'; readonly damaged: readonly string[] }

/** The folder of the model below a folder of models. */
export function modelFolder(dir: string): string {
  return join(dir, ...MODEL_ID.split('/'))
}

/** Digests of the files of a model folder against the pinned ones, then against the record of where they came from. */
export async function inspectFolder(dir: string): Promise<FolderState> {
  const folder = modelFolder(dir)
  const record = await readRecord(folder)
  const digests = new Map<ModelFileName, string>()
  const missing: string[] = []
  const damaged: string[] = []
  for (const pin of PINNED_FILES) {
    const digest = await digestOf(join(folder, pin.name))
    if (digest === null) missing.push(pin.name)
    else if (digest !== pin.sha256 && digest !== record?.sha256[pin.name]) damaged.push(pin.name)
    else digests.set(pin.name, digest)
  }
  if (missing.length > 0) return { kind: 'absent', missing }
  if (damaged.length > 0) return { kind: 'damaged', damaged }
  await completeFolder(folder)
  return { kind: 'usable', files: modelFilesOf(dir, digests, 'folder') }
}

/** The identity of model files with these digests. */
export function modelFilesOf(
  dir: string,
  digests: ReadonlyMap<ModelFileName, string>,
  origin: ModelFiles['origin'],
): ModelFiles {
  const weights = digests.get('onnx/model_quantized.onnx') ?? ''
  const tokenizer = digests.get('tokenizer.json') ?? ''
  const pinned = PINNED_FILES.every((pin) => digests.get(pin.name) === pin.sha256)
  const pinnedTokenizer = PINNED_FILES.some((pin) => pin.sha256 === tokenizer)
  const sha256 = pinnedTokenizer
    ? weights
    : createHash('sha256').update(`${weights} ${tokenizer}`).digest('hex')
  return { dir, sha256, pinned, origin }
}

/** A fresh folder beside the model folder, on the same file system so that it can be renamed into place. */
export async function openPart(dir: string): Promise<string> {
  const folder = modelFolder(dir)
  await mkdir(dirname(folder), { recursive: true })
  await removeAbandonedParts(folder)
  const part = join(dirname(folder), `.${basename(folder)}-part-${randomBytes(6).toString('hex')}`)
  await mkdir(join(part, 'onnx'), { recursive: true })
  return part
}

/** Completes a part folder and puts it in the place of the model folder, whatever that held. */
export async function installPart(
  dir: string,
  part: string,
  origin: 'hub' | 'maven',
  digests: ReadonlyMap<ModelFileName, string>,
): Promise<ModelFiles> {
  const folder = modelFolder(dir)
  await completeFolder(part)
  const record: OriginRecord = { source: origin, sha256: Object.fromEntries(digests) }
  await writeFile(join(part, RECORD), `${JSON.stringify(record, null, 2)}\n`)
  const old = `${part}-old`
  await rename(folder, old).catch(ignoreMissing)
  try {
    await rename(part, folder)
  } catch (cause) {
    // another process may have put its own copy there in the meantime: as good as ours
    const state = await inspectFolder(dir)
    if (state.kind !== 'usable') throw cause
    return state.files
  } finally {
    await rm(old, { recursive: true, force: true })
  }
  return modelFilesOf(dir, digests, origin)
}

/** SHA-256 of a file in lower-case hexadecimal, null where there is no such file. */
export async function digestOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  return hash.digest('hex')
}

async function completeFolder(folder: string): Promise<void> {
  for (const [name, content] of Object.entries(WRITTEN_FILES)) {
    const path = join(folder, name)
    const wanted = `${JSON.stringify(content, null, 2)}\n`
    const found = await readFile(path, 'utf8').catch(() => null)
    // a folder that the user copied from the hub keeps its own files, and may be read-only
    if (found === null) await writeFile(path, wanted)
  }
}

async function readRecord(folder: string): Promise<OriginRecord | null> {
  try {
    const record = JSON.parse(await readFile(join(folder, RECORD), 'utf8')) as OriginRecord
    return typeof record.sha256 === 'object' && record.sha256 !== null ? record : null
  } catch {
    return null
  }
}

async function removeAbandonedParts(folder: string): Promise<void> {
  const parent = dirname(folder)
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`.${basename(folder)}-part-`)) continue
    const path = join(parent, name)
    const age = await stat(path).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    )
    if (age > ABANDONED_AFTER) await rm(path, { recursive: true, force: true })
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error
}
