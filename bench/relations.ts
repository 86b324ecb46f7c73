import type { Hono } from 'hono'
import type { Bench } from './bench.ts'
import { loadBuilt } from './built.ts'
import {
  AGENCIES,
  CLAUSES_PER_DOCUMENT,
  IMPLEMENTERS,
  syntheticAgencyId,
  syntheticDocumentId,
} from './corpus.ts'
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

/** Latency of relationship queries of three steps and 200 results, through the HTTP application in this process. */
export async function measure({ built, sizes, corpus }: Bench): Promise<Figure[]> {
  const { createHttpApp } = await loadBuilt<typeof import('../src/api/http.ts')>(built, 'src/api/http')
  const services = await openServices(built, corpus('large'), null)
  const silent = { warn: () => {}, error: () => {} }
  const status = () => Promise.reject(new Error('not asked for'))
  const app = createHttpApp({ services, status, isLoopback: false, logger: silent })
  try {
    const documents = Math.ceil(sizes.largeClauses / CLAUSES_PER_DOCUMENT)
    const upper = Math.max(1, Math.floor((documents - 1) / IMPLEMENTERS))
    const down = await timeCalls(sizes.relationQueries, (index) =>
      ask(
        app,
        DOWN,
        { id: syntheticDocumentId(index % upper) },
        { field: 'agency', least: documents > IMPLEMENTERS ? 200 : 1 },
      ),
    )
    const up = await timeCalls(sizes.relationQueries, (index) =>
      ask(
        app,
        UP,
        { a: syntheticAgencyId(index % AGENCIES), b: syntheticAgencyId((index + 1) % AGENCIES) },
        { field: 'clause', least: documents > 2 * IMPLEMENTERS ? 200 : 1 },
      ),
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
    ]
  } finally {
    await services.store.close()
  }
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
  const results = text.split(`"${field}":{`).length - 1
  if (response.status !== 200 || text.includes('"errors"') || results < least)
    throw new Error(`${response.status}, ${results} results: ${text.slice(0, 300)}`)
}
