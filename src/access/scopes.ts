import { ZhengmaiError } from '../errors/error.ts'

/** What a key may be good for: reading what the corpus holds, taking files in and out of it, judging links. */
export const ACCESS_SCOPES = ['read', 'ingest', 'review'] as const
export type AccessScope = (typeof ACCESS_SCOPES)[number]

/**
 * Scopes as a person writes them: `read,ingest`.
 * @throws ZhengmaiError BAD_INPUT
 */
export function parseScopes(words: string): readonly AccessScope[] {
  const names = words.split(/[,，\s]+/).filter((name) => name !== '')
  const scopes = ACCESS_SCOPES.filter((scope) => names.includes(scope))
  const isKnown = (name: string) => ACCESS_SCOPES.some((scope) => scope === name)
  if (scopes.length > 0 && names.every(isKnown)) return scopes
  throw new ZhengmaiError('BAD_INPUT', `权限应为 ${ACCESS_SCOPES.join('、')} 中的一个或几个，得到 ${words}`)
}
