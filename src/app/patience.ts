import { setTimeout } from 'node:timers/promises'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { ZhengmaiError } from '../errors/error.ts'

/** How to wait for a database that does not answer. */
export interface Patience {
  /** Most time from the first failure on (ms); `Infinity` for a service. */
  readonly ms: number
  /** Ends the waiting. */
  readonly signal?: AbortSignal
  /** Told once, at the first failure. */
  readonly onWait?: (error: ZhengmaiError) => void
}

/** Pauses between attempts grow from the first to the second of these (ms): soon back after a hiccup, no storm on a server that starts. */
const PAUSES = { first: 250, longest: 5000 } as const

/**
 * Runs `task` again while the store does not answer (STORE_UNAVAILABLE); any other failure ends it at once.
 * @throws ZhengmaiError the last failure, when patience is at its end
 */
export async function untilAvailable<T>(task: () => Promise<T>, patience: Patience): Promise<T> {
  const { signal, onWait } = patience
  let deadline: number | null = null
  for (let pause: number = PAUSES.first; ; pause = Math.min(2 * pause, PAUSES.longest)) {
    try {
      return await task()
    } catch (error) {
      if (!isUnavailable(error)) throw error
      if (deadline === null && patience.ms > 0) onWait?.(error)
      deadline ??= performance.now() + patience.ms
      const left = deadline - performance.now()
      if (left <= 0 || signal?.aborted) throw error
      await sleep(Math.min(pause, left), signal)
    }
  }
}

export function isUnavailable(error: unknown): error is ZhengmaiError {
  return error instanceof ZhengmaiError && error.code === 'STORE_UNAVAILABLE'
}

/** The store with every call tried again in this way: each is one transaction, and doing one twice changes nothing. */
export function waitingStore(store: GraphStore, patience: Patience): GraphStore {
  // a database that did not come back in time is not waited for again by each of a thousand files
  let givenUp: ZhengmaiError | null = null
  return wrapMethods(store, async (call) => {
    if (givenUp !== null) throw givenUp
    try {
      return await untilAvailable(call, patience)
    } catch (error) {
      if (isUnavailable(error)) givenUp = error
      throw error
    }
  })
}

/** A store whose calls, but for the closing ones, go through `around`. */
export function wrapMethods(
  store: GraphStore,
  around: (call: () => Promise<unknown>) => Promise<unknown>,
): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      const call = value.bind(target) as (...args: unknown[]) => Promise<unknown>
      if (name === 'close' || typeof name === 'symbol') return call
      return (...args: unknown[]) => around(() => call(...args))
    },
  })
}

/**
 * The answer where it comes in time.
 * @throws ZhengmaiError STORE_UNAVAILABLE after `ms`
 */
export async function answerWithin<T>(ms: number, answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined)
  const late = Symbol('late')
  const first = await Promise.race([answer, setTimeout(ms, late, { ref: false })])
  if (first === late) throw new ZhengmaiError('STORE_UNAVAILABLE', `存储在 ${ms / 1000} 秒内没有应答`)
  return first as T
}

/** Ends early, without an error, when the signal does. */
async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await setTimeout(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
}
