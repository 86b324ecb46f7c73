import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { ClauseCard } from '../../components/ClauseCard.tsx'
import { CLAUSE_CARD } from '../../components/clauseCardQuery.ts'
import { PageTitle } from '../../components/PageTitle.tsx'
import { useAddress } from '../../core/addressState.ts'
import { graphPath, pathOf } from '../../core/paths.ts'
import { fill, useWords, type Words } from '../../core/words.ts'
import { graphql } from '../../gql/graphql.ts'
import { Gone } from './Gone.tsx'
import styles from './ListView.module.css'

const WORDS = {
  aliases: ['又称', 'Also called'],
  broader: ['属于', 'Part of'],
  narrower: ['包括', 'Includes'],
  clauses: ['涉及它的条款（{count}）', 'Clauses about it ({count})'],
  graph: ['在图谱中看', 'Show in the graph'],
  exact: ['只看直接写明的', 'Only this very type'],
  next: ['后面的条款', 'Further clauses'],
} as const satisfies Record<string, Words>

const PRODUCT_TYPE = graphql(
  `
    query ProductTypePage($id: String!, $exact: Boolean!, $after: String) {
      productType(name: $id) {
        id
        name
        aliases
        broader {
          id
          name
        }
        narrower {
          id
          name
        }
        clauses(exact: $exact, first: 20, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              text
              ...ClauseCard
            }
          }
        }
      }
    }
  `,
  [CLAUSE_CARD],
)

/** Characters of a clause shown in the list. */
const SHOWN = 160

/** A product type: what it belongs to, what belongs to it, and the clauses about it. */
export function ProductTypeView({ id }: { readonly id: string }) {
  const words = useWords(WORDS)
  const { parameters, to, go } = useAddress()
  const exact = parameters.get('exact') === '1'
  const variables = { id, exact, after: parameters.get('after') }
  const [asked, ask] = useQuery({ query: PRODUCT_TYPE, variables })
  return (
    <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
      {({ productType }) => {
        if (productType === null) return <Gone id={id} />
        const { aliases, broader, narrower, clauses } = productType
        return (
          <article className={styles.view}>
            <PageTitle of={productType.name} />
            <h1 lang="zh-CN">{productType.name}</h1>
            {aliases.length === 0 ? null : (
              <p className={styles.facts}>
                {words.aliases} <span lang="zh-CN">{aliases.join('、')}</span>
              </p>
            )}
            <p className={styles.links}>
              {broader === null ? null : (
                <span>
                  {words.broader} <Link to={pathOf(broader.id)}>{broader.name}</Link>
                </span>
              )}
              {narrower.length === 0 ? null : (
                <span>
                  {words.narrower}{' '}
                  {narrower.map((each) => (
                    <Link key={each.id} to={pathOf(each.id)}>
                      {each.name}
                    </Link>
                  ))}
                </span>
              )}
              <Link to={graphPath(productType.id)}>{words.graph}</Link>
            </p>
            <h2>{fill(words.clauses, { count: clauses.totalCount })}</h2>
            {narrower.length === 0 ? null : (
              <label>
                <input
                  type="checkbox"
                  checked={exact}
                  onChange={({ target }) => go({ exact: target.checked ? '1' : null, after: null })}
                />{' '}
                {words.exact}
              </label>
            )}
            <ul className={styles.list}>
              {clauses.edges.map(({ node }) => (
                <li key={node.id}>
                  <ClauseCard
                    clause={node}
                    passage={node.text.length > SHOWN ? `${node.text.slice(0, SHOWN)}…` : node.text}
                  />
                </li>
              ))}
            </ul>
            {clauses.pageInfo.hasNextPage ? (
              <p>
                <Link to={to({ after: clauses.pageInfo.endCursor })}>{words.next} →</Link>
              </p>
            ) : null}
          </article>
        )
      }}
    </Await>
  )
}
