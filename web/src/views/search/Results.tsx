import type { RefObject } from 'react'
import { Link, useSearchParams } from 'react-router'
import { fill, useWords, type Words } from '../../core/words.ts'
import { Conditions } from './Conditions.tsx'
import { Facets } from './Facets.tsx'
import { countCandidates } from './facetLinks.ts'
import { HitItem } from './HitItem.tsx'
import { NoHits } from './NoHits.tsx'
import styles from './Results.module.css'
import { changed, nextTrail, PAGE_SIZE, previousTrail, readAddress, searchTo } from './searchAddress.ts'
import type { Found } from './searchQuery.ts'

const WORDS = {
  hits: ['条款', 'Clauses'],
  count: ['共 {total} 条候选条款，按相关程度排列', '{total} candidate clauses, most relevant first'],
  range: ['第 {from}–{to} 条', '{from}–{to}'],
  pages: ['翻页', 'Pages'],
  next: ['下一页', 'Next page'],
  previous: ['上一页', 'Previous page'],
  fallback: [
    '语义检索没有开启，这里只按字词查找：换成文件里会用的说法，更容易找到。',
    'Semantic search is off; only words are matched: terms as documents print them find more.',
  ],
} as const satisfies Record<string, Words>

/** The clauses found, beside what they can be narrowed down by. */
export function Results({
  found,
  list,
  fetching,
}: {
  readonly found: Found
  readonly list: RefObject<HTMLOListElement | null>
  readonly fetching: boolean
}) {
  const words = useWords(WORDS)
  const [parameters] = useSearchParams()
  const address = readAddress(parameters)
  const before = address.trail.length * PAGE_SIZE
  const to = before + found.edges.length
  return (
    <div className={styles.layout} aria-busy={fetching}>
      <Facets facets={found.facets} />
      <section className={styles.hits} aria-labelledby="hits">
        <h2 id="hits" className="visually-hidden">
          {words.hits}
        </h2>
        <Conditions found={found} />
        {found.servedBy === 'KEYWORD' && address.mode !== 'KEYWORD' ? (
          <p className={styles.note}>{words.fallback}</p>
        ) : null}
        {found.edges.length === 0 ? (
          <NoHits />
        ) : (
          <>
            <p className={styles.count} role="status">
              {fill(words.count, { total: countCandidates(found.facets) })}
              {before === 0 && !found.pageInfo.hasNextPage ? null : (
                <span>{fill(words.range, { from: before + 1, to })}</span>
              )}
            </p>
            <ol ref={list} className={styles.list} start={before + 1}>
              {found.edges.map(({ node }) => (
                <HitItem key={node.clause.id} hit={node} shown={address.why === node.clause.id} />
              ))}
            </ol>
          </>
        )}
        <Pages found={found} />
      </section>
    </div>
  )
}

function Pages({ found }: { readonly found: Found }) {
  const words = useWords(WORDS)
  const [parameters] = useSearchParams()
  const { trail } = readAddress(parameters)
  const { hasNextPage, endCursor } = found.pageInfo
  const previous = previousTrail(trail)
  const next = hasNextPage ? nextTrail(trail, endCursor) : null
  if (previous === null && next === null) return null
  const to = (after: string) => searchTo(changed(parameters, { after }))
  return (
    <nav className={styles.pages} aria-label={words.pages}>
      {previous === null ? null : (
        <Link to={to(previous)} rel="prev">
          ← {words.previous}
        </Link>
      )}
      {next === null ? null : (
        <Link to={to(next)} rel="next">
          {words.next} →
        </Link>
      )}
    </nav>
  )
}
