import { useId } from 'react'
import { useWords, type Words } from '../core/words.ts'

const WORDS = {
  key: ['密钥', 'API key'],
} as const satisfies Record<string, Words>

/** The field for a key, which is not shown and not kept by the browser. */
export function KeyInput({
  value,
  onChange,
  describedBy,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Id of what explains the field. */
  readonly describedBy?: string
}) {
  const words = useWords(WORDS)
  const field = useId()
  return (
    <>
      <label htmlFor={field}>{words.key}</label>
      <input
        id={field}
        type="password"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={describedBy}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  )
}
