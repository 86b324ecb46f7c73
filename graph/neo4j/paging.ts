import { ZhengmaiError } from '../../src/errors/error.ts'
import type { Page, PageRequest } from '../port/graphStore.ts'
import { type CursorShape, decodeCursor, encodeCursor } from '../schema/cursor.ts'
import { runCall } from './calls.ts'
import type { Condition } from './conditions.ts'
import type { Parameters, Row, Transaction } from './transaction.ts'

/** How a list of `n` is ordered; the keys together are unique. */
export interface Listing extends CursorShape {
  readonly keys: readonly {
    readonly cypher: string
    readonly type: 'string' | 'number'
    readonly descending?: true
  }[]
  /** What is returned of each; the JSON of `n` unless said otherwise. */
  readonly item?: string
}

/** Who asks for so many wants the whole list, which mostly has no more: then its rows tell how many there are. */
const WHOLE_LIST = 1_000
/** No page needs more than this. */
const MAX_FIRST = 2 ** 31

export function fromProps<T>(row: Row): T {
  return JSON.parse(row['props'] as string) as T
}

/** Everything after the given key values, e.g. `((a < $k0) OR (a = $k0 AND b > $k1))`. */
function afterCondition(
  listing: Listing,
  values: readonly (string | number)[],
): { where: string; parameters: Parameters } {
  const alternatives = listing.keys.map((key, i) => {
    const equal = listing.keys.slice(0, i).map(({ cypher }, k) => `${cypher} = $k${k}`)
    return `(${[...equal, `${key.cypher} ${key.descending ? '<' : '>'} $k${i}`].join(' AND ')})`
  })
  return {
    where: `(${alternatives.join(' OR ')})`,
    parameters: Object.fromEntries(values.map((value, i) => [`k${i}`, value])),
  }
}

/**
 * One page of a list.
 * @throws ZhengmaiError BAD_INPUT where the cursor is not of this list or `first` is no number
 */
export async function readPage<T>(
  transaction: Transaction,
  listing: Listing,
  condition: Condition,
  page: PageRequest,
  toItem: (row: Row) => T = fromProps<T>,
): Promise<Page<T>> {
  if (Number.isNaN(page.first)) throw new ZhengmaiError('BAD_INPUT', '每页条数须为整数')
  const first = Math.min(Math.max(0, Math.trunc(page.first)), MAX_FIRST)
  const after = page.after === null ? null : afterCondition(listing, decodeCursor(listing, page.after))
  const { match, where, parameters } = condition
  const columns = [listing.item ?? 'n.props AS props', ...listing.keys.map((_, i) => `key${i}`)]
  const keys = listing.keys.map(({ cypher }, i) => `${cypher} AS key${i}`).join(', ')
  const order = listing.keys.map(({ descending }, i) => `key${i}${descending ? ' DESC' : ''}`).join(', ')
  const rowsQuery = `${match} WHERE ${where}${after === null ? '' : ` AND ${after.where}`}
    WITH n, ${keys} ORDER BY ${order} LIMIT $limit RETURN ${columns.join(', ')} ORDER BY ${order}`
  const totalQuery = `${match} WHERE ${where} RETURN count(*) AS total`
  const own = { ...parameters, ...after?.parameters }
  const common = { limit: BigInt(first + 1) }
  const toItems = (rows: readonly Row[]) =>
    rows.slice(0, first).map((row) => withCursor(toItem(row), row, listing))
  if (after === null && first >= WHOLE_LIST) {
    const rows = await transaction.run(rowsQuery, { ...own, ...common })
    const [counted] = rows.length > first ? await transaction.run(totalQuery, parameters) : []
    return {
      items: toItems(rows),
      hasNextPage: rows.length > first,
      totalCount: Number(counted?.['total'] ?? rows.length),
    }
  }
  const [counted, rows] = await runCall(transaction, [totalQuery, rowsQuery], { own, common })
  return {
    items: toItems(rows!),
    hasNextPage: rows!.length > first,
    totalCount: Number(counted?.[0]?.['total'] ?? 0),
  }
}

/** The cursor is made where somebody looks at it, which is seldom where many rows are read. */
function withCursor<T>(node: T, row: Row, listing: Listing): Page<T>['items'][number] {
  return {
    node,
    get cursor() {
      return encodeCursor(
        listing,
        listing.keys.map((_, i) => row[`key${i}`]),
      )
    },
  }
}
