import { useSyncExternalStore } from 'react'

/** Whether the window is at least so wide (rem), also after it was made wider or narrower. */
export function useWide(rem: number): boolean {
  const query = `(min-width: ${rem}rem)`
  return useSyncExternalStore(
    (tell) => {
      const list = matchMedia(query)
      list.addEventListener('change', tell)
      return () => list.removeEventListener('change', tell)
    },
    () => matchMedia(query).matches,
  )
}
