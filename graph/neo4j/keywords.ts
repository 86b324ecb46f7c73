import type { ClauseTerms } from '../../src/domain/bundle.ts'
import type { ClauseFilter, TermCounts, TermStatistics } from '../port/graphStore.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import { clauseCondition, isOpen } from './conditions.ts'
import { META } from './meta.ts'
import { WORD_INDEX } from './migrations.ts'
import type { Transaction } from './transaction.ts'
import { clauseWord, splitWords, toTokens } from './writeTerms.ts'

/** Words of one query; Lucene refuses more than 1024 (`IndexSearcher.maxClauseCount`). */
const MAX_WORDS = 1_000

/** Hits read at first for each clause wanted, where a filter takes some away. */
const FIRST_READ = 4

/** Reads no further than this: a filter that leaves less than a few in a million is not met by words. */
const MAX_READ = 1_000_000

/** Clauses that hold any of the tokens, best first by the BM25 of Lucene. */
export async function findByWords(
  transaction: Transaction,
  tokens: readonly string[],
  filter: ClauseFilter,
  limit: number,
): Promise<string[]> {
  const words = [...new Set(tokens.filter((token) => token !== '').map(clauseWord))].slice(0, MAX_WORDS)
  if (words.length === 0 || limit <= 0) return []
  const { where, parameters } = clauseCondition(filter)
  const open = isOpen(filter)
  // words are letters and digits only (`clauseWord`), so that no sign of Lucene's query language can come in
  const query = words.join(' ')
  for (let read = open ? limit : FIRST_READ * limit; ; read *= FIRST_READ) {
    const [row] = await transaction.run(
      `CALL db.index.fulltext.queryNodes('${WORD_INDEX}', $query, {limit: $read}) YIELD node, score
       WITH collect({n: node, score: score}) AS hits
       RETURN size(hits) AS hits, COLLECT {
         UNWIND hits AS hit WITH hit.n AS n, hit.score AS score WHERE ${where}
         RETURN n.id ORDER BY score DESC, n.id LIMIT $limit } AS ids`,
      { ...parameters, query, read: BigInt(read), limit: BigInt(limit) },
    )
    const ids = row?.['ids'] as string[]
    const exhausted = open || Number(row?.['hits']) < read
    if (ids.length === limit || exhausted || read > MAX_READ) return ids
  }
}

/** Words and tokens of those clauses that have an index entry. */
const ENTRIES =
  'MATCH (n:Clause) WHERE n.id IN $ids AND n.words IS NOT NULL RETURN n.id AS id, n.words AS words, n.tokens AS tokens'

export async function readTerms(
  transaction: Transaction,
  clauseIds: readonly string[],
): Promise<Map<string, ClauseTerms>> {
  const rows = await transaction.run(ENTRIES, { ids: clauseIds })
  return new Map(
    rows.map((row) => {
      const clauseId = row['id'] as string
      return [clauseId, { clauseId, tokens: toTokens(row) }]
    }),
  )
}

export async function readTermCounts(
  transaction: Transaction,
  clauseIds: readonly string[],
  tokens: readonly string[],
): Promise<Map<string, TermCounts>> {
  const rows = await transaction.run(ENTRIES, { ids: clauseIds })
  const asked = tokens.map(clauseWord)
  return new Map(
    rows.map((row) => {
      const clauseId = row['id'] as string
      const words = splitWords(row['words'] as string)
      const counts = new Map(asked.map((word) => [word, 0]))
      for (const word of words) {
        const count = counts.get(word)
        if (count !== undefined) counts.set(word, count + 1)
      }
      return [
        clauseId,
        { clauseId, length: words.length, counts: asked.map((word) => counts.get(word) ?? 0) },
      ]
    }),
  )
}

export async function readTermStatistics(
  transaction: Transaction,
  tokens: readonly string[],
): Promise<TermStatistics> {
  const [[totals], rows] = await Promise.all([
    transaction.run(`MATCH ${META} RETURN meta.termClauses AS clauses, meta.termTokens AS tokens`),
    transaction.run(
      `MATCH (term:${STORE_LABELS.TERM}) WHERE term.word IN $words RETURN term.word AS word, term.clauses AS clauses`,
      { words: tokens.map(clauseWord) },
    ),
  ])
  const clauses = Number(totals?.['clauses'] ?? 0)
  const frequency = new Map(rows.map((row) => [row['word'] as string, row['clauses'] as number]))
  return {
    clauses,
    averageLength: clauses === 0 ? 0 : Number(totals?.['tokens'] ?? 0) / clauses,
    documentFrequency: new Map(tokens.map((token) => [token, frequency.get(clauseWord(token)) ?? 0])),
  }
}
