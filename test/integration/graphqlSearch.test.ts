import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Faces, openFaces } from '../support/faces.ts'
import { JINAN, OPINION } from '../support/policyCorpus.ts'

const SEARCH = `query ($query: String!, $mode: SearchMode, $filter: ClauseFilter, $first: Int, $after: String) {
  search(query: $query, mode: $mode, filter: $filter, first: $first, after: $after) {
    servedBy interpretation
    edges { cursor node { score highlight explanation { by rank } clause { id document { id } } } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    facets { field values { value label count } }
    coverage { documents semantic places }
  } }`
type Hit = {
  cursor: string
  node: { score: number; highlight: string; clause: { id: string; document: { id: string } } }
}

describe('with a model', () => {
  let faces: Faces
  beforeAll(async () => {
    faces = await openFaces()
  })
  afterAll(() => faces[Symbol.asyncDispose]())

  it('finds clauses, best first, and says why', async () => {
    const { search } = (await faces.query(SEARCH, { query: '临床试验启动用时' })).data
    expect(search.servedBy).toBe('HYBRID')
    const hits: Hit[] = search.edges
    const best = hits.slice(0, 2).map(({ node }) => node.clause.document.id)
    expect(best.sort()).toEqual([OPINION, JINAN].sort())
    expect(hits[0]?.node.highlight).toContain('<mark>')
    const scores = hits.map(({ node }) => node.score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(search.coverage).toEqual({ documents: 4, semantic: true, places: ['山东省', '济南市', '济宁市'] })
  })
  it('filters before it ranks', async () => {
    const filter = { implementing: OPINION, within: '济南', productType: '药品' }
    const { search } = (await faces.query(SEARCH, { query: '临床试验', filter })).data
    expect(search.edges.map(({ node }: Hit) => node.clause.id)).toEqual([`${JINAN}/sec_1__cl_1`])
  })
  it('pages without a gap', async () => {
    const whole = (await faces.query(SEARCH, { query: '医疗器械项目', first: 12 })).data.search
    const first = (await faces.query(SEARCH, { query: '医疗器械项目', first: 5 })).data.search
    const second = (
      await faces.query(SEARCH, { query: '医疗器械项目', first: 7, after: first.pageInfo.endCursor })
    ).data.search
    const ids = (edges: Hit[]) => edges.map(({ node }) => node.clause.id)
    expect([...ids(first.edges), ...ids(second.edges)]).toEqual(ids(whole.edges))
    expect([first.pageInfo.hasPreviousPage, second.pageInfo.hasPreviousPage]).toEqual([false, true])
  })
  it('counts its candidates for narrowing down', async () => {
    const { search } = (await faces.query(SEARCH, { query: '药品', filter: { within: '山东' }, first: 1 }))
      .data
    const values = Object.fromEntries(
      search.facets.map(
        ({ field, values }: { field: string; values: { value: string; count: number }[] }) => [field, values],
      ),
    )
    expect(Object.keys(values)).toEqual([
      'LEVEL',
      'PLACE',
      'AGENCY',
      'PRODUCT_TYPE',
      'YEAR',
      'KIND',
      'VALIDITY',
    ])
    expect(values['LEVEL']).toEqual([
      { value: 'MUNICIPAL', label: '市', count: 21 },
      { value: 'PROVINCIAL', label: '省', count: 1 },
    ])
    expect(values['PLACE'][0]).toEqual({ value: 'place/370100', label: '济南市', count: 20 })
    expect(values['VALIDITY']).toEqual([{ value: 'IN_FORCE', label: '现行有效', count: 22 }])
    // each value can be asked for
    const [agency] = values['AGENCY']
    const narrowed = (
      await faces.query('query ($filter: ClauseFilter) { clauses(filter: $filter) { totalCount } }', {
        filter: { agency: agency.value },
      })
    ).data
    expect(narrowed.clauses.totalCount).toBe(agency.count)
  })
  it('knows what a clause is like', async () => {
    const { clause } = (
      await faces.query(
        `query ($id: ID!) { clause(id: $id) { similar(first: 3) { clause { id document { id } } explanation { by } } } }`,
        {
          id: `${OPINION}/sec_1__cl_1`,
        },
      )
    ).data
    expect(clause.similar).toHaveLength(3)
    expect(clause.similar[0].clause.id).toBe(`${JINAN}/sec_1__cl_1`)
  })
})

describe('without a model', () => {
  let faces: Faces
  beforeAll(async () => {
    faces = await openFaces({ embedder: null })
  })
  afterAll(() => faces[Symbol.asyncDispose]())

  it('HYBRID is served by KEYWORD and says so', async () => {
    const { search } = (await faces.query(SEARCH, { query: '临床试验' })).data
    expect(search.servedBy).toBe('KEYWORD')
    expect(search.interpretation.join()).toContain('语义检索不可用')
    expect(search.coverage.semantic).toBe(false)
    expect(search.edges.length).toBeGreaterThan(0)
  })
  it('SEMANTIC is an error', async () => {
    const { errors } = await faces.query(SEARCH, { query: '临床试验', mode: 'SEMANTIC' })
    expect(errors?.[0]?.extensions.code).toBe('SEMANTIC_UNAVAILABLE')
  })
  it('the state says so', async () => {
    const ready = await faces.app.request('/healthz')
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ status: 'ready', model: null, searchMode: 'KEYWORD' })
    expect((await faces.app.request('/healthz?strict')).status).toBe(503)
  })
})
