import { useRef, useState } from 'react'
import { pathOf } from '../../core/paths.ts'
import { useWords, type Words } from '../../core/words.ts'
import styles from './CiteMenu.module.css'

const WORDS = {
  menu: ['引用与导出', 'Cite and export'],
  reference: ['复制引文', 'Copy citation'],
  link: ['复制链接', 'Copy link'],
  both: ['复制引文和链接', 'Copy citation with link'],
  json: ['下载 JSON-LD', 'Download JSON-LD'],
  csv: ['下载条款 CSV', 'Clauses as CSV'],
  duties: ['下载职责 CSV', 'Duties as CSV'],
  ledger: ['下载台账 CSV', 'Ledger as CSV'],
  print: ['打印', 'Print'],
  copied: ['已复制。', 'Copied.'],
  saved: ['已下载。', 'Downloaded.'],
  failed: ['没有成功，请重试。', 'That failed; try again.'],
} as const satisfies Record<string, Words>

/** How to cite a document or clause, and what can be taken along. */
export function CiteMenu({
  id,
  reference,
  document,
}: {
  readonly id: string
  readonly reference: string
  /** Id of the document where the menu is of a whole document: it has tables. */
  readonly document?: string
}) {
  const words = useWords(WORDS)
  const [said, say] = useState('')
  const box = useRef<HTMLDetailsElement>(null)
  const link = new URL(pathOf(id), location.origin).href
  const run = (done: string, work: () => Promise<void>) => () => {
    work().then(
      () => say(done),
      () => say(words.failed),
    )
  }
  const copy = (text: string) => run(words.copied, () => navigator.clipboard.writeText(text))
  const query = `document=${encodeURIComponent(document ?? '')}`
  return (
    <details
      ref={box}
      className={styles.menu}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || box.current === null) return
        box.current.open = false
        box.current.querySelector('summary')?.focus()
      }}
    >
      <summary>{words.menu}</summary>
      <div className={styles.items}>
        <p className={styles.reference}>{reference}</p>
        <button type="button" onClick={copy(reference)}>
          {words.reference}
        </button>
        <button type="button" onClick={copy(link)}>
          {words.link}
        </button>
        <button type="button" onClick={copy(`${reference} ${link}`)}>
          {words.both}
        </button>
        <button type="button" onClick={run(words.saved, () => saveLinkedData(id))}>
          {words.json}
        </button>
        {document === undefined ? null : (
          <>
            <a href={`/export/clauses.csv?${query}`}>{words.csv}</a>
            <a href={`/export/responsibilities.csv?${query}`}>{words.duties}</a>
            <a href={`/export/ledger.csv?${query}`}>{words.ledger}</a>
            <button type="button" onClick={() => print()}>
              {words.print}
            </button>
          </>
        )}
        <p role="status" className={styles.said}>
          {said}
        </p>
      </div>
    </details>
  )
}

/** The same address, as data: the service answers by what is asked for. */
async function saveLinkedData(id: string): Promise<void> {
  const response = await fetch(pathOf(id), { headers: { accept: 'application/ld+json' } })
  if (!response.ok) throw new Error(`${response.status}`)
  const address = URL.createObjectURL(await response.blob())
  const anchor = Object.assign(window.document.createElement('a'), {
    href: address,
    download: `${id.replaceAll('/', '_')}.jsonld`,
  })
  anchor.click()
  URL.revokeObjectURL(address)
}
