import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useWords, type Words } from '../../core/words.ts'
import { AdditionsPanel } from './AdditionsPanel.tsx'
import { GapPanel } from './GapPanel.tsx'
import styles from './MatrixPanel.module.css'
import { CHANGES, type Opened, useMatrixAddress } from './matrixAddress.ts'
import type { Matrix } from './matrixQuery.ts'
import { PairPanel } from './PairPanel.tsx'

const WORDS = {
  close: ['关闭', 'Close'],
  pair: ['对应的条款', 'Corresponding clauses'],
  gap: ['缺口', 'Gap'],
  additions: ['自有条款', 'Clauses of its own'],
  gone: ['这一格不在当前的表里。', 'This cell is not in the table shown.'],
} as const satisfies Record<string, Words>

/** What is opened of the matrix, beside it (below 72rem in its place). */
export function MatrixPanel({
  matrix,
  opened,
  onReviewed,
}: {
  readonly matrix: Matrix
  readonly opened: Opened
  readonly onReviewed: () => void
}) {
  const words = useWords(WORDS)
  const column = matrix.columns.edges.find(({ node }) => node.document.id === opened.document)?.node
  const row =
    opened.kind === 'cell' ? matrix.rows.find(({ clause }) => clause.id === opened.clause) : undefined
  if (column === undefined || (opened.kind === 'cell' && row === undefined)) {
    return (
      <Frame title={words.pair} name="gone">
        <p>{words.gone}</p>
      </Frame>
    )
  }
  if (row === undefined) {
    return (
      <Frame title={words.additions} name={`own ${opened.document}`}>
        <AdditionsPanel column={column} />
      </Frame>
    )
  }
  const cell = row.cells.find(({ document }) => document.id === opened.document)
  const name = `${row.clause.id} ${opened.document}`
  return (cell?.correspondences.length ?? 0) === 0 ? (
    <Frame title={words.gap} name={name}>
      <GapPanel upper={matrix.upper.id} clause={row.clause} column={column} onReviewed={onReviewed} />
    </Frame>
  ) : (
    <Frame title={words.pair} name={name}>
      <PairPanel clause={row.clause} column={column} onReviewed={onReviewed} />
    </Frame>
  )
}

/** Takes the focus when something is opened by hand, not when the address already had it open. */
function Frame({
  title,
  name,
  children,
}: {
  readonly title: string
  /** Of what is shown: another one takes the focus again. */
  readonly name: string
  readonly children: ReactNode
}) {
  const words = useWords(WORDS)
  const { to } = useMatrixAddress()
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (shown.current !== name && document.activeElement?.closest('table') != null) heading.current?.focus()
    shown.current = name
  }, [name])
  return (
    <aside className={styles.panel} aria-label={title}>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Link className={styles.close} to={to(CHANGES.close())} preventScrollReset>
          {words.close} <span aria-hidden="true">×</span>
        </Link>
      </div>
      {children}
    </aside>
  )
}
