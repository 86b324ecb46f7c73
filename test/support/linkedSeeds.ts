/** The shipped documents and further files, ingested and linked with the real model in an embedded store of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { InputFile } from '../../ingest/values.ts'
import { createHttpApp } from '../../src/api/http.ts'
import { adoptEmbedder } from '../../src/app/backfill.ts'
import { createIngestOne, putReferenceNodes } from '../../src/app/ingestion.ts'
import { linkDocuments } from '../../src/app/linking.ts'
import { createServiceDeps, segmenterOf } from '../../src/app/resources.ts'
import { loadSeeds } from '../../src/app/seeds.ts'
import type { ModelFiles } from '../../src/embedding/modelFiles.ts'
import { openOnnxEmbedder } from '../../src/embedding/onnx.ts'
import type { ServiceDeps } from '../../src/service/scope.ts'
import { readStatus } from '../../src/service/status.ts'
import { foldKey } from '../../src/text/fold.ts'
import { seedFiles } from '../golden/seedDocuments.ts'
import type { Answer } from './faces.ts'
import { packageRoot } from './packageRoot.ts'

export interface LinkedSeeds extends AsyncDisposable {
  readonly app: Hono
  readonly services: ServiceDeps
  query(query: string, variables?: Record<string, unknown>): Promise<Answer>
  /** Ingests a file and links it. */
  add(file: InputFile): Promise<void>
  /** Writes a document anew, as it stands, and links it again. */
  relink(number: string): Promise<void>
}

export async function openLinkedSeeds(files: ModelFiles): Promise<LinkedSeeds> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhengmai-linked-'))
  const [store, seeds, embedder] = await Promise.all([
    openEmbeddedStore({ dataDir, mode: 'write' }),
    loadSeeds(packageRoot()),
    openOnnxEmbedder({ files, workers: 1 }),
  ])
  const segmenter = segmenterOf(seeds)
  const baseUrl = 'http://127.0.0.1:4000'
  const services = createServiceDeps({ store, seeds, embedder: () => embedder, segmenter, baseUrl })
  const ingestOne = createIngestOne({ store, embedder, segmenter, seeds })
  const link = () => linkDocuments({ store, seeds, segmenter }, { signal: new AbortController().signal })
  await putReferenceNodes(store, seeds)
  await adoptEmbedder(store, embedder)
  for (const file of seedFiles()) await ingestOne(file)
  await link()
  const logger = { warn: () => {}, error: (fields: object) => console.error(fields) }
  const status = () => readStatus(services, 'ready')
  const app = createHttpApp({ services, status, isLoopback: true, logger })
  return {
    ...{ app, services },
    async query(query, variables = {}) {
      const headers = { 'content-type': 'application/json', accept: 'application/json' }
      const body = JSON.stringify({ query, variables })
      return (await (await app.request('/graphql', { method: 'POST', headers, body })).json()) as Answer
    },
    async add(file) {
      const report = await ingestOne(file)
      if (report.error !== null) throw new Error(report.error.message)
      services.names.invalidate()
      await link()
    },
    async relink(number) {
      const [document] = await store.documentsByKey({ numbers: [foldKey(number)] })
      const whole = document === undefined ? null : await store.bundle(document.id)
      if (whole === null) throw new Error(`${number} is not ingested`)
      await store.putDocument(whole)
      await link()
    },
    async [Symbol.asyncDispose]() {
      await embedder[Symbol.asyncDispose]()
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
