import type { ClauseFilter, DenseHit } from '../port/graphStore.ts'
import { bestFirst } from '../schema/bestFirst.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import { clauseCondition, clauseListCondition, documentOfClauseCondition, isOpen } from './conditions.ts'
import { type CheckedQuery, COSINE, checkedQuery, scoreClauses } from './dense.ts'
import type { Parameters, Row, Transaction } from './transaction.ts'
import { VECTOR_INDEXES } from './writePassages.ts'

const { PASSAGE } = STORE_LABELS

/** Up to so many passages all are compared (about 25 µs each, 512 dimensions): the answer is exact. */
const SCANNED_PASSAGES = 4_000
/** An index that is asked for few looks about too little to find them. */
const LEAST_READ = 256
/** Where a filter leaves no more clauses than this, all of them are compared. */
const SCANNED_CLAUSES = 1_000
/** Passages read from each index for `limit` clauses of which the `share` passes, and again where that is not enough. */
const READS = (limit: number, share: number) =>
  [1, 4, 16].map((factor) => factor * Math.ceil(Math.max(LEAST_READ, 1.25 * limit + 32) / share))
/** Clauses scored exactly for `limit` wanted, and how many at a time beyond that. */
const RESCORED = (limit: number) => limit + 32
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
function leastOf(row: Row | undefined, read: number): number | null {
  return Number(row?.['hits'] ?? 0) < read ? null : (row?.['least'] as number)
}

function greatestByClause(row: Row | undefined): Map<string, number> {
  const greatest = new Map<string, number>()
  for (const { id, cosine } of (row?.['found'] ?? []) as { id: string; cosine: number }[]) {
    if (cosine > (greatest.get(id) ?? -2)) greatest.set(id, cosine)
  }
  return greatest
}

/** Clauses whose whole or one of whose windows is among the nearest. */
async function askIndexes(
  transaction: Transaction,
  query: CheckedQuery,
  { passes, parameters }: Passing,
  read: number,
): Promise<Nearby> {
  const [[wholes] = [], [windows] = []] = await Promise.all(
    VECTOR_INDEXES.map(({ name }) =>
      transaction.run(
        `CALL db.index.vector.queryNodes('${name}_${query.dimensions}', $read, $query) YIELD node, score
         WITH node, 2 * score - 1 AS cosine, ${passes} AS passes
         RETURN count(*) AS hits, min(cosine) AS least, collect(CASE WHEN passes THEN {id: node.clauseId, cosine: cosine} END) AS found`,
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

/** Which clauses a filter lets pass. */
interface Passing {
  /** Condition on a passage `node`. */
  readonly passes: string
  readonly parameters: Parameters
  /** Their number, and their share of all. */
  readonly clauses: number
  readonly share: number
}

/** Most filters ask only what documents tell: the documents that pass are found first, which are few beside the clauses. */
async function readPassing(transaction: Transaction, filter: ClauseFilter): Promise<Passing> {
  const counting = transaction.run('MATCH (n:Clause) RETURN count(n) AS clauses')
  const toPassing = async (passes: string, parameters: Parameters, passing: number | null) => {
    const all = Number((await counting)[0]?.['clauses'])
    const clauses = passing ?? all
    return { passes, parameters, clauses, share: Math.max(1, clauses) / Math.max(1, all) }
  }
  if (isOpen(filter)) return toPassing('true', {}, null)
  const ofDocuments = documentOfClauseCondition(filter)
  if (ofDocuments === null) {
    const { match, where, parameters } = clauseListCondition(filter)
    const [row] = await transaction.run(`${match} WHERE ${where} RETURN count(n) AS clauses`, parameters)
    const condition = clauseCondition(filter)
    const passes = `EXISTS { MATCH (n:Clause {id: node.clauseId}) WHERE ${condition.where} }`
    return toPassing(passes, condition.parameters, Number(row?.['clauses']))
  }
  const rows = await transaction.run(
    `${ofDocuments.match} WHERE ${ofDocuments.where}
     RETURN n.id AS id, COUNT { MATCH (clause:Clause) WHERE clause.documentId = n.id } AS clauses`,
    ofDocuments.parameters,
  )
  const clauses = rows.reduce((sum, row) => sum + (row['clauses'] as number), 0)
  return toPassing('node.documentId IN $documents', { documents: rows.map((row) => row['id']) }, clauses)
}

/** The clauses that pass with the greatest (whole + bestWindow) / 2, best first. */
export async function findByVector(
  transaction: Transaction,
  query: Float32Array,
  filter: ClauseFilter,
  limit: number,
): Promise<DenseHit[]> {
  if (limit <= 0) return []
  const [checked, [count], passing] = await Promise.all([
    checkedQuery(transaction, query),
    transaction.run(`MATCH (n:${PASSAGE}) RETURN count(n) AS passages`),
    readPassing(transaction, filter),
  ])
  if (checked === null) return []
  const isFew =
    Number(count?.['passages']) <= SCANNED_PASSAGES || (!isOpen(filter) && passing.clauses <= SCANNED_CLAUSES)
  let hits: DenseHit[] = []
  for (const read of checked.zero || isFew ? [] : READS(limit, passing.share)) {
    const { candidates, unseen } = await askIndexes(transaction, checked, passing, read)
    hits = await rescore(transaction, checked, candidates, limit)
    if (unseen === null || (hits.length >= limit && unseen <= sumToBeat(hits, limit)))
      return hits.slice(0, limit)
  }
  // few clauses, or a filter that took nearly all away after all
  if (hits.length < limit)
    hits = await scoreClauses(transaction, checked, await scan(transaction, checked, filter, limit))
  return hits.slice(0, limit)
}
