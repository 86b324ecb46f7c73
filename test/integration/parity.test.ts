/** The embedded store and Neo4j give the same answers: same corpora, same pipeline, same queries of the public schema. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import { openNeo4jStore } from '../../graph/neo4j/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { createHashingEmbedder } from '../../src/embedding/hashing.ts'
import { findModel } from '../support/model.ts'
import { describeWithNeo4j, findNeo4j, type TestDatabase } from '../support/neo4j.ts'
import { type Ask, CORPORA, type Corpus, openParityContext, serve } from '../support/parity.ts'
import { findPicks, PARITY_QUERIES, type Picks } from '../support/parityQueries.ts'
import { RELATION_QUERIES } from '../support/parityRelations.ts'

/** Scores are sums of some hundred products, in another order in each store. */
const TOLERANCE = 1e-6
/** A hit's score is a share of the range of its query's cosines, below 0.1 for nonsense: that much more is the error of each. */
const HIT_TOLERANCE = 1e-5
const FILL_PATIENCE = 240_000
/** Neo4j compiles each kind of query at its first use. */
const QUERY_PATIENCE = 60_000

const QUERIES = [...PARITY_QUERIES, ...RELATION_QUERIES]
/** What no corpus here has (`query: path`); all else that is asked for is answered with something at least once. */
const NOWHERE: readonly string[] = [
  'a document with all its fields: .document.publishedOn',
  'a document with all its fields: .document.supersededBy',
  'a document by its number: .document.sections[].sections',
  'a document by its number: .document.annexes[].kind',
  'a document by its number: .document.annexes[].sections',
  'the agencies of a document: .document.ledger[].deadline',
  'the citations of a document: .document.cites.edges[].node.cited',
  'the citations of a document: .document.citedBy.edges[].node.cited',
  'a clause with everything: .clause.parent',
  'a clause with everything: .clause.responsibilities[].mentions[].scope',
  'a clause with everything: .clause.responsibilities[].mentions[].deadline',
  'a clause with everything: .clause.citations[].cited',
  'a clause with everything: .clause.targets[].valueMax',
  'a clause with everything: .clause.targets[].baseline',
  'an agency: .agency.departments',
  'an agency: .agency.documents.edges',
  'an agency: .agency.documents.pageInfo.endCursor',
  'targets: .targets.edges[].node.valueMax',
  'a correspondence: .node.review',
  'the links to review: .reviewQueue.edges[].node.review',
  'the correspondences of a clause: .clause.all[].targets[].deadlineVerdict',
  'a correspondence: .node.targets[].deadlineVerdict',
]

const neo4j = await findNeo4j()
const model = await findModel()

/**
 * `found` with each number that is within the tolerance of the one at the same place of `expected` replaced by that one, and
 * hits that are equally good put in the same order: ties have none.
 */
function align(found: unknown, expected: unknown, tolerance = TOLERANCE): unknown {
  if (typeof found === 'number' && typeof expected === 'number')
    return Math.abs(found - expected) <= tolerance ? expected : found
  if (Array.isArray(found) && Array.isArray(expected)) {
    const list = isHits(found) && isHits(expected) ? orderLike(found, expected) : found
    return list.map((item, index) => align(item, expected[index]))
  }
  if (typeof found !== 'object' || found === null || typeof expected !== 'object') return found
  const others = expected as Readonly<Record<string, unknown>> | null
  const isHit = 'highlight' in found
  const toleranceOf = (key: string) => (isHit && key === 'score' ? HIT_TOLERANCE : TOLERANCE)
  const entries = Object.entries(found)
  return Object.fromEntries(
    entries.map(([key, value]) => [key, align(value, others?.[key], toleranceOf(key))]),
  )
}

interface HitEdge {
  readonly node: {
    readonly score: number
    readonly highlight?: string
    readonly clause: { readonly id: string }
  }
}
const isHits = (list: readonly unknown[]): list is readonly HitEdge[] =>
  list.every((item) => (item as HitEdge | null)?.node?.highlight !== undefined)

function orderLike(found: readonly HitEdge[], expected: readonly HitEdge[]): readonly HitEdge[] {
  const place = new Map(expected.map(({ node }, index) => [node.clause.id, index]))
  const placeOf = ({ node }: HitEdge) => place.get(node.clause.id) ?? expected.length
  return found.toSorted((a, b) =>
    Math.abs(a.node.score - b.node.score) > HIT_TOLERANCE
      ? b.node.score - a.node.score
      : placeOf(a) - placeOf(b),
  )
}

/** Path → whether any answer so far has something there: a value, or an item of a list. */
type Contents = Map<string, boolean>

function note(contents: Contents, path: string, value: unknown): void {
  const isSomething = value !== null && !(Array.isArray(value) && value.length === 0)
  contents.set(path, isSomething || (contents.get(path) ?? false))
  if (Array.isArray(value)) for (const item of value) note(contents, `${path}[]`, item)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) note(contents, `${path}.${key}`, inner)
}

/** All links of a store, each with the review. */
async function readLinks(store: GraphStore): Promise<readonly unknown[]> {
  const links = await store.correspondences({ review: 'ANY' }, 'BEST', { first: 10_000, after: null })
  const byId = links.items.map(({ node }) => node).sort((a, b) => (a.edge.id < b.edge.id ? -1 : 1))
  expect(byId).toHaveLength(links.totalCount)
  return byId
}

interface Pair {
  readonly stores: readonly [GraphStore, GraphStore]
  readonly embedded: Ask
  readonly neo4j: Ask
  readonly picks: Picks
  close(): Promise<void>
}

async function openPair(
  { openEmbedder = async () => createHashingEmbedder(), fill }: Corpus,
  { uri, user, password, wipe }: TestDatabase,
): Promise<Pair> {
  await wipe()
  const dataDir = mkdtempSync(join(tmpdir(), 'zhengmai-parity-'))
  const stores = [
    await openEmbeddedStore({ dataDir, mode: 'write' }),
    await openNeo4jStore({ uri, user, password }),
  ] as const
  const embedder = await openEmbedder()
  const context = await openParityContext(embedder)
  for (const store of stores) await fill(store, context)
  const [embedded, inNeo4j] = stores.map((store) => serve(store, context)) as [Ask, Ask]
  return {
    ...{ stores, embedded, neo4j: inNeo4j, picks: await findPicks(embedded) },
    async close() {
      await embedder[Symbol.asyncDispose]()
      for (const store of stores) await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

describeWithNeo4j('the embedded store and Neo4j', neo4j, (database) => {
  const contents: Contents = new Map()

  describe.each(Object.entries(CORPORA))('on %s', (_name, corpus) => {
    let pair: Pair
    beforeAll(async () => {
      pair = await openPair(corpus, database())
    }, FILL_PATIENCE)
    afterAll(() => pair?.close())

    it('hold the same links', { timeout: QUERY_PATIENCE }, async () => {
      const [one, other] = await Promise.all(pair.stores.map(readLinks))
      expect(align(other, one)).toEqual(one)
    })

    it.each(QUERIES)(
      'answer alike: $name',
      { timeout: QUERY_PATIENCE },
      async ({ name, query, variables }) => {
        for (const given of variables(pair.picks)) {
          // an id of nothing is an error, which has to be the same too
          const asks = [pair.embedded, pair.neo4j].map((ask) =>
            ask(query, given).catch((error: Error) => ({ error: error.message })),
          )
          const [one, other] = await Promise.all(asks)
          if (!(one instanceof Object && 'error' in one)) note(contents, `${name}: `, one)
          expect({ given, answer: align(other, one) }).toEqual({ given, answer: one })
        }
      },
    )
  })

  // without the model the documents that come with the program are not linked
  it.skipIf('reason' in model)('were asked for nothing that no corpus has', () => {
    const empty = [...contents].filter(([, isSomething]) => !isSomething).map(([path]) => path)
    expect(empty.toSorted()).toEqual(NOWHERE.toSorted())
    const answered = QUERIES.filter(({ name }) => contents.get(`${name}: `))
    expect(answered).toEqual(QUERIES)
  })
})
