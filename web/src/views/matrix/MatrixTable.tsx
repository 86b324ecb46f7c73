import { type KeyboardEvent, useRef, useState } from 'react'
import { Link } from 'react-router'
import { pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { ColumnHead } from './ColumnHead.tsx'
import { bySection, type CellFacts, moveInGrid } from './cells.ts'
import { MatrixCell } from './MatrixCell.tsx'
import styles from './MatrixTable.module.css'
import { CHANGES, type MatrixAddress, useMatrixAddress } from './matrixAddress.ts'
import type { Column, Matrix, Row } from './matrixQuery.ts'

const WORDS = {
  region: ['落实矩阵', 'Implementation matrix'],
  caption: [
    '{title}：各条款在 {count} 份文件中的对应。数字是匹配度，“缺”是没有对应条款；用方向键在格子间移动，回车打开。',
    '{title}: the counterparts of its clauses in {count} documents. The number is the score, a gap has no counterpart; arrow keys move between cells, Enter opens one.',
  ],
  clause: ['上级条款', 'Upper clause'],
} as const satisfies Record<string, Words>

export interface ShownRow {
  readonly row: Row
  readonly cells: readonly CellFacts[]
}

/** Upper clauses by lower documents. Head and first column stay in sight; one cell is the tab stop. */
export function MatrixTable({
  matrix,
  columns,
  rows,
}: {
  readonly matrix: Matrix
  readonly columns: readonly Column[]
  readonly rows: readonly ShownRow[]
}) {
  const words = useWords(WORDS)
  const { address, to } = useMatrixAddress()
  const table = useRef<HTMLTableElement>(null)
  const [stop, setStop] = useState<readonly [number, number]>(() => positionOf(address, rows, columns))
  const current: readonly [number, number] = [Math.min(stop[0], rows.length - 1), stop[1]]
  const move = (event: KeyboardEvent, from: readonly [number, number]) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = moveInGrid(event.key, from, [rows.length, columns.length])
    if (next === null) return
    event.preventDefault()
    setStop(next)
    table.current?.querySelector<HTMLElement>(`[data-position="${next.join(' ')}"]`)?.focus()
  }
  const positions = new Map(rows.map(({ row }, index) => [row.clause.id, index]))
  const cellsOf = new Map(rows.map(({ row, cells }) => [row.clause.id, cells]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label={words.region} tabIndex={0}>
      <table ref={table} className={styles.table}>
        <caption className="visually-hidden">
          {fill(words.caption, { title: matrix.upper.title, count: columns.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {words.clause}
            </th>
            {columns.map((column) => (
              <ColumnHead
                key={column.document.id}
                column={column}
                additionsTo={to(CHANGES.additions(column.document.id))}
                removeTo={columns.length < 2 ? null : to(CHANGES.lower(without(columns, column)))}
                selected={
                  address.opened?.kind === 'additions' && address.opened.document === column.document.id
                }
              />
            ))}
          </tr>
        </thead>
        {bySection(rows.map(({ row }) => row)).map(({ section, rows: group }) => (
          <tbody key={group[0]!.clause.id}>
            {section === null ? null : (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1} className={styles.section}>
                  <span>{`${section.label}　${section.title}`}</span>
                </th>
              </tr>
            )}
            {group.map(({ clause }) => (
              <tr key={clause.id}>
                <th scope="row" className={styles.clause}>
                  <Link to={pathOf(clause.id)}>
                    <span className={styles.label}>{clause.label}</span>
                    {clause.title}
                  </Link>
                </th>
                {(cellsOf.get(clause.id) ?? []).map((facts, column) => {
                  const { document } = columns[column]!
                  const at = [positions.get(clause.id)!, column] as const
                  return (
                    <MatrixCell
                      key={document.id}
                      facts={facts}
                      name={`${clause.label}${clause.title ?? ''} · ${document.jurisdiction?.name ?? ''}${document.number ?? document.title}`}
                      to={to(CHANGES.open(clause.id, document.id))}
                      selected={isOpen(address, clause.id, document.id)}
                      focusable={at[0] === current[0] && at[1] === current[1]}
                      position={at.join(' ')}
                      onKeyDown={(event) => move(event, at)}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function without(columns: readonly Column[], gone: Column): string[] {
  return columns.flatMap((column) => (column === gone ? [] : [column.document.id]))
}

function isOpen({ opened }: MatrixAddress, clause: string, document: string): boolean {
  return opened?.kind === 'cell' && opened.clause === clause && opened.document === document
}

/** The cell that the address opens, else the first. */
function positionOf(
  { opened }: MatrixAddress,
  rows: readonly ShownRow[],
  columns: readonly Column[],
): readonly [number, number] {
  if (opened?.kind !== 'cell') return [0, 0]
  const row = rows.findIndex((each) => each.row.clause.id === opened.clause)
  const column = columns.findIndex((each) => each.document.id === opened.document)
  return [Math.max(0, row), Math.max(0, column)]
}
