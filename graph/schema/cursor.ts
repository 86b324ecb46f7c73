import { ZhengmaiError } from '../../src/errors/error.ts'

/** What a cursor of a list holds: its tag, then the values of the keys that the list is ordered by. */
export interface CursorShape {
  readonly tag: string
  readonly keys: readonly { readonly type: 'string' | 'number' }[]
}

export function encodeCursor({ tag }: CursorShape, values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([tag, ...values]), 'utf8').toString('base64url')
}

/** @throws ZhengmaiError BAD_INPUT where the cursor is not of this list */
export function decodeCursor(shape: CursorShape, cursor: string): (string | number)[] {
  try {
    const [tag, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    const fits =
      values.length === shape.keys.length && shape.keys.every((key, i) => typeof values[i] === key.type)
    if (tag === shape.tag && fits && encodeCursor(shape, values) === cursor)
      return values as (string | number)[]
  } catch {
    // no JSON: refused below
  }
  throw new ZhengmaiError('BAD_INPUT', `分页游标无效：${cursor}`, { details: { cursor } })
}
