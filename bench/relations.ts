import type { Hono } from 'hono'
import type { GraphStore } from '../graph/port/graphStore.ts'
import type { Bench } from './bench.ts'
import { loadBuilt } from './built.ts'
import type { Figure } from './figure.ts'
import { latencyFigures, timeCalls } from './latency.ts'
import { openServices } from './openServices.ts'

const BAR = { atMost: 25 }

/** Three steps down: document ← documents that implement it → their clauses → who takes part. */
const DOWN = `query ($id: ID!) { document(id: $id) { title implementedBy(first: 10) { edges { node { id title
  clauses(first: 20) { edges { node { id label title responsibilities { role printed agency { id name } } } } } } } } } }`
/** Three steps up: agency → its clauses → their documents → what these implement; two agencies, as a page has 100. */
const UP = `query ($a: ID!, $b: ID!) { a: agency(id: $a) { ...duties } b: agency(id: $b) { ...duties } }
  fragment duties on Agency { name responsibilities(first: 100) { edges { node { role
    clause { id label document { id title implements { id title } } } } } } }`

/** The surroundings of a document, three steps wide: what a page of the graph shows. */
const GRAPH = `query ($id: ID!) { graph(focus: $id, depth: 3, limit: 200) { truncated nodes { id kind label level degree }
  edges { id } } }`
/** Results that the bar stands for; a small corpus has fewer. */
const RESULTS = 200
const LARGE = 20_000
/** Documents and agencies asked about in turn. */
const ASKED = 20

/** Latency of relationship queries of three steps and 200 results, through the HTTP application in this process. */
export async function measure({ built, sizes, corpus }: Bench): Promise<Figure[]> {
  const { createHttpApp } = await loadBuilt<typeof import('../src/api/http.ts')>(built, 'src/api/http')
  const services = await openServices(built, corpus('large'), null)
  const silent = { warn: () => {}, error: () => {} }
  const status = () => Promise.reject(new Error('not asked for'))
  const app = createHttpApp({ services, status, isLoopback: true, logger: silent })
  try {
    const least = sizes.largeClauses < LARGE ? 1 : RESULTS
    const documents = await findDocuments(services.store)
    const agencies = await findAgencies(services.store)
    const at = <T>(list: readonly T[], index: number) => list[index % list.length]!
    const down = await timeCalls(sizes.relationQueries, (index) =>
      ask(app, DOWN, { id: at(documents, index) }, { field: 'agency', least }),
    )
    const up = await timeCalls(sizes.relationQueries, (index) =>
      ask(app, UP, { a: at(agencies, index), b: at(agencies, index + 1) }, { field: 'clause', least }),
    )
    const graph = await timeCalls(sizes.relationQueries, (index) =>
      ask(app, GRAPH, { id: at(documents, index) }, { field: 'id', least: Math.min(least, 1) }),
    )
    const size = `in ${sizes.largeClauses} clauses`
    return [
      ...latencyFigures(
        {
          name: 'relations/down',
          what: `document ← implementers → clauses → agencies, 200 results ${size}`,
          bar: BAR,
        },
        down,
      ),
      ...latencyFigures(
        {
          name: 'relations/up',
          what: `agency → clauses → documents → upper documents, 200 results ${size}`,
          bar: BAR,
        },
        up,
      ),
      ...latencyFigures(
        { name: 'relations/graph', what: `graph around a document, depth 3, 200 nodes ${size}`, bar: BAR },
        graph,
      ),
    ]
  } finally {
    await services.store.close()
  }
}

/** The documents that most others implement; where there are any, none that nothing implements. */
async function findDocuments(store: GraphStore): Promise<readonly string[]> {
  const page = await store.documents({ ingested: true }, { first: ASKED, after: null }, 'MOST_CITED')
  const ids = page.items.map(({ node }) => node.id)
  const cited = await Promise.all(
    ids.map((id) => store.citations({ targetIds: [id] }, { first: 1, after: null })),
  )
  return ids.filter((_id, index) => cited[index]!.totalCount > 0)
}

/** Agencies with at least as many duties as the query shows, where there are any. */
async function findAgencies(store: GraphStore): Promise<readonly string[]> {
  const agencies = await store.agencies({}, { first: 200, after: null })
  const found: { id: string; duties: number }[] = []
  for (const { node } of agencies.items) {
    const { totalCount } = await store.responsibilities({ agencyIds: [node.id] }, { first: 1, after: null })
    found.push({ id: node.id, duties: totalCount })
  }
  return found
    .sort((a, b) => b.duties - a.duties)
    .slice(0, ASKED)
    .map(({ id }) => id)
}

/** Sends one query and checks that it has as many results as it should. */
async function ask(
  app: Hono,
  query: string,
  variables: Record<string, string>,
  { field, least }: { readonly field: string; readonly least: number },
): Promise<void> {
  const response = await app.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const text = await response.text()
  const results = text.split(field === 'id' ? '"id":' : `"${field}":{`).length - 1
  if (response.status !== 200 || text.includes('"errors"') || results < least)
    throw new Error(`${response.status}, ${results} results: ${text.slice(0, 300)}`)
}
