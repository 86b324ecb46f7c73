import { randomBytes } from 'node:crypto'
import type { HeldKey, KeyRing } from './keyRing.ts'

/** Sessions of browsers whose page has a key: links and pictures cannot carry one. They read and never change anything. */
export interface Sessions {
  /** @returns value of the cookie */
  open(keyName: string): string
  /** What the session of a `Cookie` header may do; null where there is none, or its key was revoked. */
  find(cookies: string | null): Promise<HeldKey | null>
  close(cookies: string | null): void
}

export const SESSION_COOKIE = 'zhengmai_reader'
/** Seconds. */
export const SESSION_AGE = 12 * 3600
const MOST = 10_000
const COOKIE = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([\\w-]{43})(?:;|$)`)

/** Kept in memory: a restart ends them, and the page opens another with its key. */
export function createSessions(keys: KeyRing, now: () => number = Date.now): Sessions {
  const open = new Map<string, { readonly key: string; readonly until: number }>()
  const idOf = (cookies: string | null) => COOKIE.exec(cookies ?? '')?.[1] ?? null
  return {
    open(keyName) {
      for (const [id, { until }] of open) if (until <= now() || open.size >= MOST) open.delete(id)
      const id = randomBytes(32).toString('base64url')
      open.set(id, { key: keyName, until: now() + SESSION_AGE * 1000 })
      return id
    },
    async find(cookies) {
      const session = open.get(idOf(cookies) ?? '')
      if (session === undefined || session.until <= now()) return null
      const key = await keys.named(session.key)
      if (key === null || !key.scopes.has('read')) return null
      return { ...key, scopes: new Set(['read'] as const) }
    },
    close(cookies) {
      open.delete(idOf(cookies) ?? '')
    },
  }
}
