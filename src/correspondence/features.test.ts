import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import { agencyNode, productTypeNode, responsibility, span, targetNode } from '../../test/support/bundle.ts'
import { TOPIC_KEY, topicBundle } from '../../test/support/topicDocuments.ts'
import { readFeatures } from './features.ts'

let folder: string
let store: GraphStore
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhengmai-features-'))
  store = await openEmbeddedStore({ dataDir: folder, mode: 'write' })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

it('reads what scoring needs of each clause', async () => {
  const [led, answered] = ['cn/1/cl_1', 'cn/1/cl_2']
  const civil = agencyNode({ id: 'agency/990100/甲市民政局', function: '民政' })
  const finance = agencyNode({ id: 'agency/990100/甲市财政局', function: '财政' })
  const fact = (clauseId: string, agencyId: string, role: 'LEAD' | 'RESPONSIBLE' | 'SUPPORT') =>
    responsibility({
      documentId: 'cn/1',
      clauseId,
      agencyId,
      role,
      printed: agencyId.slice(-4),
      span: span(3, 7),
    })
  await store.putReference([productTypeNode({ id: 'product/辅具', name: '辅具' })])
  await store.setEmbeddingKey(TOPIC_KEY)
  await store.putDocument({
    ...topicBundle({ id: 'cn/1', topics: ['助餐', '护理', '改造'], style: 0 }),
    agencies: [civil, finance],
    responsibilities: [
      fact(led!, civil.id, 'LEAD'),
      { ...fact(led!, finance.id, 'RESPONSIBLE'), ordinal: 2 },
      fact(answered!, finance.id, 'RESPONSIBLE'),
      { ...fact(answered!, civil.id, 'SUPPORT'), ordinal: 2 },
    ],
    targets: [targetNode({ id: `${led}/target_1`, documentId: 'cn/1', clauseId: led! })],
    about: [{ clauseId: led!, productTypeId: 'product/辅具', ordinal: 1 }],
    productMentions: [{ clauseId: led!, productTypeId: 'product/辅具', span: span(5, 7) }],
  })
  await store.putDocument(topicBundle({ id: 'cn/2', topics: [], style: 0 }))

  const features = await readFeatures(store, ['cn/1', 'cn/2', 'cn/none'])
  expect([...features.keys()]).toEqual(['cn/1'])
  const [first, second, third] = features.get('cn/1')!.clauses
  expect(first).toMatchObject({
    clause: { id: led },
    leads: [{ agencyId: civil.id, function: '民政', range: { start: 3, end: 7 } }],
    products: [{ id: 'product/辅具', name: '辅具', range: { start: 5, end: 7 } }],
    targets: [{ id: `${led}/target_1` }],
  })
  expect(first!.passages).toHaveLength(1)
  expect(first!.passages[0]!.vector).toHaveLength(TOPIC_KEY.dimensions)
  expect(first!.tokens.length).toBeGreaterThan(5)
  expect(second!.leads.map(({ agencyId }) => agencyId)).toEqual([finance.id])
  expect(third).toMatchObject({ leads: [], products: [], targets: [] })
})

it('reads nothing of no document', async () => {
  expect(await readFeatures(store, [])).toEqual(new Map())
})
