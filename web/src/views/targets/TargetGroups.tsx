import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { Enum } from '../../components/Enum.tsx'
import { TARGET_KINDS, TARGET_VERDICTS } from '../../core/labels.ts'
import { pathOf } from '../../core/paths.ts'
import { useGrowing } from '../../core/useGrowing.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { comparisonsOf, printNumber, type TargetGroup } from './arrange.ts'
import styles from './TargetGroups.module.css'
import { TargetTable } from './TargetTable.tsx'
import { TargetValue } from './TargetValue.tsx'
import type { Target } from './targetsQuery.ts'

const WORDS = {
  compare: ['各地可比的指标', 'Metrics that places share'],
  same: ['一地之内同名的指标（{count} 组）', 'Metrics of the same name within one place ({count})'],
  alone: ['只出现一次的目标（{count} 项）', 'Targets set only once ({count})'],
  none: ['筛选范围内没有两地可比的指标。', 'Within the filters no two places set the same metric.'],
  places: ['{count} 地', '{count} places'],
  place: ['地区', 'Place'],
  value: ['数值', 'Value'],
  due: ['期限', 'Due'],
  verdict: ['比较', 'Comparison'],
  against: ['较{place}', 'against {place}:'],
  difference: ['（差 {difference}{unit}）', ' (by {difference} {unit})'],
  source: ['原文', 'Words'],
} as const satisfies Record<string, Words>

const GROUPS = 30

/** Targets that can be set beside each other, those of several places first; then what stands alone. */
export function TargetGroups({ groups }: { readonly groups: readonly TargetGroup<Target>[] }) {
  const words = useWords(WORDS)
  const across = groups.filter(({ places }) => places > 1)
  const [shown, end] = useGrowing(across, GROUPS)
  const within = groups.filter(({ places, targets }) => places < 2 && targets.length > 1)
  const alone = groups.filter(({ targets }) => targets.length === 1).flatMap(({ targets }) => targets)
  return (
    <>
      <h2 className={styles.part}>{words.compare}</h2>
      {across.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        shown.map((group) => <Group key={keyOf(group)} group={group} />)
      )}
      <div ref={end} />
      {within.length === 0 ? null : (
        <Folded summary={fill(words.same, { count: within.length })}>
          {within.map((group) => (
            <Group key={keyOf(group)} group={group} />
          ))}
        </Folded>
      )}
      {alone.length === 0 ? null : (
        <Folded summary={fill(words.alone, { count: alone.length })}>
          <TargetTable targets={alone} />
        </Folded>
      )}
    </>
  )
}

/** Drawn only when it is opened. */
function Folded({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <details
      className={styles.rest}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setOpen(true)
      }}
    >
      <summary>{summary}</summary>
      {open ? children : null}
    </details>
  )
}

const keyOf = ({ targets }: TargetGroup<Target>): string => targets[0]!.id

function Group({ group }: { readonly group: TargetGroup<Target> }) {
  const words = useWords(WORDS)
  const most = Math.max(...group.targets.map(({ amount }) => amount ?? 0))
  const byId = new Map(group.targets.map((target) => [target.id, target]))
  return (
    <section className={styles.group}>
      <h3>
        {group.metric ?? '—'}
        {group.places > 1 ? (
          <span className={styles.places}>{fill(words.places, { count: group.places })}</span>
        ) : null}
      </h3>
      <table className={styles.table}>
        <caption className="visually-hidden">{group.metric}</caption>
        <colgroup>
          <col className={styles.placeColumn} />
          <col className={styles.valueColumn} />
          <col className={styles.dueColumn} />
          <col className={styles.verdictColumn} />
          <col />
        </colgroup>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.verdict}</th>
            <th scope="col">{words.source}</th>
          </tr>
        </thead>
        <tbody>
          {group.targets.map((target) => (
            <tr key={target.id}>
              <th scope="row" className={styles.place}>
                {target.clause.document.jurisdiction?.name ?? '—'}
                <Link to={pathOf(target.clause.id)} title={target.clause.document.title}>
                  {`${target.clause.document.number ?? target.clause.document.title}${target.clause.label}`}
                </Link>
              </th>
              <td className={styles.value}>
                <TargetValue target={target} />
                <span className={styles.bar} aria-hidden="true">
                  <span style={{ inlineSize: `${share(target.amount, most)}%` }} />
                </span>
              </td>
              <td className={styles.due}>{target.deadline ?? ''}</td>
              <td className={styles.verdict}>
                <Verdicts target={target} byId={byId} />
              </td>
              <td className={styles.quote}>
                <Link to={pathOf(target.id)}>{target.span.quote}</Link>
                <span className={styles.kind}>
                  <Enum table={TARGET_KINDS} value={target.kind} />
                  {target.condition === null ? '' : ` · ${target.condition}`}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const share = (amount: number | null, most: number): number =>
  amount === null || most <= 0 ? 0 : Math.max(0, (100 * amount) / most)

/** What the service says of this target against the others of the group. */
function Verdicts({ target, byId }: { readonly target: Target; readonly byId: ReadonlyMap<string, Target> }) {
  const words = useWords(WORDS)
  return comparisonsOf(target).map(({ other, verdict, difference, differenceUnit }) => {
    const place = byId.get(other.id)?.clause.document.jurisdiction?.name
    if (place === undefined) return null
    return (
      <span key={other.id} data-verdict={verdict}>
        {fill(words.against, { place })} <Enum table={TARGET_VERDICTS} value={verdict} />
        {difference === null || difference === 0
          ? ''
          : fill(words.difference, {
              difference: printNumber(Math.abs(difference)),
              unit: differenceUnit ?? '',
            })}
      </span>
    )
  })
}
