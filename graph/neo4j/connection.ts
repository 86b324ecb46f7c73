import { setTimeout } from 'node:timers/promises'
import type { ManagedTransaction, Record as Neo4jRecord } from 'neo4j-driver'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { createQueue } from '../../src/thread/queue.ts'
import { makeDriver, NEO4J_DEFAULTS, type Neo4jOptions, type OpenDriver } from './driver.ts'
import { toStoreError } from './failures.ts'
import {
  announceCommit,
  endCommit,
  type GuardedRows,
  guardStatement,
  haveOneState,
  lockStore,
  readGate,
  wasSettled,
} from './gate.ts'
import type { Parameters, Row, Transaction } from './transaction.ts'
import { inTurn } from './turns.ts'

/** A large document is written in one transaction; it may take this many times as long as a read. */
const WRITE_TIMEOUT_FACTOR = 10
/** Beside the write of a document, the turns of others before it. */
const TURN_TIMEOUT_FACTOR = 4 * WRITE_TIMEOUT_FACTOR
/** For so long a read is tried again where commits come between (ms); after that it is given as it is. */
const READ_PATIENCE_MS = 5_000
const FIRST_PAUSE_MS = 4
const LONGEST_PAUSE_MS = 64

/** What a transaction of either kind can do: the driver's managed one and one of its own. */
type Runner = Pick<ManagedTransaction, 'run'>

/** The driver's own `toObject` takes several times as long, which counts in answers of hundreds of rows. */
function toRow(record: Neo4jRecord): Row {
  const row: Record<string, unknown> = {}
  record.keys.forEach((key, i) => {
    row[key as string] = record.get(i)
  })
  return row
}

/** The driver notes the stack with every statement, which takes longer than to send it, and is told to nobody. */
function withoutStack<T>(run: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return run()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function toTransaction(runner: Runner): Transaction {
  return {
    async run(query, parameters = {}) {
      const { records } = await withoutStack(() => runner.run(query, parameters))
      return records.map(toRow)
    },
  }
}

interface Gated<T> {
  readonly result: T
  /** Whether no commit came between. */
  readonly settled: boolean
}

function isRetriable(error: unknown): boolean {
  return (error as { retriable?: boolean } | null)?.retriable === true
}

/**
 * Reads between two looks at the gate. Everything that can be sent is sent at once: where `work` asks nothing after its
 * first statements, the second look follows these without waiting for their answers, so that all take one round trip.
 */
async function readGated<T>(
  transaction: Transaction,
  work: (transaction: Transaction) => Promise<T>,
): Promise<Gated<T>> {
  let statements = 0
  const counting: Transaction = {
    run(query, parameters) {
      statements += 1
      return transaction.run(query, parameters)
    },
  }
  const before = readGate(transaction)
  const working = work(counting)
  const asked = statements
  const early = asked === 0 ? null : readGate(transaction)
  const [first, result, second] = await Promise.all([before, working, early])
  const after = second !== null && statements === asked ? second : await readGate(transaction)
  return { result, settled: wasSettled(first, after) }
}

/** Sessions of one driver: managed transactions that see each other's writes. */
export class Neo4jConnection {
  readonly address: string
  readonly #open: OpenDriver
  readonly #options: Neo4jOptions
  /** Settles when all writes so far have. */
  readonly #writes = createQueue()
  readonly #turns = createQueue()
  /** Reads, and the ends of their transactions and sessions, for which no answer waits. */
  readonly #ending = new Set<Promise<unknown>>()
  #closing: Promise<void> | null = null

  private constructor(options: Neo4jOptions, open: OpenDriver) {
    this.#open = open
    this.#options = options
    this.address = options.uri.replace(/\/\/[^/]*@/, '//') // never print what stands before an @
  }

  /**
   * @param make what makes the driver
   * @throws ZhengmaiError BAD_INPUT where the URI is none; nothing is sent yet
   */
  static async open(options: Neo4jOptions, make = makeDriver): Promise<Neo4jConnection> {
    try {
      return new Neo4jConnection(options, await make(options))
    } catch (error) {
      const address = options.uri.replace(/\/\/[^/]*@/, '//')
      throw new ZhengmaiError('BAD_INPUT', `数据库地址有误：${address}`, { cause: error })
    }
  }

  #refuseIfClosed(): void {
    if (this.#closing !== null) throw new ZhengmaiError('STORE_FAILED', '存储已关闭')
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw toStoreError(error, this.address)
    }
  }

  get #queryTimeout(): number {
    return this.#options.queryTimeoutMs ?? NEO4J_DEFAULTS.queryTimeoutMs
  }

  #session(mode: 'READ' | 'WRITE') {
    const { database } = this.#options
    return this.#open.driver.session({
      defaultAccessMode: mode,
      bookmarkManager: this.#open.bookmarks,
      ...(database === undefined ? {} : { database }),
    })
  }

  /** @throws ZhengmaiError STORE_UNAVAILABLE, STORE_UNAUTHORIZED, STORE_UNREADABLE */
  verify(): Promise<void> {
    return this.#guard(async () => {
      const session = this.#session('READ')
      try {
        // not `executeRead`: who opens a store decides how often to try again
        await session.run('RETURN 1')
      } finally {
        await session.close()
      }
    })
  }

  /**
   * Runs `work` in one transaction. The server shows a statement what is committed at that moment, also the first half of
   * a commit under way: where one came between, the whole is read again, so that it sees whole documents only. It may be
   * called more than once.
   */
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#untilSettled(() => this.#readOnce(work))
  }

  /** The same for few rows and statements: each statement is a transaction of its own, which costs half as much. */
  readBriefly<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#untilSettled(() => this.#readByStatement(work))
  }

  #untilSettled<T>(read: () => Promise<Gated<T>>): Promise<T> {
    const reading = this.#guard(async () => {
      this.#refuseIfClosed()
      const end = Date.now() + READ_PATIENCE_MS
      for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
        const { result, settled } = await read()
        if (settled || Date.now() > end) return result
        await setTimeout(pause)
      }
    })
    this.#finish(reading.catch(() => undefined))
    return reading
  }

  async #readByStatement<T>(work: (transaction: Transaction) => Promise<T>): Promise<Gated<T>> {
    const answers: GuardedRows[] = []
    try {
      const result = await work({
        run: async (statement, parameters) => {
          const answer = await this.#runByItself(statement, parameters)
          answers.push(answer)
          return answer.rows
        },
      })
      return { result, settled: haveOneState(answers) }
    } catch (error) {
      if (!isRetriable(error)) throw error
      return this.#readOnce(work)
    }
  }

  async #runByItself(statement: string, parameters: Parameters = {}): Promise<GuardedRows> {
    const { query, read } = guardStatement(statement)
    const session = this.#session('READ')
    try {
      const { records } = await withoutStack(() =>
        session.run(query, parameters, { timeout: this.#queryTimeout }),
      )
      return read(records[0] && toRow(records[0]))
    } finally {
      this.#finish(session.close().catch(() => undefined))
    }
  }

  /** Has `close` wait for it: a driver that is closed cuts off what is under way. */
  #finish(ending: Promise<unknown>): void {
    const ended = ending.finally(() => this.#ending.delete(ended))
    this.#ending.add(ended)
  }

  /** Settles with the answer: the end of the transaction, which tells nothing more, is not waited for. */
  #readOnce<T>(work: (transaction: Transaction) => Promise<T>): Promise<Gated<T>> {
    return new Promise((resolve, reject) => {
      const reading = this.#readAtOnce(work, resolve).catch((error) => {
        if (!isRetriable(error)) throw error
        return this.#readRepeatedly(work, resolve)
      })
      this.#finish(reading.catch(reject))
    })
  }

  /** The first try: the statements follow the beginning of the transaction without waiting for its answer. */
  async #readAtOnce<T>(
    work: (transaction: Transaction) => Promise<T>,
    tell: (read: Gated<T>) => void,
  ): Promise<void> {
    const session = this.#session('READ')
    try {
      const transaction = session.beginTransaction({ timeout: this.#queryTimeout })
      try {
        tell(await readGated(toTransaction(transaction), work))
      } catch (error) {
        if (transaction.isOpen()) await transaction.rollback().catch(() => undefined)
        throw error
      }
      await transaction.commit().catch(() => undefined)
    } finally {
      await session.close().catch(() => undefined)
    }
  }

  /** As often as the driver thinks fit, with its pauses. */
  async #readRepeatedly<T>(
    work: (transaction: Transaction) => Promise<T>,
    tell: (read: Gated<T>) => void,
  ): Promise<void> {
    const session = this.#session('READ')
    try {
      await session.executeRead(async (managed) => tell(await readGated(toTransaction(managed), work)), {
        timeout: this.#queryTimeout,
      })
    } finally {
      await session.close().catch(() => undefined)
    }
  }

  /** All of `work` or nothing, while no other process writes, in the order of the calls; it may be called more than once. */
  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    this.#refuseIfClosed()
    return this.#writes(() => this.#guard(() => this.#writeGated(work)))
  }

  async #writeGated<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    let commit: unknown = null
    try {
      return await this.#writeOnce(async (transaction) => {
        await lockStore(transaction)
        const result = await work(transaction)
        commit = await this.#writeOnce(announceCommit)
        return result
      })
    } finally {
      // where this fails, readers wait a little longer: what was written stands
      if (commit !== null)
        await this.#writeOnce((transaction) => endCommit(transaction, commit)).catch(() => undefined)
    }
  }

  /** Runs `task`, which reads and writes as it likes, while no other one runs: first in this process, then among all. */
  exclusively<T>(task: () => Promise<T>): Promise<T> {
    return this.#turns(() => this.#takeTurn(task))
  }

  async #takeTurn<T>(task: () => Promise<T>): Promise<T> {
    this.#refuseIfClosed()
    const session = this.#session('WRITE')
    const timeout = TURN_TIMEOUT_FACTOR * this.#queryTimeout
    try {
      return await this.#guard(() => inTurn(session, timeout, task))
    } finally {
      await session.close()
    }
  }

  /** Changes of the schema, which no reader notices. */
  alter<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#guard(() => {
      this.#refuseIfClosed()
      return this.#writeOnce(work)
    })
  }

  async #writeOnce<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const session = this.#session('WRITE')
    const timeout = WRITE_TIMEOUT_FACTOR * this.#queryTimeout
    try {
      return await session.executeWrite((managed) => work(toTransaction(managed)), { timeout })
    } finally {
      await session.close()
    }
  }

  /** Finishes the writes and reads that were called before; the second call waits for the first. */
  close(): Promise<void> {
    this.#closing ??= this.#shutDown()
    return this.#closing
  }

  async #shutDown(): Promise<void> {
    await this.#writes(async () => undefined)
    // a read that ends leaves the end of its session behind
    while (this.#ending.size > 0) await Promise.all(this.#ending)
    await this.#open.driver.close()
  }
}
