import { Link } from 'react-router'
import type { Mark } from '../../components/markText.ts'
import { pathOf } from '../../core/paths.ts'
import { ClauseBlock, type ClauseBlockProps } from './ClauseBlock.tsx'
import styles from './DocumentView.module.css'
import type { Block } from './documentBlocks.ts'
import type { ReadClause, ReadDocument } from './documentQuery.ts'
import { showsField } from './fieldMarks.ts'
import { LedgerTable } from './LedgerTable.tsx'
import { ProseBlock } from './ProseBlock.tsx'

export interface ReadingTextProps extends Pick<ClauseBlockProps, 'source' | 'pathTo'> {
  readonly document: ReadDocument
  readonly blocks: readonly Block[]
  readonly clauses: readonly ReadClause[]
  readonly marks: readonly Mark[]
  /** Field of the head that is pointed at. */
  readonly field: string | null
  /** Id of the clause that the address names. */
  readonly current: string | null
  /** Id of the clause whose counterparts are open. */
  readonly beside: string | null
  /** Id of the counterpart shown; '' for the first. */
  readonly pair: string
}

/** From so many clauses on, laying all of them out at once is felt. */
const LONG = 80

/** The whole text in its order. */
export function ReadingText({ document, blocks, clauses, marks, field, ...rest }: ReadingTextProps) {
  const text = document.text ?? ''
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const { current, beside, pair, source, pathTo } = rest
  const wordsOf = ({ start, end }: Block) => text.slice(start, end)
  return (
    <div className={styles.body} data-long={clauses.length > LONG || undefined} lang="zh-CN">
      {blocks.map((block) => {
        const key = `${block.kind} ${block.start}`
        if (block.kind === 'section' || block.kind === 'annex') {
          return (
            <h2 key={`${key} ${block.id}`} id={block.id} data-depth={block.depth} tabIndex={-1}>
              <Link to={pathOf(block.id)}>{block.words}</Link>
            </h2>
          )
        }
        if (block.kind === 'clause') {
          return (
            <ClauseBlock
              key={block.id}
              clause={byId.get(block.id)!}
              text={wordsOf(block)}
              current={block.id === current}
              source={source}
              pair={beside === block.id ? pair : null}
              pathTo={pathTo}
            />
          )
        }
        if (block.kind === 'ledger') {
          const rows = document.ledger.filter(
            ({ span }) => span.start >= block.start && span.end <= block.end,
          )
          return <LedgerTable key={key} rows={rows} text={wordsOf(block)} />
        }
        const inside = marks.filter(({ start, end }) => start < block.end && end > block.start)
        const lit = inside.filter((mark) => showsField(mark, field)).map(({ id }) => id)
        return <ProseBlock key={key} text={wordsOf(block)} start={block.start} marks={inside} lit={lit} />
      })}
    </div>
  )
}
