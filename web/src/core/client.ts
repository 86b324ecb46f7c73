import { Client, cacheExchange, fetchExchange } from 'urql'
import { readKey } from './key.ts'

/** How long the service may take before the page says that it does not answer (ms). */
const PATIENCE = 20_000

/** Asks the service that the page came from; what it answered is kept as long as the client is. */
export function createClient(): Client {
  return new Client({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetch: (input, init) => fetch(input, { ...init, signal: withPatience(init?.signal) }),
    fetchOptions: () => {
      const key = readKey()
      return key === null ? {} : { headers: { authorization: `Bearer ${key}` } }
    },
  })
}

function withPatience(signal: AbortSignal | null | undefined): AbortSignal {
  const late = AbortSignal.timeout(PATIENCE)
  return signal == null ? late : AbortSignal.any([signal, late])
}
