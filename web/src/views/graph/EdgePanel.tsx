import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { PairView } from '../../components/PairView.tsx'
import { pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import { useEdgeName } from './edgeWords.ts'
import type { ShownEdge } from './fold.ts'
import type { GraphData, GraphEdge } from './graphData.ts'
import { BASIS_NAMES, KIND_NAMES } from './names.ts'
import styles from './Panel.module.css'
import { splitAt } from './spanParts.ts'

const WORDS = {
  bundle: ['{name}：合并 {count} 条', '{name}: {count} bundled'],
  ends: ['{from} 与 {to}', '{from} and {to}'],
  score: ['相似 {score}', 'score {score}'],
  pairs: ['其中的条款对', 'The pairs'],
  gone: ['这一条款已不在库中。', 'This clause is no longer held.'],
} as const satisfies Record<string, Words>

interface Props {
  readonly data: GraphData
  readonly edge: ShownEdge
  readonly choose: (id: string) => void
}

/** The selected edge: of a bundle its members, of one edge the words of both ends. */
export function EdgePanel({ data, edge, choose }: Props) {
  const words = useWords(WORDS)
  const bases = useWords(BASIS_NAMES)
  const name = useEdgeName()(edge)
  const from = data.nodes.get(edge.source)
  const to = data.nodes.get(edge.target)
  if (edge.members.length > 1) return <BundlePanel data={data} edge={edge} choose={choose} />
  const single = data.edges.get(edge.members[0] ?? edge.id) ?? edge
  return (
    <>
      <p className={styles.kind}>
        {name} · {bases[edge.basis]}
        {edge.score === null ? '' : ` · ${fill(words.score, { score: edge.score.toFixed(2) })}`}
      </p>
      <h2 className={styles.title}>
        {fill(words.ends, { from: from?.label ?? edge.source, to: to?.label ?? edge.target })}
      </h2>
      {single.kind === 'CORRESPONDENCE' ? (
        <PairView clause={single.source} other={single.target} />
      ) : (
        <>
          <End data={data} id={single.source} edge={single} />
          <End data={data} id={single.target} edge={single} />
        </>
      )}
    </>
  )
}

function BundlePanel({ data, edge, choose }: Props) {
  const words = useWords(WORDS)
  const name = useEdgeName()(edge)
  const members = edge.members
    .flatMap((id) => data.edges.get(id) ?? [])
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
  const label = (id: string) => data.nodes.get(id)?.label ?? id
  return (
    <>
      <p className={styles.kind}>{fill(words.bundle, { name, count: members.length })}</p>
      <h2 className={styles.title}>
        {fill(words.ends, { from: label(edge.source), to: label(edge.target) })}
      </h2>
      <h3 className={styles.heading}>{words.pairs}</h3>
      <ul className={styles.list}>
        {members.map((member) => (
          <li key={member.id}>
            <button type="button" className={styles.row} onClick={() => choose(member.id)}>
              <div>
                {label(member.source)}
                <br />
                {label(member.target)}
              </div>
              <span className={`${styles.soft} ${styles.score}`}>{member.score?.toFixed(2)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const END = graphql(`
  query GraphEnd($id: ID!) {
    clause(id: $id) {
      id
      text
      span { start }
      document { title number }
    }
  }
`)

/** One end of an edge: its name, of a clause its text too, the words that the edge was read from lit in it. */
function End({
  data,
  id,
  edge,
}: {
  readonly data: GraphData
  readonly id: string
  readonly edge: GraphEdge
}) {
  const words = useWords(WORDS)
  const kinds = useWords(KIND_NAMES)
  const node = data.nodes.get(id)
  const isClause = node?.kind === 'CLAUSE'
  const [asked, retry] = useQuery({ query: END, variables: { id }, pause: !isClause })
  const span = edge.source === id ? edge.span : null
  return (
    <section className={styles.text}>
      <p className={styles.soft}>{node === undefined ? '' : kinds[node.kind]}</p>
      <h3>
        <Link to={pathOf(id)}>{node?.label ?? id}</Link>
      </h3>
      {isClause ? (
        <Await asked={asked} retry={() => retry({ requestPolicy: 'network-only' })}>
          {({ clause }) =>
            clause === null ? (
              <p>{words.gone}</p>
            ) : (
              <>
                <p className={styles.soft}>{clause.document.number ?? clause.document.title}</p>
                <p>
                  {splitAt(clause.text, span, clause.span.start).map((part) =>
                    part.lit ? <mark key={part.at}>{part.text}</mark> : part.text,
                  )}
                </p>
              </>
            )
          }
        </Await>
      ) : span === null ? null : (
        <p>
          <mark>{span.quote}</mark>
        </p>
      )}
    </section>
  )
}
