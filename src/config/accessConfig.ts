import type { Complain, ReadSetting } from './settings.ts'

/** Who may use the service, besides the key of the settings. */
export interface AccessConfig {
  /** Null: `anyone` on loopback, `keys` elsewhere. */
  readonly readers: 'anyone' | 'keys' | null
  /** Lower case, without ports; `*` for all. */
  readonly allowedHosts: readonly string[]
  /** IP addresses and ranges. */
  readonly trustedProxies: readonly string[]
  /** Requests of an address, and of a key; null for no limit. */
  readonly ratePerMinute: number | null
}

/** Beyond loopback; twenty a second is far above what a person at the page or an assistant needs. */
const RATE_PER_MINUTE = 1200
const MOST_RATE = 1_000_000
const HOST_NAME = /^(?:\*|[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9])?|\[[0-9a-f:]+\])$/
const RANGE = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*)(?:\/\d{1,3})?$/i

/** The settings of access. */
export function readAccess(read: ReadSetting, complain: Complain, isLoopback: boolean): AccessConfig {
  return {
    readers: readReaders(read, complain),
    allowedHosts: listOf(read('ZHENGMAI_ALLOWED_HOSTS')?.toLowerCase() ?? null).filter((name) => {
      const isName = HOST_NAME.test(name)
      if (!isName) complain('ZHENGMAI_ALLOWED_HOSTS', `应为不带端口的主机名，用逗号隔开，得到 ${name}`)
      return isName
    }),
    trustedProxies: listOf(read('ZHENGMAI_TRUSTED_PROXIES')).filter((range) => {
      const isRange = RANGE.test(range)
      if (!isRange) complain('ZHENGMAI_TRUSTED_PROXIES', `应为 IP 地址或网段，用逗号隔开，得到 ${range}`)
      return isRange
    }),
    ratePerMinute: readRate(read, complain, isLoopback),
  }
}

function readReaders(read: ReadSetting, complain: Complain): AccessConfig['readers'] {
  const given = read('ZHENGMAI_READERS')?.toLowerCase() ?? null
  if (given === null || given === 'anyone' || given === 'keys') return given
  complain('ZHENGMAI_READERS', `应为 anyone 或 keys，得到 ${given}`)
  return null
}

function readRate(read: ReadSetting, complain: Complain, isLoopback: boolean): number | null {
  const given = read('ZHENGMAI_RATE_PER_MINUTE')
  if (given === null) return isLoopback ? null : RATE_PER_MINUTE
  const rate = Number(given)
  if (/^\d+$/.test(given) && rate <= MOST_RATE) return rate === 0 ? null : rate
  complain('ZHENGMAI_RATE_PER_MINUTE', `应为 0 至 ${MOST_RATE} 的整数，得到 ${given}`)
  return null
}

function listOf(words: string | null): readonly string[] {
  return (words ?? '').split(/[,，\s]+/).filter((word) => word !== '')
}
