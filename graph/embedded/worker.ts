import { parentPort } from 'node:worker_threads'
import { toErrorMessage } from '../../src/errors/errorMessage.ts'
import { toStoreError } from './connection/failures.ts'
import { type OpenStore, openStore } from './connection/openStore.ts'
import { type Execute, makeExecute } from './operations.ts'
import type { Request, Response } from './protocol.ts'

const FALLBACK = { code: 'STORE_FAILED', prefix: '存储操作失败：' } as const

/** The thread that holds the database: SQLite's calls block, and must not block the service. */
let store: OpenStore | null = null
let execute: Execute | null = null

async function answer(request: Request): Promise<unknown> {
  switch (request.method) {
    case 'open': {
      const [{ dataDir, mode }] = request.args
      store = await openStore(dataDir, mode)
      execute = makeExecute(store.connection)
      return undefined
    }
    case 'close':
      store?.close()
      store = null
      return undefined
    default:
      if (execute === null) throw new Error('the store is not open')
      return execute(request.method, request.args)
  }
}

parentPort?.on('message', (request: Request) => {
  answer(request)
    .then((result): Response => ({ id: request.id, result }))
    .catch(
      (error: unknown): Response => ({
        id: request.id,
        error: toErrorMessage(toStoreError(error, store?.file ?? ''), FALLBACK),
      }),
    )
    .then((response) => parentPort?.postMessage(response))
})
