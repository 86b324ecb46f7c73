import { Link } from 'react-router'
import { LEVELS } from '../../core/labels.ts'
import { pathOf } from '../../core/paths.ts'
import { useWords, type Words } from '../../core/words.ts'
import type { DocumentItem } from './documentsQuery.ts'
import styles from './TimelineTable.module.css'
import { layOutTimeline } from './timeline.ts'

const WORDS = {
  caption: [
    '按成文日期，新的在前；各列为层级，横看可见谁先谁后。',
    'By date of issue, newest first; columns are levels, so that rows show who went first.',
  ],
  year: ['年份', 'Year'],
  undated: ['日期不详', 'Undated'],
  unknown: ['层级不明', 'Level unknown'],
  cited: ['未收录', 'not held'],
  box: ['时间线', 'Timeline'],
} as const satisfies Record<string, Words>

/** Years downward, levels across. */
export function TimelineTable({ documents }: { readonly documents: readonly DocumentItem[] }) {
  const words = useWords(WORDS)
  const levels = useWords(LEVELS)
  const { levels: columns, rows } = layOutTimeline(documents)
  const nameOf = (level: (typeof columns)[number]) => (level === null ? words.unknown : levels[level])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section className={styles.box} aria-label={words.box} tabIndex={0}>
      <table className={styles.table}>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {columns.map((level) => (
              <th key={level} scope="col">
                {nameOf(level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ year, cells }) => (
            <tr key={year}>
              <th scope="row">{year ?? words.undated}</th>
              {cells.map((cell, column) => (
                <td
                  key={columns[column]}
                  data-name={cell.length === 0 ? undefined : nameOf(columns[column]!)}
                >
                  <ul>
                    {cell.map((document) => (
                      <Entry key={document.id} document={document} />
                    ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Entry({ document }: { readonly document: DocumentItem }) {
  const words = useWords(WORDS)
  const { id, title, number, issuedOn, ingested, jurisdiction } = document
  return (
    <li data-cited={ingested ? undefined : ''}>
      <span className={styles.when}>
        {issuedOn === null ? null : <time dateTime={issuedOn}>{issuedOn.slice(5)}</time>}
        {jurisdiction === null ? null : <span lang="zh-CN">{jurisdiction.name}</span>}
        {ingested ? null : <span>{words.cited}</span>}
      </span>
      <Link to={pathOf(id)} lang="zh-CN">
        {title}
      </Link>
      {number === null ? null : (
        <span className={styles.number} lang="zh-CN">
          {number}
        </span>
      )}
    </li>
  )
}
