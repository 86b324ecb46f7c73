import { ZhengmaiError } from '../../src/errors/error.ts'
import type { Page, PageRequest } from '../port/graphStore.ts'
import { type CursorShape, decodeCursor, encodeCursor } from '../schema/cursor.ts'
import type { Condition } from './conditions.ts'
import type { Connection } from './connection/connection.ts'
import { fromProps } from './rows.ts'

/** What a list is read from and how it is ordered; the keys together are unique. */
export interface Listing extends CursorShape {
  /** Tables with aliases. */
  readonly from: string
  /** Column with the JSON of the node. */
  readonly props: string
  readonly keys: readonly {
    readonly sql: string
    readonly type: 'string' | 'number'
    readonly descending?: true
  }[]
}

/** SQLite's LIMIT takes a signed 64-bit number; no page needs more than this. */
const MAX_FIRST = 2 ** 31

/** Everything after the given key values, e.g. `((a < ?) OR (a = ? AND b > ?))`. */
function afterCondition(listing: Listing, values: readonly (string | number)[]): Condition {
  const parameters: (string | number)[] = []
  const alternatives = listing.keys.map((key, i) => {
    const equal = listing.keys.slice(0, i).map(({ sql }) => `${sql} = ?`)
    parameters.push(...values.slice(0, i + 1))
    return `(${[...equal, `${key.sql} ${key.descending ? '<' : '>'} ?`].join(' AND ')})`
  })
  return { sql: `(${alternatives.join(' OR ')})`, values: parameters }
}

/**
 * One page of a list.
 * @throws ZhengmaiError BAD_INPUT where the cursor is not of this list or `first` is no number
 */
export function readPage<T>(
  connection: Connection,
  listing: Listing,
  where: Condition,
  page: PageRequest,
): Page<T> {
  if (Number.isNaN(page.first)) throw new ZhengmaiError('BAD_INPUT', '每页条数须为整数')
  const first = Math.min(Math.max(0, Math.trunc(page.first)), MAX_FIRST)
  const after = page.after === null ? null : afterCondition(listing, decodeCursor(listing, page.after))
  const total = connection.get(
    `SELECT count(*) AS n FROM ${listing.from} WHERE ${where.sql}`,
    ...where.values,
  )
  const keys = listing.keys.map(({ sql }, i) => `${sql} AS key${i}`).join(', ')
  const order = listing.keys.map(({ sql, descending }) => `${sql} ${descending ? 'DESC' : 'ASC'}`).join(', ')
  const rows = connection.all(
    `SELECT ${listing.props} AS props, ${keys} FROM ${listing.from} WHERE ${where.sql}${after === null ? '' : ` AND ${after.sql}`}
     ORDER BY ${order} LIMIT ?`,
    ...where.values,
    ...(after?.values ?? []),
    first + 1,
  )
  return {
    items: rows.slice(0, first).map((row) => ({
      node: fromProps<T>(row),
      cursor: encodeCursor(
        listing,
        listing.keys.map((_, i) => row[`key${i}`]),
      ),
    })),
    hasNextPage: rows.length > first,
    totalCount: Number(total?.['n'] ?? 0),
  }
}
