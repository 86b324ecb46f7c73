import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { PageTitle } from '../../components/PageTitle.tsx'
import { graphPath } from '../../core/paths.ts'
import { useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import { NodeFinder } from './NodeFinder.tsx'
import styles from './StartPanel.module.css'

const WORDS = {
  title: ['图谱', 'Graph'],
  intro: [
    '从一份文件、一条条款、一个部门或一类产品出发，看它上承什么、下有谁落实、由谁牵头。',
    'Start from a document, a clause, an agency or a product type, and see what it rests on, who implements it and who leads.',
  ],
  find: ['从哪里开始', 'Where to start'],
  placeholder: ['文号、标题、部门名称，或一个问题', 'Number, title, agency or a question'],
  documents: ['已收录的文件', 'Documents held'],
  none: ['库中还没有文件。', 'No documents yet.'],
  products: ['产品类型', 'Product types'],
} as const satisfies Record<string, Words>

const START = graphql(`
  query GraphStart {
    documents(filter: { ingested: true }, first: 12) {
      edges { node { id title number issuedOn jurisdiction { name } } }
    }
    productTypes { id name }
  }
`)

/** Product types offered; the rest is found by searching. */
const PRODUCTS = 16

/** Where no node is chosen yet: never the whole graph, but a place to begin. */
export function StartPanel() {
  const words = useWords(WORDS)
  const [asked, retry] = useQuery({ query: START })
  return (
    <div className={styles.start}>
      <PageTitle of={words.title} />
      <h1>{words.title}</h1>
      <p className={styles.intro}>{words.intro}</p>
      <NodeFinder
        label={words.find}
        placeholder={words.placeholder}
        row={({ id, label }) => <Link to={graphPath(id)}>{label}</Link>}
      />
      <Await asked={asked} retry={() => retry({ requestPolicy: 'network-only' })}>
        {({ documents, productTypes }) => (
          <>
            <h2>{words.documents}</h2>
            {documents.edges.length === 0 ? <p>{words.none}</p> : null}
            <ul className={styles.documents}>
              {documents.edges.map(({ node }) => (
                <li key={node.id}>
                  <Link to={graphPath(node.id)}>{node.title}</Link>
                  <span>
                    {[node.number, node.jurisdiction?.name, node.issuedOn].filter(Boolean).join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            {productTypes.length === 0 ? null : <h2>{words.products}</h2>}
            <ul className={styles.products}>
              {productTypes.slice(0, PRODUCTS).map(({ id, name }) => (
                <li key={id}>
                  <Link to={graphPath(id)}>{name}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </Await>
    </div>
  )
}
