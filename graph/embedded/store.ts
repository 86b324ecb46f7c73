import type { Worker } from 'node:worker_threads'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { spawnWorker } from '../../src/thread/spawnWorker.ts'
import type { GraphStore, StoreCapabilities } from '../port/graphStore.ts'
import type { Method } from './operations.ts'
import { fromErrorMessage, type OpenOptions, type Request, type Response } from './protocol.ts'

export type { OpenOptions } from './protocol.ts'

const CAPABILITIES: StoreCapabilities = { name: 'embedded', durable: true, concurrentWriters: false }

/** The methods that are passed on to the worker as they are. */
const METHODS = {
  putReference: true,
  putDocument: true,
  deleteDocument: true,
  nodes: true,
  childrenOf: true,
  productsOf: true,
  bodies: true,
  documents: true,
  wantedDocuments: true,
  clauses: true,
  agencies: true,
  targets: true,
  responsibilities: true,
  citations: true,
  all: true,
  documentsByKey: true,
  keywordCandidates: true,
  termsOf: true,
  termStatistics: true,
  denseCandidates: true,
  denseScores: true,
  vectorsOf: true,
  embeddingKey: true,
  setEmbeddingKey: true,
  documentsWithoutVectors: true,
  putPassages: true,
  documentBySha256: true,
  statistics: true,
} as const satisfies Record<Method, true>

interface Pending {
  resolve(value: unknown): void
  reject(error: ZhengmaiError): void
}

/** Sends requests to the worker and settles them by number. */
class WorkerClient {
  readonly #worker: Worker
  readonly #pending = new Map<number, Pending>()
  #lastId = 0
  /** Why nothing can be sent any more. */
  #ended: ZhengmaiError | null = null
  #closing: Promise<void> | null = null

  constructor(worker: Worker) {
    this.#worker = worker
    worker.unref() // a store that was not closed does not keep its process alive
    worker.on('message', (response: Response) => this.#settle(response))
    worker.on('error', (error) =>
      this.#end(new ZhengmaiError('STORE_FAILED', `存储线程异常终止：${error.message}`, { cause: error })),
    )
    worker.on('exit', () => this.#end(new ZhengmaiError('STORE_FAILED', '存储已关闭')))
  }

  #settle(response: Response): void {
    const pending = this.#pending.get(response.id)
    this.#pending.delete(response.id)
    if (this.#pending.size === 0) this.#worker.unref()
    if ('error' in response) pending?.reject(fromErrorMessage(response.error))
    else pending?.resolve(response.result)
  }

  #end(error: ZhengmaiError): void {
    this.#ended ??= error
    for (const { reject } of this.#pending.values()) reject(this.#ended)
    this.#pending.clear()
  }

  send(method: Request['method'], args: readonly unknown[]): Promise<unknown> {
    if (this.#ended !== null) return Promise.reject(this.#ended)
    return new Promise((resolve, reject) => {
      this.#lastId += 1
      try {
        this.#worker.postMessage({ id: this.#lastId, method, args })
      } catch (error) {
        reject(new ZhengmaiError('BAD_INPUT', '参数无法传给存储线程', { cause: error }))
        return
      }
      this.#pending.set(this.#lastId, { resolve, reject })
      this.#worker.ref()
    })
  }

  /** Finishes what was sent before, then ends the worker; the second call waits for the first. */
  close(): Promise<void> {
    this.#closing ??= this.#shutDown()
    return this.#closing
  }

  async #shutDown(): Promise<void> {
    const closed = this.#ended === null ? this.send('close', []) : null // a dead worker has nothing to finish
    this.#ended ??= new ZhengmaiError('STORE_FAILED', '存储已关闭')
    try {
      await closed
    } finally {
      await this.#worker.terminate()
    }
  }
}

/**
 * Opens the embedded store: SQLite in a worker thread.
 * @throws ZhengmaiError STORE_LOCKED (another writer), STORE_UNREADABLE (absent when reading, corrupt, no permission),
 * STORE_NEWER_SCHEMA, STORE_FULL
 */
export async function openEmbeddedStore(options: OpenOptions): Promise<GraphStore> {
  const client = new WorkerClient(spawnWorker('./worker', import.meta.url))
  try {
    await client.send('open', [options])
  } catch (error) {
    await client.close()
    throw error
  }
  const methods = Object.fromEntries(
    Object.keys(METHODS).map((method) => [
      method,
      (...args: unknown[]) => client.send(method as Method, args),
    ]),
  )
  const close = () => client.close()
  return {
    ...(methods as unknown as Pick<GraphStore, Method>),
    supports: CAPABILITIES,
    close,
    [Symbol.asyncDispose]: close,
  }
}
