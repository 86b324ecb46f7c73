import type { ClauseTerms } from '../../src/domain/bundle.ts'
import type { ClauseFilter, TermStatistics } from '../port/graphStore.ts'
import { clauseCondition } from './conditions.ts'
import type { Connection } from './connection/connection.ts'
import { listParameter } from './rows.ts'
import { indexWord, matchAny } from './words.ts'

function isOpen(filter: ClauseFilter): boolean {
  return Object.values(filter).every((value) => value === undefined)
}

/** Clauses (their numbers in the store) that pass a filter; null where all do. */
export function allowedClauses(connection: Connection, filter: ClauseFilter): Set<number> | null {
  if (isOpen(filter)) return null
  const { sql, values } = clauseCondition(filter)
  // one row with a list: a row for each clause costs several times as much
  const row = connection.get(
    `SELECT json_group_array(c.seq) AS seqs FROM clause AS c WHERE ${sql}`,
    ...values,
  )
  return new Set(JSON.parse(row?.['seqs'] as string) as number[])
}

/** Clauses that hold any of the tokens, best first by the BM25 of FTS5. */
export function findByWords(
  connection: Connection,
  tokens: readonly string[],
  filter: ClauseFilter,
  limit: number,
): string[] {
  const query = matchAny(tokens)
  if (query === null || limit <= 0) return []
  const { sql, values } = clauseCondition(filter)
  // the plus sign keeps FTS5 from running the whole query once for each clause that passes
  const passing = isOpen(filter) ? '' : `AND +rowid IN (SELECT c.seq FROM clause AS c WHERE ${sql})`
  return connection
    .all(
      `SELECT clause.id FROM (SELECT rowid AS seq, rank AS score FROM term_index WHERE term_index MATCH ? ${passing} ORDER BY rank LIMIT ?) AS hit
       JOIN clause ON clause.seq = hit.seq ORDER BY hit.score, clause.id`,
      query,
      ...values,
      limit,
    )
    .map((row) => row['id'] as string)
}

export function readTerms(connection: Connection, clauseIds: readonly string[]): Map<string, ClauseTerms> {
  const rows = connection.all(
    'SELECT c.id, t.tokens FROM clause AS c JOIN term AS t ON t.clause_seq = c.seq WHERE c.id IN (SELECT value FROM json_each(?))',
    listParameter(clauseIds),
  )
  return new Map(
    rows.map((row) => {
      const clauseId = row['id'] as string
      return [clauseId, { clauseId, tokens: JSON.parse(row['tokens'] as string) as string[] }]
    }),
  )
}

export function readTermStatistics(connection: Connection, tokens: readonly string[]): TermStatistics {
  const totals = connection.get(
    'SELECT count(*) AS clauses, coalesce(avg(length), 0) AS mean FROM term INDEXED BY term_length',
  )
  const documentFrequency = new Map(
    tokens.map((token) => {
      const row = connection.get('SELECT doc FROM term_frequency WHERE term = ?', indexWord(token))
      return [token, Number(row?.['doc'] ?? 0)]
    }),
  )
  return { clauses: Number(totals?.['clauses']), averageLength: Number(totals?.['mean']), documentFrequency }
}
