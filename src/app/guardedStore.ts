import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { StoreCapabilities } from '../../graph/port/storeCapabilities.ts'
import { toZhengmaiError, ZhengmaiError } from '../errors/error.ts'
import type { Logger } from './logger.ts'
import { isUnavailable, untilAvailable } from './patience.ts'

/** The store of a service that goes on while its database is away. */
export interface GuardedStore {
  /** Rejects at once with STORE_UNAVAILABLE while the database is away, instead of letting requests pile up. */
  readonly store: GraphStore
  /** Rejects when the database, back at last, cannot be used (wrong password, another's data …). */
  readonly lost: Promise<never>
}

export interface GuardOptions {
  /** Opens the store; called again while it is unavailable. */
  readonly open: () => Promise<GraphStore>
  /** What the store will be able to do, as long as it is not open. */
  readonly supports: StoreCapabilities
  readonly signal: AbortSignal
  readonly logger: Logger
}

/**
 * Opens a store, now or, where its database does not answer, as soon as it does; later on asks an absent database in the
 * background until it is back.
 * @throws ZhengmaiError STORE_* for what waiting does not mend
 */
export async function guardStore({ open, supports, signal, logger }: GuardOptions): Promise<GuardedStore> {
  let store: GraphStore | null = null
  let fault: ZhengmaiError | null = null
  let isClosed = false
  let lose: (error: ZhengmaiError) => void = () => undefined
  const lost = new Promise<never>((_resolve, reject) => {
    lose = reject
  })
  lost.catch(() => undefined)
  const end = new AbortController()
  const patience = { ms: Number.POSITIVE_INFINITY, signal: AbortSignal.any([signal, end.signal]) }

  const tryToOpen = async () => {
    const opened = await open()
    if (isClosed) await opened.close()
    else [store, fault] = [opened, null]
  }
  /** Asks until there is an answer; calls fail meanwhile. */
  const recover = (error: ZhengmaiError, ask: () => Promise<unknown>) => {
    fault = error
    logger.error({ stage: 'store', code: error.code }, `存储不可用，等待恢复：${error.message}`)
    untilAvailable(ask, patience).then(
      () => {
        fault = null
        logger.info({ stage: 'store' }, '存储已恢复')
      },
      (failure) => {
        if (!patience.signal.aborted) lose(toZhengmaiError(failure))
      },
    )
  }
  const call = async (name: keyof GraphStore, args: unknown[]) => {
    if (isClosed) throw new ZhengmaiError('STORE_FAILED', '存储已关闭')
    if (fault !== null || store === null)
      throw fault ?? new ZhengmaiError('STORE_UNAVAILABLE', '存储尚未就绪')
    const inner = store
    try {
      return await (inner[name] as (...args: unknown[]) => Promise<unknown>)(...args)
    } catch (error) {
      if (isUnavailable(error) && fault === null) recover(error, () => inner.embeddingKey())
      throw error
    }
  }
  const close = async () => {
    isClosed = true
    end.abort()
    await store?.close()
  }
  try {
    await tryToOpen()
  } catch (error) {
    if (!isUnavailable(error)) throw error
    recover(error, tryToOpen)
  }
  const methods: ProxyHandler<object> = {
    get: (_target, name) => {
      if (name === 'supports') return store?.supports ?? supports
      if (name === 'close' || name === Symbol.asyncDispose) return close
      // a promise would be asked for `then`
      if (typeof name === 'symbol' || name === 'then') return undefined
      return (...args: unknown[]) => call(name as keyof GraphStore, args)
    },
  }
  return { store: new Proxy({}, methods) as GraphStore, lost }
}
