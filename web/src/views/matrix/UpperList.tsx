import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { Enum } from '../../components/Enum.tsx'
import { LEVELS } from '../../core/labels.ts'
import { matrixPath, pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { useMatrixAddress } from './matrixAddress.ts'
import styles from './UpperList.module.css'
import { UpperRow } from './UpperRow.tsx'
import { UPPERS, type Uppers, useLowers, type Wanted } from './uppers.ts'

const WORDS = {
  heading: ['落实对照', 'Implementation'],
  lead: [
    '选一份上级文件，逐条看下级文件怎样对应：哪些条款有、哪些缺，谁的目标更严，哪些是地方自有。',
    'Choose an upper document and see, clause by clause, how lower ones answer it: what is there, what is missing, whose target is stricter and what is their own.',
  ],
  more: ['更多文件', 'More documents'],
  first: ['回到开头', 'Back to the start'],
  empty: ['还没有收录文件。', 'No document is held yet.'],
  ingest: ['收录文件', 'Ingest documents'],
  without: [
    '另有 {count} 份文件没有找到下级文件；打开后可以自己加入文件对照',
    '{count} more without lower documents; open one to set documents of your choice beside it',
  ],
  wanted: ['有下级文件落实、但还没有收录', 'Implemented by lower documents, but not held'],
  wantedLead: [
    '库中的下级文件说自己落实这些文件。收录之后就能逐条对照。',
    'Documents of the corpus say that they implement these. Once ingested they can be compared clause by clause.',
  ],
  by: ['落实它的有：', 'implemented by: '],
} as const satisfies Record<string, Words>

const HIGHEST_FIRST = Object.keys(LEVELS) as (keyof typeof LEVELS)[]

/** The documents of the corpus by level that have lower ones to be compared with; below those that have none. */
export function UpperList() {
  const words = useWords(WORDS)
  const { address } = useMatrixAddress()
  const [asked, ask] = useQuery({ query: UPPERS, variables: { after: address.after } })
  return (
    <>
      <h1>{words.heading}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
        {(data) => <Levels data={data} />}
      </Await>
    </>
  )
}

function Levels({ data }: { readonly data: Uppers }) {
  const words = useWords(WORDS)
  const { address, to } = useMatrixAddress()
  const documents = data.documents.edges.map(({ node }) => node)
  const lowers = useLowers(documents)
  const without = documents.filter(({ id }) => lowers.get(id)?.totalCount === 0)
  const wanted = data.wantedDocuments.edges
    .map(({ node }) => node)
    .filter(({ implementedBy }) => implementedBy.totalCount > 0)
  const { hasNextPage, endCursor } = data.documents.pageInfo
  if (documents.length === 0) {
    return (
      <p>
        {words.empty} <Link to="/ingest">{words.ingest}</Link>
      </p>
    )
  }
  return (
    <>
      {HIGHEST_FIRST.map((level) => {
        const own = documents.filter((each) => each.level === level && !without.includes(each))
        if (own.length === 0) return null
        return (
          <section key={level} className={styles.level}>
            <h2>
              <Enum table={LEVELS} value={level} />
            </h2>
            <ul className={styles.list}>
              {own.map((document) => (
                <UpperRow key={document.id} document={document} lowers={lowers.get(document.id)} />
              ))}
            </ul>
          </section>
        )
      })}
      {without.length === 0 ? null : (
        <details className={styles.without}>
          <summary>{fill(words.without, { count: without.length })}</summary>
          <ul className={styles.list}>
            {without.map((document) => (
              <UpperRow key={document.id} document={document} lowers={null} />
            ))}
          </ul>
        </details>
      )}
      <p className={styles.pages}>
        {address.after === null ? null : <Link to={to({ after: null })}>{words.first}</Link>}
        {hasNextPage ? <Link to={to({ after: endCursor })}>{words.more}</Link> : null}
      </p>
      {wanted.length === 0 ? null : <WantedList wanted={wanted} />}
    </>
  )
}

function WantedList({ wanted }: { readonly wanted: readonly Wanted[] }) {
  const words = useWords(WORDS)
  return (
    <section className={styles.level}>
      <h2>{words.wanted}</h2>
      <p className={styles.facts}>{words.wantedLead}</p>
      <ul className={styles.list}>
        {wanted.map((document) => (
          <li key={document.id} className={styles.wanted}>
            <Link to={matrixPath(document.id)}>{document.title}</Link>
            <p className={styles.facts}>
              {[document.number, document.jurisdiction?.name].filter((fact) => fact != null).join(' · ')}
              {' · '}
              {words.by}
              {document.implementedBy.edges.map(({ node }, index) => (
                <span key={node.id}>
                  {index === 0 ? '' : '、'}
                  <Link to={pathOf(node.id)}>{node.number ?? node.title}</Link>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
