import { ROLES } from '../core/labels.ts'
import { useWords } from '../core/words.ts'
import { ROLES_SHOWN, type RoleCounts } from './duties.ts'
import styles from './RoleBar.module.css'

/** How many clauses in which role, as a bar whose length is its share of the longest; the numbers stand in words too. */
export function RoleBar({ counts, most }: { readonly counts: RoleCounts; readonly most: number }) {
  const names = useWords(ROLES)
  const shown = ROLES_SHOWN.filter((role) => counts[role] > 0)
  const total = shown.reduce((sum, role) => sum + counts[role], 0)
  return (
    <span className={styles.whole}>
      <span
        className={styles.bar}
        aria-hidden="true"
        style={{ inlineSize: `${most === 0 ? 0 : (100 * total) / most}%` }}
      >
        {shown.map((role) => (
          <span key={role} data-role={role} style={{ flexGrow: counts[role] }} />
        ))}
      </span>
      <span className={styles.words}>
        {shown.map((role) => `${names[role]} ${counts[role]}`).join(' · ')}
      </span>
    </span>
  )
}
