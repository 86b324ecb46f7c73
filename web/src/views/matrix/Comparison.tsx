import { useEffect, useMemo, useRef } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Await, ErrorNote } from '../../components/Await.tsx'
import { PageTitle } from '../../components/PageTitle.tsx'
import { graphPath, pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './Comparison.module.css'
import { ASKS_TARGETS, countRows, isShown, readCell } from './cells.ts'
import { Legend } from './Legend.tsx'
import { MatrixPanel } from './MatrixPanel.tsx'
import { MatrixTable, type ShownRow } from './MatrixTable.tsx'
import { CHANGES, useMatrixAddress } from './matrixAddress.ts'
import { COLUMNS, MATRIX, type Matrix, VERDICTS, type Verdicts } from './matrixQuery.ts'
import { Toolbar } from './Toolbar.tsx'

const WORDS = {
  heading: ['落实对照', 'Implementation'],
  all: ['全部上级文件', 'All upper documents'],
  graph: ['在图谱中看', 'Show in the graph'],
  gaps: [
    '{clauses} 条上级条款，{documents} 份对照文件；{nowhere} 条在这些文件中都没有对应。',
    '{clauses} upper clauses, {documents} documents beside them; {nowhere} have no counterpart in any.',
  ],
  noGaps: [
    '{clauses} 条上级条款，{documents} 份对照文件；每条至少有一份对应。',
    '{clauses} upper clauses, {documents} documents beside them; each has a counterpart in one of them.',
  ],
  ofAll: ['（对照文件共 {total} 份，分页列出。）', '({total} documents in all, on several pages.)'],
  noneLower: [
    '库中没有与它对应的下级文件。可以在上面加入文件来对照。',
    'No lower document of the corpus corresponds to it. Documents can be added above.',
  ],
  notHeld: [
    '这份文件只被引用，没有收录，没有条款可以对照。收录它之后这里就会有内容。',
    'This document is only cited and not held, so there are no clauses to compare. Ingest it to see them here.',
  ],
  comparing: ['正在比较目标…', 'Comparing targets…'],
  noneShown: ['没有符合筛选的条款。', 'No clause fits the filter.'],
  more: ['后面的文件', 'Further documents'],
  first: ['回到前面的文件', 'Back to the first documents'],
} as const satisfies Record<string, Words>

/** The matrix of one upper document, with what is opened of it beside it. */
export function Comparison({ upper }: { readonly upper: string }) {
  const { address } = useMatrixAddress()
  const { lower, minScore, after } = address
  const variables = { upper, lower, minScore, first: COLUMNS, after }
  const [asked, ask] = useQuery({ query: MATRIX, variables })
  const [compared, compare] = useQuery({ query: VERDICTS, variables, pause: asked.data == null })
  const again = () => {
    ask({ requestPolicy: 'network-only' })
    compare({ requestPolicy: 'network-only' })
  }
  const words = useWords(WORDS)
  return (
    <>
      {asked.data == null ? (
        <>
          <PageTitle of={words.heading} />
          <h1>{words.heading}</h1>
          <p className={styles.above}>
            <Link to="/matrix">{words.all}</Link>
          </p>
        </>
      ) : null}
      {compared.error === undefined || asked.data == null ? null : (
        <ErrorNote error={compared.error} retry={() => compare({ requestPolicy: 'network-only' })} />
      )}
      <Await asked={asked} retry={again}>
        {({ implementation }) => (
          <Loaded
            matrix={implementation}
            verdicts={compared.stale ? undefined : compared.data?.implementation.rows}
            onReviewed={again}
          />
        )}
      </Await>
    </>
  )
}

function Loaded({
  matrix,
  verdicts,
  onReviewed,
}: {
  readonly matrix: Matrix
  /** Absent while the service compares targets. */
  readonly verdicts: Verdicts | undefined
  readonly onReviewed: () => void
}) {
  const words = useWords(WORDS)
  const { address, to, go } = useMatrixAddress()
  const area = useRef<HTMLDivElement>(null)
  useReturnOfFocus(area, address.opened !== null)
  const columns = matrix.columns.edges.map(({ node }) => node)
  const rows = useMemo(() => readRows(matrix, verdicts), [matrix, verdicts])
  const counts = countRows(rows.map(({ cells }) => cells))
  const shown = rows.filter(({ cells }) => isShown(address.filter, cells))
  const { hasNextPage, endCursor } = matrix.columns.pageInfo
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from anywhere in the view
    <div
      ref={area}
      className={styles.view}
      data-open={address.opened !== null}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && address.opened !== null) go(CHANGES.close())
      }}
    >
      <Heading matrix={matrix} />
      <div className={styles.matrix}>
        {matrix.upper.ingested ? (
          <>
            {columns.length === 0 ? null : (
              <p className={styles.summary}>
                {fill(counts.nowhere === 0 ? words.noGaps : words.gaps, {
                  clauses: rows.length,
                  documents: columns.length,
                  nowhere: counts.nowhere,
                })}{' '}
                {columns.length === matrix.columns.totalCount
                  ? null
                  : fill(words.ofAll, { total: matrix.columns.totalCount })}
              </p>
            )}
            <Toolbar matrix={matrix} counts={counts} compared={verdicts !== undefined} />
            {columns.length === 0 ? (
              <p>{words.noneLower}</p>
            ) : shown.length === 0 ? (
              <p role="status">
                {verdicts === undefined && ASKS_TARGETS.has(address.filter)
                  ? words.comparing
                  : words.noneShown}
              </p>
            ) : (
              <>
                <MatrixTable matrix={matrix} columns={columns} rows={shown} />
                <Legend />
              </>
            )}
            <p className={styles.pages}>
              {address.after === null ? null : <Link to={to(CHANGES.page(null))}>{words.first}</Link>}
              {hasNextPage ? <Link to={to(CHANGES.page(endCursor))}>{words.more}</Link> : null}
            </p>
          </>
        ) : (
          <p>{words.notHeld}</p>
        )}
      </div>
      {address.opened === null ? null : (
        <MatrixPanel matrix={matrix} opened={address.opened} onReviewed={onReviewed} />
      )}
    </div>
  )
}

function readRows(matrix: Matrix, verdicts: Verdicts | undefined): readonly ShownRow[] {
  return matrix.rows.map((row, line) => ({
    row,
    cells: row.cells.map(({ correspondences }, column) => {
      const compared = verdicts?.[line]?.cells[column]?.correspondences
      return readCell(
        correspondences.map((link, index) => ({ ...link, targets: compared?.[index]?.targets ?? [] })),
      )
    }),
  }))
}

function Heading({ matrix: { upper } }: { readonly matrix: Matrix }) {
  const words = useWords(WORDS)
  return (
    <header className={styles.head}>
      <PageTitle of={`${upper.title} · ${words.heading}`} />
      <p className={styles.above} data-screen-only>
        <Link to="/matrix">{words.all}</Link>
        {' · '}
        <Link to={graphPath(upper.id)}>{words.graph}</Link>
      </p>
      <h1 className={styles.title}>
        <span className="visually-hidden">{words.heading}：</span>
        <Link to={pathOf(upper.id)}>{upper.title}</Link>
      </h1>
      <p className={styles.facts}>
        {[upper.number, upper.jurisdiction?.name, upper.issuedOn].filter((fact) => fact != null).join(' · ')}
      </p>
    </header>
  )
}

/** When the panel is closed, the cell or head that opened it has the focus again. */
function useReturnOfFocus(area: React.RefObject<HTMLElement | null>, open: boolean): void {
  const opener = useRef<string | null>(null)
  useEffect(() => {
    const box = area.current
    if (open) {
      const current = box?.querySelector<HTMLAnchorElement>('table [aria-current="true"]')
      opener.current = current?.getAttribute('href') ?? opener.current
    } else if (opener.current !== null) {
      const links = box?.querySelectorAll<HTMLAnchorElement>('table a') ?? []
      const link = [...links].find((each) => each.getAttribute('href') === opener.current)
      opener.current = null
      link?.focus()
    }
  })
}
