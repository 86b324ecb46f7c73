import { useEffect, useRef } from 'react'
import { useReturns } from '../../core/scrollMemory.ts'

/**
 * Brings the part that the address names into view, once for each address; not for a reader who comes back, who is brought
 * to where he was.
 * @param ready whether all parts are there
 */
export function useAnchor(document: string, anchor: string, ready: boolean): void {
  const returns = useReturns()
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (shown.current === anchor) return
    if (anchor === document) {
      shown.current = anchor
      return
    }
    const part = window.document.getElementById(anchor)
    if (part === null) {
      if (ready) shown.current = anchor
      return
    }
    shown.current = anchor
    part.focus({ preventScroll: true })
    if (returns) return
    part.scrollIntoView({ block: 'start' })
    // parts that were not laid out before take their real height when they come near
    const again = requestAnimationFrame(() => part.scrollIntoView({ block: 'start' }))
    return () => cancelAnimationFrame(again)
  })
}
