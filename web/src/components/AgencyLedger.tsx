import { Link } from 'react-router'
import { ROLES } from '../core/labels.ts'
import { pathOf } from '../core/paths.ts'
import { fill, useWords, type Words } from '../core/words.ts'
import styles from './AgencyLedger.module.css'
import type { LedgerRow } from './agencyQuery.ts'
import { Enum } from './Enum.tsx'

const WORDS = {
  heading: ['工作台账（{count}）', 'Ledger rows ({count})'],
  measure: ['措施', 'Measure'],
  role: ['职责', 'Role'],
  deadline: ['时限', 'Due'],
  source: ['出处', 'Source'],
} as const satisfies Record<string, Words>

/** The rows of annexed ledgers that name an agency. */
export function AgencyLedger({
  agencyId,
  rows,
}: {
  readonly agencyId: string
  readonly rows: readonly LedgerRow[]
}) {
  const words = useWords(WORDS)
  const heading = fill(words.heading, { count: rows.length })
  return (
    <section>
      <h2>{heading}</h2>
      <table className={styles.table}>
        <caption className="visually-hidden">{heading}</caption>
        <thead>
          <tr>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.measure}</th>
            <th scope="col">{words.deadline}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Enum table={ROLES} value={row.lead.some(({ id }) => id === agencyId) ? 'LEAD' : 'SUPPORT'} />
              </td>
              <td>
                {row.task === null ? null : <span className={styles.task}>{row.task}</span>}
                <span className={styles.measure}>{row.measure}</span>
              </td>
              <td className={styles.date}>{row.deadline ?? '—'}</td>
              <td>
                <Link to={pathOf(row.clause?.id ?? row.document.id)} title={row.document.title}>
                  {`${row.document.number ?? row.document.title}${row.clause?.label ?? ''}`}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
