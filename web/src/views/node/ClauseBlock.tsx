import { memo, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { ClauseText } from '../../components/ClauseText.tsx'
import { bodyOf } from '../../components/clauseHeading.ts'
import { FactList } from '../../components/FactList.tsx'
import { graphPath, pathOf } from '../../core/paths.ts'
import { usePreferences } from '../../core/preferences.tsx'
import { fill, useWords, type Words } from '../../core/words.ts'
import { CiteMenu } from './CiteMenu.tsx'
import { Counterparts } from './Counterparts.tsx'
import { factsOf } from './clauseFacts.ts'
import styles from './DocumentView.module.css'
import type { ReadClause } from './documentQuery.ts'
import { SourceText } from './SourceText.tsx'

const WORDS = {
  facts: ['{clause}的职责、目标、产品与引用', 'Duties, targets, products and citations of {clause}'],
  counterparts: ['对应 {count}', 'Counterparts {count}'],
  noCounterparts: ['无对应', 'No counterpart'],
  graph: ['图谱', 'Graph'],
  source: ['看原件文字', 'As in the file'],
  text: ['看整理后文字', 'As normalised'],
} as const satisfies Record<string, Words>

/** Links that the list of clauses is asked for; more are counted as "20+". */
const COUNTED = 20

export interface ClauseBlockProps {
  readonly clause: ReadClause
  readonly text: string
  /** Whether the address names it. */
  readonly current: boolean
  /** Whether all clauses are shown as in the file. */
  readonly source: boolean
  /** Id of the counterpart shown; null where its panel is closed. */
  readonly pair: string | null
  /** Address of a clause with its panel open on a counterpart, '' for the first; closed for null. */
  readonly pathTo: (clause: string, pair: string | null) => string
}

/** A clause: its words with what was read in them, the facts beside it, its counterparts below where they are opened. */
export const ClauseBlock = memo(function ClauseBlock(props: ClauseBlockProps) {
  const { clause, text, current, source, pair, pathTo } = props
  const words = useWords(WORDS)
  const { language } = usePreferences()
  const [lit, light] = useState<string | null>(null)
  const [asRead, setAsRead] = useState(false)
  const { groups, marks } = useMemo(() => factsOf(clause, language === 'zh' ? 0 : 1), [clause, language])
  const { heading, bodyStart } = bodyOf(text, clause)
  const head = clause.span.start + bodyStart
  const headLit = marks.some(({ id, start }) => id === lit && start < head)
  const count = clause.correspondences.length
  return (
    <article
      id={clause.id}
      tabIndex={-1}
      className={styles.clause}
      data-current={current || undefined}
      data-open={pair !== null || undefined}
      aria-label={heading}
    >
      <div className={styles.words}>
        <h3 data-lit={headLit || undefined}>
          <Link to={pathOf(clause.id)}>{heading}</Link>
        </h3>
        {source || asRead ? (
          <SourceText id={clause.id} text={text} />
        ) : (
          <ClauseText text={text.slice(bodyStart)} base={head} marks={marks} lit={lit} onLight={light} />
        )}
        <div className={styles.tools} data-screen-only>
          {count === 0 ? (
            <span className={styles.soft}>{words.noCounterparts}</span>
          ) : (
            <Link
              to={pathTo(clause.id, pair === null ? '' : null)}
              preventScrollReset
              data-counterparts
              aria-current={pair === null ? undefined : 'true'}
            >
              {fill(words.counterparts, { count: count < COUNTED ? count : `${COUNTED}+` })}
            </Link>
          )}
          <Link to={graphPath(clause.id)}>{words.graph}</Link>
          <button type="button" onClick={() => setAsRead(!asRead)} aria-pressed={asRead} disabled={source}>
            {asRead ? words.text : words.source}
          </button>
          <CiteMenu id={clause.id} reference={clause.reference} />
        </div>
      </div>
      <aside className={styles.margin} aria-label={fill(words.facts, { clause: heading })}>
        <FactList groups={groups} lit={lit} onLight={light} label={fill(words.facts, { clause: heading })} />
      </aside>
      {pair === null ? null : (
        <Counterparts clause={clause.id} pair={pair} pathTo={(other) => pathTo(clause.id, other)} />
      )}
    </article>
  )
})
