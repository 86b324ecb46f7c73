import { Link } from 'react-router'
import { pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './DocumentView.module.css'
import type { ReadDocument } from './documentQuery.ts'

const WORDS = {
  caption: ['工作台账，{count} 行', 'Work ledger, {count} rows'],
  ordinal: ['序号', 'No.'],
  task: ['目标任务', 'Task'],
  measure: ['工作措施', 'Measure'],
  lead: ['牵头单位', 'Lead'],
  support: ['配合单位', 'Support'],
  deadline: ['时限', 'Deadline'],
  clause: ['对应正文', 'Clause'],
  raw: ['台账原文', 'The ledger as printed'],
} as const satisfies Record<string, Words>

type Row = ReadDocument['ledger'][number]

/** The rows of an annexed ledger as a table, with the words that it was read from below. */
export function LedgerTable({ rows, text }: { readonly rows: readonly Row[]; readonly text: string }) {
  const words = useWords(WORDS)
  const caption = fill(words.caption, { count: rows.length })
  const dated = rows.some(({ deadline }) => deadline !== null)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={caption}>
        <table className={styles.ledger}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.ordinal}</th>
              <th scope="col">{words.task}</th>
              <th scope="col">{words.measure}</th>
              <th scope="col">{words.lead}</th>
              <th scope="col">{words.support}</th>
              {dated ? <th scope="col">{words.deadline}</th> : null}
              <th scope="col">{words.clause}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} id={row.id} tabIndex={-1}>
                <th scope="row">{row.ordinal}</th>
                <td>{row.task}</td>
                <td className={styles.measure}>{row.measure}</td>
                <td>
                  <Names agencies={row.lead} />
                </td>
                <td>
                  <Names agencies={row.support} />
                </td>
                {dated ? <td>{row.deadline}</td> : null}
                <td>
                  {row.clause === null ? null : <Link to={pathOf(row.clause.id)}>{row.clause.label}</Link>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <details data-screen-only>
        <summary className={styles.soft}>{words.raw}</summary>
        <pre className={styles.raw}>{text}</pre>
      </details>
    </>
  )
}

function Names({ agencies }: { readonly agencies: Row['lead'] }) {
  return (
    <ul className={styles.names}>
      {agencies.map(({ id, name }) => (
        <li key={id}>
          <Link to={pathOf(id)}>{name}</Link>
        </li>
      ))}
    </ul>
  )
}
