import { ZhengmaiError } from '../errors/error.ts'

/** A page of a list that is at hand as a whole; its cursor says how many items stand before the next page. */
export interface Slice<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly next_cursor: string | null
}

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

const CURSOR = /^at:(\d{1,9})$/

export function writeOffset(offset: number): string {
  return Buffer.from(`at:${offset}`).toString('base64url')
}

/** @throws ZhengmaiError BAD_INPUT */
export function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const offset = CURSOR.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  if (offset === undefined) throw new ZhengmaiError('BAD_INPUT', 'cursor 不是这个列表给出的 next_cursor')
  return Number(offset)
}
