import type { ClauseTerms } from '../../src/domain/bundle.ts'
import type { TermCounts } from '../port/graphStore.ts'
import { indexWord } from '../schema/indexWord.ts'
import type { Connection } from './connection/connection.ts'
import { listParameter } from './rows.ts'
import { countWord } from './words.ts'

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

/** How often each clause holds the tokens: counted in the indexed words, as parsing all tokens costs several times as much. */
export function readTermCounts(
  connection: Connection,
  clauseIds: readonly string[],
  tokens: readonly string[],
): Map<string, TermCounts> {
  const words = tokens.map((token) => (token === '' ? '' : indexWord(token)))
  const rows = connection.all(
    'SELECT c.id, t.length, t.words FROM clause AS c JOIN term AS t ON t.clause_seq = c.seq WHERE c.id IN (SELECT value FROM json_each(?))',
    listParameter(clauseIds),
  )
  return new Map(
    rows.map((row) => {
      const clauseId = row['id'] as string
      const text = row['words'] as string
      const counts = words.map((word) => countWord(text, word))
      return [clauseId, { clauseId, length: row['length'] as number, counts }]
    }),
  )
}
