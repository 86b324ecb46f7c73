import { useSearchParams } from 'react-router'

/** Parameters of the address to set; null or no words remove one. What no longer fits, such as the page, the caller removes too. */
export type AddressChanges = Readonly<Record<string, string | null>>

/**
 * The parameters of the address, addresses that differ from it in some, and going there. The state of a view lives in the
 * address, so that it can be shared and the back button works.
 */
export function useAddress() {
  const [parameters, setParameters] = useSearchParams()
  return {
    parameters,
    to: (changes: AddressChanges): string => `?${write(parameters, changes)}`,
    go: (changes: AddressChanges): void => setParameters((old) => write(old, changes), AT_ONCE),
  }
}

/**
 * A control whose state is the address must not fall back until the view is drawn anew: the router would wait with that.
 * And the reader stays where he is: the control is there.
 */
export const AT_ONCE = { flushSync: true, preventScrollReset: true } as const

/** The parameters with some changed. */
export function write(old: URLSearchParams, changes: AddressChanges): URLSearchParams {
  const next = new URLSearchParams(old)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}
