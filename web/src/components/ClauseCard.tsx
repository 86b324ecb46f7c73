import type { ReactNode, Ref } from 'react'
import { Link } from 'react-router'
import { ROLES } from '../core/labels.ts'
import { graphPath, pathOf } from '../core/paths.ts'
import { fill, useWords, type Words } from '../core/words.ts'
import styles from './ClauseCard.module.css'
import type { ClauseCardFacts } from './clauseCardQuery.ts'
import { DocumentLine } from './DocumentLine.tsx'
import { Enum } from './Enum.tsx'
import { Tag } from './Tag.tsx'

const WORDS = {
  more: ['等 {count} 个', '{count} in all'],
  targets: ['{count} 项目标', 'targets: {count}'],
  graph: ['看图谱', 'Graph'],
  graphOf: ['看图谱：{clause}', 'Graph: {clause}'],
} as const satisfies Record<string, Words>

/** Agencies named on a card for each role; the rest is a number. */
const NAMED = 4

/**
 * A clause as it stands in a list: its place in the document, heading, some of its words, who takes part.
 * @param children what else can be done with it, beside the link to the graph
 */
export function ClauseCard({
  clause,
  passage,
  titleRef,
  children,
}: {
  readonly clause: ClauseCardFacts
  readonly passage: ReactNode
  readonly titleRef?: Ref<HTMLAnchorElement>
  readonly children?: ReactNode
}) {
  const words = useWords(WORDS)
  const { id, label, title, section, document, targets, productTypes } = clause
  return (
    <article className={styles.card}>
      <h3 className={styles.title} lang="zh-CN">
        <Link ref={titleRef} to={pathOf(id)} data-hit="">
          {/* a printed label brings its own space: （五） */}
          <span className={styles.label}>{label}</span>
          {title ?? document.title}
        </Link>
        {section === null ? null : <span className={styles.section}>{section.title}</span>}
      </h3>
      <p className={styles.passage} lang="zh-CN">
        {passage}
      </p>
      <DocumentLine document={document} />
      <div className={styles.foot}>
        <Roles clause={clause} />
        {targets.length === 0 ? null : (
          <Tag tone="target">{fill(words.targets, { count: targets.length })}</Tag>
        )}
        {productTypes.slice(0, NAMED).map((product) => (
          <Tag key={product.id} tone="product">
            {product.name}
          </Tag>
        ))}
        <span className={styles.actions} data-screen-only>
          {children}
          <Link to={graphPath(id)} aria-label={fill(words.graphOf, { clause: label + (title ?? '') })}>
            {words.graph}
          </Link>
        </span>
      </div>
    </article>
  )
}

/** Who leads, is responsible, supports: the first of each by name. */
function Roles({ clause }: { readonly clause: ClauseCardFacts }) {
  const words = useWords(WORDS)
  return (Object.keys(ROLES) as (keyof typeof ROLES)[]).map((role) => {
    const agencies = clause.responsibilities.filter((each) => each.role === role)
    if (agencies.length === 0) return null
    return (
      <span key={role} className={styles.role}>
        <Tag tone="agency">
          <Enum table={ROLES} value={role} />
        </Tag>
        {agencies.slice(0, NAMED).map(({ agency, printed }) => (
          <Link key={agency.id} to={pathOf(agency.id)} title={agency.name} lang="zh-CN">
            {printed}
          </Link>
        ))}
        {agencies.length > NAMED ? fill(words.more, { count: agencies.length }) : null}
      </span>
    )
  })
}
