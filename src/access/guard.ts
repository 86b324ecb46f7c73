import type { ErrorCode } from '../errors/error.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { type Addressed, addressOf, type Proxies } from './addresses.ts'
import { type HostRules, isHostAllowed, isOriginAllowed } from './hosts.ts'
import type { HeldKey, KeyRing } from './keyRing.ts'
import type { RateLimits } from './rateLimits.ts'
import { ACCESS_SCOPES, type AccessScope } from './scopes.ts'
import type { Sessions } from './sessions.ts'

/** Who may read without a key. */
export const READERS = ['anyone', 'keys'] as const
export type Readers = (typeof READERS)[number]

/** A request as the guard sees it. */
export interface Asked {
  readonly headers: Headers
  readonly url: string
  /** Address of the other end of the connection; null where there is none (a test). */
  readonly peer: string | null
}

/** Who was let in. */
export interface Caller extends Addressed {
  /** Name of the key; null where none was needed. */
  readonly key: string | null
  readonly scopes: ReadonlySet<AccessScope>
}

export const REFUSALS = [
  'HOST',
  'ORIGIN',
  'RATE',
  'NO_KEY',
  'WRONG_KEY',
  'SCOPE',
  'FOREIGN_PAGE',
  'BODY_SIZE',
  'TIME',
] as const
export type RefusalReason = (typeof REFUSALS)[number]

/** Why a request was not answered; a face says it in the shape that its clients expect. */
export interface Refusal {
  readonly reason: RefusalReason
  readonly status: 401 | 403 | 413 | 429 | 503
  /** One of the public codes. */
  readonly code: Extract<ErrorCode, 'BAD_INPUT' | 'UNAUTHORIZED' | 'LIMIT' | 'UNAVAILABLE'>
  readonly message: string
  /** Whole seconds; null where waiting does not help. */
  readonly retryAfter: number | null
}

/** A refusal on its way to whoever shapes it. */
export class RefusedError extends ZhengmaiError {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code, refusal.message)
    this.name = 'RefusedError'
    this.refusal = refusal
  }
}

export interface Need {
  /** What the caller must be allowed; null: anybody may come in, and is asked later what for. */
  readonly scope: AccessScope | null
  /** Reading needs a key as soon as there is one, wherever the service listens (APIs whose clients always send one). */
  readonly strict?: boolean
  /** What the request counts as in the rates; 1 where not given. */
  readonly points?: number
}

export interface Guard {
  /** @throws RefusedError HOST */
  checkHost(asked: Asked): void
  /**
   * Origin, rates, key and scope, in this order.
   * @throws RefusedError
   */
  admit(asked: Asked, need: Need): Promise<Caller>
  /** By what name and address a request came, with what trusted proxies say of it. */
  addressOf(asked: Asked): Addressed
}

export interface GuardParts {
  readonly keys: KeyRing
  readonly sessions: Sessions
  readonly hosts: HostRules
  readonly proxies: Proxies
  readonly rates: RateLimits
  readonly readers: Readers
}

const BEARER = /^Bearer +(.+)$/i
const ALL: ReadonlySet<AccessScope> = new Set(ACCESS_SCOPES)
const READ_ONLY: ReadonlySet<AccessScope> = new Set(['read'] as const)
const NOTHING: ReadonlySet<AccessScope> = new Set()
const TASKS: Readonly<Record<AccessScope, string>> = {
  read: '读取数据',
  ingest: '改动数据',
  review: '改动复核意见',
}

/** The one guard of all faces. */
export function createGuard(parts: GuardParts): Guard {
  const { hosts, proxies, rates } = parts
  return {
    checkHost(asked) {
      if (!isHostAllowed(addressOf(asked, proxies).host, hosts)) throw refused('HOST')
    },
    addressOf: (asked) => addressOf(asked, proxies),
    async admit(asked, { scope, strict = false, points = 1 }) {
      const from = addressOf(asked, proxies)
      const counted = from.address ?? 'local'
      if (!isOriginAllowed(asked.headers.get('origin'), from.host, hosts)) throw refused('ORIGIN')
      refuseToWait(await rates.byAddress(counted, points))
      const hasKeys = !(await parts.keys.isEmpty())
      const key = hasKeys ? await findKey(parts, asked, counted) : null
      if (key !== null) refuseToWait(await rates.byKey(key.name, key.ratePerMinute, points))
      const scopes = key?.scopes ?? scopesWithoutKey(parts, { hasKeys, strict })
      const caller: Caller = { ...from, key: key?.name ?? null, scopes }
      if (scope !== null) checkScope(caller, scope)
      return caller
    },
  }
}

/**
 * For what is decided within a request: one GraphQL document may read and change.
 * @throws RefusedError NO_KEY, SCOPE
 */
export function checkScope({ scopes, key }: Caller, scope: AccessScope): void {
  if (scopes.has(scope)) return
  throw key === null
    ? refused('NO_KEY', `${TASKS[scope]}需要密钥：Authorization: Bearer <密钥> (an API key is needed)`)
    : refused('SCOPE', `密钥 ${key} 没有权限 ${scope} (the key lacks this scope)`)
}

/**
 * Without keys the service listens on this machine only, and what must be kept from changing data are web pages: a browser
 * sends JSON to another origin only after asking, which this service never grants; a form it sends without asking, but
 * says where from (`Origin`, checked before, and Fetch Metadata). A program says nothing.
 * @param shape how the request says what to change
 * @throws RefusedError FOREIGN_PAGE
 */
export function checkOwnPage({ headers }: Pick<Asked, 'headers'>, shape: WriteShape): void {
  const isOurs = ['none', 'same-origin'].includes(headers.get('sec-fetch-site') ?? 'none')
  const { pattern, name } = WRITE_SHAPES[shape]
  if (isOurs && pattern.test(headers.get('content-type') ?? '')) return
  throw refused('FOREIGN_PAGE', `改动数据的请求须为 ${name}，且不能来自其他网站的页面`)
}

export type WriteShape = 'json' | 'form'
const WRITE_SHAPES = {
  json: { pattern: /^application\/(?:[\w.-]+\+)?json\b/i, name: 'application/json' },
  form: { pattern: /^multipart\/form-data\b/i, name: 'multipart/form-data' },
} as const

const STATUS = {
  ...{ HOST: 403, ORIGIN: 403, RATE: 429, NO_KEY: 401, WRONG_KEY: 401, SCOPE: 403, FOREIGN_PAGE: 403 },
  ...{ BODY_SIZE: 413, TIME: 503 },
} as const satisfies Record<RefusalReason, Refusal['status']>
const CODES = {
  ...{ HOST: 'BAD_INPUT', ORIGIN: 'UNAUTHORIZED', RATE: 'LIMIT', NO_KEY: 'UNAUTHORIZED' },
  ...{ WRONG_KEY: 'UNAUTHORIZED', SCOPE: 'UNAUTHORIZED', FOREIGN_PAGE: 'UNAUTHORIZED' },
  ...{ BODY_SIZE: 'LIMIT', TIME: 'UNAVAILABLE' },
} as const satisfies Record<RefusalReason, Refusal['code']>
const MESSAGES = {
  HOST: '不接受此 Host；其他名称请列入 ZHENGMAI_ALLOWED_HOSTS (host not allowed)',
  ORIGIN: '不接受其他网站的页面发来的请求 (origin not allowed)',
  RATE: '请求过于频繁，请稍后再试 (too many requests)',
  NO_KEY: '需要密钥：Authorization: Bearer <密钥> (an API key is needed)',
  WRONG_KEY: '密钥无效或已撤销 (the API key is not valid)',
  SCOPE: '密钥没有此权限 (the key lacks this scope)',
  FOREIGN_PAGE: '不接受其他网站的页面发来的请求 (origin not allowed)',
  BODY_SIZE: '请求过大 (request too large)',
  TIME: '处理时间过长，已停止等待 (it took too long)',
} as const satisfies Record<RefusalReason, string>

export function refused(
  reason: RefusalReason,
  message: string = MESSAGES[reason],
  retryAfter: number | null = null,
): RefusedError {
  return new RefusedError({ reason, status: STATUS[reason], code: CODES[reason], message, retryAfter })
}

function refuseToWait(seconds: number | null): void {
  if (seconds !== null) throw refused('RATE', MESSAGES.RATE, seconds)
}

/** The key that was sent; a wrong one is told rather than taken for none. */
async function findKey(parts: GuardParts, { headers }: Asked, counted: string): Promise<HeldKey | null> {
  const given = BEARER.exec(headers.get('authorization') ?? '')?.[1] ?? headers.get('x-api-key')
  if (given === null) return parts.sessions.find(headers.get('cookie'))
  refuseToWait(await parts.rates.beforeKey(counted))
  const key = await parts.keys.find(given.trim())
  if (key !== null) return key
  await parts.rates.wrongKey(counted)
  throw refused('WRONG_KEY')
}

function scopesWithoutKey(
  { hosts, readers }: GuardParts,
  { hasKeys, strict }: { readonly hasKeys: boolean; readonly strict: boolean },
): ReadonlySet<AccessScope> {
  if (readers === 'keys') return NOTHING
  if (!hasKeys) return hosts.isLoopback ? ALL : READ_ONLY
  return strict ? NOTHING : READ_ONLY
}
