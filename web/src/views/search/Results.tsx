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
  nearest: ['意思最接近的条款', 'The nearest clauses'],
  doubt: ['库中很可能没有回答这个问题的条款。', 'The corpus probably holds no clause on this question.'],
  doubtWhy: [
    '下面只是意思最接近的，不宜当作答案引用。库中有 {documents} 份文件（{places}），成文日期 {from} 至 {until}；此外的政策这里查不到。',
    'What follows is merely nearest in meaning and no answer. The corpus holds {documents} documents ({places}), issued {from} to {until}; other policies cannot be found here.',
  ],
  andMore: ['{named}等 {count} 地', '{named} and others, {count} places'],
  range: ['第 {from}–{to} 条', '{from}–{to}'],
  pages: ['翻页', 'Pages'],
  next: ['下一页', 'Next page'],
  previous: ['上一页', 'Previous page'],
  fallback: [
    '语义检索没有开启，这里只按字词查找：换成文件里会用的说法，更容易找到。',
    'Semantic search is off; only words are matched: terms as documents print them find more.',
  ],
} as const satisfies Record<string, Words>

/** Places of the corpus named; the rest is a number. */
const PLACES_NAMED = 6

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
          <NoHits found={found} />
        ) : (
          <>
            {found.relevant ? null : <NotRelevant coverage={found.coverage} />}
            <p className={styles.count} role="status">
              {found.relevant ? fill(words.count, { total: countCandidates(found.facets) }) : words.nearest}
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

/** Said before the hits: a reader must not take what is merely near for an answer. */
function NotRelevant({ coverage }: Pick<Found, 'coverage'>) {
  const words = useWords(WORDS)
  const { documents, places, issuedFrom, issuedUntil } = coverage
  const named = places.slice(0, PLACES_NAMED).join('、')
  return (
    <div className={styles.doubt} role="note">
      <p>
        <strong>{words.doubt}</strong>
      </p>
      <p>
        {fill(words.doubtWhy, {
          documents,
          places: places.length > PLACES_NAMED ? fill(words.andMore, { named, count: places.length }) : named,
          from: issuedFrom ?? '—',
          until: issuedUntil ?? '—',
        })}
      </p>
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
