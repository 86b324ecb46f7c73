import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { Enum } from '../../components/Enum.tsx'
import { PairView } from '../../components/PairView.tsx'
import { DEGREES } from '../../core/labels.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import styles from './MatrixPanel.module.css'
import { CHANGES, useMatrixAddress } from './matrixAddress.ts'
import { CELL, type Link as ClauseLink, type Column, type Row } from './matrixQuery.ts'
import { ReviewForm } from './ReviewForm.tsx'

const WORDS = {
  links: ['{document}中对应的条款', 'Corresponding clauses of {document}'],
  gone: ['这一格已没有对应的条款。', 'Nothing in this cell corresponds any more.'],
} as const satisfies Record<string, Words>

/** The counterparts in one cell; one of them side by side with the upper clause. */
export function PairPanel({
  clause,
  column,
  onReviewed,
}: {
  readonly clause: Row['clause']
  readonly column: Column
  readonly onReviewed: () => void
}) {
  const words = useWords(WORDS)
  const { minScore } = useMatrixAddress().address
  const variables = { clause: clause.id, document: column.document.id, minScore }
  const [asked, ask] = useQuery({ query: CELL, variables })
  const again = () => ask({ requestPolicy: 'network-only' })
  return (
    <Await asked={asked} retry={again}>
      {(found) => {
        const links = found.clause?.correspondences ?? []
        if (links.length === 0) return <p role="status">{words.gone}</p>
        return (
          <Pairs
            {...{ clause, column, links }}
            onReviewed={() => {
              again()
              onReviewed()
            }}
          />
        )
      }}
    </Await>
  )
}

function Pairs({
  clause,
  column,
  links,
  onReviewed,
}: {
  readonly clause: Row['clause']
  readonly column: Column
  readonly links: readonly ClauseLink[]
  readonly onReviewed: () => void
}) {
  const words = useWords(WORDS)
  const { address, to } = useMatrixAddress()
  const chosen = links.find(({ other }) => other.id === address.pair) ?? links[0]!
  const name = column.document.number ?? column.document.title
  return (
    <>
      {links.length < 2 ? null : (
        <nav aria-label={fill(words.links, { document: name })}>
          <ul className={styles.links}>
            {links.map((link) => (
              <li key={link.id}>
                <Link
                  to={to(CHANGES.pair(link.other.id))}
                  aria-current={link === chosen ? 'true' : undefined}
                  preventScrollReset
                >
                  {`${link.other.label}${link.other.title ?? ''}`}
                  <span className={styles.score}>
                    <Enum table={DEGREES} value={link.degree} /> {link.score.toFixed(2)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <PairView key={chosen.id} clause={clause.id} other={chosen.other.id} />
      <ReviewForm
        key={`review ${chosen.id}`}
        clause={clause.id}
        other={chosen.other.id}
        onReviewed={onReviewed}
      />
    </>
  )
}
