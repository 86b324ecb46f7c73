import type { Properties } from './records.ts'
import type { Transaction } from './transaction.ts'

/** Rows that one statement takes: enough that the round trip does not count, few enough for the memory of the server. */
const BATCH = 1_000

export interface Link {
  readonly from: string
  readonly to: string
  readonly properties?: Properties
}

/** A relationship to be drawn between nodes that are known by a unique property. */
export interface LinkRule {
  readonly from: string
  readonly type: string
  readonly to: string
  /** True: the far node is added with nothing but its id where nobody has described it yet. */
  readonly placeholder?: true
}

async function inBatches<T>(
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  const batches = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, i) =>
    rows.slice(i * BATCH, (i + 1) * BATCH),
  )
  await Promise.all(batches.map(write)) // sent one behind the other without waiting for answers
}

/** @param labels e.g. `Clause:Item` */
export function createNodes(
  transaction: Transaction,
  labels: string,
  rows: readonly Properties[],
): Promise<void> {
  return inBatches(rows, (batch) =>
    transaction.run(`UNWIND $rows AS row CREATE (n:${labels}) SET n = row`, { rows: batch }),
  )
}

export function createLinks(transaction: Transaction, rule: LinkRule, links: readonly Link[]): Promise<void> {
  const far = rule.placeholder
    ? `MERGE (b:${rule.to} {id: row.to}) ON CREATE SET b:Placeholder`
    : `MATCH (b:${rule.to} {id: row.to})`
  return inBatches(links, (batch) =>
    transaction.run(
      `UNWIND $rows AS row MATCH (a:${rule.from} {id: row.from}) ${far} CREATE (a)-[r:${rule.type}]->(b) SET r = coalesce(row.properties, {})`,
      { rows: batch },
    ),
  )
}
