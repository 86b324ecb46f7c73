import type { IsoDate } from '../domain/nodes.ts'
import { ZhengmaiError } from '../errors/error.ts'

/** An object type whose optional keys may also be given as undefined. */
type Loose<T> = { readonly [K in keyof T]: T[K] | undefined }

/** The same object without the keys that are undefined: the store reads an absent key as "no condition". */
export function withoutUndefined<T extends object>(filter: Loose<T>): T {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as T
}

/** @throws ZhengmaiError BAD_INPUT where a range ends before it begins */
export function checkPeriod(
  fromName: string,
  from: IsoDate | number | null | undefined,
  untilName: string,
  until: IsoDate | number | null | undefined,
): void {
  if (from != null && until != null && from > until) {
    throw new ZhengmaiError('BAD_INPUT', `${fromName}（${from}）大于 ${untilName}（${until}）`)
  }
}
