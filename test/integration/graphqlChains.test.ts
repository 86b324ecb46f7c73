import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { createSegmenter } from '../../src/search/segment.ts'
import { findDocument } from '../../src/service/findDocuments.ts'
import { hierarchyOf } from '../../src/service/hierarchy.ts'
import { implementersOf } from '../../src/service/implementation.ts'
import { citedClause } from '../../src/service/listCitations.ts'
import { listClauses } from '../../src/service/listClauses.ts'
import { createNameIndexCache } from '../../src/service/nameIndex.ts'
import { openScope, type Scope } from '../../src/service/scope.ts'
import { bundle, citation, clauseNode, documentNode, stubNode } from '../support/bundle.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'zhengmai-chains-'))
let store: GraphStore
let scope: Scope
beforeAll(async () => {
  store = await openEmbeddedStore({ dataDir, mode: 'write' })
  const segmenter = createSegmenter('')
  scope = openScope({
    store,
    names: createNameIndexCache(store),
    search: () => ({ store, embedder: null, segmenter, synonyms: [] }),
    baseUrl: '',
    today: () => '2025-06-01',
  })
})
afterAll(async () => {
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

it('documents that implement each other end the way up and down', async () => {
  for (const [from, to] of [
    ['cn/a', 'cn/b'],
    ['cn/b', 'cn/a'],
  ] as const) {
    await store.putDocument(
      bundle(documentNode({ id: from }), {
        citedDocuments: [stubNode({ id: to })],
        citations: [
          citation({ id: `${from}/cite_1`, documentId: from, targetId: to, relation: 'IMPLEMENTS' }),
        ],
      }),
    )
  }
  const start = await scope.read.get('DOCUMENT', 'cn/a')
  const steps = await hierarchyOf(scope, start)
  expect(steps.map(({ document, distance }) => [document.id, distance])).toEqual([['cn/b', 1]])
  expect(await implementersOf(scope, 'cn/a')).toEqual(['cn/b'])
})

it('the id of a stub whose place was corrected still leads to the document', async () => {
  const [upper, stub, lower] = [
    'cn/370800/济政字/2024/1',
    'cn/000000/济政字/2024/1',
    'cn/370800/济政字/2024/2',
  ]
  await store.putDocument(
    bundle(documentNode({ id: lower }), {
      citedDocuments: [stubNode({ id: stub, number: '济政字〔2024〕1号' })],
      citations: [
        citation({
          id: `${lower}/cite_1`,
          documentId: lower,
          targetId: stub,
          relation: 'IMPLEMENTS',
          locator: '第十二条第二款',
        }),
      ],
    }),
  )
  const article = clauseNode({ id: `${upper}/art_12`, documentId: upper, label: '第十二条' })
  await store.putDocument(
    bundle(documentNode({ id: upper, number: '济政字〔2024〕1号' }), {
      clauses: [article],
      takesOver: [stub],
    }),
  )
  expect((await findDocument(scope, { id: stub }))?.id).toBe(upper)
  expect((await findDocument(scope, { number: '济政字[2024]1号' }))?.id).toBe(upper)
  expect((await listClauses(scope, { document: stub }, {})).totalCount).toBe(1)
  expect((await listClauses(scope, { implementing: stub }, {})).totalCount).toBe(0)
  const [step] = await scope.read.chainUp(lower)
  expect(step && (await citedClause(scope, step.citation))?.id).toBe(article.id)
})
