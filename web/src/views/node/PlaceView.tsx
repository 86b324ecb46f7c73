import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { DocumentLine } from '../../components/DocumentLine.tsx'
import { DOCUMENT_LINE } from '../../components/documentLineQuery.ts'
import { Enum } from '../../components/Enum.tsx'
import { PageTitle } from '../../components/PageTitle.tsx'
import { useAddress } from '../../core/addressState.ts'
import { LEVELS } from '../../core/labels.ts'
import { graphPath, pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import { Gone } from './Gone.tsx'
import styles from './ListView.module.css'

const WORDS = {
  parent: ['上级地区', 'Part of'],
  children: ['下辖地区', 'Places below'],
  documents: ['适用于本地的文件（{count}）', 'Documents that apply here ({count})'],
  none: ['库中没有只适用于本地的文件。', 'The corpus holds no document of this very place.'],
  graph: ['在图谱中看', 'Show in the graph'],
  agencies: ['本地部门', 'Its agencies'],
  next: ['后面的文件', 'Further documents'],
  code: ['区划代码', 'Code'],
} as const satisfies Record<string, Words>

const PLACE = graphql(
  `
    query Place($id: ID!, $after: String) {
      node(id: $id) {
        __typename
        ... on Jurisdiction {
          id
          name
          code
          level
          parent {
            id
            name
          }
          children {
            id
            name
          }
          documents(first: 50, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            edges {
              node {
                ...DocumentLine
              }
            }
          }
        }
      }
    }
  `,
  [DOCUMENT_LINE],
)

/** A place: where it belongs, what belongs to it, and its documents. */
export function PlaceView({ id }: { readonly id: string }) {
  const words = useWords(WORDS)
  const { parameters, to } = useAddress()
  const after = parameters.get('after')
  const [asked, ask] = useQuery({ query: PLACE, variables: { id, after } })
  return (
    <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
      {({ node }) => {
        if (node?.__typename !== 'Jurisdiction') return <Gone id={id} />
        const { documents, parent, children } = node
        return (
          <article className={styles.view}>
            <PageTitle of={node.name} />
            <h1 lang="zh-CN">{node.name}</h1>
            <p className={styles.facts}>
              <Enum table={LEVELS} value={node.level} />
              {node.code === null ? null : ` · ${words.code} ${node.code}`}
            </p>
            <p className={styles.links}>
              {parent === null ? null : (
                <span>
                  {words.parent} <Link to={pathOf(parent.id)}>{parent.name}</Link>
                </span>
              )}
              <Link to={graphPath(node.id)}>{words.graph}</Link>
              <Link to={`/agencies?within=${encodeURIComponent(node.id)}`}>{words.agencies}</Link>
            </p>
            <section>
              <h2>{fill(words.documents, { count: documents.totalCount })}</h2>
              {documents.totalCount === 0 ? <p>{words.none}</p> : null}
              <ul className={styles.list}>
                {documents.edges.map(({ node: document }) => (
                  <li key={document.id}>
                    <DocumentLine document={document} withPlace={false} />
                  </li>
                ))}
              </ul>
              {documents.pageInfo.hasNextPage ? (
                <p>
                  <Link to={to({ after: documents.pageInfo.endCursor })}>{words.next} →</Link>
                </p>
              ) : null}
            </section>
            {children.length === 0 ? null : (
              <section>
                <h2>{words.children}</h2>
                <ul className={styles.places} lang="zh-CN">
                  {children.map((child) => (
                    <li key={child.id}>
                      <Link to={pathOf(child.id)}>{child.name}</Link>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </article>
        )
      }}
    </Await>
  )
}
