/** Reviews of links and the deletion of documents through GraphQL. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHttpApp } from '../../src/api/http.ts'
import { readStatus } from '../../src/service/status.ts'
import { type Answer, type Faces, openFaces } from '../support/faces.ts'
import { article, CITY, DISTRICT, FORERUNNER, PROVINCE, putTracingCorpus } from '../support/tracingCorpus.ts'

let faces: Faces
beforeAll(async () => {
  faces = await openFaces({ embedder: null })
})
afterAll(() => faces[Symbol.asyncDispose]())
beforeEach(async () => {
  const { store } = faces.services
  const { items } = await store.reviews({ first: 100, after: null })
  for (const { node } of items) await store.deleteReview(node.clauseIds)
  await putTracingCorpus(store)
})

const REVIEW = `mutation($clause: ID!, $other: ID!, $verdict: ReviewVerdict!, $note: String, $by: String) {
  reviewCorrespondence(clause: $clause, other: $other, verdict: $verdict, note: $note, by: $by) {
    clause { id } kind basis review { verdict note by at } } }`
const pair = { clause: article(CITY, 1), other: article(PROVINCE, 1) }
const review = (variables: Record<string, unknown>) => faces.query(REVIEW, { ...pair, ...variables })
const othersOf = async (id: string): Promise<string[]> => {
  const { data } = await faces.query(
    'query($id: ID!) { clause(id: $id) { correspondences { other { id } } } }',
    { id },
  )
  return data.clause.correspondences.map(({ other }: { other: { id: string } }) => other.id)
}

describe('reviewCorrespondence', () => {
  it('confirms a link, read from the clause named first', async () => {
    const { data } = await review({ verdict: 'CONFIRMED', note: ' 同一举措\n见附件 ', by: '甲' })
    expect(data.reviewCorrespondence).toEqual({
      clause: { id: pair.clause },
      kind: 'IMPLEMENTS',
      basis: 'REVIEWED',
      review: {
        ...{ verdict: 'CONFIRMED', note: '同一举措\n见附件', by: '甲' },
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
    })
  })
  it('rejects a link, which is gone from every list then, until somebody confirms it', async () => {
    await review({ verdict: 'REJECTED' })
    expect(await othersOf(pair.clause)).toEqual([article(FORERUNNER, 2)])
    const { data } = await faces.query(
      `{ statistics { correspondences } implementation(upper: "${PROVINCE}", lower: ["${CITY}"]) { columns { edges { node { covered additions { id } } } } } }`,
    )
    expect(data.implementation.columns.edges[0].node).toEqual({
      covered: 0,
      additions: [{ id: article(CITY, 1) }, { id: article(CITY, 2) }],
    })
    expect(data.statistics.correspondences).toBe(5)
    await review({ verdict: 'CONFIRMED' })
    expect(await othersOf(pair.clause)).toHaveLength(2)
  })
  it('stays when the document is read again', async () => {
    await review({ verdict: 'REJECTED', note: '不是一回事' })
    const { store } = faces.services
    await putTracingCorpus(store)
    expect(await othersOf(pair.clause)).toEqual([article(FORERUNNER, 2)])
  })
  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown clause', { clause: 'cn/0/art_1' }, 'NOT_FOUND'],
    ['an unknown other one', { other: 'cn/0/art_1' }, 'NOT_FOUND'],
    ['a document', { other: PROVINCE }, 'NOT_FOUND'],
    ['two clauses of one document', { other: article(CITY, 2) }, 'BAD_INPUT'],
    ['a clause and itself', { other: article(CITY, 1) }, 'BAD_INPUT'],
    ['an empty id', { other: ' ' }, 'BAD_INPUT'],
    ['a long note', { note: '长'.repeat(1001) }, 'BAD_INPUT'],
    ['control characters in the note', { note: '甲\u0007乙' }, 'BAD_INPUT'],
    ['half a character in the note', { note: '甲\ud83d乙' }, 'BAD_INPUT'],
    ['a long name', { by: '名'.repeat(101) }, 'BAD_INPUT'],
    ['another verdict', { verdict: 'MAYBE' }, 'BAD_INPUT'],
    // nothing to score it by: this corpus has no vectors
    ['a pair without a link', { clause: article(CITY, 2) }, 'SEMANTIC_UNAVAILABLE'],
  ])('refuses %s', async (_name, variables, code) => {
    const { errors } = await review({ verdict: 'CONFIRMED', ...variables })
    expect(errors?.[0]?.extensions.code).toBe(code)
  })
  it('takes no item below a clause', async () => {
    const item = 'cn/370100/济政办字/2024/23/sec_1__cl_1__item_1'
    const { errors } = await review({ verdict: 'CONFIRMED', clause: item })
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT')
  })
})

describe('reviewQueue', () => {
  const read = async (args: string) => {
    const { data } = await faces.query(
      `{ reviewQueue${args} { totalCount pageInfo { hasNextPage endCursor } edges { node { clause { id } other { id } } } } }`,
    )
    return data.reviewQueue
  }
  it('begins with the least certain links, each read from its lower clause', async () => {
    const { totalCount, edges, pageInfo } = await read('(first: 2)')
    expect(totalCount).toBe(6)
    expect(edges.map(({ node }: { node: object }) => node)).toEqual([
      { clause: { id: article(CITY, 3) }, other: { id: article(PROVINCE, 2) } },
      // both are cities: the later one
      { clause: { id: article(CITY, 1) }, other: { id: article(FORERUNNER, 2) } },
    ])
    const next = await read(`(first: 10, after: "${pageInfo.endCursor}")`)
    expect(next.edges).toHaveLength(4)
    expect(next.edges.at(-1).node.clause.id).toBe(article(CITY, 1))
    expect(next.edges[1].node.clause.id).toBe(article(DISTRICT, 1))
  })
  it('leaves out what was reviewed', async () => {
    await review({ verdict: 'CONFIRMED' })
    expect((await read('')).totalCount).toBe(5)
  })
})

describe('deleteDocument', () => {
  const DELETE = 'mutation($id: ID!) { deleteDocument(id: $id) }'
  it('takes links and reviews along', async () => {
    await review({ verdict: 'CONFIRMED' })
    expect((await faces.query(DELETE, { id: CITY })).data.deleteDocument).toBe(CITY)
    expect(await othersOf(article(PROVINCE, 1))).toEqual([article(FORERUNNER, 2), article(DISTRICT, 1)])
    expect((await faces.query(DELETE, { id: CITY })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await faces.services.store.reviews({ first: 1, after: null })).totalCount).toBe(0)
  })
})

describe('who may change data', () => {
  const query = 'mutation { deleteDocument(id: "cn/0/none") }'
  async function post(
    headers: Record<string, string>,
    apiKey: string | null,
    body = JSON.stringify({ query }),
  ) {
    const { services } = faces
    const logger = { warn: () => {}, error: () => {} }
    const status = () => readStatus(services, 'ready')
    const app = createHttpApp({ services, status, isLoopback: true, apiKey, logger })
    const response = await app.request('/graphql', { method: 'POST', headers, body })
    return ((await response.json()) as Answer).errors?.[0]?.extensions.code
  }
  const json = { 'content-type': 'application/json', accept: 'application/json' }
  it('is who has the key', async () => {
    expect(await post(json, 's3cret')).toBe('UNAUTHORIZED')
    expect(await post({ ...json, authorization: 'Bearer s3cret' }, 's3cret')).toBe('NOT_FOUND')
  })
  it('is no page of another site', async () => {
    expect(await post(json, null)).toBe('NOT_FOUND')
    expect(await post({ ...json, origin: 'https://example.org' }, null)).toBe('UNAUTHORIZED')
    const form = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
    expect(await post(form, null, `query=${encodeURIComponent(query)}`)).toBe('UNAUTHORIZED')
  })
  it('need no key to read', async () => {
    expect(
      await post(json, 's3cret', JSON.stringify({ query: '{ statistics { documents } }' })),
    ).toBeUndefined()
  })
})
