/** docs/neo4j.md: every query runs and finds something, every label and type is explained. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, it, vi } from 'vitest'
import { openNeo4jStore } from '../../graph/neo4j/store.ts'
import { NODE_TABLES } from '../../graph/schema/labels.ts'
import { RELATIONSHIPS, STORE_LABELS } from '../../graph/schema/relationships.ts'
import { CITY, COUNTY, cityBundle, countyBundle, REFERENCE, VECTOR_KEY } from '../support/corpus.ts'
import { correspondence } from '../support/correspondence.ts'
import { describeWithNeo4j, findNeo4j } from '../support/neo4j.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const PAGE = readFileSync(new URL('../../docs/neo4j.md', import.meta.url), 'utf8')
const QUERIES = [...PAGE.matchAll(/^### (?<title>.+)\n\n```cypher\n(?<cypher>[^`]+)```/gm)].map(
  ({ groups }) => [groups?.['title'] ?? '', groups?.['cypher'] ?? ''] as const,
)

it.each([
  ...Object.values(NODE_TABLES).map(({ label }) => label),
  ...Object.values(STORE_LABELS),
  ...Object.keys(RELATIONSHIPS),
])('the page explains %s', (name) => {
  expect(PAGE).toMatch(new RegExp(`\\b${name}\\b`))
})

it('the page holds at least ten queries', () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(10)
})

describeWithNeo4j('queries for analysts', await findNeo4j(), (database) => {
  beforeAll(async () => {
    await database().empty()
    const store = await openNeo4jStore(database())
    await store.putReference(REFERENCE)
    await store.setEmbeddingKey(VECTOR_KEY)
    await store.putDocument(cityBundle())
    await store.putDocument(countyBundle())
    await store.putCorrespondence(correspondence(`${CITY}/sec_1__cl_1`, `${COUNTY}/sec_1__cl_1`))
    await store.close()
  })

  it.each(QUERIES)('%s', async (_, cypher) => {
    expect(cypher).not.toMatch(/\b(CREATE|MERGE|DELETE|REMOVE|SET)\b/)
    const rows = await database().run(cypher)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(Object.values(row).some((value) => value !== null)).toBe(true)
  })
})
