import { offsetCursors } from '../service/offsetCursor.ts'

/** A page of a list that is at hand as a whole. */
export interface Slice<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly next_cursor: string | null
}

/** Cursors of lists and texts that are at hand as a whole: how much stands before the next page. */
export const { read: readOffset, write: writeOffset } = offsetCursors(
  'at',
  'cursor 不是这个列表给出的 next_cursor',
)

/** @throws ZhengmaiError BAD_INPUT for a cursor of another list */
export function slicePage<T>(
  list: readonly T[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Slice<T> {
  const from = readOffset(cursor)
  const until = from + limit
  return {
    items: list.slice(from, until),
    total: list.length,
    next_cursor: until < list.length ? writeOffset(until) : null,
  }
}
