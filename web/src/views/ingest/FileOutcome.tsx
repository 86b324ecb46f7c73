import { Link } from 'react-router'
import { Enum } from '../../components/Enum.tsx'
import { pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './IngestView.module.css'
import type { FileReport } from './uploadQueue.ts'

const OUTCOMES = {
  created: ['新收录', 'Added'],
  replaced: ['已更新', 'Replaced'],
  unchanged: ['与库中相同', 'Unchanged'],
  failed: ['未能收录', 'Not taken'],
} as const satisfies Record<FileReport['outcome'], Words>

const COUNTS = {
  clauses: ['条款', 'clauses'],
  responsibilities: ['责任分工', 'duties'],
  targets: ['量化目标', 'targets'],
  citations: ['引用', 'citations'],
  ledgerRows: ['台账行', 'ledger rows'],
} as const satisfies Record<string, Words>

const SEVERITIES = {
  INFO: ['说明', 'Note'],
  WARNING: ['存疑', 'Doubt'],
  ERROR: ['错误', 'Error'],
} as const satisfies Record<string, Words>

const WORDS = {
  notices: ['{count} 处提示', '{count} notices'],
  noNotices: ['没有存疑之处', 'No doubts'],
  place: ['第 {line} 行第 {column} 列', 'line {line}, column {column}'],
  whole: ['整个文件', 'whole file'],
  leftOut: ['未记录的内容', 'Not recorded'],
  same: ['内容没有变化，没有重新阅读。', 'Nothing has changed: it was not read again.'],
} as const satisfies Record<string, Words>

/** The report of one file: the document it became, what was found in it, and every doubt with its place. */
export function FileOutcome({
  report,
  showName,
}: {
  readonly report: FileReport
  readonly showName: boolean
}) {
  const words = useWords(WORDS)
  const counted = useWords(COUNTS)
  const { outcome, documentId, title, number, error } = report
  const isRead = outcome === 'created' || outcome === 'replaced'
  const counts = Object.entries(counted).map(([key, word]) => `${word} ${report.counts[key] ?? 0}`)
  return (
    <div className={styles.outcome}>
      {showName ? <p className={styles.name}>{report.name}</p> : null}
      <p>
        <span className={styles.tag} data-outcome={outcome}>
          <Enum table={OUTCOMES} value={outcome} />
        </span>{' '}
        {documentId === null ? null : <Link to={pathOf(documentId)}>{title ?? documentId}</Link>}
        {number === null ? null : ` ${number}`}
      </p>
      {error === null ? null : (
        <p className={styles.fault} role="alert">
          {error.code}：{error.message}
        </p>
      )}
      {outcome === 'unchanged' ? <p className={styles.note}>{words.same}</p> : null}
      {isRead ? <p className={styles.note}>{counts.join(' · ')}</p> : null}
      {report.leftOut.length === 0 ? null : (
        <p className={styles.note}>
          {words.leftOut}：{report.leftOut.join('；')}
        </p>
      )}
      {isRead && report.notices.length === 0 ? <p className={styles.note}>{words.noNotices}</p> : null}
      {report.notices.length === 0 ? null : <Notices notices={report.notices} />}
    </div>
  )
}

function Notices({ notices }: { readonly notices: FileReport['notices'] }) {
  const words = useWords(WORDS)
  return (
    <details>
      <summary>{fill(words.notices, { count: notices.length })}</summary>
      <ul className={styles.notices}>
        {notices.map(({ code, severity, message, position }, index) => (
          // a report does not change, and one place may have the same notice twice
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index}>
            <strong>
              <Enum table={SEVERITIES} value={severity} />
            </strong>{' '}
            {position === null ? words.whole : fill(words.place, { ...position })}：{message}{' '}
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
