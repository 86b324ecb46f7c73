import { useId, useState } from 'react'
import styles from './FilterText.module.css'

/** A filter that is typed: it counts when Enter is pressed or the field is left, not with every letter. */
export function FilterText({
  label,
  value,
  onCommit,
  placeholder,
  suggestions = [],
  type = 'search',
}: {
  readonly label: string
  readonly value: string
  readonly onCommit: (value: string) => void
  readonly placeholder?: string
  readonly suggestions?: readonly string[]
  readonly type?: 'search' | 'date'
}) {
  const [field, list] = [useId(), useId()]
  const [draft, setDraft] = useState(value)
  const [committed, setCommitted] = useState(value)
  // the address was changed from outside, e.g. by the back button
  if (committed !== value) {
    setCommitted(value)
    setDraft(value)
  }
  const commit = (text: string) => {
    if (text.trim() !== value) onCommit(text.trim())
  }
  return (
    <span className={styles.filter}>
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        type={type}
        list={suggestions.length === 0 ? undefined : list}
        value={draft}
        placeholder={placeholder}
        onChange={({ target, nativeEvent }) => {
          setDraft(target.value)
          // a suggestion was chosen, or the field was emptied by its cross
          const typed = nativeEvent instanceof InputEvent && nativeEvent.inputType !== 'insertReplacementText'
          if (!typed || type === 'date') commit(target.value)
        }}
        onBlur={() => commit(draft)}
        onKeyDown={(event) => {
          // Enter that ends the choice of characters in an input method is none of ours
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit(draft)
        }}
      />
      {suggestions.length === 0 ? null : (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </span>
  )
}
