import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'
import styles from './Chip.module.css'

/**
 * A condition that is on, or could be: following it takes the condition away (`removes`) or sets it.
 * @param label what following it does, for those who do not see the cross
 */
export function Chip({
  to,
  label,
  removes = false,
  children,
}: {
  readonly to: To
  readonly label?: string
  readonly removes?: boolean
  readonly children: ReactNode
}) {
  return (
    <Link className={styles.chip} data-on={removes || undefined} to={to} aria-label={label} title={label}>
      <span className={styles.words}>{children}</span>
      {removes ? <span aria-hidden="true">✕</span> : null}
    </Link>
  )
}
