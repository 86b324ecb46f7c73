import { ZhengmaiError } from '../errors/error.ts'

/** Cursors of one kind of list, each of which says how many items stand before the next page. */
export interface OffsetCursors {
  readonly write: (offset: number) => string
  /** 0 where there is none. @throws ZhengmaiError BAD_INPUT for a cursor of another list */
  readonly read: (cursor: string | null | undefined) => number
}

/**
 * @param tag keeps the cursors of other lists out
 * @param complaint what is said of a cursor that is none of these
 * @param digits of the longest offset
 */
export function offsetCursors(tag: string, complaint: string, digits = 9): OffsetCursors {
  const shape = new RegExp(`^${tag}:(\\d{1,${digits}})$`)
  return {
    write: (offset) => Buffer.from(`${tag}:${offset}`).toString('base64url'),
    read: (cursor) => {
      if (cursor == null) return 0
      const offset = shape.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
      if (offset === undefined) throw new ZhengmaiError('BAD_INPUT', complaint)
      return Number(offset)
    },
  }
}
