import { BlockList, isIP } from 'node:net'

/** Where a request came from and by what name it asked for the service. */
export interface Addressed {
  /** Of the client; null where the request came over no network (a test). */
  readonly address: string | null
  /** As in the `Host` header: `127.0.0.1:4000`; null where it is none. */
  readonly host: string | null
  readonly protocol: 'http' | 'https'
}

/** What `Forwarded` headers may be believed from. */
export interface Proxies {
  isTrusted(address: string): boolean
}

/**
 * @param ranges addresses (`10.0.0.5`, `::1`) and ranges (`10.0.0.0/8`)
 * @throws Error where one is neither
 */
export function readProxies(ranges: readonly string[]): Proxies {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/')
    const family = familyOf(address)
    if (family === null) throw new Error(`应为 IP 地址或网段，得到 ${range}`)
    if (prefix === undefined) list.addAddress(address, family)
    else {
      const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN
      if (!(bits <= (family === 'ipv4' ? 32 : 128))) throw new Error(`应为 IP 地址或网段，得到 ${range}`)
      list.addSubnet(address, bits, family)
    }
  }
  return {
    isTrusted: (address) => {
      const plain = plainAddress(address)
      const family = familyOf(plain)
      return family !== null && list.check(plain, family)
    },
  }
}

/**
 * Who asks, by which name. What a proxy says of its client (`X-Forwarded-For`, `-Host`, `-Proto`) counts only where the
 * proxy itself is trusted; of several addresses the last that no trusted proxy bears, as whoever asks can write those before it.
 */
export function addressOf(
  asked: { readonly headers: Headers; readonly peer: string | null; readonly url: string },
  proxies: Proxies,
): Addressed {
  const { headers, url } = asked
  const peer = asked.peer === null ? null : plainAddress(asked.peer)
  const named = headers.get('host') ?? hostOf(url)
  const own: Addressed = { address: peer, host: named, protocol: protocolOf(url) }
  if (peer === null || !proxies.isTrusted(peer)) return own
  const stops = listOf(headers.get('x-forwarded-for')).map(plainAddress)
  const client = stops.findLast((stop) => isIP(stop) === 0 || !proxies.isTrusted(stop))
  const proto = listOf(headers.get('x-forwarded-proto')).at(-1)?.toLowerCase()
  return {
    // a stop that is no address is made up: the proxy itself then stands for whoever sent it
    address: client !== undefined && isIP(client) !== 0 ? client : peer,
    host: listOf(headers.get('x-forwarded-host')).at(-1) ?? own.host,
    protocol: proto === 'https' || proto === 'http' ? proto : own.protocol,
  }
}

/** What limits are counted by: an IPv6 client has a whole /64 of addresses. */
export function countedAddress(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/** An IPv4 address in IPv6 clothes (`::ffff:10.0.0.1`) without them; brackets and a port are left out. */
function plainAddress(address: string): string {
  const bare = address.trim().replace(/^\[(.*)\](?::\d+)?$/, '$1')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(mapped) ? mapped.replace(/:\d+$/, '') : mapped
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address)
  if (version === 0) return null
  return version === 4 ? 'ipv4' : 'ipv6'
}

function listOf(header: string | null): readonly string[] {
  return (header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null
}

function protocolOf(url: string): 'http' | 'https' {
  return url.startsWith('https:') ? 'https' : 'http'
}
