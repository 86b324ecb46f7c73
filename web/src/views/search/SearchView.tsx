import { useRef } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { PageTitle } from '../../components/PageTitle.tsx'
import { fill, useWords, type Words } from '../../core/words.ts'
import { Results } from './Results.tsx'
import { SearchBox } from './SearchBox.tsx'
import styles from './SearchView.module.css'
import { filterOf, PAGE_SIZE, readAddress } from './searchAddress.ts'
import { SEARCH } from './searchQuery.ts'
import { useHitKeys } from './useHitKeys.ts'
import { Welcome } from './Welcome.tsx'

const WORDS = {
  title: ['检索', 'Search'],
  welcome: ['检索政策条款', 'Search policy clauses'],
  lead: [
    '用一句话提问，或输入几个词。结果是条款原文，每一条都能点开核对。',
    'Ask in a sentence or type a few words, in Chinese. Results are clauses in their own words; open any to check it.',
  ],
  results: ['“{query}”的检索结果', 'Results for “{query}”'],
} as const satisfies Record<string, Words>

const today = (): string => new Date().toLocaleDateString('sv-SE')

/** One box for questions and words; the clauses that answer, and ways to narrow them down. */
export default function SearchView() {
  const words = useWords(WORDS)
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLOListElement>(null)
  useHitKeys(list, box)
  const [parameters] = useSearchParams()
  const address = readAddress(parameters)
  const { query, mode, trail } = address
  const pause = query === ''
  const [asked, ask] = useQuery({
    query: SEARCH,
    variables: {
      query,
      mode,
      filter: filterOf(address, today()),
      first: PAGE_SIZE,
      after: trail.at(-1) ?? null,
      understand: !address.literal,
    },
    pause,
  })
  const title = pause ? words.title : `${query} · ${words.title}`
  // one tree for both states: the box keeps the focus when the first question is asked
  return (
    <div className={pause ? styles.welcome : styles.found}>
      <PageTitle of={title} />
      <h1 className={pause ? undefined : 'visually-hidden'}>
        {pause ? words.welcome : fill(words.results, { query })}
      </h1>
      {pause ? <p className={styles.lead}>{words.lead}</p> : null}
      <div className={styles.bar}>
        <SearchBox box={box} />
      </div>
      {pause ? (
        <Welcome />
      ) : (
        <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
          {({ search }) => <Results found={search} list={list} fetching={asked.fetching} />}
        </Await>
      )}
    </div>
  )
}
