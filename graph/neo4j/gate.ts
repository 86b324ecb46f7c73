import { STORE_LABELS } from '../schema/relationships.ts'
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

export async function readGate(transaction: Transaction): Promise<Row | undefined> {
  const [row] = await transaction.run(
    `MATCH ${GATE} RETURN gate.begun AS begun, gate.begun > gate.done AND timestamp() - gate.at < $limit AS busy`,
    { limit: BigInt(ABANDONED_AFTER) },
  )
  return row
}

/** Whether no commit was under way between two looks. */
export function wasSettled(before: Row | undefined, after: Row | undefined): boolean {
  return before?.['begun'] === after?.['begun'] && before?.['busy'] !== true
}
