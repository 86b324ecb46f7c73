import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { PairView } from '../../components/PairView.tsx'
import { pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import styles from './MatrixPanel.module.css'
import type { Column, Row } from './matrixQuery.ts'
import { ReviewForm } from './ReviewForm.tsx'

const WORDS = {
  missing: [
    '在{document}中没有找到与“{clause}”对应的条款。',
    'No clause of {document} was found to correspond to “{clause}”.',
  ],
  nearest: [
    '最接近的是“{other}”（匹配度 {score}），不足以算作对应：',
    'The nearest is “{other}” (score {score}), which is not enough for a match:',
  ],
  rejected: [
    '最接近的是“{other}”（匹配度 {score}），已被人工否认：{note}',
    'The nearest is “{other}” (score {score}), rejected by a person: {note}',
  ],
  noNote: ['没有写理由', 'no reason given'],
  none: [
    '没有可供比较的条款，或语义检索没有开启。',
    'There is no clause to compare with, or semantic search is off.',
  ],
} as const satisfies Record<string, Words>

const NEAREST = graphql(`
  query Nearest($upper: ID!, $lower: [ID!]) {
    implementation(upper: $upper, lower: $lower) {
      rows {
        clause {
          id
        }
        cells {
          nearest {
            id
            score
            other {
              id
              label
              title
            }
            review {
              verdict
              note
            }
          }
        }
      }
    }
  }
`)

/** A gap: said in words, with the clause of the lower document that came nearest, so that it can be judged. */
export function GapPanel({
  upper,
  clause,
  column: { document },
  onReviewed,
}: {
  readonly upper: string
  readonly clause: Row['clause']
  readonly column: Column
  readonly onReviewed: () => void
}) {
  const words = useWords(WORDS)
  const [asked, ask] = useQuery({ query: NEAREST, variables: { upper, lower: [document.id] } })
  const again = () => ask({ requestPolicy: 'network-only' })
  const name = `${clause.label}${clause.title ?? ''}`
  return (
    <>
      <p className={styles.place}>
        {document.jurisdiction?.name} · <Link to={pathOf(document.id)}>{document.title}</Link>
      </p>
      <p className={styles.gap}>
        <span>{fill(words.missing, { document: document.number ?? document.title, clause: name })}</span>
      </p>
      <Await asked={asked} retry={again}>
        {({ implementation }) => {
          const row = implementation.rows.find((each) => each.clause.id === clause.id)
          const nearest = row?.cells[0]?.nearest
          if (nearest == null) return <p className={styles.lead}>{words.none}</p>
          const { other, review, score } = nearest
          const told = review?.verdict === 'REJECTED' ? words.rejected : words.nearest
          return (
            <>
              <p className={styles.lead}>
                {fill(told, {
                  other: `${other.label}${other.title ?? ''}`,
                  score: score.toFixed(2),
                  note: review?.note ?? words.noNote,
                })}
              </p>
              <PairView key={nearest.id} clause={clause.id} other={other.id} />
              <ReviewForm
                key={`review ${nearest.id}`}
                clause={clause.id}
                other={other.id}
                onReviewed={() => {
                  again()
                  onReviewed()
                }}
              />
            </>
          )
        }}
      </Await>
    </>
  )
}
