import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/**
 * A part of a view's state that lives in the address, so that it can be shared and the back button works.
 * @param fallback the value that is not written into the address
 */
export function useAddressState(
  name: string,
  fallback = '',
): readonly [string, (value: string, options?: { readonly replace?: boolean }) => void] {
  const [parameters, setParameters] = useSearchParams()
  const value = parameters.get(name) ?? fallback
  const set = useCallback(
    (next: string, { replace = false }: { readonly replace?: boolean } = {}) => {
      setParameters((old) => write(old, { [name]: next === fallback ? null : next }), { replace })
    },
    [name, fallback, setParameters],
  )
  return [value, set]
}

/** The parameters with some changed; null removes one. What no longer fits, such as the page, the caller removes too. */
export function write(
  old: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(old)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}
