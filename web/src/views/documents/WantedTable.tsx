import { Link } from 'react-router'
import { Await } from '../../components/Await.tsx'
import { Enum } from '../../components/Enum.tsx'
import { useAllPages } from '../../core/allPages.ts'
import { groupBy } from '../../core/groupBy.ts'
import { RELATIONS } from '../../core/labels.ts'
import { pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { MAX_DOCUMENTS, readWanted, type WantedItem } from './documentsQuery.ts'
import styles from './WantedTable.module.css'

const WORDS = {
  caption: [
    '被引用、但还没有收录的文件，引用最多的在前。收录后，已有的引用会自动连到它。',
    'Cited but not held, the most cited first. Once one is ingested, the citations lead to it.',
  ],
  document: ['文件', 'Document'],
  place: ['地区', 'Place'],
  times: ['被引次数', 'Cited'],
  by: ['引用处', 'Where'],
  more: ['等 {count} 处', '{count} in all'],
  none: ['引用到的文件都已收录。', 'Whatever is cited is held.'],
  ingest: ['去收录', 'Ingest documents'],
  box: ['待收录清单', 'Want-list'],
} as const satisfies Record<string, Words>

/** What the documents cite but the corpus does not hold. */
export function WantedTable() {
  const words = useWords(WORDS)
  const asked = useAllPages<WantedItem>('wanted', readWanted, MAX_DOCUMENTS)
  return (
    <Await asked={asked} retry={asked.retry}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
            <section className={styles.box} aria-label={words.box} tabIndex={0}>
              <table className={styles.table}>
                <caption>{words.caption}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.document}</th>
                    <th scope="col">{words.place}</th>
                    <th scope="col">{words.times}</th>
                    <th scope="col">{words.by}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <Row key={item.id} item={item} />
                  ))}
                </tbody>
              </table>
            </section>
            <p data-screen-only>
              <Link to="/ingest">{words.ingest}</Link>
            </p>
          </>
        )
      }
    </Await>
  )
}

function Row({ item }: { readonly item: WantedItem }) {
  const words = useWords(WORDS)
  const { id, title, number, jurisdiction, citedBy } = item
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        <Link to={pathOf(id)}>{title}</Link>
        {number === null ? null : <span className={styles.number}>{number}</span>}
      </th>
      <td lang="zh-CN">{jurisdiction?.name ?? '—'}</td>
      <td className={styles.times} data-name={words.times}>
        {citedBy.totalCount}
      </td>
      <td>
        <ul>
          {[...groupBy(citedBy.edges, ({ node }) => `${node.relation} ${node.from.id}`)].map(
            ([key, edges]) => (
              <Where key={key} citation={edges[0]!.node} times={edges.length} />
            ),
          )}
          {citedBy.totalCount > citedBy.edges.length ? (
            <li>{fill(words.more, { count: citedBy.totalCount })}</li>
          ) : null}
        </ul>
      </td>
    </tr>
  )
}

/** A clause or document that cites, once for each relation. */
function Where({ citation, times }: { readonly citation: Citation; readonly times: number }) {
  const { from, relation } = citation
  return (
    <li>
      <span className={styles.relation}>
        <Enum table={RELATIONS} value={relation} />
      </span>
      <Link to={pathOf(from.id)} lang="zh-CN">
        {nameOf(from)}
      </Link>
      {times === 1 ? null : ` ×${times}`}
    </li>
  )
}

type Citation = WantedItem['citedBy']['edges'][number]['node']
type Citing = Citation['from']

function nameOf(from: Citing): string {
  if (from.__typename === 'Document') return from.number ?? from.title
  if (from.__typename === 'Clause') return `${from.document.number ?? from.document.title}${from.label}`
  return from.id
}
