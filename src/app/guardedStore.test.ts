import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { StoreCapabilities } from '../../graph/port/storeCapabilities.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { type GuardedStore, guardStore } from './guardedStore.ts'
import { untilAvailable, waitingStore } from './patience.ts'

const SUPPORTS: StoreCapabilities = {
  ...{ name: 'neo4j', durable: true, concurrentWriters: true, exactVectors: false },
}
const AWAY = new ZhengmaiError('STORE_UNAVAILABLE', 'bolt://db:7687 没有应答')
const WRONG = new ZhengmaiError('STORE_UNAUTHORIZED', '密码不对')

/** A database that can be taken away: two of the port's methods, which is all that is called here. */
function openSwitch() {
  const database = { fault: null as ZhengmaiError | null, opened: 0, closed: 0, calls: 0 }
  const answer = async <T>(value: T): Promise<T> => {
    database.calls += 1
    if (database.fault !== null) throw database.fault
    return value
  }
  const store = {
    supports: SUPPORTS,
    embeddingKey: () => answer(null),
    deleteDocument: () => answer(true),
    close: async () => {
      database.closed += 1
    },
  } as unknown as GraphStore
  const open = async () => {
    if (database.fault !== null) throw database.fault
    database.opened += 1
    return store
  }
  return { database, store, open }
}

function guard(open: () => Promise<GraphStore>) {
  const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  return {
    logger,
    guarded: guardStore({ open, supports: SUPPORTS, signal: new AbortController().signal, logger }),
  }
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fine',
    (error: ZhengmaiError) => error.code,
  )
const untilFine = async ({ store }: GuardedStore) => {
  while ((await codeOf(store.embeddingKey())) !== 'fine') await setTimeout(20)
}

describe('guardStore', () => {
  it('opens at once where the database answers', async () => {
    const { database, open } = openSwitch()
    const { store } = await guard(open).guarded
    expect(await store.deleteDocument('x')).toBe(true)
    await store.close()
    expect(database).toMatchObject({ opened: 1, closed: 1 })
    expect(await codeOf(store.deleteDocument('x'))).toBe('STORE_FAILED')
  })

  it('rejects what waiting does not mend', async () => {
    const { database, open } = openSwitch()
    database.fault = WRONG
    await expect(guard(open).guarded).rejects.toBe(WRONG)
  })

  it('opens later where the database is away at first, and says why until then', async () => {
    const { database, open } = openSwitch()
    database.fault = AWAY
    const { logger, guarded } = guard(open)
    const guardedStore = await guarded
    const { store } = guardedStore
    expect(store.supports).toEqual(SUPPORTS)
    await expect(store.deleteDocument('x')).rejects.toBe(AWAY)
    database.fault = null
    await untilFine(guardedStore)
    expect(await store.deleteDocument('x')).toBe(true)
    expect(database.opened).toBe(1)
    expect(logger.error.mock.calls).toHaveLength(1)
    await store.close()
  })

  it('asks an absent database once at a time, fails calls at once, and goes on when it is back', async () => {
    const { database, open } = openSwitch()
    const { logger, guarded } = guard(open)
    const guardedStore = await guarded
    const { store } = guardedStore
    database.fault = AWAY
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(store.deleteDocument('x'))))
    expect(new Set(codes)).toEqual(new Set(['STORE_UNAVAILABLE']))
    const before = database.calls
    for (let index = 0; index < 100; index++) await codeOf(store.deleteDocument('x'))
    expect(database.calls - before).toBeLessThan(10)
    database.fault = null
    await untilFine(guardedStore)
    expect([logger.error.mock.calls.length, logger.info.mock.calls.length]).toEqual([1, 1])
    await store.close()
  })

  it('says that the store is lost when it is back and refuses', async () => {
    const { database, open } = openSwitch()
    database.fault = AWAY
    const { store, lost } = await guard(open).guarded
    database.fault = WRONG
    await expect(lost).rejects.toBe(WRONG)
    await store.close()
  })

  it('passes on other failures without a word', async () => {
    const { database, open } = openSwitch()
    const { logger, guarded } = guard(open)
    const { store } = await guarded
    database.fault = new ZhengmaiError('STORE_TIMEOUT', '超时')
    expect(await codeOf(store.deleteDocument('x'))).toBe('STORE_TIMEOUT')
    database.fault = null
    expect(await store.deleteDocument('x')).toBe(true)
    expect(logger.error).not.toHaveBeenCalled()
    await store.close()
  })

  it('closes a store that is opened after the end', async () => {
    const { database, open } = openSwitch()
    database.fault = AWAY
    const { store } = await guard(open).guarded
    database.fault = null
    await store.close()
    await setTimeout(400)
    expect(database.opened).toBe(database.closed)
  })
})

describe('untilAvailable', () => {
  it('goes on until there is an answer, and tells of the wait once', async () => {
    let left = 2
    const onWait = vi.fn()
    const task = async () => {
      if (left-- > 0) throw AWAY
      return 'done'
    }
    expect(await untilAvailable(task, { ms: 60_000, onWait })).toBe('done')
    expect(onWait.mock.calls).toEqual([[AWAY]])
  })

  it.each([
    ['patience is at its end', { ms: 300 }],
    ['there is none', { ms: 0 }],
    ['it is aborted', { ms: Number.POSITIVE_INFINITY, signal: AbortSignal.abort() }],
  ])('gives the last failure when %s', async (_name, patience) => {
    await expect(untilAvailable(() => Promise.reject(AWAY), patience)).rejects.toBe(AWAY)
  })

  it('does not repeat what failed for another reason', async () => {
    const task = vi.fn(() => Promise.reject(WRONG))
    await expect(untilAvailable(task, { ms: 60_000 })).rejects.toBe(WRONG)
    expect(task).toHaveBeenCalledTimes(1)
  })
})

it('waitingStore gives each call this patience, but not the closing ones', async () => {
  const { database, store } = openSwitch()
  const waiting = waitingStore(store, { ms: 60_000 })
  database.fault = AWAY
  const deleted = waiting.deleteDocument('x')
  await setTimeout(50)
  database.fault = null
  expect([await deleted, waiting.supports]).toEqual([true, SUPPORTS])
  await waiting.close()
  expect(database.closed).toBe(1)
})

it('waitingStore waits for one absence only: the calls after it fail at once', async () => {
  const { database, store } = openSwitch()
  const waiting = waitingStore(store, { ms: 100 })
  database.fault = AWAY
  await expect(waiting.deleteDocument('x')).rejects.toBe(AWAY)
  const { calls } = database
  await expect(waiting.embeddingKey()).rejects.toBe(AWAY)
  expect(database.calls).toBe(calls)
})
