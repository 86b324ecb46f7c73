import { isIP } from 'node:net'

/** Names that only this machine has for itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

export interface HostRules {
  /** The service listens on a loopback address: it is asked for by the names of this machine. */
  readonly isLoopback: boolean
  /** Further names, without a port, lower case; `*` allows all. */
  readonly allowed: readonly string[]
  /** Whether names are checked where the service listens beyond loopback; addresses pass there, as no page can have one. */
  readonly isChecked: boolean
}

/**
 * Whether the service may be asked for by this name: a foreign page that points its own name at the service's address
 * (DNS rebinding) must not read it.
 */
export function isHostAllowed(host: string | null, { isLoopback, allowed, isChecked }: HostRules): boolean {
  const name = nameOf(host)
  if (name === null) return false
  if (LOOPBACK.has(name) || allowed.includes(name) || allowed.includes('*')) return true
  if (isLoopback) return false
  return !isChecked || isIP(name.replace(/^\[|\]$/g, '')) !== 0
}

/**
 * Whether a page of this origin may send requests here: our own, and those of the allowed names. A program sends none.
 * @param host by what name the service was asked for
 */
export function isOriginAllowed(origin: string | null, host: string | null, { allowed }: HostRules): boolean {
  if (origin === null) return true
  if (!URL.canParse(origin)) return false
  const { protocol, host: from, hostname } = new URL(origin)
  if (protocol !== 'http:' && protocol !== 'https:') return false
  // a proxy may speak TLS outside: the protocol is not compared
  return from === host?.toLowerCase() || allowed.includes(hostname)
}

function nameOf(host: string | null): string | null {
  const name = host?.replace(/:\d+$/, '').toLowerCase() ?? ''
  return /^(?:\[[0-9a-f:.%]+\]|[^\s/@[\]:]+)$/.test(name) ? name : null
}
