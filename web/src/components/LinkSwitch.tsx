import { Link, type To } from 'react-router'
import styles from './LinkSwitch.module.css'

/** One of the states that are chosen from: where it is shown, and whether it is the present one. */
export interface SwitchState {
  readonly words: string
  /** How much it shows. */
  readonly count?: number | string
  readonly to: To
  readonly current: boolean
}

/** The states of a list side by side. */
export function LinkSwitch({
  label,
  states,
}: {
  readonly label: string
  readonly states: readonly SwitchState[]
}) {
  return (
    <nav className={styles.switch} aria-label={label}>
      {states.map(({ words, count, to, current }) => (
        <Link key={words} to={to} aria-current={current ? 'true' : undefined}>
          {words}
          {count === undefined ? null : (
            <>
              {' '}
              <span>{count}</span>
            </>
          )}
        </Link>
      ))}
    </nav>
  )
}
