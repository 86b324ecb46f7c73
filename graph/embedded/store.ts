import { ZhengmaiError } from '../../src/errors/error.ts'
import { createQueue } from '../../src/thread/queue.ts'
import { spawnWorker } from '../../src/thread/spawnWorker.ts'
import type { GraphStore } from '../port/graphStore.ts'
import type { StoreCapabilities } from '../port/storeCapabilities.ts'
import type { Method } from './operations.ts'
import type { OpenOptions } from './protocol.ts'
import { WorkerClient } from './workerClient.ts'

export type { OpenOptions } from './protocol.ts'

const CAPABILITIES: StoreCapabilities = {
  name: 'embedded',
  durable: true,
  concurrentWriters: false,
  exactVectors: true,
}

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
  termCounts: true,
  termStatistics: true,
  denseCandidates: true,
  denseScores: true,
  vectorsOf: true,
  passagesOf: true,
  nearestClauses: true,
  edgesOf: true,
  degreesOf: true,
  shortestPaths: true,
  chains: true,
  putCorrespondences: true,
  putCorrespondence: true,
  correspondences: true,
  linkOutlines: true,
  documentsWithoutLinks: true,
  putReview: true,
  deleteReview: true,
  reviews: true,
  bundle: true,
  embeddingKey: true,
  setEmbeddingKey: true,
  documentsWithoutVectors: true,
  putPassages: true,
  documentBySha256: true,
  statistics: true,
} as const satisfies Record<Method, true>

/**
 * The methods that a thread of their own serves, so that words and vectors of one search are looked up side by side; not
 * `denseScores`, which a search asks for what its words have found, while the vectors are gone through.
 */
const VECTOR_METHODS: ReadonlySet<string> = new Set<Method>([
  'denseCandidates',
  'vectorsOf',
  'passagesOf',
  'nearestClauses',
])

/** A second thread that only reads, started with its first request: who asks for no vectors does not pay for it. */
class ReadingThread {
  readonly #dataDir: string
  #client: Promise<WorkerClient> | null = null
  #closed = false

  constructor(dataDir: string) {
    this.#dataDir = dataDir
  }

  async send(method: Method, args: readonly unknown[]): Promise<unknown> {
    if (this.#closed) throw new ZhengmaiError('STORE_FAILED', '存储已关闭')
    this.#client ??= openClient({ dataDir: this.#dataDir, mode: 'read' })
    const client = this.#client
    try {
      return await (await client).send(method, args)
    } catch (error) {
      // one that could not be opened, or died, is started anew by the next request
      const dead = await client.then(
        ({ isEnded }) => isEnded,
        () => true,
      )
      if (dead && this.#client === client) this.#client = null
      throw error
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.then(
      (client) => client.close(),
      () => undefined,
    )
  }
}

async function openClient(options: OpenOptions): Promise<WorkerClient> {
  const client = new WorkerClient(spawnWorker('./worker', import.meta.url))
  try {
    await client.send('open', [options])
    return client
  } catch (error) {
    await client.close()
    throw error
  }
}

/**
 * Opens the embedded store: SQLite in a worker thread, and vectors in a second one that reads the same file.
 * @throws ZhengmaiError STORE_LOCKED (another writer), STORE_UNREADABLE (absent when reading, corrupt, no permission),
 * STORE_NEWER_SCHEMA, STORE_FULL
 */
export async function openEmbeddedStore(options: OpenOptions): Promise<GraphStore> {
  const client = await openClient(options)
  const vectors = new ReadingThread(options.dataDir)
  const methods = Object.fromEntries(
    Object.keys(METHODS).map((method) => {
      const thread = VECTOR_METHODS.has(method) ? vectors : client
      return [method, (...args: unknown[]) => thread.send(method as Method, args)]
    }),
  )
  const close = async () => {
    await vectors.close()
    await client.close() // last: it empties the log of changes, which nothing else may be reading
  }
  return {
    ...(methods as unknown as Pick<GraphStore, Method>),
    // this process is the only writer: its own tasks are all there are
    exclusively: createQueue(),
    supports: CAPABILITIES,
    close,
    [Symbol.asyncDispose]: close,
  }
}
