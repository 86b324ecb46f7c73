import { readProxies } from './addresses.ts'
import { type AuditLog, NO_AUDIT } from './audit.ts'
import { createGuard, type Guard, type Readers } from './guard.ts'
import { type KeyRing, openKeyRing } from './keyRing.ts'
import { createRateLimits } from './rateLimits.ts'
import { createSessions, type Sessions } from './sessions.ts'

/** All that decides who may do what, and writes down who did. */
export interface Access {
  readonly guard: Guard
  readonly keys: KeyRing
  readonly sessions: Sessions
  readonly audit: AuditLog
}

export interface AccessOptions {
  /** Whether the service listens on a loopback address. */
  readonly isLoopback: boolean
  readonly apiKey: string | null
  /** Absolute path; null where keys come from the settings alone. */
  readonly keyFile?: string | null
  /** `anyone` on loopback and `keys` elsewhere where not given. */
  readonly readers?: Readers | null
  /** Names of the service besides those of this machine, without ports; `*` allows all. */
  readonly allowedHosts?: readonly string[]
  /** Addresses and ranges of proxies whose `X-Forwarded-*` is believed. */
  readonly trustedProxies?: readonly string[]
  /** Requests that an address, and a key, may make in a minute; null for no limit. */
  readonly ratePerMinute?: number | null
  readonly audit?: AuditLog
  readonly onFault?: (error: unknown) => void
}

/** The parts put together. */
export function openAccess(options: AccessOptions): Access {
  const { isLoopback, apiKey, keyFile = null, allowedHosts = [], onFault } = options
  const readers = options.readers ?? (isLoopback ? 'anyone' : 'keys')
  const keys = openKeyRing({ apiKey, keyFile, ...(onFault === undefined ? {} : { onFault }) })
  const sessions = createSessions(keys)
  const guard = createGuard({
    ...{ keys, sessions, readers },
    hosts: {
      isLoopback,
      allowed: allowedHosts.map((name) => name.toLowerCase()),
      // where a key is needed a page of another name has none, and names are many
      isChecked: allowedHosts.length > 0 || readers === 'anyone',
    },
    proxies: readProxies(options.trustedProxies ?? []),
    rates: createRateLimits(options.ratePerMinute ?? null),
  })
  return { guard, keys, sessions, audit: options.audit ?? NO_AUDIT }
}
