import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { WorkerPool } from './workerPool.ts'

/** Replies with its thread id and the request; told to, it throws or ends. */
const ECHO = `
const { parentPort, threadId } = require('node:worker_threads')
parentPort.postMessage('ready')
parentPort.on('message', (request) => {
  if (request === 'throw') throw new Error('thrown in the thread')
  if (request === 'exit') process.exit(3)
  setTimeout(() => parentPort.postMessage({ threadId, request }), request === 'slow' ? 50 : 0)
})`
const BROKEN = `throw new Error('cannot start')`

type Reply = { threadId: number; request: string }
const pools: WorkerPool<string, Reply>[] = []
let started = 0

function openPool(limit: number, { source = ECHO, idle = 60_000 } = {}): WorkerPool<string, Reply> {
  started = 0
  const spawn = () => {
    started += 1
    return new Worker(source, { eval: true })
  }
  const pool = new WorkerPool<string, Reply>({ spawn, limit, idle })
  pools.push(pool)
  return pool
}

afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())))

describe('WorkerPool', () => {
  it('answers each request with its own reply', async () => {
    const pool = openPool(2)
    const requests = Array.from({ length: 20 }, (_, index) => String(index))
    const replies = await Promise.all(requests.map((request) => pool.run(request)))
    expect(replies.map(({ request }) => request)).toEqual(requests)
  })

  it('starts a second thread only where work waits', async () => {
    const pool = openPool(2)
    await pool.run('a')
    await pool.run('b')
    expect(started).toBe(1)
    const replies = await Promise.all(
      ['slow', 'slow', 'slow', 'slow', 'slow', 'slow'].map((r) => pool.run(r)),
    )
    expect(started).toBe(2)
    expect(new Set(replies.map(({ threadId }) => threadId)).size).toBe(2)
  })

  it('lets an urgent request pass those that wait', async () => {
    const pool = openPool(1)
    await pool.run('warm')
    const order: string[] = []
    const note = ({ request }: Reply) => order.push(request)
    const waiting = ['slow', 'a', 'b'].map((request) => pool.run(request).then(note))
    await Promise.all([...waiting, pool.run('urgent', true).then(note)])
    expect(order).toEqual(['slow', 'urgent', 'a', 'b'])
  })

  it.each([
    ['throw', 'thrown in the thread'],
    ['exit', 'the thread ended with 3'],
  ])('rejects the request whose thread dies (%s) and goes on with another', async (request, reason) => {
    const pool = openPool(1)
    const dying = expect(pool.run(request)).rejects.toThrow(reason)
    const next = pool.run('after')
    await dying
    expect(await next).toMatchObject({ request: 'after' })
    expect(started).toBe(2)
  })

  it('rejects what waits where threads cannot start, without starting them for ever', async () => {
    const pool = openPool(2, { source: BROKEN })
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((request) => pool.run(request)))
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(started).toBeLessThan(4)
  })

  it('ends idle threads beyond the first', async () => {
    const pool = openPool(2, { idle: 20 })
    await Promise.all(['slow', 'slow', 'slow', 'slow', 'slow', 'slow'].map((request) => pool.run(request)))
    expect(started).toBe(2)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const again = await Promise.all(['a', 'b', 'c'].map((request) => pool.run(request)))
    expect(again.map(({ request }) => request)).toEqual(['a', 'b', 'c'])
    expect(started).toBe(3)
  })

  it('rejects what waits when it is closed, and all that comes after', async () => {
    const pool = openPool(1)
    await pool.run('warm')
    const waiting = Promise.allSettled(['slow', 'a'].map((request) => pool.run(request)))
    await pool.close()
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(pool.run('late')).rejects.toThrow('closed')
  })
})
