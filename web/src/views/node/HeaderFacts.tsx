import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { Enum } from '../../components/Enum.tsx'
import { LEVELS, VALIDITIES } from '../../core/labels.ts'
import { pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './DocumentView.module.css'
import type { ReadDocument } from './documentQuery.ts'

const WORDS = {
  facts: ['文件要素', 'Elements of the document'],
  number: ['发文字号', 'Number'],
  issuers: ['发文机关', 'Issued by'],
  place: ['适用地区', 'Place'],
  issuedOn: ['成文日期', 'Issued'],
  printedOn: ['印发日期', 'Printed'],
  publishedOn: ['发布日期', 'Published'],
  validity: ['效力', 'Validity'],
  recipients: ['主送机关', 'To'],
  copiedTo: ['抄送', 'Copied to'],
  source: ['来源文件', 'File'],
  implements: ['落实或依据', 'Implements or rests on'],
  implementedBy: ['被落实', 'Implemented by'],
  supersededBy: ['被替代', 'Superseded by'],
  citedBy: ['被引用', 'Cited by'],
  notHeld: ['未收录', 'not held'],
  times: ['{count} 次', '{count} times'],
  more: ['另有 {count} 份', '{count} more'],
  from: ['{date} 起', 'from {date}'],
  until: ['至 {date}', 'until {date}'],
} as const satisfies Record<string, Words>

/** Of many recipients or issuers, how many are shown before the rest is folded. */
const NAMED = 4

/** The elements of GB/T 9704 and what links the document to others; pointing at one lights its words in the text. */
export function HeaderFacts({
  document,
  onLight,
}: {
  readonly document: ReadDocument
  readonly onLight: (field: string | null) => void
}) {
  const words = useWords(WORDS)
  const { number, issuers, jurisdiction, level, issuedOn, effectiveFrom, effectiveUntil } = document
  const span = [
    effectiveFrom === null ? null : fill(words.from, { date: effectiveFrom }),
    effectiveUntil === null ? null : fill(words.until, { date: effectiveUntil }),
  ].filter((part) => part !== null)
  const row = (field: string, title: string, content: ReactNode) => (
    <Row key={field} title={title} onLight={(on) => onLight(on ? field : null)}>
      {content}
    </Row>
  )
  return (
    <dl className={styles.fields} aria-label={words.facts}>
      {number === null ? null : row('number', words.number, number)}
      {issuers.length === 0 ? null : row('issuers', words.issuers, <Names items={issuers} />)}
      {jurisdiction === null
        ? null
        : row(
            'jurisdiction',
            words.place,
            <>
              <Link to={pathOf(jurisdiction.id)}>{jurisdiction.name}</Link>{' '}
              {level === null ? null : <Enum table={LEVELS} value={level} />}
            </>,
          )}
      {issuedOn === null ? null : row('issuedOn', words.issuedOn, issuedOn)}
      {document.printedOn === null ? null : row('printedOn', words.printedOn, document.printedOn)}
      {document.publishedOn === null ? null : row('publishedOn', words.publishedOn, document.publishedOn)}
      {row(
        'effectiveUntil',
        words.validity,
        <>
          <Enum table={VALIDITIES} value={document.validity} /> {span.join(' ')}
        </>,
      )}
      {document.recipients.length === 0
        ? null
        : row('recipients', words.recipients, document.recipients.join('；'))}
      {document.copiedTo.length === 0 ? null : row('copiedTo', words.copiedTo, document.copiedTo.join('；'))}
      {document.elements.map(({ name, value }) => row(`element ${name} ${value}`, name, value))}
      <Relations document={document} />
      {document.source === null
        ? null
        : row(
            'source',
            words.source,
            <>
              {document.source.name}{' '}
              <code title={document.source.sha256}>{document.source.sha256.slice(0, 12)}…</code>
            </>,
          )}
    </dl>
  )
}

/** The documents above, below and beside. */
function Relations({ document }: { readonly document: ReadDocument }) {
  const words = useWords(WORDS)
  const { implements: above, implementedBy, supersededBy, citedBy } = document
  const citing = new Map<
    string,
    { readonly id: string; readonly title: string; readonly number: string | null }
  >()
  for (const { node } of citedBy.edges) {
    const { from } = node
    if (from.__typename === 'Document') citing.set(from.id, from)
    else if (from.__typename === 'Clause') citing.set(from.document.id, from.document)
  }
  return (
    <>
      {above.length === 0 ? null : (
        <Row title={words.implements}>
          <Documents items={above} />
        </Row>
      )}
      {implementedBy.totalCount === 0 ? null : (
        <Row title={words.implementedBy}>
          <Documents items={implementedBy.edges.map(({ node }) => node)} />
          {implementedBy.totalCount > implementedBy.edges.length
            ? fill(words.more, { count: implementedBy.totalCount - implementedBy.edges.length })
            : null}
        </Row>
      )}
      {supersededBy.length === 0 ? null : (
        <Row title={words.supersededBy}>
          <Documents items={supersededBy} />
        </Row>
      )}
      {citing.size === 0 ? null : (
        <Row title={words.citedBy}>
          {fill(words.times, { count: citedBy.totalCount })}
          <Documents items={[...citing.values()]} />
        </Row>
      )}
    </>
  )
}

function Row({
  title,
  onLight,
  children,
}: {
  readonly title: string
  readonly onLight?: (on: boolean) => void
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by keyboard
    <div
      onMouseEnter={() => onLight?.(true)}
      onMouseLeave={() => onLight?.(false)}
      onFocus={() => onLight?.(true)}
      onBlur={() => onLight?.(false)}
    >
      <dt>
        {onLight === undefined ? (
          title
        ) : (
          <button type="button" data-printed>
            {title}
          </button>
        )}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

interface Named {
  readonly id: string
  readonly name: string
}

function Names({ items }: { readonly items: readonly Named[] }) {
  const words = useWords(WORDS)
  const [all, showAll] = useState(false)
  const shown = all ? items : items.slice(0, NAMED)
  return (
    <>
      {shown.map(({ id, name }) => (
        <Link key={id} className={styles.name} to={pathOf(id)}>
          {name}
        </Link>
      ))}
      {shown.length === items.length ? null : (
        <button type="button" className={styles.plain} onClick={() => showAll(true)}>
          {fill(words.more, { count: items.length - shown.length })}
        </button>
      )}
    </>
  )
}

interface Listed {
  readonly id: string
  readonly title: string
  readonly number: string | null
  readonly ingested?: boolean
}

function Documents({ items }: { readonly items: readonly Listed[] }) {
  const words = useWords(WORDS)
  return (
    <ul className={styles.listed}>
      {items.map(({ id, title, number, ingested }) => (
        <li key={id}>
          <Link to={pathOf(id)}>{title}</Link> {number}
          {ingested === false ? <span className={styles.soft}>（{words.notHeld}）</span> : null}
        </li>
      ))}
    </ul>
  )
}
