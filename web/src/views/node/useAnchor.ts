import { useEffect, useRef } from 'react'
import { useNavigationType } from 'react-router'

/**
 * Brings the part that the address names into view, once for each address; the beginning for the document itself.
 * @param ready whether all parts are there
 */
export function useAnchor(document: string, anchor: string, ready: boolean): void {
  const kind = useNavigationType()
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (shown.current === anchor) return
    if (anchor === document) {
      // going back, the browser knows where the reader was
      if (shown.current === null && kind === 'PUSH') window.scrollTo(0, 0)
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
    part.scrollIntoView({ block: 'start' })
    // parts that were not laid out before take their real height when they come near
    const again = requestAnimationFrame(() => part.scrollIntoView({ block: 'start' }))
    return () => cancelAnimationFrame(again)
  })
}
