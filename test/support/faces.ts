/** The HTTP application over the made-up corpus in an embedded store of its own, for tests of the faces. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { createHttpApp, type HttpDeps } from '../../src/api/http.ts'
import { createHashingEmbedder } from '../../src/embedding/hashing.ts'
import type { Embedder } from '../../src/embedding/port.ts'
import { createSegmenter } from '../../src/search/segment.ts'
import { createNameIndexCache } from '../../src/service/nameIndex.ts'
import type { ServiceDeps } from '../../src/service/scope.ts'
import { readStatus, type ServiceState } from '../../src/service/status.ts'
import { putPolicyCorpus } from './policyCorpus.ts'

/** An answer of GraphQL as a test reads it. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects
  readonly data: any
  readonly errors?: readonly {
    readonly message: string
    readonly path?: readonly (string | number)[]
    readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string }
  }[]
}

export interface Faces extends AsyncDisposable {
  readonly app: Hono
  readonly services: ServiceDeps
  /** What was logged as an error. */
  readonly logged: unknown[]
  /** How often each method of the store was called since the last `calls.clear()`. */
  readonly calls: Map<string, number>
  state: ServiceState
  query(query: string, variables?: Record<string, unknown>): Promise<Answer>
}

/** @param embedder null for a service without a model */
export async function openFaces(
  options: Partial<Pick<HttpDeps, 'page' | 'uploads' | 'apiKey' | 'access'>> & {
    readonly embedder?: Embedder | null
    readonly broken?: (method: string) => Error | null
  } = {},
): Promise<Faces> {
  const embedder = options.embedder === undefined ? createHashingEmbedder() : options.embedder
  const dataDir = mkdtempSync(join(tmpdir(), 'zhengmai-faces-'))
  const opened = await openEmbeddedStore({ dataDir, mode: 'write' })
  const segmenter = createSegmenter('')
  await putPolicyCorpus(opened, segmenter, embedder)
  const calls = new Map<string, number>()
  const store = watch(opened, calls, options.broken ?? (() => null))
  const services: ServiceDeps = {
    store,
    names: createNameIndexCache(store),
    search: () => ({ store, embedder, segmenter, synonyms: [] }),
    baseUrl: 'http://127.0.0.1:4000',
    today: () => '2025-06-01',
  }
  const logged: unknown[] = []
  const logger = { warn: () => {}, error: (fields: object) => void logged.push(fields) }
  const faces = { state: 'ready' as ServiceState }
  const app = createHttpApp({
    services,
    status: () => readStatus(services, faces.state),
    isLoopback: true,
    logger,
    page: options.page ?? null,
    apiKey: options.apiKey ?? null,
    ...(options.access === undefined ? {} : { access: options.access }),
    ...(options.uploads === undefined ? {} : { uploads: options.uploads }),
  })
  return Object.assign(faces, {
    app,
    services,
    logged,
    calls,
    async query(query: string, variables: Record<string, unknown> = {}) {
      const response = await app.request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      return (await response.json()) as Answer
    },
    async [Symbol.asyncDispose]() {
      await opened.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  })
}

/** The store with its calls counted, and failing where a test wants it to. */
function watch(
  store: GraphStore,
  calls: Map<string, number>,
  broken: (method: string) => Error | null,
): GraphStore {
  return new Proxy(store, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function' || typeof name !== 'string') return value
      return (...args: unknown[]) => {
        calls.set(name, (calls.get(name) ?? 0) + 1)
        const error = broken(name)
        return error === null ? value.apply(target, args) : Promise.reject(error)
      }
    },
  })
}
