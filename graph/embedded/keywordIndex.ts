import type { ClauseFilter, TermStatistics } from '../port/graphStore.ts'
import { indexWord } from '../schema/indexWord.ts'
import { ClauseMasks } from './clauseMasks.ts'
import type { Connection } from './connection/connection.ts'
import { kthGreatest } from './greatest.ts'
import { listParameter } from './rows.ts'
import { storeState } from './storeState.ts'

/** Okapi BM25 with the constants of Robertson & Zaragoza 2009, as in `src/search/bm25.ts`. */
const K1 = 1.2
const B = 0.75

/** Occurrences of words kept in memory, 8 bytes each: the words of some hundred questions. */
const KEPT_OCCURRENCES = 2_000_000
/** Words whose number of clauses is kept in memory. */
const KEPT_FREQUENCIES = 200_000

/** Where a word stands: clauses by their number in the store, ascending, and how often each holds it. */
interface Occurrences {
  readonly clauses: Uint32Array
  readonly counts: Uint32Array
}

/**
 * Looks words up over one connection. The full-text index of SQLite says where they stand; which clauses hold them best is
 * computed here, as its own ranking reads the length of each clause from the disk, which takes several times as long.
 */
export class KeywordIndex {
  readonly #connection: Connection
  readonly #masks: ClauseMasks
  readonly #occurrences = new Map<string, Occurrences>()
  readonly #frequencies = new Map<string, number>()
  #kept = 0
  #state = ''
  /** The greatest number of a clause that has words, and how many have: as both only change with the words, they tell whether they did. */
  #lastSeq = 0
  #clauses = 0
  #averageLength = 0
  /** Number of tokens of each clause. */
  #lengths = new Uint32Array(0)

  constructor(connection: Connection) {
    this.#connection = connection
    this.#masks = new ClauseMasks(connection)
  }

  /** Clauses that pass and hold any of the tokens, best first, equal ones by id. */
  candidates(tokens: readonly string[], filter: ClauseFilter, limit: number): string[] {
    if (limit <= 0) return []
    this.#update()
    const mask = this.#masks.of(filter)
    const scores = new Float64Array(this.#lengths.length)
    const found: number[] = []
    for (const word of new Set(tokens.filter((token) => token !== '').map(indexWord)))
      this.#score(this.#occurrencesOf(word), mask, { scores, found })
    const values = Float64Array.from(found, (seq) => scores[seq]!)
    const threshold = kthGreatest(values, limit)
    const better = found.filter((seq) => scores[seq]! > threshold)
    // of many equal ones the oldest: reading all their ids would take long
    const equal = found.filter((seq) => scores[seq]! === threshold).sort((a, b) => a - b)
    const best = [...better, ...equal.slice(0, limit - better.length)]
    return this.#connection
      .all(
        'SELECT c.seq, c.id FROM json_each(?) AS j JOIN clause AS c ON c.seq = j.value',
        listParameter(best),
      )
      .map((row) => ({ id: row['id'] as string, score: scores[row['seq'] as number]! }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id)
  }

  statistics(tokens: readonly string[]): TermStatistics {
    this.#update()
    const documentFrequency = new Map(tokens.map((token) => [token, this.#frequencyOf(indexWord(token))]))
    return { clauses: this.#clauses, averageLength: this.#averageLength, documentFrequency }
  }

  #score(
    { clauses, counts }: Occurrences,
    mask: Uint8Array | null,
    into: { readonly scores: Float64Array; readonly found: number[] },
  ): void {
    const { scores, found } = into
    const inverse = Math.log(1 + (this.#clauses - clauses.length + 0.5) / (clauses.length + 0.5))
    for (let i = 0; i < clauses.length; i++) {
      const seq = clauses[i]!
      if (mask !== null && mask[seq] !== 1) continue
      const count = counts[i]!
      const length = this.#lengths[seq]! / this.#averageLength
      if (scores[seq] === 0) found.push(seq)
      scores[seq]! += inverse * ((count * (K1 + 1)) / (count + K1 * (1 - B + B * length)))
    }
  }

  /** Forgets what is out of date. */
  #update(): void {
    const state = storeState(this.#connection)
    if (state === this.#state) return
    const totals = this.#connection.get('SELECT coalesce(max(clause_seq), 0) AS last FROM term')
    const counted = this.#connection.get(
      'SELECT count(*) AS clauses, coalesce(avg(length), 0) AS mean FROM term INDEXED BY term_length',
    )
    const lastSeq = Number(totals?.['last'])
    const clauses = Number(counted?.['clauses'])
    if (lastSeq !== this.#lastSeq || clauses !== this.#clauses) {
      this.#occurrences.clear()
      this.#frequencies.clear()
      this.#kept = 0
      this.#readLengths(lastSeq)
    }
    this.#clauses = clauses
    this.#averageLength = Number(counted?.['mean'])
    this.#state = state
  }

  /** A clause's length never changes, so only those of new clauses are read. */
  #readLengths(lastSeq: number): void {
    if (lastSeq > this.#lastSeq) {
      const lengths = new Uint32Array(lastSeq + 1)
      lengths.set(this.#lengths)
      // the index of lengths for all, the table itself, which holds the texts too, for a few
      const table = this.#lastSeq === 0 ? 'term INDEXED BY term_length' : 'term'
      const row = this.#connection.get(
        `SELECT json_group_array(clause_seq) AS seqs, json_group_array(length) AS lengths FROM ${table} WHERE clause_seq > ?`,
        this.#lastSeq,
      )
      const seqs = JSON.parse(row?.['seqs'] as string) as number[]
      const values = JSON.parse(row?.['lengths'] as string) as number[]
      seqs.forEach((seq, index) => {
        lengths[seq] = values[index]!
      })
      this.#lengths = lengths
    }
    this.#lastSeq = lastSeq
  }

  #frequencyOf(word: string): number {
    const known = this.#frequencies.get(word)
    if (known !== undefined) return known
    const row = this.#connection.get('SELECT doc FROM term_frequency WHERE term = ?', word)
    const frequency = Number(row?.['doc'] ?? 0)
    if (this.#frequencies.size >= KEPT_FREQUENCIES) this.#frequencies.clear()
    this.#frequencies.set(word, frequency)
    return frequency
  }

  #occurrencesOf(word: string): Occurrences {
    const known = this.#occurrences.get(word)
    const occurrences = known ?? this.#readOccurrences(word)
    this.#occurrences.delete(word)
    this.#occurrences.set(word, occurrences)
    if (known === undefined) this.#kept += occurrences.clauses.length
    for (const [oldest, { clauses }] of this.#occurrences) {
      if (this.#kept <= KEPT_OCCURRENCES || oldest === word) break
      this.#occurrences.delete(oldest)
      this.#kept -= clauses.length
    }
    return occurrences
  }

  #readOccurrences(word: string): Occurrences {
    // a list of the index's entries; a table of this connection, as it holds nothing
    this.#connection.exec(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.term_entry USING fts5vocab('main', 'term_index', 'instance')",
    )
    const row = this.#connection.get(
      'SELECT json_group_array(doc) AS seqs FROM temp.term_entry WHERE term = ?',
      word,
    )
    // ascending; a clause comes once for each time that it holds the word
    const seqs = JSON.parse(row?.['seqs'] as string) as number[]
    const clauses = new Uint32Array(seqs.length)
    const counts = new Uint32Array(seqs.length)
    let length = 0
    for (const seq of seqs) {
      if (length > 0 && clauses[length - 1] === seq) counts[length - 1]! += 1
      else {
        clauses[length] = seq
        counts[length] = 1
        length += 1
      }
    }
    return { clauses: clauses.slice(0, length), counts: counts.slice(0, length) }
  }
}
