import { expect, test } from 'vitest'
import { Neo4jConnection } from './connection.ts'
import type { OpenDriver } from './driver.ts'
import type { Row } from './transaction.ts'

const OPTIONS = { uri: 'bolt://nowhere', user: 'neo4j', password: '' }
const STATEMENT = 'MATCH (n) RETURN n.id AS id'

/** What the gate shows before and after a statement, or what the statement fails with; at the end nothing happens any more. */
type Outcome = readonly [before: number, after: number] | Error

const failure = (code: string, retriable: boolean) => Object.assign(new Error(code), { code, retriable })

/** A server that answers every statement with the node `a`, once `free` says so. */
async function open(outcomes: Outcome[], free: Promise<void> = Promise.resolve()) {
  const log = { asked: 0, transactions: 0, opened: 0, closed: 0 }
  const toResult = (rows: readonly Row[]) => ({
    records: rows.map((row) => {
      const keys = Object.keys(row)
      return { keys, get: (i: number) => row[keys[i]!] }
    }),
  })
  const session = () => {
    log.opened += 1
    return {
      async run() {
        log.asked += 1
        const outcome = outcomes.shift() ?? [9, 9]
        await free
        if (outcome instanceof Error) throw outcome
        const [begun, after] = outcome
        return toResult([{ begun, busy: false, guarded: [['a']], after }])
      },
      beginTransaction() {
        log.transactions += 1
        return {
          run: async (query: string) =>
            toResult([query === STATEMENT ? { id: 'a' } : { begun: 1, busy: false }]),
          isOpen: () => true,
          commit: async () => undefined,
        }
      },
      async close() {
        log.closed += 1
      },
    }
  }
  const driver = { session, close: async () => expect(log.closed).toBe(log.opened) }
  const connection = await Neo4jConnection.open(
    OPTIONS,
    async () => ({ driver, bookmarks: {} }) as unknown as OpenDriver,
  )
  const readTwice = () => connection.readBriefly((tx) => Promise.all([tx.run(STATEMENT), tx.run(STATEMENT)]))
  return { log, connection, readTwice }
}

const TWICE = [[{ id: 'a' }], [{ id: 'a' }]]

test.each<readonly [string, Outcome[], asked: number]>([
  ['once where nothing happens', [], 2],
  [
    'again where a commit came during a statement',
    [
      [1, 1],
      [1, 2],
    ],
    4,
  ],
  [
    'again where one came between two statements',
    [
      [1, 1],
      [2, 2],
    ],
    4,
  ],
])('statements of their own are asked %s', async (_, outcomes, asked) => {
  const { log, readTwice } = await open(outcomes)
  expect(await readTwice()).toEqual(TWICE)
  expect(log).toMatchObject({ asked, transactions: 0 })
})

test('what may be tried again is read in one transaction', async () => {
  const lost = failure('ServiceUnavailable', true)
  const { log, readTwice } = await open([lost, lost])
  expect(await readTwice()).toEqual(TWICE)
  expect(log).toMatchObject({ asked: 2, transactions: 1 })
})

test('what the server refuses is told once, and no session stays open', async () => {
  const refused = failure('Neo.ClientError.Security.Forbidden', false)
  const { log, connection, readTwice } = await open([refused, refused])
  await expect(readTwice()).rejects.toMatchObject({ code: 'STORE_UNAUTHORIZED' })
  await connection.close()
  expect(log).toMatchObject({ asked: 2, transactions: 0, opened: 2, closed: 2 })
})

test('closing waits for what is being read, and lets nothing begin', async () => {
  let answer = () => {}
  const free = new Promise<void>((resolve) => {
    answer = resolve
  })
  const { connection, readTwice } = await open([], free)
  const reading = readTwice()
  let isClosed = false
  const closing = connection.close().then(() => {
    isClosed = true
  })
  await expect(readTwice()).rejects.toMatchObject({ code: 'STORE_FAILED' })
  expect(isClosed).toBe(false)
  answer()
  expect(await reading).toEqual(TWICE)
  await closing
})
