import { STORE_LABELS } from '../schema/relationships.ts'
import { asList, columnsOf, toRows } from './columns.ts'
import { META } from './meta.ts'
import type { Row, Transaction } from './transaction.ts'

/** Says whether a commit is under way; a node of its own, since writers hold the other one until they have committed. */
export const GATE = `(gate:${STORE_LABELS.GATE} {key: 'store'})`

/** A commit that was announced and not ended for so long belongs to a process that is gone (ms). */
const ABANDONED_AFTER = 5_000

/**
 * Takes the lock that all writers take first: until the transaction ends it is the only one that writes, so that two
 * documents with the same agencies can neither double a node nor wait for each other for ever.
 */
export async function lockStore(transaction: Transaction): Promise<void> {
  await transaction.run(`MATCH ${META} SET meta.writes = coalesce(meta.writes, 0) + 1`)
}

/** To be committed by itself just before a writer commits. @returns what `endCommit` takes */
export async function announceCommit(transaction: Transaction): Promise<unknown> {
  const [row] = await transaction.run(
    `MATCH ${GATE} SET gate.begun = gate.begun + 1, gate.at = timestamp() RETURN gate.begun AS begun`,
  )
  return row?.['begun'] ?? null
}

/** To be committed by itself when the writer has committed, or failed to. */
export async function endCommit(transaction: Transaction, begun: unknown): Promise<void> {
  await transaction.run(`MATCH ${GATE} WHERE gate.done < $begun SET gate.done = toInteger($begun)`, { begun })
}

/** What the gate shows at one moment. */
export interface Look {
  /** Number of the last commit that was announced. */
  readonly begun: unknown
  /** Whether it is under way. */
  readonly busy: boolean
}

const LOOK = `gate.begun AS begun, gate.begun > gate.done AND timestamp() - gate.at < ${ABANDONED_AFTER} AS busy`

export async function readGate(transaction: Transaction): Promise<Look> {
  const [row] = await transaction.run(`MATCH ${GATE} RETURN ${LOOK}`)
  return { begun: row?.['begun'], busy: row?.['busy'] === true }
}

/** Whether no commit was under way between two looks. */
export function wasSettled(before: Look, after: Pick<Look, 'begun'>): boolean {
  return before.begun === after.begun && !before.busy
}

/** The answer of a statement, and what the gate showed before and after. */
export interface GuardedRows {
  readonly rows: Row[]
  readonly before: Look
  readonly after: Pick<Look, 'begun'>
}

/** Whether all of these answers, each from a transaction of its own, show the store between the same two commits. */
export function haveOneState(answers: readonly Pick<GuardedRows, 'before' | 'after'>[]): boolean {
  return answers.every(
    ({ before, after }) => wasSettled(before, after) && before.begun === answers[0]?.before.begun,
  )
}

/**
 * A statement with its two looks at the gate as one statement: a round trip, and half the work for both sides. For few
 * rows: they come as one list. The second look is given the rows, so that it cannot be taken before they are there.
 */
export function guardStatement(statement: string): {
  readonly query: string
  readonly read: (answer: Row | undefined) => GuardedRows
} {
  return {
    query: `OPTIONAL MATCH ${GATE} WITH ${LOOK}
      ${asList(statement, 'guarded')}
      CALL (guarded) { WITH size(guarded) AS there OPTIONAL MATCH ${GATE} RETURN gate.begun AS after }
      RETURN begun, busy, guarded, after`,
    read(answer) {
      return {
        rows: toRows(columnsOf(statement), answer?.['guarded']),
        before: { begun: answer?.['begun'], busy: answer?.['busy'] === true },
        after: { begun: answer?.['after'] },
      }
    },
  }
}
