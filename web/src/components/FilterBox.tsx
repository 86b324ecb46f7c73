import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useAddress } from '../core/addressState.ts'
import { useFolding } from '../core/useFolding.ts'
import { fill, useWords, type Words } from '../core/words.ts'
import styles from './FilterBox.module.css'

const WORDS = {
  filters: ['筛选', 'Filters'],
  on: ['筛选（已用 {count} 项）', 'Filters ({count} on)'],
  clear: ['清除筛选', 'Clear the filters'],
} as const satisfies Record<string, Words>

/** Narrower than this (rem), the filters would take the first screen: they start folded. */
const ROOM = 48

/** The filters of a list and the way to be rid of them all. */
export function FilterBox({
  names,
  children,
}: {
  /** Of the filters in the address. */
  readonly names: readonly string[]
  readonly children: ReactNode
}) {
  const words = useWords(WORDS)
  const { parameters, to } = useAddress()
  const { wide, details } = useFolding(ROOM)
  const on = names.filter((name) => (parameters.get(name) ?? '') !== '')
  return (
    <search aria-label={words.filters} data-screen-only>
      <details className={styles.box} {...details}>
        <summary className={wide ? styles.hidden : undefined}>
          {on.length === 0 ? words.filters : fill(words.on, { count: on.length })}
        </summary>
        <div className={styles.fields}>
          {children}
          {on.length === 0 ? null : (
            <Link
              className={styles.clear}
              to={to(Object.fromEntries(on.map((name) => [name, null])))}
              preventScrollReset
            >
              {words.clear}
            </Link>
          )}
        </div>
      </details>
    </search>
  )
}
