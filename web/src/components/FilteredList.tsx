import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useAddress } from '../core/addressState.ts'
import type { AllPages } from '../core/allPages.ts'
import { fill, useWords, type Words } from '../core/words.ts'
import { Await } from './Await.tsx'
import styles from './FilteredList.module.css'
import { PageTitle } from './PageTitle.tsx'

const WORDS = {
  clear: ['清除筛选', 'Clear the filters'],
} as const satisfies Record<string, Words>

/** What a list says of itself, in the words of what it lists. */
export interface ListWords {
  readonly title: string
  readonly lead: string
  /** `{total}`, and `{read}` in the last two. */
  readonly count: string
  readonly reading: string
  readonly capped: string
  readonly none: string
}

/** A list of the corpus: what it is, its filters and its bar, how much of it is there, and the items themselves. */
export function FilteredList<T>({
  words,
  controls,
  asked,
  filter,
  children,
}: {
  readonly words: ListWords
  readonly controls: ReactNode
  readonly asked: AllPages<T>
  /** The filters in force, by their names in the address. */
  readonly filter: object
  readonly children: (items: readonly T[]) => ReactNode
}) {
  const own = useWords(WORDS)
  const { to } = useAddress()
  return (
    <>
      <PageTitle of={words.title} />
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      {controls}
      <Await asked={asked} retry={asked.retry}>
        {({ items, total }) => (
          <>
            <p role="status" className={styles.count}>
              {asked.fetching
                ? fill(words.reading, { read: items.length, total })
                : fill(items.length < total ? words.capped : words.count, { read: items.length, total })}
            </p>
            {items.length === 0 ? (
              <p>
                {words.none}{' '}
                <Link to={to(Object.fromEntries(Object.keys(filter).map((name) => [name, null])))}>
                  {own.clear}
                </Link>
              </p>
            ) : (
              children(items)
            )}
          </>
        )}
      </Await>
    </>
  )
}
