import { ZhengmaiError } from '../../src/errors/error.ts'
import type { Transaction } from './transaction.ts'

type Work<T> = (transaction: Transaction) => Promise<T>
type Read = <T>(work: Work<T>) => Promise<T>

interface Waiting {
  readonly work: Work<unknown>
  readonly resolve: (result: unknown) => void
  readonly reject: (reason: unknown) => void
}

/** Reads that are one at most: each statement of theirs takes a connection of the pool. */
const MOST = 16

/**
 * Reads asked for in one turn of the event loop, such as those of the fields of one list, are one read: what they ask by
 * the same words becomes one statement (`calls.ts`), and what waits for them goes on at the same time, so that it can be
 * read together in turn. For short reads only.
 */
export function readTogether(read: Read): Read {
  const waiting: Waiting[] = []
  const start = () => {
    for (let rest = waiting.splice(0); rest.length > 0; rest = rest.slice(MOST))
      void readGroup(read, rest.slice(0, MOST))
  }
  return <T>(work: Work<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Waiting['resolve'], reject })
      if (waiting.length === 1) setImmediate(start)
    })
}

async function readGroup(read: Read, group: readonly Waiting[]): Promise<void> {
  if (group.length > 1) {
    try {
      const outcomes = await read((transaction) => runAll(transaction, group))
      for (const [i, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[i]!
        if (outcome.status === 'fulfilled') resolve(outcome.value)
        else reject(outcome.reason)
      }
      return
    } catch {
      // what one of them met is not the others' fault: each by itself, so that only that one fails
    }
  }
  for (const { work, resolve, reject } of group) read(work).then(resolve, reject)
}

/** What one of them finds bad is its own affair; what the server refuses is read again. */
async function runAll(
  transaction: Transaction,
  group: readonly Waiting[],
): Promise<PromiseSettledResult<unknown>[]> {
  const outcomes = await Promise.allSettled(group.map(({ work }) => work(transaction)))
  for (const outcome of outcomes)
    if (outcome.status === 'rejected' && !(outcome.reason instanceof ZhengmaiError)) throw outcome.reason
  return outcomes
}
