import { fill, useWords, type Words } from '../../core/words.ts'
import { FileOutcome } from './FileOutcome.tsx'
import styles from './IngestView.module.css'
import type { Upload, UploadFault } from './uploadQueue.ts'

const WORDS = {
  waiting: ['等待中', 'Waiting'],
  sending: ['正在上传 {percent}%', 'Sending {percent}%'],
  reading: ['已上传，正在阅读', 'Sent, being read'],
  done: ['完成', 'Done'],
  failed: ['失败', 'Failed'],
  stopped: ['已取消', 'Cancelled'],
  stop: ['取消 {name}', 'Cancel {name}'],
  stopShort: ['取消', 'Cancel'],
  retry: ['重试 {name}', 'Try {name} again'],
  retryShort: ['重试', 'Try again'],
  offline: [
    '服务没有应答。它可能正在重启，稍后可以重试。',
    'The service does not answer. It may be restarting: try again in a moment.',
  ],
  refused: ['没有被接受（{code}）：{message}', 'Refused ({code}): {message}'],
  key: ['请在上面填写密钥后重试。', 'Enter the key above and try again.'],
  leftOut: ['未读', 'not read'],
} as const satisfies Record<string, Words>

/** One file that is sent: how far it is, and what became of it. */
export function UploadRow({
  upload,
  onStop,
  onRetry,
}: {
  readonly upload: Upload
  readonly onStop: () => void
  readonly onRetry: () => void
}) {
  const words = useWords(WORDS)
  const { name, phase, sent, answer, fault } = upload
  const busy = phase === 'sending' || phase === 'reading'
  return (
    <li className={styles.row} data-phase={phase}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <span className={styles.size}>{sizeOf(upload.size)}</span>
        <span className={styles.phase}>{fill(words[phase], { percent: Math.round(sent * 100) })}</span>
        {phase === 'waiting' || phase === 'sending' ? (
          <button type="button" aria-label={fill(words.stop, { name })} onClick={onStop}>
            {words.stopShort}
          </button>
        ) : null}
        {phase === 'failed' || phase === 'stopped' ? (
          <button type="button" aria-label={fill(words.retry, { name })} onClick={onRetry}>
            {words.retryShort}
          </button>
        ) : null}
      </div>
      {busy ? <progress aria-label={name} max={1} {...(phase === 'reading' ? {} : { value: sent })} /> : null}
      {fault === null ? null : <Fault fault={fault} />}
      {answer?.reports.map((report) => (
        <FileOutcome key={report.name} report={report} showName={answer.reports.length > 1} />
      ))}
      {answer?.leftOut.map(({ path, reason }) => (
        <p key={path} className={styles.note}>
          {path}：{reason}（{words.leftOut}）
        </p>
      ))}
    </li>
  )
}

function Fault({ fault: { code, message } }: { readonly fault: UploadFault }) {
  const words = useWords(WORDS)
  return (
    <p className={styles.fault} role="alert">
      {code === null ? words.offline : fill(words.refused, { code, message })}
      {code === 'UNAUTHORIZED' ? ` ${words.key}` : ''}
    </p>
  )
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
