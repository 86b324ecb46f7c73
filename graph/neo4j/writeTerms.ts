import { createHash } from 'node:crypto'
import type { ClauseTerms } from '../../src/domain/bundle.ts'
import { indexWord } from '../schema/indexWord.ts'
import { STORE_LABELS } from '../schema/relationships.ts'
import { META } from './meta.ts'
import type { Row, Transaction } from './transaction.ts'

/** Lucene's whitespace tokenizer cuts words of more than 255 characters. */
const LONGEST_WORD = 255

/** The form in which the full-text index holds a token: one word without white space, capitals or signs of its query language. */
export function clauseWord(token: string): string {
  const word = indexWord(token)
  if (word.length <= LONGEST_WORD) return word
  return `zxh${createHash('sha256').update(word).digest('hex')}` // no hexadecimal spelling begins with an h
}

/** What a clause keeps of its words; the tokens themselves only where the index spells one otherwise. */
export function termProperties({ tokens }: ClauseTerms): Record<string, unknown> {
  const words = tokens.map(clauseWord)
  const spelt = words.every((word, i) => word === tokens[i])
  return { words: words.join(' '), tokens: spelt ? null : JSON.stringify(tokens) }
}

export function splitWords(words: string): string[] {
  return words === '' ? [] : words.split(' ')
}

/** Reverses `termProperties`. */
export function toTokens(row: Row): string[] {
  const tokens = row['tokens']
  return typeof tokens === 'string' ? (JSON.parse(tokens) as string[]) : splitWords(row['words'] as string)
}

/** How the statistics of words change while documents come and go in one transaction. */
export class TermChanges {
  readonly #clauses = new Map<string, number>()
  #indexed = 0
  #tokens = 0

  /** @param sign 1 for clauses that come, −1 for clauses that go */
  count(words: readonly string[], sign: 1 | -1): void {
    this.#indexed += sign
    this.#tokens += sign * words.length
    for (const word of new Set(words)) this.#clauses.set(word, (this.#clauses.get(word) ?? 0) + sign)
  }

  async write(transaction: Transaction): Promise<void> {
    const rows = [...this.#clauses].flatMap(([word, change]) =>
      change === 0 ? [] : [{ word, change: BigInt(change) }],
    )
    const term = `(term:${STORE_LABELS.TERM} {word: row.word})`
    await Promise.all([
      transaction.run(
        `UNWIND $rows AS row MERGE ${term} ON CREATE SET term.clauses = row.change ON MATCH SET term.clauses = term.clauses + row.change`,
        { rows: rows.filter(({ change }) => change > 0n) },
      ),
      transaction.run(
        `UNWIND $rows AS row MATCH ${term} SET term.clauses = term.clauses + row.change
         WITH term WHERE term.clauses <= 0 DETACH DELETE term`,
        { rows: rows.filter(({ change }) => change < 0n) },
      ),
      transaction.run(
        `MATCH ${META} SET meta.termClauses = meta.termClauses + $clauses, meta.termTokens = meta.termTokens + $tokens`,
        { clauses: BigInt(this.#indexed), tokens: BigInt(this.#tokens) },
      ),
    ])
  }
}
