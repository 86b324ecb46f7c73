import { CORRESPONDENCE_KINDS, DEGREES } from '../core/labels.ts'
import { fill, useWords, type Words } from '../core/words.ts'
import { Enum } from './Enum.tsx'
import styles from './PairView.module.css'
import type { PairLink } from './pairQuery.ts'

const WORDS = {
  title: ['为什么对应', 'Why they are linked'],
  score: ['匹配度 {score}', 'Score {score}'],
  later: ['晚 {days} 天', '{days} days later'],
  earlier: ['早 {days} 天', '{days} days earlier'],
  sameDay: ['同日印发', 'Issued the same day'],
  confirmed: ['人工确认', 'Confirmed by a person'],
  rejected: ['人工否认', 'Rejected by a person'],
  COPIED: ['基本照搬', 'Mostly copied'],
  ADAPTED: ['部分沿用', 'Adapted'],
  OWN: ['另行表述', 'Own wording'],
  SAME_FUNCTION: ['牵头部门职能相同', 'Leads of the same function'],
  CORRESPONDING_FUNCTION: ['牵头部门职能相应', 'Leads of corresponding function'],
  OTHER_FUNCTION: ['牵头部门职能不同', 'Leads of other functions'],
  MEANING: ['语义', 'Meaning'],
  TERMS: ['术语', 'Terms'],
  FUNCTION: ['职能', 'Function'],
  PRODUCT_TYPE: ['产品', 'Products'],
  TARGET: ['指标', 'Target'],
  CITATION: ['引用', 'Citation'],
  LEDGER: ['台账', 'Ledger'],
} as const satisfies Record<string, Words>

/** What the link is, and its reasons with what each weighs; a reason lights the words that it rests on. */
export function PairEvidence({
  link,
  lit,
  onLight,
}: {
  readonly link: PairLink
  readonly lit: string | null
  readonly onLight: (id: string | null) => void
}) {
  const words = useWords(WORDS)
  const { lagDays, leads, review } = link
  const facts = [
    fill(words.score, { score: link.score.toFixed(2) }),
    words[link.wording],
    leads.verdict === 'UNKNOWN' ? null : words[leads.verdict],
    lagDays === null ? null : lagWords(lagDays, words),
  ].filter((fact) => fact !== null)
  return (
    <section className={styles.evidence}>
      <h3>{words.title}</h3>
      <p className={styles.kind}>
        <strong>
          <Enum table={CORRESPONDENCE_KINDS} value={link.kind} /> ·{' '}
          <Enum table={DEGREES} value={link.degree} />
        </strong>{' '}
        {facts.join(' · ')}
      </p>
      {review === null ? null : (
        <p className={styles.review}>
          {review.verdict === 'CONFIRMED' ? words.confirmed : words.rejected}
          {[review.by, review.note].filter(Boolean).map((part) => ` · ${part}`)}
        </p>
      )}
      <ul className={styles.reasons}>
        {link.evidence.map((evidence, index) => {
          const id = `evidence ${index}`
          const inText = evidence.span !== null || evidence.otherSpan !== null
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no name but their place in the list
              key={index}
              data-lit={(inText && lit === id) || undefined}
              onMouseEnter={() => onLight(id)}
              onMouseLeave={() => onLight(null)}
            >
              <span className={styles.signal}>{words[evidence.signal]}</span>
              <Reason inText={inText} on={() => onLight(id)} off={() => onLight(null)}>
                {evidence.reason}
              </Reason>
              <Weight value={evidence.weight} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** A button where it lights words of the text, so that it can be reached by keyboard. */
function Reason({
  inText,
  on,
  off,
  children,
}: {
  readonly inText: boolean
  readonly on: () => void
  readonly off: () => void
  readonly children: string
}) {
  if (!inText) return <span className={styles.reason}>{children}</span>
  return (
    <button type="button" className={styles.reason} onFocus={on} onBlur={off} onClick={on}>
      {children}
    </button>
  )
}

function Weight({ value }: { readonly value: number }) {
  const percent = `${Math.round(value * 100)} %`
  return (
    <span className={styles.weight}>
      <span className={styles.bar} style={{ inlineSize: `${Math.max(2, Math.round(value * 64))}px` }} />
      {percent}
    </span>
  )
}

function lagWords(days: number, words: Readonly<Record<'later' | 'earlier' | 'sameDay', string>>): string {
  if (days === 0) return words.sameDay
  return fill(days > 0 ? words.later : words.earlier, { days: Math.abs(days) })
}
