import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './DocumentView.module.css'
import type { ReadDocument } from './documentQuery.ts'

const WORDS = {
  title: ['阅读提示 {count} 条', '{count} notes of the reading'],
  INFO: ['提示', 'Info'],
  WARNING: ['警告', 'Warning'],
  ERROR: ['错误', 'Error'],
} as const satisfies Record<string, Words>

/** Doubts about the reading, said openly. */
export function Notices({ notices }: { readonly notices: ReadDocument['notices'] }) {
  const words = useWords(WORDS)
  if (notices.length === 0) return null
  return (
    <details className={styles.notices} open={notices.some(({ severity }) => severity === 'ERROR')}>
      <summary>{fill(words.title, { count: notices.length })}</summary>
      <ul>
        {notices.map(({ code, severity, message, span }) => (
          <li key={`${code} ${span?.start} ${message}`} data-severity={severity}>
            <strong>{words[severity]}</strong> {message}
            {span === null ? null : <q>{span.quote}</q>}
          </li>
        ))}
      </ul>
    </details>
  )
}
