import { useState } from 'react'
import { ClauseText } from '../../components/ClauseText.tsx'
import { type Mark, paragraphsOf } from '../../components/markText.ts'
import styles from './DocumentView.module.css'
import { shapeOf } from './documentBlocks.ts'

/** What stands between the clauses: head, preamble, closing part; set as in print. */
export function ProseBlock({
  text,
  start,
  marks,
  lit,
}: {
  readonly text: string
  readonly start: number
  readonly marks: readonly Mark[]
  /** Ids of the marks of a field that is pointed at in the head. */
  readonly lit: readonly string[]
}) {
  const [own, light] = useState<string | null>(null)
  return (
    <div className={styles.prose}>
      {paragraphsOf(text, start).map((paragraph) => {
        const end = paragraph.start + paragraph.text.length
        const inside = marks.filter((mark) => mark.start < end && mark.end > paragraph.start)
        return (
          <div key={paragraph.start} data-shape={shapeOf(inside, paragraph.start, end)}>
            <ClauseText
              text={paragraph.text}
              base={paragraph.start}
              marks={inside}
              lit={own ?? inside.find(({ id }) => lit.includes(id))?.id ?? null}
              onLight={light}
            />
          </div>
        )
      })}
    </div>
  )
}
