/**
 * The process that decodes files which a program has to take apart: what a broken or hostile file costs, it costs here.
 * Started by `isolatedReading.ts`, an entry of the build of its own.
 */
import { Worker } from 'node:worker_threads'
import { toErrorMessage } from '../../src/errors/errorMessage.ts'
import { MEMORY_EXCEEDED, type ReadReply, type ReadRequest } from './readMessages.ts'
import { readSource } from './readSource.ts'

/** How often memory is looked at (ms): unpacking a bomb fills some 500 MB a second. */
const WATCH_INTERVAL = 50
const FALLBACK = { code: 'FILE_UNDECODABLE', prefix: '文件无法读取：' } as const

// a thread of its own: the one that reads may be busy for minutes
const WATCH = `
const { workerData } = require('node:worker_threads')
setInterval(() => {
  if (process.memoryUsage.rss() <= workerData.limit) return
  require('node:fs').writeSync(2, workerData.message)
  process.kill(process.pid, 'SIGKILL')
}, workerData.interval)`

function watchMemory(limit: number): void {
  const workerData = { limit, interval: WATCH_INTERVAL, message: MEMORY_EXCEEDED }
  new Worker(WATCH, { eval: true, workerData }).unref()
}

async function answer({ file, options }: ReadRequest): Promise<ReadReply> {
  try {
    const { bytes: _, ...source } = await readSource(file, options)
    return { source, residentBytes: process.memoryUsage.rss() }
  } catch (error) {
    return { error: toErrorMessage(error, FALLBACK), residentBytes: process.memoryUsage.rss() }
  }
}

watchMemory(Number(process.argv[2]))
process.on('message', (request: ReadRequest) => {
  void answer(request).then((reply) => process.send?.(reply))
})
// the service is gone: nobody waits for an answer
process.on('disconnect', () => process.exit(0))
