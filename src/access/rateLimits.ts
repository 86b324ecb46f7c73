import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { countedAddress } from './addresses.ts'

/** Seconds that a limit counts over. */
const WINDOW = 60
/** Wrong keys that one address may try within `FAILURE_WINDOW` seconds. */
const FAILURES = 20
const FAILURE_WINDOW = 300

/** Whole seconds to wait; null where the request is within its limits. */
type Wait = number | null

export interface RateLimits {
  byAddress(address: string, points: number): Promise<Wait>
  byKey(name: string, own: number | null, points: number): Promise<Wait>
  /** To wait before a further key may be tried from this address. */
  beforeKey(address: string): Promise<Wait>
  wrongKey(address: string): Promise<void>
}

/**
 * Counts requests in memory: each process has its own counts, which end with it.
 * @param perMinute of an address, and of a key without a rate of its own; null: no limit
 */
export function createRateLimits(perMinute: number | null): RateLimits {
  const limiter = (points: number, duration = WINDOW) => new RateLimiterMemory({ points, duration })
  const addresses = perMinute === null ? null : limiter(perMinute)
  const keys = new Map<number, RateLimiterMemory>()
  const failures = limiter(FAILURES, FAILURE_WINDOW)
  return {
    async byAddress(address, points) {
      return addresses === null ? null : consume(addresses, countedAddress(address), points)
    },
    async byKey(name, own, points) {
      const rate = own ?? perMinute
      if (rate === null) return null
      const counts = keys.get(rate) ?? limiter(rate)
      keys.set(rate, counts)
      return consume(counts, name, points)
    },
    async beforeKey(address) {
      const known = await failures.get(countedAddress(address))
      return known === null || known.consumedPoints < FAILURES ? null : secondsOf(known)
    },
    async wrongKey(address) {
      await failures.penalty(countedAddress(address))
    },
  }
}

async function consume(limiter: RateLimiterMemory, name: string, points: number): Promise<Wait> {
  try {
    await limiter.consume(name, points)
    return null
  } catch (error) {
    if (error instanceof RateLimiterRes) return secondsOf(error)
    throw error
  }
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000))
}
