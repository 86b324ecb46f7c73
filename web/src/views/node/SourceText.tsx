import { useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './DocumentView.module.css'
import { CLAUSE_SOURCE } from './documentQuery.ts'

const WORDS = {
  place: ['原件第 {start}–{end} 字符', 'Characters {start}–{end} of the file'],
  page: ['第 {page} 页', 'page {page}'],
  none: ['这一条在原件中的位置无法精确对应。', 'Its place in the file cannot be told exactly.'],
} as const satisfies Record<string, Words>

/** How far from the window a clause is asked for (px): a document may have 500. */
const AHEAD = 800

/** A clause as the file has it; asked for when it comes near. */
export function SourceText({ id, text }: { readonly id: string; readonly text: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (box.current === null) return
    const observer = new IntersectionObserver(
      (entries) => setNear((old) => old || entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: `${AHEAD}px 0px` },
    )
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box}>
      {near ? (
        <AsRead id={id} />
      ) : (
        <div className={styles.source}>
          <pre>{text}</pre>
        </div>
      )}
    </div>
  )
}

/** A clause as the file has it, with spaces and line breaks as they are. */
function AsRead({ id }: { readonly id: string }) {
  const words = useWords(WORDS)
  const [asked, ask] = useQuery({ query: CLAUSE_SOURCE, variables: { id } })
  return (
    <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
      {({ clause }) => {
        const source = clause?.span.source
        if (source == null) return <p className={styles.soft}>{words.none}</p>
        const place = fill(words.place, { start: source.start, end: source.end })
        return (
          <figure className={styles.source}>
            <pre>{source.quote}</pre>
            <figcaption>
              {place}
              {source.page === null ? null : ` · ${fill(words.page, { page: source.page })}`}
            </figcaption>
          </figure>
        )
      }}
    </Await>
  )
}
