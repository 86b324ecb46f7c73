import { type ReactNode, useEffect, useState } from 'react'
import { useWords, type Words } from '../core/words.ts'
import styles from './CopyButton.module.css'

const WORDS = {
  done: ['已复制', 'Copied'],
  failed: ['浏览器不允许复制', 'The browser refuses to copy'],
} as const satisfies Record<string, Words>

/** How long the word that it was copied stays (ms). */
const SHOWN = 2_000

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({
  text,
  label,
  children,
}: {
  readonly text: string
  readonly label?: string
  readonly children: ReactNode
}) {
  const words = useWords(WORDS)
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null)
  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), SHOWN)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('done')
    } catch {
      // no secure address, or not allowed
      setOutcome('failed')
    }
  }
  return (
    <>
      <button className={styles.copy} type="button" aria-label={label} onClick={copy}>
        {outcome === null ? children : words[outcome]}
      </button>
      <span className="visually-hidden" role="status">
        {outcome === null ? '' : words[outcome]}
      </span>
    </>
  )
}
