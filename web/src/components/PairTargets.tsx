import { BOUNDS, TARGET_VERDICTS } from '../core/labels.ts'
import { fill, useWords, type Words } from '../core/words.ts'
import { Enum } from './Enum.tsx'
import styles from './PairView.module.css'
import type { PairLink, PairTarget } from './pairQuery.ts'

const WORDS = {
  title: ['目标对比', 'Targets compared'],
  metric: ['指标', 'Metric'],
  verdict: ['前者较后者', 'First against second'],
  scroll: ['目标对比表', 'Table of targets compared'],
  EARLIER: ['期限更早', 'Due earlier'],
  SAME: ['期限相同', 'Due the same day'],
  LATER: ['期限更晚', 'Due later'],
  INCOMPARABLE: ['期限不可比', 'Deadlines not comparable'],
  until: ['{date} 前', 'by {date}'],
} as const satisfies Record<string, Words>

/** What stands before a verdict, so that it reads without colour. */
const SIGNS: Readonly<Record<string, string>> = {
  STRICTER: '▲',
  EQUAL: '＝',
  LOOSER: '▽',
  HIGHER: '↑',
  LOWER: '↓',
  INCOMPARABLE: '—',
}

/** Targets of both clauses on the same metric beside each other. */
export function PairTargets({
  link,
  one,
  two,
}: {
  readonly link: PairLink
  readonly one: string
  readonly two: string
}) {
  const words = useWords(WORDS)
  return (
    <section className={styles.evidence}>
      <h3>{words.title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={words.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.metric}</th>
              <th scope="col">{one}</th>
              <th scope="col">{two}</th>
              <th scope="col" className={styles.verdict}>
                {words.verdict}
              </th>
            </tr>
          </thead>
          <tbody>
            {link.targets.map(({ target, other, verdict, deadlineVerdict, difference, differenceUnit }) => (
              <tr key={`${target.id} ${other.id}`}>
                <th scope="row">
                  {target.metric ?? other.metric ?? target.span.quote}
                  <span className={styles.besideMetric}>
                    <span>{words.verdict}</span>
                    <Verdict {...{ verdict, deadlineVerdict, difference, differenceUnit }} />
                  </span>
                </th>
                <td>
                  <Amount target={target} />
                </td>
                <td>
                  <Amount target={other} />
                </td>
                <td className={styles.verdict}>
                  <Verdict {...{ verdict, deadlineVerdict, difference, differenceUnit }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

type Compared = PairLink['targets'][number]

/** In a column of its own, or below the metric where there is no room for one: one of the two is shown. */
function Verdict({
  verdict,
  deadlineVerdict,
  difference,
  differenceUnit,
}: Pick<Compared, 'verdict' | 'deadlineVerdict' | 'difference' | 'differenceUnit'>) {
  const words = useWords(WORDS)
  return (
    <>
      <strong>
        {SIGNS[verdict]} <Enum table={TARGET_VERDICTS} value={verdict} />
      </strong>
      {difference === null ? null : (
        <span>
          {difference > 0 ? '+' : ''}
          {difference.toLocaleString()} {differenceUnit}
        </span>
      )}
      {deadlineVerdict === null ? null : <span>{words[deadlineVerdict]}</span>}
    </>
  )
}

function Amount({ target }: { readonly target: PairTarget }) {
  const words = useWords(WORDS)
  const { value, valueMax, unit, deadline, bound } = target
  return (
    <>
      {value === null ? null : (
        <span className={styles.amount}>
          <Enum table={BOUNDS} value={bound} /> {value.toLocaleString()}
          {valueMax === null ? null : `–${valueMax.toLocaleString()}`} {unit}
        </span>
      )}
      {deadline === null ? null : <span>{fill(words.until, { date: deadline })}</span>}
      <span className={styles.quote}>{target.span.quote}</span>
    </>
  )
}
