import { Link } from 'react-router'
import { Enum } from '../../components/Enum.tsx'
import { TARGET_KINDS } from '../../core/labels.ts'
import { pathOf } from '../../core/paths.ts'
import { useGrowing } from '../../core/useGrowing.ts'
import { useWords, type Words } from '../../core/words.ts'
import type { Sort } from './arrange.ts'
import styles from './TargetTable.module.css'
import { TargetValue } from './TargetValue.tsx'
import { orderBy, useTargetsAddress } from './targetsAddress.ts'
import type { Target } from './targetsQuery.ts'

const WORDS = {
  caption: ['目标', 'Targets'],
  metric: ['指标', 'Metric'],
  value: ['数值', 'Value'],
  deadline: ['期限', 'Due'],
  place: ['地区', 'Place'],
  text: ['出处', 'Where it stands'],
  lead: ['牵头', 'Led by'],
  noMetric: ['（没有写明指标）', '(no metric named)'],
} as const satisfies Record<string, Words>

const ROWS = 150

/** One target a row. On a narrow page place, source and lead stand below the metric. */
export function TargetTable({ targets }: { readonly targets: readonly Target[] }) {
  const words = useWords(WORDS)
  const [shown, end] = useGrowing(targets, ROWS)
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <SortHead sort="metric" />
            <SortHead sort="value" />
            <SortHead sort="deadline" />
            <SortHead sort="place" wide />
            <SortHead sort="text" wide />
            <th scope="col" className={styles.wide}>
              {words.lead}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((target) => (
            <TargetRow key={target.id} target={target} />
          ))}
        </tbody>
      </table>
      <div ref={end} />
    </>
  )
}

function TargetRow({ target }: { readonly target: Target }) {
  const words = useWords(WORDS)
  const { clause, lead } = target
  const { document } = clause
  const leads = lead.map(({ id, name }, index) => (
    <span key={id}>
      {index === 0 ? '' : '、'}
      <Link to={pathOf(id)}>{name}</Link>
    </span>
  ))
  return (
    <tr>
      <th scope="row" className={styles.metric}>
        <Link to={pathOf(target.id)} className={styles.name}>
          {target.metric ?? words.noMetric}
        </Link>
        <span className={styles.kind}>
          <Enum table={TARGET_KINDS} value={target.kind} />
        </span>
        {target.condition === null ? null : <span className={styles.condition}>{target.condition}</span>}
        <q className={styles.quote}>{target.span.quote}</q>
        <span className={styles.narrow}>
          {document.jurisdiction?.name} · <Source target={target} />
          {leads.length === 0 ? null : <> · {leads}</>}
        </span>
      </th>
      <td>
        <TargetValue target={target} />
      </td>
      <td className={styles.date}>{target.deadline ?? '—'}</td>
      <td className={styles.place}>{document.jurisdiction?.name ?? '—'}</td>
      <td className={styles.wide}>
        <Source target={target} />
      </td>
      <td className={styles.wide}>{leads.length === 0 ? '—' : leads}</td>
    </tr>
  )
}

function Source({ target: { clause } }: { readonly target: Target }) {
  return (
    <Link to={pathOf(clause.id)} title={`${clause.document.title} ${clause.title ?? ''}`}>
      {`${clause.document.number ?? clause.document.title}${clause.label}`}
    </Link>
  )
}

/** A head that sorts by its column; how it is sorted is said to screen readers too. */
function SortHead({ sort, wide = false }: { readonly sort: Sort; readonly wide?: boolean }) {
  const words = useWords(WORDS)
  const { order, to } = useTargetsAddress()
  const sorted = order.sort === sort
  const up = order.direction === 'up'
  return (
    <th
      scope="col"
      className={wide ? styles.wide : undefined}
      aria-sort={sorted ? (up ? 'ascending' : 'descending') : undefined}
    >
      <Link to={to(orderBy(sort, order))} className={styles.sort} data-sorted={sorted}>
        {words[sort]}
        <span aria-hidden="true">{sorted ? (up ? '▲' : '▼') : '↕'}</span>
      </Link>
    </th>
  )
}
