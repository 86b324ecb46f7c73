import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { Enum } from '../../components/Enum.tsx'
import { PairView } from '../../components/PairView.tsx'
import { DEGREES, LEVELS } from '../../core/labels.ts'
import { useWords, type Words } from '../../core/words.ts'
import { graphql, type ResultOf } from '../../gql/graphql.ts'
import styles from './Counterparts.module.css'

const WORDS = {
  title: ['对应条款', 'Counterparts'],
  IMPLEMENTS: ['上级条款（本条落实）', 'Above (this clause implements)'],
  IMPLEMENTED_BY: ['下级条款（落实本条）', 'Below (implement this clause)'],
  PARALLEL: ['平行条款（无落实关系）', 'Parallel (no implementing link)'],
  none: ['库中没有与本条对应的条款。', 'The corpus holds no counterpart of this clause.'],
  reviewed: ['人工确认', 'confirmed'],
  close: ['收起', 'Close'],
} as const satisfies Record<string, Words>

const COUNTERPARTS = graphql(`
  query Counterparts($id: ID!) {
    clause(id: $id) {
      id
      correspondences(first: 60) {
        id
        kind
        degree
        score
        basis
        other {
          id
          label
          title
          document {
            id
            title
            number
            level
            issuedOn
            jurisdiction {
              name
            }
          }
        }
      }
    }
  }
`)

type Link_ = NonNullable<ResultOf<typeof COUNTERPARTS>['clause']>['correspondences'][number]

const KINDS = ['IMPLEMENTS', 'IMPLEMENTED_BY', 'PARALLEL'] as const

/** The clauses of other documents that correspond to one: those above, those below, those beside; one of them in full. */
export function Counterparts({
  clause,
  pair,
  pathTo,
}: {
  readonly clause: string
  /** Id of the counterpart to show in full. */
  readonly pair: string
  /** Address of this view with another counterpart; with none where the panel is closed. */
  readonly pathTo: (pair: string | null) => string
}) {
  const words = useWords(WORDS)
  const [asked, ask] = useQuery({ query: COUNTERPARTS, variables: { id: clause } })
  return (
    <section className={styles.panel} aria-label={words.title}>
      <header className={styles.head}>
        <h4>{words.title}</h4>
        <Link to={pathTo(null)} preventScrollReset>
          {words.close}
        </Link>
      </header>
      <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
        {(data) => {
          const links = data.clause?.correspondences ?? []
          if (links.length === 0) return <p className={styles.soft}>{words.none}</p>
          const chosen = pair === '' ? (links[0]?.other.id ?? '') : pair
          return (
            <>
              <div className={styles.groups}>
                {KINDS.map((kind) => (
                  <Group
                    key={kind}
                    title={words[kind]}
                    links={links.filter((link) => link.kind === kind)}
                    chosen={chosen}
                    pathTo={pathTo}
                  />
                ))}
              </div>
              <PairView key={chosen} clause={clause} other={chosen} />
            </>
          )
        }}
      </Await>
    </section>
  )
}

function Group({
  title,
  links,
  chosen,
  pathTo,
}: {
  readonly title: string
  readonly links: readonly Link_[]
  readonly chosen: string
  readonly pathTo: (pair: string) => string
}) {
  const words = useWords(WORDS)
  if (links.length === 0) return null
  return (
    <div>
      <h5>
        {title} <span className={styles.count}>{links.length}</span>
      </h5>
      <ul className={styles.links}>
        {links.map(({ id, other, degree, score, basis }) => (
          <li key={id}>
            <Link
              to={pathTo(other.id)}
              aria-current={other.id === chosen ? 'true' : undefined}
              preventScrollReset
            >
              <span>{`${other.label}${other.title ?? ''}`}</span>
              <span className={styles.where} title={other.document.title}>
                {other.document.level === null ? null : <Enum table={LEVELS} value={other.document.level} />}
                {' · '}
                {other.document.jurisdiction?.name} {other.document.number ?? other.document.title}
                {' · '}
                <Enum table={DEGREES} value={degree} /> {score.toFixed(2)}
                {basis === 'REVIEWED' ? ` · ${words.reviewed}` : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
