import { Enum } from '../../components/Enum.tsx'
import { BOUNDS } from '../../core/labels.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { printNumber, printValue } from './arrange.ts'
import styles from './TargetValue.module.css'
import type { Target } from './targetsQuery.ts'

const WORDS = {
  baseline: ['原 {value} {unit}', 'from {value} {unit}'],
} as const satisfies Record<string, Words>

/** The bound in words, the number, and the unit, each in its column so that numbers stand below each other. */
export function TargetValue({ target }: { readonly target: Target }) {
  const words = useWords(WORDS)
  const value = printValue(target)
  if (value === null) return <span className={styles.none}>—</span>
  return (
    <span className={styles.value}>
      <span className={styles.bound}>
        <Enum table={BOUNDS} value={target.bound} />
      </span>
      <span className={styles.number}>{value}</span>
      <span className={styles.unit}>{target.unit}</span>
      {target.baseline === null ? null : (
        <span className={styles.baseline}>
          {fill(words.baseline, { value: printNumber(target.baseline), unit: target.unit ?? '' })}
        </span>
      )}
    </span>
  )
}
