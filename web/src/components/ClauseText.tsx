import { Link } from 'react-router'
import styles from './ClauseText.module.css'
import { type Mark, paragraphsOf, segmentText } from './markText.ts'

/** Words of a document with what was found in them marked. Text only: markup in it is shown, never run. */
export function ClauseText({
  text,
  base = 0,
  marks,
  lit,
  onLight,
  className,
}: {
  readonly text: string
  /** Offset of the text in the document, which the marks count from. */
  readonly base?: number
  readonly marks: readonly Mark[]
  /** Id of the fact that is pointed at. */
  readonly lit?: string | null
  readonly onLight?: (id: string | null) => void
  readonly className?: string
}) {
  return (
    <div className={[styles.text, className].join(' ')}>
      {paragraphsOf(text, base).map((paragraph) => (
        <p key={paragraph.start}>
          {segmentText(paragraph.text, within(marks, paragraph), paragraph.start).map((segment) =>
            segment.marks.length === 0 ? (
              segment.text
            ) : (
              <Marked
                key={segment.start}
                text={segment.text}
                marks={segment.marks}
                lit={lit}
                onLight={onLight}
              />
            ),
          )}
        </p>
      ))}
    </div>
  )
}

function within(
  marks: readonly Mark[],
  { start, text }: { readonly start: number; readonly text: string },
): readonly Mark[] {
  return marks.filter((mark) => mark.start < start + text.length && mark.end > start)
}

function Marked({
  text,
  marks,
  lit,
  onLight,
}: {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly lit?: string | null | undefined
  readonly onLight?: ((id: string | null) => void) | undefined
}) {
  const inner = marks.at(-1)!
  const shared = {
    className: marks.map(({ kind }) => styles[kind]).join(' '),
    'data-lit': marks.some(({ id }) => id === lit) || undefined,
    title: marks.map(({ label }) => label).join(' · '),
    ...(onLight === undefined
      ? {}
      : { onMouseEnter: () => onLight(inner.id), onMouseLeave: () => onLight(null) }),
  }
  if (inner.href === undefined) return <span {...shared}>{text}</span>
  return (
    <Link
      {...shared}
      to={inner.href}
      aria-description={inner.label}
      {...(onLight === undefined ? {} : { onFocus: () => onLight(inner.id), onBlur: () => onLight(null) })}
    >
      {text}
    </Link>
  )
}
