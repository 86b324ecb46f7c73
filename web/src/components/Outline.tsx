import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import styles from './Outline.module.css'

export interface OutlineItem {
  /** Id of the element that it leads to. */
  readonly id: string
  readonly label: string
  readonly depth: number
  readonly href: string
}

/** The headings of a document; the one that is being read is marked. */
export function Outline({
  items,
  label,
  current,
}: {
  readonly items: readonly OutlineItem[]
  readonly label: string
  /** Id of the part that the address names. */
  readonly current?: string | undefined
}) {
  const seen = useSeen(items)
  const read = seen ?? current
  return (
    <nav className={styles.outline} aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.id} data-depth={Math.min(item.depth, 3)}>
            <Link to={item.href} aria-current={item.id === read ? 'location' : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The part of the window in which a heading counts as being read: the upper third, below where a part that was gone to begins. */
const READING_ZONE = '-100px 0px -64% 0px'

/** Id of the topmost part in view; null before anything was seen. */
function useSeen(items: readonly OutlineItem[]): string | null {
  const [seen, setSeen] = useState<string | null>(null)
  useEffect(() => {
    const visible = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) visible.add(target.id)
          else visible.delete(target.id)
        }
        const first = items.find(({ id }) => visible.has(id))
        if (first !== undefined) setSeen(first.id)
      },
      { rootMargin: READING_ZONE },
    )
    for (const { id } of items) {
      const part = document.getElementById(id)
      if (part !== null) observer.observe(part)
    }
    return () => observer.disconnect()
  }, [items])
  return seen
}
