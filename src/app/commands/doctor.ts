import { access, constants, mkdir, readdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Check } from '../../cli/runtime.ts'
import { toZhengmaiError } from '../../errors/error.ts'
import type { CommandContext, RuntimeOptions } from '../context.ts'
import { getModel } from '../model.ts'
import { openStore } from '../resources.ts'
import { loadSeeds } from '../seeds.ts'

interface Probe {
  readonly name: string
  readonly optional: boolean
  /** What was found, in Chinese; rejects with the fault. */
  run(context: CommandContext): Promise<string>
}

const PROBES: readonly Probe[] = [
  { name: '自带数据 seeds', optional: false, run: probeSeeds },
  { name: '数据文件夹 data folder', optional: false, run: probeFolder },
  { name: '存储 store', optional: false, run: probeStore },
  { name: '模型 model', optional: true, run: probeModel },
  { name: '端口 port', optional: true, run: probePort },
]

/** `doctor`: every probe is run, whatever the others found; without a valid configuration there is nothing to probe. */
export async function runChecks(options: RuntimeOptions, open: () => CommandContext): Promise<Check[]> {
  // the launcher lets no unsupported version come this far
  const checks = [await check('Node', false, async () => options.nodeVersion)]
  let context: CommandContext | null = null
  const readConfig = async () => {
    context = open()
    return `存储 ${context.config.store}，监听 ${context.config.host}`
  }
  checks.push(await check('配置 configuration', false, readConfig))
  const found = context as CommandContext | null
  if (found === null) return checks
  for (const { name, optional, run } of PROBES) checks.push(await check(name, optional, () => run(found)))
  return checks
}

async function check(name: string, optional: boolean, run: () => Promise<string>): Promise<Check> {
  try {
    return { name, optional, ok: true, message: await run() }
  } catch (error) {
    const { code, message } = toZhengmaiError(error)
    return { name, optional, ok: false, message: code === 'INTERNAL' ? message : `${code} ${message}` }
  }
}

async function probeSeeds({ place }: CommandContext): Promise<string> {
  const { places, agencies, products, synonyms } = await loadSeeds(place.root)
  return `${places.length} 个地方，${agencies.rows.length} 类机关，${products.types.length} 类产品，${synonyms.length} 组同义词`
}

async function probeFolder({ config }: CommandContext): Promise<string> {
  await mkdir(config.dataDir, { recursive: true })
  await access(config.dataDir, constants.R_OK | constants.W_OK)
  return `可写 ${config.dataDir}`
}

async function probeStore({ config }: CommandContext): Promise<string> {
  const isEmbedded = config.store === 'embedded'
  if (isEmbedded && (await readdir(config.dataDir)).length === 0) return '还没有数据，首次启动或收录时建立'
  const store = await openStore(config, 'read', { patience: { ms: 0 } })
  try {
    const { documents, clauses, embeddedClauses } = await store.statistics()
    const counts = `${documents} 份文件，${clauses} 条，有语义向量的 ${embeddedClauses} 条`
    return isEmbedded ? counts : `${config.neo4j.uri}：${counts}`
  } finally {
    await store.close()
  }
}

async function probeModel({ config }: CommandContext): Promise<string> {
  const { dir, sha256 } = await getModel({ config, offline: true })
  return `${dir}（sha256 ${sha256.slice(0, 12)}…）`
}

/** Listens for a moment: a port that is taken is a running service, or another program. */
async function probePort({ config }: CommandContext): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE' ? '已被占用（服务可能正在运行）' : (error.code ?? error.message)
      reject(new Error(`${config.host}:${config.port} ${reason}`))
    })
    server.listen(config.port, config.host, resolve)
  })
  await new Promise((resolve) => server.close(resolve))
  return `${config.host}:${config.port} 可用`
}
