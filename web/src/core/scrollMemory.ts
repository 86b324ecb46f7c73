import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** Kept for the tab, so that a reload brings the reader back too. */
const STORED = 'zhengmai.scroll'
/** How long a view that is read anew may take until it is as long as it was (ms). */
const PATIENCE = 4_000
/** A view that has kept its height for so long is built (ms). */
const QUIET = 600
/** Entries of the history whose places are kept. */
const KEPT = 100

const places = new Map<string, number>(load())
nameEntry()

/** The router names the entries that it makes; the one by which the page was opened would be called like any other such one. */
function nameEntry(): void {
  const state = window.history.state as { readonly key?: string } | null
  if (state?.key !== undefined) return
  window.history.replaceState({ ...state, key: Math.random().toString(36).slice(2, 10) }, '')
}

function load(): readonly [string, number][] {
  try {
    return Object.entries(JSON.parse(sessionStorage.getItem(STORED) ?? '{}') as Record<string, number>)
  } catch {
    return []
  }
}

function keep(key: string, y: number): void {
  places.delete(key)
  places.set(key, y)
  for (const oldest of places.keys()) {
    if (places.size <= KEPT) break
    places.delete(oldest)
  }
}

/**
 * Brings the reader back to where he was on an entry of the history. The browser and the router do that at once, when a
 * view that has yet to be read is too short; this goes on until it is long enough or the reader moves by himself. What
 * leads to a new entry begins at its top: the router's `ScrollRestoration` sees to that.
 */
export function useScrollMemory(): void {
  const { key } = useLocation()
  const kind = useNavigationType()
  const current = useRef(key)
  const returning = useRef(false)

  useLayoutEffect(() => {
    current.current = key
    const y = kind === 'POP' ? places.get(key) : undefined
    if (y === undefined || y === 0) return
    returning.current = true
    return returnTo(y, () => {
      returning.current = false
    })
  }, [key, kind])

  useEffect(() => {
    const remember = () => {
      if (!returning.current) keep(current.current, window.scrollY)
    }
    const store = () => sessionStorage.setItem(STORED, JSON.stringify(Object.fromEntries(places)))
    window.addEventListener('scroll', remember, { passive: true })
    window.addEventListener('pagehide', store)
    return () => {
      window.removeEventListener('scroll', remember)
      window.removeEventListener('pagehide', store)
    }
  }, [])
}

/** Whether the reader comes back to an entry on which he was somewhere below its top. */
export function useReturns(): boolean {
  const { key } = useLocation()
  return useNavigationType() === 'POP' && (places.get(key) ?? 0) > 0
}

const OWN_MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/**
 * Keeps the window at `y` while the view is still being built, which moves what is in sight.
 * @returns ends it
 */
function returnTo(y: number, done: () => void): () => void {
  let quiet: ReturnType<typeof setTimeout> | undefined
  // the browser would keep what happens to be in sight in its place, and move the window instead
  const root = document.documentElement
  root.style.overflowAnchor = 'none'
  const reach = () => {
    const room = root.scrollHeight - window.innerHeight
    window.scrollTo(0, Math.min(y, room))
    clearTimeout(quiet)
    if (room >= y) quiet = setTimeout(end, QUIET)
  }
  const observer = new ResizeObserver(reach)
  const end = () => {
    observer.disconnect()
    clearTimeout(timer)
    clearTimeout(quiet)
    root.style.overflowAnchor = ''
    for (const move of OWN_MOVES) window.removeEventListener(move, end)
    done()
  }
  const timer = setTimeout(end, PATIENCE)
  for (const move of OWN_MOVES) window.addEventListener(move, end, { passive: true })
  observer.observe(document.body)
  return end
}
