import { useId, useRef, useState } from 'react'
import { KeyInput } from '../../components/KeyInput.tsx'
import { PageTitle } from '../../components/PageTitle.tsx'
import { useForget } from '../../core/answers.tsx'
import { keepKey, readKey } from '../../core/key.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './IngestView.module.css'
import { UploadRow } from './UploadRow.tsx'
import { tally } from './uploadQueue.ts'
import { useUploads } from './useUploads.ts'

const WORDS = {
  title: ['收录文件', 'Ingest documents'],
  lead: [
    '把政策文件交给服务阅读：识别条款、部门、目标和引用，与已有文件逐条关联。读不准的地方都会列出来，请对照原文核对。',
    'Hand policy documents to the service: it finds clauses, agencies, targets and citations and links them with what it holds. Whatever it is not sure of is listed for you to check.',
  ],
  keyHelp: [
    '服务设置了密钥时才需要；只留在这个标签页里。',
    'Only needed where the service has one; kept in this tab alone.',
  ],
  drop: ['把文件拖到这里，或者', 'Drop files here, or'],
  choose: ['选择文件', 'choose files'],
  formats: [
    '可收录 PDF（含扫描件）、DOC、DOCX、WPS、OFD、HTML、TXT、图片，以及装有这些文件的 ZIP。',
    'PDF (scans too), DOC, DOCX, WPS, OFD, HTML, TXT, pictures, and ZIP archives of them.',
  ],
  files: ['文件', 'Files'],
  progress: ['已处理 {over} / {total} 个，{failed} 个失败', '{over} of {total} files done, {failed} failed'],
  clear: ['清除已完成', 'Clear finished'],
} as const satisfies Record<string, Words>

const ACCEPT = '.txt,.text,.html,.htm,.shtml,.xhtml,.pdf,.doc,.docx,.wps,.ofd,.png,.jpg,.jpeg,.tif,.tiff,.zip'

/** Where documents come into the corpus: files are dragged in or chosen, and each gets its report. */
export default function IngestView() {
  const words = useWords(WORDS)
  const { uploads, add, stop, retry, clear } = useUploads(useForget())
  const counts = tally(uploads)
  return (
    <div className={styles.view}>
      <PageTitle of={words.title} />
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <KeyField />
      <DropZone onFiles={add} />
      {uploads.length === 0 ? null : (
        <section aria-label={words.files}>
          <div className={styles.bar}>
            <p role="status">{fill(words.progress, { ...counts })}</p>
            <button type="button" onClick={clear} disabled={counts.over === 0}>
              {words.clear}
            </button>
          </div>
          <ul className={styles.list}>
            {uploads.map((upload) => (
              <UploadRow
                key={upload.id}
                upload={upload}
                onStop={() => stop(upload.id)}
                onRetry={() => retry(upload.id)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function KeyField() {
  const words = useWords(WORDS)
  const [key, setKey] = useState(() => readKey() ?? '')
  const help = useId()
  const change = (value: string) => {
    setKey(value)
    keepKey(value.trim())
  }
  return (
    <p className={styles.key}>
      <KeyInput value={key} onChange={change} describedBy={help} />
      <small id={help}>{words.keyHelp}</small>
    </p>
  )
}

function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const words = useWords(WORDS)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) onFiles([...files])
  }
  return (
    <section
      className={styles.drop}
      aria-label={words.choose}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <p>
        {words.drop}{' '}
        <button type="button" data-primary onClick={() => input.current?.click()}>
          {words.choose}
        </button>
      </p>
      <p className={styles.formats}>{words.formats}</p>
      <input
        ref={input}
        className={styles.input}
        type="file"
        multiple
        accept={ACCEPT}
        tabIndex={-1}
        aria-label={words.choose}
        onChange={({ target }) => {
          take(target.files)
          // the same file may be chosen again
          target.value = ''
        }}
      />
    </section>
  )
}
