import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { usePreferences } from '../../core/preferences.tsx'
import { fill, useWords, type Words } from '../../core/words.ts'
import type { CellFacts } from './cells.ts'
import styles from './MatrixCell.module.css'
import { DEADLINE_SIGNS, VERDICT_SIGNS } from './verdictWords.ts'

const WORDS = {
  gap: ['缺', 'gap'],
  topic: ['同一主题', 'same topic'],
  measure: ['同一举措', 'same measure'],
  strong: ['同一举措', 'same measure'],
  score: ['匹配度 {score}', 'score {score}'],
  count: ['共 {count} 条', '{count} clauses'],
  confirmed: ['已人工确认', 'confirmed by a person'],
} as const satisfies Record<string, Words>

/** One upper clause in one lower document: how well it is matched and whose target is stricter, or the gap. */
export function MatrixCell({
  facts,
  name,
  to,
  selected,
  focusable,
  position,
  onKeyDown,
}: {
  readonly facts: CellFacts
  /** Which clause in which document, for those who do not see the heads. */
  readonly name: string
  readonly to: string
  readonly selected: boolean
  /** Only one cell of the matrix is a tab stop, arrow keys lead to the others. */
  readonly focusable: boolean
  readonly position: string
  readonly onKeyDown: (event: KeyboardEvent) => void
}) {
  const words = useWords(WORDS)
  const verdicts = useVerdictWords(facts)
  const score = facts.score === null ? null : facts.score.toFixed(2)
  const told = [
    words[facts.tone],
    ...(score === null ? [] : [fill(words.score, { score })]),
    ...verdicts.map(({ word }) => word),
    ...(facts.count > 1 ? [fill(words.count, { count: facts.count })] : []),
    ...(facts.confirmed ? [words.confirmed] : []),
  ].join('，')
  return (
    <td className={styles.cell} data-tone={facts.tone}>
      <Link
        to={to}
        className={styles.link}
        aria-current={selected ? 'true' : undefined}
        tabIndex={focusable ? 0 : -1}
        data-position={position}
        onKeyDown={onKeyDown}
        preventScrollReset
      >
        <span className="visually-hidden">{`${name}：${told}`}</span>
        {score === null ? (
          <span aria-hidden="true">{words.gap}</span>
        ) : (
          <span aria-hidden="true" className={styles.facts}>
            <span className={styles.score}>
              {facts.tone === 'topic' ? '≈' : ''}
              {score}
              {facts.confirmed ? ' ✓' : ''}
            </span>
            {facts.count > 1 ? <span className={styles.count}>+{facts.count - 1}</span> : null}
            {verdicts.map(({ sign, word }) => (
              <span key={`${sign}${word}`} className={styles.verdict}>{`${sign}${word}`}</span>
            ))}
          </span>
        )}
      </Link>
    </td>
  )
}

function useVerdictWords({ verdicts, deadlines }: CellFacts) {
  const { language } = usePreferences()
  const index = language === 'zh' ? 0 : 1
  return [
    ...verdicts.map((verdict) => VERDICT_SIGNS[verdict]),
    ...deadlines.map((verdict) => DEADLINE_SIGNS[verdict]),
  ].map(({ sign, words }) => ({ sign, word: words[index] }))
}
