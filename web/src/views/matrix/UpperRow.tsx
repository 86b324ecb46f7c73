import { Link } from 'react-router'
import { matrixPath } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './UpperList.module.css'
import type { Lowers, UpperDocument } from './uppers.ts'

const WORDS = {
  reading: ['正在找下级文件…', 'Looking for lower documents…'],
  covered: ['覆盖 {covered}/{total}', '{covered}/{total} covered'],
  more: ['等 {count} 份', '{count} in all'],
} as const satisfies Record<string, Words>

/** A document with the lower ones that can be set beside it, each with a small bar of what it covers. */
export function UpperRow({
  document,
  lowers,
}: {
  readonly document: UpperDocument
  /** Undefined while they are looked for, null where they could not be read. */
  readonly lowers: Lowers | null | undefined
}) {
  const words = useWords(WORDS)
  return (
    <li className={styles.row}>
      <div>
        <Link className={styles.title} to={matrixPath(document.id)}>
          {document.title}
        </Link>
        <p className={styles.facts}>
          {[document.number, document.jurisdiction?.name, document.issuedOn]
            .filter((fact) => fact != null)
            .join(' · ')}
        </p>
      </div>
      {lowers === undefined ? (
        <p className={styles.facts}>{words.reading}</p>
      ) : lowers === null || lowers.totalCount === 0 ? null : (
        <ul className={styles.lowers}>
          {lowers.edges.map(({ node: { document: lower, covered, topicOnly, total } }) => (
            <li key={lower.id}>
              <span className={styles.place}>{lower.jurisdiction?.name ?? '—'}</span>
              <span className={styles.number}>{lower.number ?? lower.title}</span>
              <span className={styles.bar} aria-hidden="true">
                <span className={styles.covered} style={{ flexGrow: covered }} />
                <span className={styles.topics} style={{ flexGrow: topicOnly }} />
                <span style={{ flexGrow: Math.max(0, total - covered - topicOnly) }} />
              </span>
              <span className={styles.count}>{fill(words.covered, { covered, total })}</span>
            </li>
          ))}
          {lowers.totalCount > lowers.edges.length ? (
            <li>{fill(words.more, { count: lowers.totalCount })}</li>
          ) : null}
        </ul>
      )}
    </li>
  )
}
