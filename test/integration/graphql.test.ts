import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Faces, openFaces } from '../support/faces.ts'
import { JINAN, JINAN_CLAUSES, JINING, OLD, OPINION, PLAN } from '../support/policyCorpus.ts'

let faces: Faces
beforeAll(async () => {
  faces = await openFaces()
})
afterAll(() => faces[Symbol.asyncDispose]())

/** The data of a query that must not fail. */
async function data(query: string, variables?: Record<string, unknown>) {
  const answer = await faces.query(query, variables)
  expect(answer.errors).toBeUndefined()
  return answer.data
}
const ids = (connection: { edges: { node: { id: string } }[] }): string[] =>
  connection.edges.map(({ node }) => node.id)
const FIRST = `${JINAN}/sec_1__cl_1`

describe('a document', () => {
  it('has its fields', async () => {
    const { document } = await data(
      `query ($id: ID!) { document(id: $id) {
        id title number kind carriedKind legalForce level ingested issuedOn effectiveUntil recipients url reference
        jurisdiction { name code level parent { name parent { name parent { name } } } children { name } }
        issuers { name kind } source { name mediaType } elements { name value span { start } }
        notices { code severity message span { quote } }
        sections { label title parent { id } sections { id } clauses { label } span { quote } document { id } }
        annexes { label title kind document { id } sections { id } span { quote } }
        clauses(first: 2) { totalCount pageInfo { hasNextPage hasPreviousPage } edges { node { ordinal } } }
      } }`,
      { id: JINAN },
    )
    expect(document).toMatchObject({
      id: JINAN,
      number: '济政办字〔2024〕23号',
      kind: '若干措施',
      level: 'MUNICIPAL',
      ingested: true,
      issuedOn: '2024-07-18',
      url: 'http://127.0.0.1:4000/id/cn/370100/%E6%B5%8E%E6%94%BF%E5%8A%9E%E5%AD%97/2024/23',
      reference: '《关于支持医药创新的若干措施》（济政办字〔2024〕23号）',
      jurisdiction: {
        name: '济南市',
        parent: { name: '山东省', parent: { name: '国家', parent: null } },
        children: [{ name: '历下区' }],
      },
      issuers: [{ name: '济南市人民政府办公厅', kind: 'BODY' }],
      elements: [{ name: '索引号', value: 'A-1', span: null }],
      notices: [{ code: 'ledger/shifted-label', severity: 'WARNING' }],
      annexes: [
        {
          label: '附件1',
          title: '工作台账',
          kind: null,
          document: { id: JINAN },
          sections: [],
          span: { quote: '附件1 工作台账' },
        },
      ],
      clauses: { totalCount: JINAN_CLAUSES, pageInfo: { hasNextPage: true, hasPreviousPage: false } },
    })
    expect(document.sections[0].clauses).toHaveLength(JINAN_CLAUSES)
    expect(document.sections[0].span.quote).toBe('一、主要任务')
  })
  it('that is only cited has no text', async () => {
    const { document } = await data(
      `query ($id: ID!) { document(id: $id) { ingested text source { name } clauses { totalCount } validity } }`,
      { id: PLAN },
    )
    expect(document).toEqual({
      ingested: false,
      text: null,
      source: null,
      clauses: { totalCount: 0 },
      validity: 'UNKNOWN',
    })
  })
  it('is found by its number in any brackets', async () => {
    for (const number of [
      '鲁政办字〔2024〕6号',
      '鲁政办字[2024]6号',
      '鲁政办字（２０２４）第６号',
      ' 鲁政办字 【2024】 006号',
    ]) {
      const { document } = await data('query ($number: String) { document(number: $number) { id } }', {
        number,
      })
      expect(document).toEqual({ id: OPINION })
    }
  })
  it('is null where no document has that id or number', async () => {
    expect(
      await data(
        '{ a: document(id: "cn/1") { id } b: document(number: "鲁政字〔1999〕1号") { id } n: node(id: "nothing") { id } }',
      ),
    ).toEqual({
      a: null,
      b: null,
      n: null,
    })
  })
  it('is not another kind of node', async () => {
    expect(
      await data('query ($id: ID!) { document(id: $id) { id } clause(id: $id) { id } }', { id: FIRST }),
    ).toEqual({
      document: null,
      clause: { id: FIRST },
    })
  })
})

describe('links between documents', () => {
  it('go up through documents that were never ingested', async () => {
    const { document } = await data(
      `query ($id: ID!) { document(id: $id) { implements { id }
        hierarchy { distance document { id ingested } from { id } citation { relation cue } } } }`,
      { id: JINING },
    )
    expect(document.implements).toEqual([{ id: JINAN }])
    expect(document.hierarchy).toEqual([
      {
        distance: 1,
        document: { id: JINAN, ingested: true },
        from: { id: JINING },
        citation: { relation: 'IMPLEMENTS', cue: null },
      },
      {
        distance: 2,
        document: { id: OPINION, ingested: true },
        from: { id: JINAN },
        citation: { relation: 'IMPLEMENTS', cue: '贯彻落实' },
      },
      {
        distance: 3,
        document: { id: PLAN, ingested: false },
        from: { id: OPINION },
        citation: { relation: 'BASED_ON', cue: '根据' },
      },
    ])
  })
  it('go down', async () => {
    const { document } = await data(
      'query ($id: ID!) { document(id: $id) { implementedBy { totalCount edges { node { id } } } citedBy { totalCount } } }',
      { id: OPINION },
    )
    expect(ids(document.implementedBy)).toEqual([JINAN])
    expect(document.citedBy.totalCount).toBe(3)
  })
  it('carry the citations of clauses too', async () => {
    const { document } = await data(
      `query ($id: ID!) { document(id: $id) { cites { edges { node {
        relation locator clause { id } document { id } from { __typename id } span { quote source { quote start } } } } }
        only: cites(relation: IMPLEMENTS) { totalCount } } }`,
      { id: JINAN },
    )
    const edges = document.cites.edges.map(({ node }: { node: unknown }) => node)
    expect(edges[0]).toMatchObject({
      relation: 'IMPLEMENTS',
      clause: null,
      from: { __typename: 'Document', id: JINAN },
      span: { quote: '鲁政办字〔2024〕6号', source: { quote: '鲁政办字〔2024〕6号' } },
    })
    expect(edges[2]).toMatchObject({
      relation: 'CITES',
      locator: '第三条',
      from: { __typename: 'Clause', id: FIRST },
    })
    expect(document.only.totalCount).toBe(1)
  })
  it('repeal as a whole, not by an article', async () => {
    const query =
      'query ($id: ID!, $on: Date) { document(id: $id) { validity(on: $on) supersededBy { id } } }'
    expect((await data(query, { id: OLD })).document).toEqual({
      validity: 'REPEALED',
      supersededBy: [{ id: JINAN }],
    })
    expect((await data(query, { id: OLD, on: '2024-07-17' })).document.validity).toBe('IN_FORCE')
    expect((await data(query, { id: OPINION })).document).toEqual({ validity: 'IN_FORCE', supersededBy: [] })
    expect((await data(query, { id: JINAN, on: '2030-01-01' })).document.validity).toBe('EXPIRED')
    expect((await data(query, { id: JINAN, on: '2024-01-01' })).document.validity).toBe('NOT_YET')
  })
  it('name what is wanted', async () => {
    const { wantedDocuments } = await data('{ wantedDocuments { edges { node { id } } } }')
    expect(ids(wantedDocuments)).toEqual([PLAN])
  })
})

describe('a clause', () => {
  it('has its facts with their words', async () => {
    const { clause } = await data(
      `query ($id: ID!) { clause(id: $id) {
        label reference document { id } section { label } parent { id } children { id parent { id } reference }
        responsibilities { role printed span { quote source { quote page } } agency { name officialName } clause { id }
          mentions { role printed scope } }
        lead: responsibilities(role: LEAD) { agency { name } } ledgerOnly: responsibilities(origin: LEDGER) { role }
        targets { kind bound metric value unit amount amountUnit span { quote } lead { name } productTypes { name } clause { id } }
        productTypes { name broader { name narrower { name } } } productMentions { productType { name } span { quote } }
        ledger { task measure lead { name } support { name } clause { id } }
        citations { relation document { id } cited { id } }
      } }`,
      { id: FIRST },
    )
    expect(clause).toMatchObject({
      reference: '《关于支持医药创新的若干措施》（济政办字〔2024〕23号）第一部分第（1）项',
      section: { label: '一' },
      parent: null,
      children: [
        {
          parent: { id: FIRST },
          reference: '《关于支持医药创新的若干措施》（济政办字〔2024〕23号）第一部分第（1）项第1项',
        },
      ],
      lead: [{ agency: { name: '济南市卫生健康委' } }],
      ledgerOnly: [],
      productTypes: [{ name: '创新药', broader: { name: '药品', narrower: [{ name: '创新药' }] } }],
      productMentions: [{ productType: { name: '创新药' }, span: { quote: '创新药' } }],
      ledger: [
        { lead: [{ name: '济南市科技局' }], support: [{ name: '济南市卫生健康委' }], clause: { id: FIRST } },
      ],
      citations: [{ relation: 'CITES', document: { id: OPINION }, cited: null }],
    })
    expect(clause.responsibilities).toMatchObject([
      { role: 'LEAD', span: { quote: '市卫生健康委', source: { quote: '市卫生健康委', page: null } } },
      { role: 'SUPPORT', span: { quote: '市科技局' } },
    ])
    expect(clause.targets).toMatchObject([
      {
        kind: 'LIMIT',
        bound: 'AT_MOST',
        value: 20,
        span: { quote: '20周' },
        lead: [{ name: '济南市卫生健康委' }],
      },
      { kind: 'REWARD', amount: 5_000_000, amountUnit: '元', productTypes: [{ name: '创新药' }] },
    ])
  })
  it('is listed by what its filter says', async () => {
    const rows: [Record<string, unknown>, number][] = [
      [{}, JINAN_CLAUSES + 2],
      [{ document: JINAN }, JINAN_CLAUSES],
      [{ document: 'cn/nothing' }, 0],
      [{ within: '山东' }, JINAN_CLAUSES + 2],
      [{ jurisdiction: '山东省' }, 1],
      [{ jurisdiction: '山东省济南市' }, JINAN_CLAUSES],
      [{ jurisdiction: '370800' }, 1],
      [{ jurisdiction: 'place/370800', within: '济南' }, 0],
      [{ within: '火星' }, 0],
      [{ level: 'PROVINCIAL' }, 1],
      [{ agency: '济南市卫生健康委员会' }, 1],
      [{ agency: 'agency/370100/济南市科技局', role: 'SUPPORT' }, 1],
      // two cities' bureaus bear that alias: both count
      [{ agency: '市科技局' }, JINAN_CLAUSES + 1],
      [{ productType: '药品' }, 3],
      [{ productType: '新药' }, 1],
      [{ issuedFrom: '2024-07-19' }, 1],
      [{ implementing: PLAN }, JINAN_CLAUSES + 2],
      [{ implementing: OPINION }, JINAN_CLAUSES + 1],
      [{ implementing: OPINION, document: JINING }, 1],
      [{ implementing: JINING }, 0],
    ]
    for (const [filter, count] of rows) {
      const { clauses } = await data(
        'query ($filter: ClauseFilter) { clauses(filter: $filter) { totalCount } }',
        { filter },
      )
      expect([filter, clauses.totalCount]).toEqual([filter, count])
    }
  })
})

describe('lists', () => {
  it.each<[string, string, Record<string, unknown>, number]>([
    ['documents', 'DocumentFilter', {}, 5],
    ['documents', 'DocumentFilter', { ingested: true }, 4],
    ['documents', 'DocumentFilter', { number: '济政办字[2024]23号' }, 2],
    ['documents', 'DocumentFilter', { within: '济南', ingested: true }, 2],
    ['documents', 'DocumentFilter', { issuer: '济南市政府办公厅' }, 1],
    ['documents', 'DocumentFilter', { kind: '办法' }, 1],
    ['documents', 'DocumentFilter', { text: '医药创新' }, 2],
    ['documents', 'DocumentFilter', { issuedFrom: '2024-07-18', issuedUntil: '2024-07-18' }, 1],
    ['documents', 'DocumentFilter', { validOn: '2025-06-01', within: '济南' }, 1],
    ['agencies', 'AgencyFilter', { function: '科技' }, 4],
    ['agencies', 'AgencyFilter', { kind: 'CLASS' }, 1],
    ['agencies', 'AgencyFilter', { name: '科技', within: '济宁' }, 1],
    ['agencies', 'AgencyFilter', { level: 'PROVINCIAL' }, 1],
    ['targets', 'TargetFilter', { document: JINAN }, 2],
    ['targets', 'TargetFilter', { metric: '用时', kind: 'LIMIT' }, 1],
    ['targets', 'TargetFilter', { valueFrom: 1_000_000, amountUnit: '元' }, 1],
    ['targets', 'TargetFilter', { productType: '药品' }, 1],
    ['targets', 'TargetFilter', { agency: '济南市卫生健康委', within: '山东' }, 2],
  ])('%s by %s %j', async (list, type, filter, count) => {
    const answer = await data(
      `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount edges { node { id } } } }`,
      { filter },
    )
    expect(answer[list].totalCount).toBe(count)
    expect(ids(answer[list])).toHaveLength(count)
  })
  it('page through to the end without a gap', async () => {
    const seen: string[] = []
    for (let after: string | null = null, pages = 0; pages < 10; pages += 1) {
      const { clauses } = await data(
        'query ($after: String) { clauses(first: 6, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      )
      seen.push(...ids(clauses))
      if (!clauses.pageInfo.hasNextPage) break
      after = clauses.pageInfo.endCursor
    }
    expect(new Set(seen).size).toBe(JINAN_CLAUSES + 2)
    expect(seen).toHaveLength(JINAN_CLAUSES + 2)
  })
  it('cap first at 100 and take null for the default', async () => {
    const answer = await data(
      '{ a: clauses(first: 1000) { edges { cursor } } b: clauses(first: null) { edges { cursor } } c: clauses(first: 0) { edges { cursor } totalCount } }',
    )
    expect([answer.a.edges.length, answer.b.edges.length, answer.c.edges.length]).toEqual([22, 20, 0])
  })
  it('places by level and within', async () => {
    expect(await data('{ jurisdictions(level: MUNICIPAL, within: "山东") { name } }')).toEqual({
      jurisdictions: [{ name: '济南市' }, { name: '济宁市' }],
    })
  })
})

describe('an agency', () => {
  it.each(['济南市卫生健康委', '济南市卫生健康委员会', '市卫生健康委', 'agency/370100/济南市卫生健康委'])(
    'answers to %s',
    async (name) => {
      expect((await data('query ($name: String) { agency(name: $name) { id } }', { name })).agency).toEqual({
        id: 'agency/370100/济南市卫生健康委',
      })
    },
  )
  it('has counterparts of other places, duties and ledger rows', async () => {
    const { agency } = await data(`{ agency(name: "济南市科技局") {
      counterparts { edges { node { name } } } above: counterparts(level: PROVINCIAL) { totalCount }
      within: counterparts(within: "济宁") { totalCount }
      responsibilities(role: SUPPORT) { totalCount edges { node { clause { id } } } }
      elsewhere: responsibilities(document: "${JINING}") { totalCount }
      ledger { measure } lead: ledger(role: LEAD) { measure } support: ledger(role: SUPPORT) { measure } none: ledger(role: RESPONSIBLE) { measure }
      departments { id } documents { totalCount } jurisdiction { name } url } }`)
    expect(agency.counterparts.edges).toEqual([
      { node: { name: '山东省科技厅' } },
      { node: { name: '济宁市科技局' } },
    ])
    expect([agency.above.totalCount, agency.within.totalCount]).toEqual([1, 1])
    expect(agency.responsibilities).toEqual({ totalCount: 1, edges: [{ node: { clause: { id: FIRST } } }] })
    expect(agency.elsewhere.totalCount).toBe(0)
    expect([agency.ledger.length, agency.lead.length, agency.support.length, agency.none.length]).toEqual([
      1, 1, 0, 0,
    ])
    expect(agency.jurisdiction).toEqual({ name: '济南市' })
  })
  it('is counted in its document', async () => {
    const query =
      'query ($id: ID!, $role: Role) { document(id: $id) { agencies(role: $role) { agency { name } lead support responsible ledgerLead ledgerSupport } } }'
    const { document } = await data(query, { id: JINAN })
    expect(document.agencies).toEqual([
      {
        agency: { name: '济南市卫生健康委' },
        lead: 1,
        support: 0,
        responsible: 0,
        ledgerLead: 0,
        ledgerSupport: 1,
      },
      {
        agency: { name: '济南市科技局' },
        lead: 0,
        support: 1,
        responsible: JINAN_CLAUSES - 1,
        ledgerLead: 1,
        ledgerSupport: 0,
      },
    ])
    expect((await data(query, { id: JINAN, role: 'RESPONSIBLE' })).document.agencies).toHaveLength(1)
    expect((await data(query, { id: JINAN, role: 'LEAD' })).document.agencies).toHaveLength(2)
  })
})

it('a product type has its clauses, of narrower types too unless exact', async () => {
  const { productType, productTypes } = await data(`{ productTypes { name }
    productType(name: "药品") { aliases clauses { totalCount } exact: clauses(exact: true) { totalCount } } }`)
  expect(productTypes).toHaveLength(3)
  expect([productType.clauses.totalCount, productType.exact.totalCount]).toEqual([3, 2])
})

it('any node is found by its id', async () => {
  const rows = {
    [JINAN]: 'Document',
    [`${JINAN}/sec_1`]: 'Section',
    [`${JINAN}/att_1`]: 'Annex',
    [FIRST]: 'Clause',
    [`${FIRST}/target_1`]: 'Target',
    [`${JINAN}/ledger_1`]: 'LedgerRow',
    'place/370100': 'Jurisdiction',
    'product/药品': 'ProductType',
    'agency/370100/济南市科技局': 'Agency',
  }
  for (const [id, type] of Object.entries(rows)) {
    expect((await data('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).node).toEqual({
      __typename: type,
      id,
    })
  }
})

it('statistics say what the corpus holds', async () => {
  const { statistics } =
    await data(`{ statistics { documents citedDocuments clauses agencies targets correspondences places levels
    issuedFrom issuedUntil undated semantic } }`)
  expect(statistics).toMatchObject({
    documents: 4,
    citedDocuments: 1,
    clauses: JINAN_CLAUSES + 2,
    targets: 2,
    correspondences: 0,
    places: ['山东省', '济南市', '济宁市'],
    levels: ['PROVINCIAL', 'MUNICIPAL'],
    issuedFrom: '2019-03-01',
    issuedUntil: '2024-08-01',
    undated: 0,
    semantic: true,
  })
})

describe('batching', () => {
  it('reads a nested page in a handful of calls', async () => {
    const query = `query ($id: ID!, $first: Int) { clauses(filter: { document: $id }, first: $first) { edges { node {
      span { quote } document { title } section { title } targets { metric lead { name } } productTypes { name } citations { document { title } }
      responsibilities { role agency { name jurisdiction { name parent { name } } } } } } } }`
    await data(query, { id: JINAN, first: 1 }) // the index of names is read once
    faces.calls.clear()
    const { clauses } = await data(query, { id: JINAN, first: 20 })
    expect(clauses.edges).toHaveLength(20)
    const total = [...faces.calls.values()].reduce((sum, count) => sum + count, 0)
    expect(total).toBeLessThanOrEqual(16)
    for (const method of ['clauses', 'responsibilities', 'productsOf', 'citations', 'bodies']) {
      expect([method, faces.calls.get(method)]).toEqual([method, 1])
    }
  })
  it('reads no text that nobody asked for', async () => {
    faces.calls.clear()
    await data('query ($id: ID!) { document(id: $id) { title clauses { edges { node { text } } } } }', {
      id: JINAN,
    })
    expect(faces.calls.has('bodies')).toBe(false)
  })
})
