import { Link } from 'react-router'
import { LEVELS, VALIDITIES } from '../core/labels.ts'
import { pathOf } from '../core/paths.ts'
import { useWords, type Words } from '../core/words.ts'
import styles from './DocumentLine.module.css'
import type { DocumentLineFacts } from './documentLineQuery.ts'
import { Enum } from './Enum.tsx'
import { Tag } from './Tag.tsx'

const WORDS = {
  undated: ['日期不详', 'undated'],
  cited: ['只被引用，未收录', 'cited, not held'],
} as const satisfies Record<string, Words>

/** A document in one line: title, 发文字号, place, level, date, and whether it is in force. */
export function DocumentLine({
  document,
  withPlace = true,
}: {
  readonly document: DocumentLineFacts
  readonly withPlace?: boolean
}) {
  const words = useWords(WORDS)
  const { id, title, number, jurisdiction, level, issuedOn, validity, ingested } = document
  return (
    <span className={styles.line}>
      <Link className={styles.title} to={pathOf(id)} lang="zh-CN">
        {title}
      </Link>
      <span className={styles.facts}>
        {number === null ? null : <span lang="zh-CN">{number}</span>}
        {withPlace && jurisdiction !== null ? <span lang="zh-CN">{jurisdiction.name}</span> : null}
        {withPlace && level !== null ? (
          <span>
            <Enum table={LEVELS} value={level} />
          </span>
        ) : null}
        {issuedOn === null && !ingested ? null : (
          <span className={styles.date}>{issuedOn ?? words.undated}</span>
        )}
        {ingested ? <ValidityTag validity={validity} /> : <Tag tone="target">{words.cited}</Tag>}
      </span>
    </span>
  )
}

/** Only what is not in force is marked loudly. */
function ValidityTag({ validity }: { readonly validity: DocumentLineFacts['validity'] }) {
  const over = validity === 'EXPIRED' || validity === 'REPEALED'
  return (
    <Tag tone={over ? 'danger' : validity === 'IN_FORCE' ? 'implements' : 'plain'}>
      <Enum table={VALIDITIES} value={validity} />
    </Tag>
  )
}
