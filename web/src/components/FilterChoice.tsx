import { useId } from 'react'
import { useWords, type Words } from '../core/words.ts'
import styles from './FilterText.module.css'

const WORDS = {
  any: ['不限', 'Any'],
} as const satisfies Record<string, Words>

/** A filter that is chosen from one of the word lists of `core/labels.ts`. */
export function FilterChoice<K extends string>({
  label,
  table,
  value,
  onChoose,
}: {
  readonly label: string
  readonly table: Readonly<Record<K, Words>>
  readonly value: string
  readonly onChoose: (value: string) => void
}) {
  const field = useId()
  const words = useWords(WORDS)
  const names = useWords(table)
  return (
    <span className={styles.filter}>
      <label htmlFor={field}>{label}</label>
      <select id={field} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{words.any}</option>
        {(Object.keys(table) as K[]).map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </span>
  )
}
