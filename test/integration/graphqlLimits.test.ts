import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { type Faces, openFaces } from '../support/faces.ts'
import { JINAN, JINING } from '../support/policyCorpus.ts'

let faces: Faces
let broken: ((method: string) => Error | null) | null = null
beforeAll(async () => {
  faces = await openFaces({ broken: (method) => broken?.(method) ?? null })
})
afterAll(() => faces[Symbol.asyncDispose]())

async function code(query: string, variables?: Record<string, unknown>): Promise<string | undefined> {
  const { errors } = await faces.query(query, variables)
  return errors?.[0]?.extensions.code
}

describe('BAD_INPUT', () => {
  it.each<[string, string, Record<string, unknown>?]>([
    ['a syntax error', '{ statistics {'],
    ['an unknown field', '{ statistics { nothing } }'],
    ['an unknown argument', '{ statistics(of: 1) { documents } }'],
    ['a subscription', 'subscription { statistics { documents } }'],
    ['an unknown enum value', '{ search(query: "药", mode: MAGIC) { servedBy } }'],
    ['a missing variable', 'query ($id: ID!) { node(id: $id) { id } }'],
    [
      'a variable of another type',
      'query ($first: Int) { clauses(first: $first) { totalCount } }',
      { first: 'ten' },
    ],
    ['an Int too large', '{ clauses(first: 99999999999) { totalCount } }'],
    ['a negative page', '{ clauses(first: -1) { totalCount } }'],
    ['a negative page of hits', '{ search(query: "药", first: -1) { servedBy } }'],
    ['a made-up cursor', '{ clauses(after: "abc") { totalCount } }'],
    ['a cursor of another list', '{ documents(after: "aGl0OjE") { totalCount } }'],
    ['a made-up cursor of a search', '{ search(query: "药", after: "zzz") { servedBy } }'],
    ['no day of the calendar', '{ documents(filter: { issuedFrom: "2024-02-30" }) { totalCount } }'],
    [
      'no day in a variable',
      'query ($on: Date) { documents(filter: { validOn: $on }) { totalCount } }',
      { on: '2024-7-1' },
    ],
    [
      'a period that ends before it begins',
      '{ documents(filter: { issuedFrom: "2024-02-02", issuedUntil: "2024-02-01" }) { totalCount } }',
    ],
    ['neither id nor number', '{ document { id } }'],
    ['both id and number', '{ document(id: "cn/1", number: "1号") { id } }'],
    ['an empty id', '{ node(id: " ") { id } }'],
    ['an absurdly long id', 'query ($id: ID!) { node(id: $id) { id } }', { id: 'x'.repeat(5000) }],
    ['a control character', 'query ($id: ID!) { node(id: $id) { id } }', { id: 'cn/\u0000' }],
    ['no number at all', '{ document(number: "关于印发的通知") { id } }'],
    ['amounts without their unit', '{ targets(filter: { valueFrom: 1 }) { totalCount } }'],
    ['an empty query', '{ search(query: " ") { servedBy } }'],
    ['an empty place', '{ clauses(filter: { within: "" }) { totalCount } }'],
  ])('%s', async (_case, query, variables) => {
    expect(await code(query, variables)).toBe('BAD_INPUT')
  })
})

describe('AMBIGUOUS names the candidates', () => {
  it('a number that two cities use', async () => {
    const { data, errors } = await faces.query('{ document(number: "济政办字(2024)23号") { id } }')
    expect(data).toEqual({ document: null })
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'AMBIGUOUS',
      candidates: [
        { id: JINAN, number: '济政办字〔2024〕23号', place: '济南市', ingested: true },
        { id: JINING, place: '济宁市' },
      ],
    })
    expect(errors?.[0]?.path).toEqual(['document'])
  })
  it('an alias of two agencies', async () => {
    const { errors } = await faces.query('{ agency(name: "市科技局") { id } }')
    expect(errors?.[0]?.extensions['candidates']).toEqual([
      { id: 'agency/370100/济南市科技局', name: '济南市科技局' },
      { id: 'agency/370800/济宁市科技局', name: '济宁市科技局' },
    ])
  })
})

describe('LIMIT', () => {
  const nested = (depth: number) =>
    `{ productTypes { ${'broader { '.repeat(depth)} id ${'} '.repeat(depth)} } }`
  const aliases = Array.from({ length: 100 }, (_, i) => `a${i}: statistics { documents }`).join(' ')
  const wide = `query ($n: Int) { documents(first: $n) { edges { node { clauses(first: $n) { edges { cursor node { id label ordinal } } } } } } }`
  it.each<[string, string, Record<string, unknown>?]>([
    ['depth', nested(20)],
    [
      'depth in fragments',
      `{ productTypes { ...a } } fragment a on ProductType { broader { narrower { broader { narrower { ...b } } } } }
      fragment b on ProductType { broader { narrower { broader { narrower { broader { narrower { broader { narrower { broader { id } } } } } } } } } }`,
    ],
    ['aliases', `{ ${aliases} }`],
    [
      'aliases in a fragment named as introspection',
      `{ ...__schema } fragment __schema on Query { ${aliases} }`,
    ],
    ['tokens', `{ ${'statistics { documents } '.repeat(400)} }`],
    ['directives', `{ statistics { documents ${'@include(if: true) '.repeat(100)} } }`],
    [
      'cost',
      '{ documents(first: 100) { edges { node { clauses(first: 100) { edges { cursor node { id label ordinal } } } } } } }',
    ],
    ['cost by variables', wide, { n: 100 }],
    [
      'a question of a book',
      'query ($query: String!) { search(query: $query) { servedBy } }',
      { query: '药'.repeat(50_000) },
    ],
  ])('%s', async (_case, query, variables) => {
    expect(await code(query, variables)).toBe('LIMIT')
  })
  it('judges each request by its own variables', async () => {
    expect(await code(wide, { n: 2 })).toBeUndefined()
    expect(await code(wide, { n: 100 })).toBe('LIMIT')
    expect(await code(wide, { n: 2 })).toBeUndefined()
  })
  it('a megabyte is refused unread', async () => {
    const response = await faces.app.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ statistics { documents } } # ${'x'.repeat(1 << 20)}` }),
    })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT' } }] })
  })
  it('lets the whole introspection query pass', async () => {
    const answer = await faces.query(
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }),
    )
    expect(answer.errors).toBeUndefined()
    expect(answer.data.__schema.queryType.name).toBe('Query')
  })
  it('lets a whole document with the facts of its clauses pass', async () => {
    const query = `query ($id: ID!) { document(id: $id) { title clauses { edges { node {
      label title text responsibilities { role agency { name } } targets { metric value unit deadline }
      productTypes { name } citations { relation document { title } } ledger { measure lead { name } } } } } } }`
    expect((await faces.query(query, { id: JINAN })).errors).toBeUndefined()
  })
})

describe('a failing store', () => {
  it('is UNAVAILABLE, and the other fields are still answered', async () => {
    broken = (method) => (method === 'targets' ? new ZhengmaiError('STORE_FAILED', '存储已关闭') : null)
    const { data, errors } = await faces.query('{ a: document(id: "cn/1") { id } productTypes { name } }')
    expect(errors).toBeUndefined()
    expect(data.productTypes).toHaveLength(3)
    expect(await code('{ targets { totalCount } }')).toBe('UNAVAILABLE')
    broken = null
  })
  it('tells nobody what went wrong inside', async () => {
    broken = (method) => (method === 'targets' ? new Error('password=secret') : null)
    faces.logged.length = 0
    const answer = await faces.query('{ targets { totalCount } }')
    broken = null
    expect(JSON.stringify(answer)).not.toContain('secret')
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL' })
    expect(faces.logged).toMatchObject([{ err: { message: 'password=secret' }, path: ['targets'] }])
  })
})
