import { Link } from 'react-router'
import { pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './MatrixPanel.module.css'
import type { Column } from './matrixQuery.ts'

const WORDS = {
  lead: [
    '上级文件中没有条款与它们对应，共 {count} 条：',
    'No clause of the upper document corresponds to these {count}:',
  ],
  none: ['每一条都与上级文件的条款对应。', 'Every clause corresponds to one of the upper document.'],
} as const satisfies Record<string, Words>

/** What a lower document adds of its own. */
export function AdditionsPanel({ column: { document, additions } }: { readonly column: Column }) {
  const words = useWords(WORDS)
  return (
    <>
      <p className={styles.place}>
        {document.jurisdiction?.name} · <Link to={pathOf(document.id)}>{document.title}</Link>
      </p>
      {additions.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p className={styles.lead}>{fill(words.lead, { count: additions.length })}</p>
          <ul className={styles.clauses}>
            {additions.map((clause) => (
              <li key={clause.id}>
                <Link to={pathOf(clause.id)}>{`${clause.label}${clause.title ?? ''}`}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
