import type { ClauseFilter } from '../port/graphStore.ts'
import { clauseCondition } from './conditions.ts'
import type { Connection } from './connection/connection.ts'
import { storeState } from './storeState.ts'

/** Filters remembered: the pages and modes of one search ask for the same one. */
const REMEMBERED = 8

/** Which clauses pass a filter: 1 at the number of each one that does. */
export type ClauseMask = Uint8Array

function isOpen(filter: ClauseFilter): boolean {
  return Object.values(filter).every((value) => value === undefined)
}

/** The clauses that pass filters, in the state of the store as it is now. */
export class ClauseMasks {
  readonly #connection: Connection
  readonly #masks = new Map<string, ClauseMask>()
  #state = ''

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Null where all clauses pass. */
  of(filter: ClauseFilter): ClauseMask | null {
    if (isOpen(filter)) return null
    const state = storeState(this.#connection)
    if (state !== this.#state) this.#masks.clear()
    this.#state = state
    const key = JSON.stringify(filter)
    const mask = this.#masks.get(key) ?? this.#read(filter)
    // a Map keeps the order of insertion: the first key is the one unused for longest
    this.#masks.delete(key)
    this.#masks.set(key, mask)
    const oldest = this.#masks.keys().next().value
    if (this.#masks.size > REMEMBERED && oldest !== undefined) this.#masks.delete(oldest)
    return mask
  }

  #read(filter: ClauseFilter): ClauseMask {
    const { sql, values } = clauseCondition(filter)
    // one row with a list: a row for each clause costs several times as much
    const row = this.#connection.get(
      `SELECT json_group_array(c.seq) AS seqs, max(c.seq) AS greatest FROM clause AS c WHERE ${sql}`,
      ...values,
    )
    const mask = new Uint8Array(Number(row?.['greatest'] ?? 0) + 1)
    for (const seq of JSON.parse(row?.['seqs'] as string) as number[]) mask[seq] = 1
    return mask
  }
}
