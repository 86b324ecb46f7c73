/** The embedded store and Neo4j give the same answers: same corpora, same pipeline, same queries of the public schema. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import { openNeo4jStore } from '../../graph/neo4j/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { describeWithNeo4j, findNeo4j, type TestDatabase } from '../support/neo4j.ts'
import { type Ask, CORPORA, type Corpus, openParityContext, serve } from '../support/parity.ts'
import { findPicks, PARITY_QUERIES, type Picks } from '../support/parityQueries.ts'

/** Scores are sums of some hundred products, in another order in each store. */
const TOLERANCE = 1e-6
const FILL_PATIENCE = 240_000

const neo4j = await findNeo4j()

/**
 * `found` with each number that is within the tolerance of the one at the same place of `expected` replaced by that one, and
 * hits that are equally good put in the same order: ties have none.
 */
function align(found: unknown, expected: unknown): unknown {
  if (typeof found === 'number' && typeof expected === 'number')
    return Math.abs(found - expected) <= TOLERANCE ? expected : found
  if (Array.isArray(found) && Array.isArray(expected)) {
    const list = isHits(found) && isHits(expected) ? orderLike(found, expected) : found
    return list.map((item, index) => align(item, expected[index]))
  }
  if (typeof found !== 'object' || found === null || typeof expected !== 'object') return found
  const others = expected as Readonly<Record<string, unknown>> | null
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, align(value, others?.[key])]))
}

interface HitEdge {
  readonly node: { readonly score: number; readonly clause: { readonly id: string } }
}
const isHits = (list: readonly unknown[]): list is readonly HitEdge[] =>
  list.every((item) => typeof (item as HitEdge | null)?.node?.score === 'number')

function orderLike(found: readonly HitEdge[], expected: readonly HitEdge[]): readonly HitEdge[] {
  const place = new Map(expected.map(({ node }, index) => [node.clause.id, index]))
  const placeOf = ({ node }: HitEdge) => place.get(node.clause.id) ?? expected.length
  return found.toSorted((a, b) =>
    Math.abs(a.node.score - b.node.score) > TOLERANCE ? b.node.score - a.node.score : placeOf(a) - placeOf(b),
  )
}

interface Pair {
  readonly embedded: Ask
  readonly neo4j: Ask
  readonly picks: Picks
  close(): Promise<void>
}

async function openPair(corpus: Corpus, { uri, user, password, wipe }: TestDatabase): Promise<Pair> {
  await wipe()
  const dataDir = mkdtempSync(join(tmpdir(), 'zhengmai-parity-'))
  const stores: GraphStore[] = [
    await openEmbeddedStore({ dataDir, mode: 'write' }),
    await openNeo4jStore({ uri, user, password }),
  ]
  const context = await openParityContext()
  for (const store of stores) await corpus(store, context)
  const [embedded, inNeo4j] = stores.map((store) => serve(store, context)) as [Ask, Ask]
  return {
    ...{ embedded, neo4j: inNeo4j, picks: await findPicks(embedded) },
    async close() {
      for (const store of stores) await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

describeWithNeo4j('the embedded store and Neo4j', neo4j, (database) => {
  describe.each(Object.entries(CORPORA))('on %s', (_name, corpus) => {
    let pair: Pair
    beforeAll(async () => {
      pair = await openPair(corpus, database())
    }, FILL_PATIENCE)
    afterAll(() => pair?.close())

    it.each(PARITY_QUERIES)('answer alike: $name', async ({ query, variables }) => {
      for (const given of variables(pair.picks)) {
        const [one, other] = await Promise.all([pair.embedded(query, given), pair.neo4j(query, given)])
        expect({ given, answer: align(other, one) }).toEqual({ given, answer: one })
      }
    })
  })
})
