import { createHash, timingSafeEqual } from 'node:crypto'
import { ZhengmaiError } from '../errors/error.ts'

const BEARER = /^Bearer +(.+)$/i
const SHAPES = {
  json: /^application\/(?:[\w.-]+\+)?json\b/i,
  form: /^multipart\/form-data\b/i,
} as const
/** What a browser says of a request of our own page (Fetch Metadata); a program says nothing. */
const SAME_SITE = new Set(['none', 'same-origin'])

/**
 * Lets a request change data: with the API key where one is set (`Authorization: Bearer …` or `X-API-Key`). Without one
 * the service listens on this machine only, and what must be kept out are web pages: a browser sends JSON to another
 * origin only after asking, which this service never grants; a form it sends without asking, but with its `Origin`.
 * @param shape how the request says what to change
 * @throws ZhengmaiError UNAUTHORIZED
 */
export function checkWrite(
  { headers, url }: Request,
  apiKey: string | null,
  shape: 'json' | 'form' = 'json',
): void {
  if (apiKey !== null) {
    const given = BEARER.exec(headers.get('authorization') ?? '')?.[1] ?? headers.get('x-api-key')
    if (given !== null && isSame(given.trim(), apiKey)) return
    throw new ZhengmaiError('UNAUTHORIZED', '改动数据需要密钥：Authorization: Bearer <ZHENGMAI_API_KEY>')
  }
  const origin = headers.get('origin')
  const isOurs = origin === null || origin === originOf(headers.get('host'), url)
  const site = headers.get('sec-fetch-site') ?? 'none'
  if (SHAPES[shape].test(headers.get('content-type') ?? '') && isOurs && SAME_SITE.has(site)) return
  const type = shape === 'json' ? 'application/json' : 'multipart/form-data'
  throw new ZhengmaiError('UNAUTHORIZED', `改动数据的请求须为 ${type}，且不能来自其他网站的页面`)
}

/** Compared by digests, so that the time taken tells nothing of the key. */
function isSame(given: string, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(key))
}

function originOf(host: string | null, url: string): string {
  const { protocol, host: named } = new URL(url)
  return `${protocol}//${host ?? named}`
}
