import type { ReactNode } from 'react'
import styles from './Tag.module.css'

export type Tone = 'plain' | 'accent' | 'implements' | 'agency' | 'target' | 'product' | 'danger'

/** A short word that says what kind of thing stands beside it; the tone only underlines the word. */
export function Tag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  )
}
