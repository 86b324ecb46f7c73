import { Link } from 'react-router'
import { Enum } from '../../components/Enum.tsx'
import { VALIDITIES } from '../../core/labels.ts'
import { pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './ColumnHead.module.css'
import type { Column } from './matrixQuery.ts'

const WORDS = {
  covered: ['{covered} / {total} 有同一举措', '{covered} of {total} same measure'],
  coveredShort: ['覆盖 {covered}/{total}', '{covered}/{total} covered'],
  topics: ['另 {topics} 条只同主题', '{topics} more share the topic'],
  additions: ['自有 {count}', '{count} own'],
  additionsName: ['自有 {count} 条，{document}', '{count} own clauses of {document}'],
  earlier: ['早 {days} 天', '{days} days before'],
  later: ['晚 {days} 天', '{days} days after'],
  IMPLEMENTS: ['落实上级', 'implements it'],
  IMPLEMENTED_BY: ['被其落实', 'implemented by it'],
  PARALLEL: ['平行', 'parallel'],
  remove: ['移去 {document}', 'Remove {document}'],
} as const satisfies Record<string, Words>

/** A lower document: its place first, then its number, how much of the upper one it covers, when it came and what is its own. */
export function ColumnHead({
  column,
  additionsTo,
  removeTo,
  selected,
}: {
  readonly column: Column
  readonly additionsTo: string
  /** Null where it is the only one. */
  readonly removeTo: string | null
  readonly selected: boolean
}) {
  const words = useWords(WORDS)
  const { document, covered, topicOnly, total, lagDays } = column
  const short = document.number ?? document.title
  const told = `${fill(words.covered, { covered, total })}，${fill(words.topics, { topics: topicOnly })}`
  return (
    <th scope="col" className={styles.head}>
      <div className={styles.place}>
        <span>{document.jurisdiction?.name ?? '—'}</span>
        {removeTo === null ? null : (
          <Link
            to={removeTo}
            className={styles.remove}
            aria-label={fill(words.remove, { document: short })}
            data-screen-only
          >
            ×
          </Link>
        )}
      </div>
      <Link className={styles.document} to={pathOf(document.id)} title={document.title}>
        {short}
      </Link>
      <div className={styles.bar} role="img" aria-label={told} title={told}>
        <span className={styles.covered} style={{ flexGrow: covered }} />
        <span className={styles.topics} style={{ flexGrow: topicOnly }} />
        <span style={{ flexGrow: Math.max(0, total - covered - topicOnly) }} />
      </div>
      <div className={styles.numbers}>
        <span>{fill(words.coveredShort, { covered, total })}</span>
        <Link
          to={additionsTo}
          aria-label={fill(words.additionsName, { document: short, count: column.additions.length })}
          aria-current={selected ? 'true' : undefined}
        >
          {fill(words.additions, { count: column.additions.length })}
        </Link>
      </div>
      <div className={styles.note}>
        {words[column.kind]}
        {lagDays === null || lagDays === 0
          ? null
          : ` · ${fill(lagDays < 0 ? words.earlier : words.later, { days: Math.abs(lagDays) })}`}
        {column.validity === 'IN_FORCE' || column.validity === 'UNKNOWN' ? null : (
          <>
            {' · '}
            <Enum table={VALIDITIES} value={column.validity} />
          </>
        )}
      </div>
    </th>
  )
}
