import { Link, useSearchParams } from 'react-router'
import { useWords, type Words } from '../../core/words.ts'
import styles from './NoHits.module.css'
import { CONDITIONS, changed, cleared, readAddress, searchTo } from './searchAddress.ts'
import type { Found } from './searchQuery.ts'
import { Welcome } from './Welcome.tsx'

const WORDS = {
  none: ['没有找到条款', 'No clause was found'],
  why: [
    '库中文件没有与之相符的条款；这不等于没有这样的政策，只说明收录的文件里没有。',
    'No clause held fits. That does not mean that there is no such policy: only that the documents held have none.',
  ],
  clear: ['去掉全部条件再查', 'Search without conditions'],
  literal: ['不从问题里读条件再查', 'Search without reading conditions from the question'],
  meaning: ['改为综合检索', 'Search by meaning too'],
} as const satisfies Record<string, Words>

/** Nothing found: what may help, and what the corpus covers at all. */
export function NoHits({ found }: { readonly found: Found }) {
  const words = useWords(WORDS)
  const [parameters] = useSearchParams()
  const address = readAddress(parameters)
  return (
    <section className={styles.none} aria-label={words.none}>
      <p className={styles.title} role="status">
        {words.none}
      </p>
      <p>{words.why}</p>
      <p className={styles.ways}>
        {CONDITIONS.some((condition) => address[condition] !== '') ? (
          <Link to={searchTo(cleared(parameters))}>{words.clear}</Link>
        ) : null}
        {found.conditions.length > 0 ? (
          <Link to={searchTo(changed(parameters, { literal: '1' }))}>{words.literal}</Link>
        ) : null}
        {address.mode === 'KEYWORD' ? (
          <Link to={searchTo(changed(parameters, { mode: null }))}>{words.meaning}</Link>
        ) : null}
      </p>
      <Welcome />
    </section>
  )
}
