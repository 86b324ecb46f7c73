import { type RefObject, useEffect, useRef, useState } from 'react'

/** How far below the window the end may be when more is drawn (px). */
const AHEAD = 1_200

/**
 * The first items of a long list, more as the reader comes near the end, all of them on paper.
 * @param step items drawn at first and added when their end comes near; a thousand rows at once are felt
 * @returns with them the element that marks the end, to be placed below the items
 */
export function useGrowing<T>(
  items: readonly T[],
  step: number,
): readonly [shown: readonly T[], end: RefObject<HTMLDivElement | null>] {
  const [count, setCount] = useState(step)
  const end = useRef<HTMLDivElement>(null)
  const more = count < items.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end is looked for again after each step
  useEffect(() => {
    if (!more || end.current === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setCount((old) => old + step)
      },
      { rootMargin: `0px 0px ${AHEAD}px 0px` },
    )
    observer.observe(end.current)
    const all = () => setCount(Number.POSITIVE_INFINITY)
    window.addEventListener('beforeprint', all)
    return () => {
      observer.disconnect()
      window.removeEventListener('beforeprint', all)
    }
  }, [more, count, step])
  return [more ? items.slice(0, count) : items, end]
}
