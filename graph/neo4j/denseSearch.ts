import type { ClauseFilter, DenseHit } from '../port/graphStore.ts'
import { bestFirst } from '../schema/bestFirst.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import { clauseCondition, clauseListCondition, isOpen } from './conditions.ts'
import { type CheckedQuery, COSINE, checkedQuery, scoreClauses } from './dense.ts'
import type { Row, Transaction } from './transaction.ts'
import { VECTOR_INDEXES } from './writePassages.ts'

const { PASSAGE } = STORE_LABELS

/** Up to so many passages all are compared (about 25 µs each, 512 dimensions): the answer is exact. */
const SCANNED_PASSAGES = 4_000
/** An index that is asked for few looks about too little to find them. */
const LEAST_READ = 256
/** Where a filter leaves no more clauses than this, all of them are compared. */
const SCANNED_CLAUSES = 1_000
/** Passages read from each index for `limit` clauses, and again where that is not enough. */
const READS = (limit: number) => [1, 4, 16].map((factor) => factor * Math.max(LEAST_READ, 2 * limit + 64))
/** Clauses scored exactly for `limit` wanted, and how many at a time beyond that. */
const RESCORED = (limit: number) => Math.ceil(1.25 * limit) + 32
const RESCORED_MORE = 64
/** So many of the best are made sure of; what comes later only adds to the fusion of rankings. */
const CERTAIN = 20

/** The best clauses of all that pass, each compared. */
async function scan(
  transaction: Transaction,
  query: CheckedQuery,
  filter: ClauseFilter,
  limit: number,
): Promise<string[]> {
  const { match, where, parameters } = clauseListCondition(filter)
  const rows = await transaction.run(
    `${match} WHERE ${where} MATCH (n)-[:HAS_PASSAGE]->(passage:${PASSAGE})
     WITH n, passage.ordinal AS ordinal, ${COSINE} AS cosine
     WITH n.id AS id, max(CASE ordinal WHEN 0 THEN cosine END) AS whole, max(CASE ordinal WHEN 0 THEN null ELSE cosine END) AS best
     RETURN id ORDER BY whole + coalesce(best, whole) DESC, id LIMIT $limit`,
    { ...parameters, query: query.values, zero: query.zero, limit: BigInt(limit) },
  )
  return rows.map((row) => row['id'] as string)
}

/** A clause near the query: the most that the sum of its two cosines can be. */
interface Candidate {
  readonly id: string
  readonly bound: number
}

interface Nearby {
  /** Those that pass the filter, greatest bound first. */
  readonly candidates: readonly Candidate[]
  /** Bound of all clauses that no index gave; null where they gave all they hold. */
  readonly unseen: number | null
}

/** The least cosine that an index gave: that of what it did not give is no greater; null where it gave all it holds. */
function leastOf(rows: readonly Row[], read: number): number | null {
  return rows.length < read ? null : Math.min(...rows.map((row) => row['cosine'] as number))
}

function greatestByClause(rows: readonly Row[]): Map<string, number> {
  const greatest = new Map<string, number>()
  for (const row of rows) {
    const id = row['id'] as string
    const cosine = row['cosine'] as number
    if (row['passes'] === true && cosine > (greatest.get(id) ?? -2)) greatest.set(id, cosine)
  }
  return greatest
}

/** Clauses whose whole or one of whose windows is among the nearest. */
async function askIndexes(
  transaction: Transaction,
  query: CheckedQuery,
  filter: ClauseFilter,
  read: number,
): Promise<Nearby> {
  const { where, parameters } = clauseCondition(filter)
  const passes = isOpen(filter) ? 'true' : `EXISTS { MATCH (n:Clause {id: node.clauseId}) WHERE ${where} }`
  const [wholes = [], windows = []] = await Promise.all(
    VECTOR_INDEXES.map(({ name }) =>
      transaction.run(
        `CALL db.index.vector.queryNodes('${name}_${query.dimensions}', $read, $query) YIELD node, score
         RETURN node.clauseId AS id, 2 * score - 1 AS cosine, ${passes} AS passes`,
        { ...parameters, read: BigInt(read), query: query.values },
      ),
    ),
  )
  const leastWhole = leastOf(wholes, read)
  const leastWindow = leastOf(windows, read)
  const wholeOf = greatestByClause(wholes)
  const windowOf = greatestByClause(windows)
  const candidates = [...new Set([...wholeOf.keys(), ...windowOf.keys()])].map((id) => {
    const whole = wholeOf.get(id) ?? leastWhole ?? 1
    // a clause that has no window is its own best window
    return { id, bound: whole + (windowOf.get(id) ?? Math.max(leastWindow ?? whole, whole)) }
  })
  return {
    candidates: candidates.sort((a, b) => b.bound - a.bound),
    unseen: leastWhole === null ? null : leastWhole + Math.max(leastWindow ?? leastWhole, leastWhole),
  }
}

/** The sum that the last one to be sure of has; −∞ where there are fewer. */
function sumToBeat(hits: readonly DenseHit[], limit: number): number {
  const last = hits[Math.min(limit, CERTAIN) - 1]
  return last === undefined ? Number.NEGATIVE_INFINITY : last.whole + last.bestWindow
}

/** Scores candidates until none that is left can be among the best (the threshold algorithm of Fagin et al. 2001). */
async function rescore(
  transaction: Transaction,
  query: CheckedQuery,
  candidates: readonly Candidate[],
  limit: number,
): Promise<DenseHit[]> {
  let hits: DenseHit[] = []
  for (let done = 0; done < candidates.length; ) {
    if (done > 0 && candidates[done]!.bound <= sumToBeat(hits, limit)) break
    const batch = candidates.slice(done, done + (done === 0 ? RESCORED(limit) : RESCORED_MORE))
    const scored = await scoreClauses(
      transaction,
      query,
      batch.map(({ id }) => id),
    )
    hits = [...hits, ...scored].sort(bestFirst)
    done += batch.length
  }
  return hits
}

/** Whether so few clauses are to be looked at that each can be compared. */
async function areFew(transaction: Transaction, filter: ClauseFilter): Promise<boolean> {
  const [all] = await transaction.run(`MATCH (n:${PASSAGE}) RETURN count(n) AS passages`)
  if (Number(all?.['passages']) <= SCANNED_PASSAGES) return true
  if (isOpen(filter)) return false
  const { match, where, parameters } = clauseListCondition(filter)
  const [passing] = await transaction.run(
    `${match} WHERE ${where} WITH n LIMIT $limit RETURN count(n) AS clauses`,
    {
      ...parameters,
      limit: BigInt(SCANNED_CLAUSES + 1),
    },
  )
  return Number(passing?.['clauses']) <= SCANNED_CLAUSES
}

/** The clauses that pass with the greatest (whole + bestWindow) / 2, best first. */
export async function findByVector(
  transaction: Transaction,
  query: Float32Array,
  filter: ClauseFilter,
  limit: number,
): Promise<DenseHit[]> {
  if (limit <= 0) return []
  const checked = await checkedQuery(transaction, query)
  if (checked === null) return []
  const compared = checked.zero || (await areFew(transaction, filter))
  let hits: DenseHit[] = []
  for (const read of compared ? [] : READS(limit)) {
    const { candidates, unseen } = await askIndexes(transaction, checked, filter, read)
    hits = await rescore(transaction, checked, candidates, limit)
    if (unseen === null || (hits.length >= limit && unseen <= sumToBeat(hits, limit)))
      return hits.slice(0, limit)
  }
  // few clauses, or a filter that took nearly all away after all
  if (hits.length < limit)
    hits = await scoreClauses(transaction, checked, await scan(transaction, checked, filter, limit))
  return hits.slice(0, limit)
}
