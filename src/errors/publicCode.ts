import type { ErrorCode } from './error.ts'

/** The codes that a client may be told: the public contract, and INTERNAL for what is masked. */
export const PUBLIC_CODES = [
  'BAD_INPUT',
  'NOT_FOUND',
  'AMBIGUOUS',
  'LIMIT',
  'SEMANTIC_UNAVAILABLE',
  'UNAUTHORIZED',
  'UNAVAILABLE',
  'INTERNAL',
] as const
export type PublicCode = (typeof PUBLIC_CODES)[number]

const SAME = new Set<unknown>(PUBLIC_CODES.filter((code) => code !== 'INTERNAL'))

export function isPublic(code: unknown): code is PublicCode {
  return SAME.has(code)
}

/** What the store or the model lacks is UNAVAILABLE; every other code of ours that is not public is INTERNAL. */
export function publicCode(code: ErrorCode): PublicCode {
  if (isPublic(code)) return code
  return /^(?:STORE|MODEL)_/.test(code) ? 'UNAVAILABLE' : 'INTERNAL'
}
