import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EDGE_KINDS } from '../../src/domain/graph.ts'
import { bundle, documentNode } from '../support/bundle.ts'
import { correspondence, review } from '../support/correspondence.ts'
import { type Faces, openFaces } from '../support/faces.ts'
import { JINAN, JINAN_CLAUSES, JINING, OLD, OPINION, PLAN } from '../support/policyCorpus.ts'

const SECTION = `${JINAN}/sec_1`
const FIRST = `${SECTION}__cl_1`
const ITEM = `${FIRST}__item_1`
const OPINION_CLAUSE = `${OPINION}/sec_1__cl_1`
const ARTICLE = `${JINING}/art_3`
const HEALTH = 'agency/370100/济南市卫生健康委'
const SCIENCE = 'agency/370100/济南市科技局'
const OFFICE = 'agency/370100/济南市人民政府办公厅'
const LINK = correspondence(FIRST, OPINION_CLAUSE, { score: 0.75 })
const GUESS = correspondence(ARTICLE, OPINION_CLAUSE, { documentIds: [OPINION, JINING], score: 0.5 })

interface Drawn {
  readonly nodes: readonly {
    readonly id: string
    readonly kind: string
    readonly label: string
    readonly level: string | null
    readonly degree: number
  }[]
  readonly edges: readonly {
    readonly id: string
    readonly kind: string
    readonly source: string
    readonly target: string
  }[]
  readonly truncated: boolean
}

const GRAPH = `query ($focus: ID!, $depth: Int, $kinds: [NodeKind!], $edgeKinds: [EdgeKind!], $relations: [Relation!], $roles: [Role!], $limit: Int) {
  graph(focus: $focus, depth: $depth, kinds: $kinds, edgeKinds: $edgeKinds, relations: $relations, roles: $roles, limit: $limit) {
    nodes { id kind label level degree } truncated
    edges { id kind source target label role relation basis score span { quote } } } }`
const PATHS = `query ($from: ID!, $to: ID!, $maxLength: Int) { paths(from: $from, to: $to, maxLength: $maxLength) {
  nodes { id } edges { kind source target } truncated } }`

let faces: Faces
beforeAll(async () => {
  faces = await openFaces()
  const { store } = faces.services
  await store.putCorrespondences(JINAN, 'key', [LINK])
  await store.putCorrespondence(GUESS)
  await store.putReview(review(FIRST, OPINION_CLAUSE))
  await store.putDocument(
    bundle(documentNode({ id: 'cn/alone', placeId: null }), { takesOver: ['cn/formerly'] }),
  )
})
afterAll(() => faces[Symbol.asyncDispose]())

async function graph(variables: Record<string, unknown>): Promise<Drawn> {
  const { data, errors } = await faces.query(GRAPH, variables)
  expect(errors).toBeUndefined()
  return data.graph
}
const nodeIds = (drawn: Drawn) => drawn.nodes.map(({ id }) => id)
const edgeIds = (drawn: Drawn) => drawn.edges.map(({ id }) => id)

describe('graph', () => {
  it('draws a clause with everything around it', async () => {
    const drawn = await graph({ focus: FIRST })
    const [focus, ...others] = nodeIds(drawn)
    expect(focus).toBe(FIRST)
    expect(others.sort()).toEqual(
      [
        SECTION,
        ITEM,
        HEALTH,
        SCIENCE,
        OPINION,
        'product/创新药',
        `${FIRST}/target_1`,
        `${FIRST}/target_2`,
        OPINION_CLAUSE,
      ].sort(),
    )
    expect(drawn.truncated).toBe(false)
    expect(drawn.nodes[0]).toEqual({
      id: FIRST,
      kind: 'CLAUSE',
      label: '（1）优化临床试验审批，启动整体用时压缩至20周，对创…',
      level: 'MUNICIPAL',
      degree: others.length,
    })
    const node = (id: string) => drawn.nodes.find((each) => each.id === id)
    expect(node(`${FIRST}/target_1`)).toMatchObject({
      kind: 'TARGET',
      label: '启动整体用时 ≤20周',
      level: 'MUNICIPAL',
    })
    expect(node(SECTION)).toMatchObject({ kind: 'SECTION', label: '一、主要任务', degree: JINAN_CLAUSES + 1 })
    expect(node(SCIENCE)).toMatchObject({ label: '济南市科技局', level: 'MUNICIPAL' })
    expect(node('product/创新药')).toMatchObject({ label: '创新药', level: null })
    expect(node(OPINION)).toMatchObject({ label: '关于支持医药创新的若干意见', level: 'PROVINCIAL' })
    const edge = (id: string) => drawn.edges.find((each) => each.id === id)
    expect(edge(`responsibility/${FIRST}~${HEALTH}`)).toEqual({
      id: `responsibility/${FIRST}~${HEALTH}`,
      kind: 'RESPONSIBILITY',
      source: FIRST,
      target: HEALTH,
      label: '市卫生健康委',
      role: 'LEAD',
      relation: null,
      basis: 'EXPLICIT',
      score: null,
      span: { quote: '市卫生健康委' },
    })
    expect(edge(LINK.id)).toMatchObject({ basis: 'REVIEWED', score: 0.75, span: null })
    expect(edge(`${JINAN}/cite_3`)).toMatchObject({ relation: 'CITES', basis: 'EXPLICIT' })
  })

  it('tells what is computed from what is printed', async () => {
    expect((await graph({ focus: ARTICLE, edgeKinds: ['CORRESPONDENCE'] })).edges).toMatchObject([
      { id: GUESS.id, basis: 'INFERRED', score: 0.5 },
    ])
    const counterparts = await graph({ focus: SCIENCE, edgeKinds: ['COUNTERPART'] })
    expect(counterparts.edges.map((edge) => 'basis' in edge && edge.basis)).toEqual(['INFERRED', 'INFERRED'])
  })

  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['nothing but the focus', { focus: FIRST, depth: 0 }, [FIRST]],
    [
      'kinds of edges',
      { focus: JINAN, edgeKinds: ['ISSUED_BY', 'APPLIES_TO'] },
      [JINAN, OFFICE, 'place/370100'],
    ],
    [
      'relations',
      { focus: OPINION, edgeKinds: ['CITATION'], relations: ['IMPLEMENTS', 'BASED_ON'] },
      [OPINION, PLAN, JINAN],
    ],
    ['roles', { focus: FIRST, edgeKinds: ['RESPONSIBILITY'], roles: ['LEAD'] }, [FIRST, HEALTH]],
    ['no kinds', { focus: FIRST, kinds: [] }, [FIRST]],
    ['no kinds of edges', { focus: FIRST, edgeKinds: [] }, [FIRST]],
    // sections and clauses are neither shown nor a way to agencies
    ['kinds of nodes', { focus: JINAN, depth: 3, kinds: ['DOCUMENT'] }, [JINAN, OPINION, OLD, JINING, PLAN]],
    ['steps', { focus: PLAN, depth: 2, kinds: ['DOCUMENT'] }, [PLAN, OPINION, JINAN, JINING]],
    [
      'a place',
      { focus: 'place/370800', kinds: ['DOCUMENT', 'JURISDICTION'] },
      ['place/370800', JINING, 'place/370000'],
    ],
    [
      'a product type',
      { focus: 'product/药品' },
      ['product/药品', ARTICLE, OPINION_CLAUSE, 'product/创新药'],
    ],
    ['a target', { focus: `${FIRST}/target_2` }, [`${FIRST}/target_2`, FIRST]],
    ['an item', { focus: ITEM }, [ITEM, FIRST]],
    // what the graph does not show means what it belongs to
    ['an annex', { focus: `${JINAN}/att_1`, edgeKinds: ['ISSUED_BY'] }, [JINAN, OFFICE]],
    ['a ledger row', { focus: `${JINAN}/ledger_1`, edgeKinds: ['ABOUT'] }, [FIRST, 'product/创新药']],
    ['a link', { focus: GUESS.id, edgeKinds: ['CORRESPONDENCE'] }, [OPINION_CLAUSE, FIRST, ARTICLE]],
    ['an alias', { focus: 'cn/formerly', depth: 2 }, ['cn/alone']],
  ])('%s', async (_, variables, expected) => {
    const drawn = await graph(variables)
    expect(nodeIds(drawn)[0]).toBe(expected[0])
    expect(nodeIds(drawn).sort()).toEqual([...expected].sort())
    expect(drawn.truncated).toBe(false)
  })

  it('is fair to each kind of edge where the limit leaves nodes out', async () => {
    const drawn = await graph({ focus: SCIENCE, depth: 1, limit: 4 })
    expect(drawn.truncated).toBe(true)
    // one of 20 duties, the place, one of two counterparts
    expect(drawn.nodes.map(({ kind }) => kind)).toEqual(['AGENCY', 'CLAUSE', 'JURISDICTION', 'AGENCY'])
    expect((await graph({ focus: SCIENCE, limit: 6 })).nodes.map(({ kind }) => kind)).toEqual([
      'AGENCY',
      'CLAUSE',
      'JURISDICTION',
      'AGENCY',
      'CLAUSE',
      'AGENCY',
    ])
  })

  it('takes nearer nodes first, and the same ones each time', async () => {
    const near = nodeIds(await graph({ focus: JINAN, depth: 1 }))
    const far = await graph({ focus: JINAN, depth: 3, limit: near.length + 5 })
    expect(nodeIds(far).slice(0, near.length)).toEqual(near)
    expect(far.nodes.length).toBe(near.length + 5)
    expect(far.truncated).toBe(true)
    expect(await graph({ focus: JINAN, depth: 3, limit: near.length + 5 })).toEqual(far)
  })

  it('shows only edges between its nodes, in a fixed order', async () => {
    const drawn = await graph({ focus: JINAN, depth: 3, limit: 12 })
    const ids = new Set(nodeIds(drawn))
    expect(drawn.edges.length).toBeGreaterThan(10)
    for (const { source, target } of drawn.edges)
      expect([ids.has(source), ids.has(target)]).toEqual([true, true])
    const kinds = EDGE_KINDS.map((kind) => drawn.edges.filter((edge) => edge.kind === kind))
    expect(edgeIds(drawn)).toEqual(kinds.flatMap((edges) => edges.map(({ id }) => id).sort()))
  })

  it.each([
    [{ focus: 'nothing' }, 'NOT_FOUND'],
    [{ focus: 'correspondence/x~y' }, 'NOT_FOUND'],
    [{ focus: ' ' }, 'BAD_INPUT'],
    [{ focus: FIRST, depth: 4 }, 'BAD_INPUT'],
    [{ focus: FIRST, depth: -1 }, 'BAD_INPUT'],
    [{ focus: FIRST, limit: 0 }, 'BAD_INPUT'],
  ])('%j is %s', async (variables, code) => {
    const { data, errors } = await faces.query(GRAPH, variables)
    expect(data?.graph ?? null).toBeNull()
    expect(errors?.[0]?.extensions.code).toBe(code)
  })

  it('caps the limit', async () => {
    expect((await graph({ focus: JINAN, depth: 3, limit: 1_000_000 })).truncated).toBe(false)
  })
})

describe('paths', () => {
  it.each<[Record<string, unknown>, readonly (readonly string[])[]]>([
    [{ from: JINING, to: PLAN }, [[JINING, OPINION, PLAN]]],
    [{ from: JINING, to: PLAN, maxLength: 1 }, []],
    [{ from: FIRST, to: ARTICLE }, [[FIRST, OPINION_CLAUSE, ARTICLE]]],
    [{ from: `${JINAN}/ledger_1`, to: OPINION }, [[FIRST, OPINION]]],
    [
      { from: HEALTH, to: SCIENCE },
      [
        [HEALTH, FIRST, SCIENCE],
        [HEALTH, 'place/370100', SCIENCE],
      ],
    ],
    [{ from: HEALTH, to: HEALTH }, [[HEALTH]]],
    [{ from: 'cn/alone', to: PLAN }, []],
  ])('%j', async (variables, expected) => {
    const { data, errors } = await faces.query(PATHS, variables)
    expect(errors).toBeUndefined()
    const paths: readonly Drawn[] = data.paths
    expect(paths.map(nodeIds)).toEqual(expected)
    for (const path of paths) {
      expect(path.truncated).toBe(false)
      const steps = nodeIds(path)
        .slice(1)
        .map((id, i) => [nodeIds(path)[i], id].sort().join())
      expect(
        [...new Set(path.edges.map(({ source, target }) => [source, target].sort().join()))].sort(),
      ).toEqual(steps.sort())
    }
  })

  it('shows every edge of a step', async () => {
    const { data } = await faces.query(PATHS, { from: JINING, to: OPINION })
    // JINING repeals an article of OPINION
    expect(data.paths[0].edges).toEqual([{ kind: 'CITATION', source: JINING, target: OPINION }])
  })

  it('says where there are more than it lists', async () => {
    const { data } = await faces.query(PATHS, { from: SECTION, to: 'product/医疗器械' })
    expect(data.paths.length).toBe(10)
    expect(data.paths.map(({ truncated }: Drawn) => truncated)).toEqual(Array(10).fill(true))
  })

  it.each([
    [{ from: 'nothing', to: PLAN }, 'NOT_FOUND'],
    [{ from: PLAN, to: 'nothing' }, 'NOT_FOUND'],
    [{ from: PLAN, to: JINAN, maxLength: 0 }, 'BAD_INPUT'],
    [{ from: PLAN, to: JINAN, maxLength: 9 }, 'BAD_INPUT'],
  ])('%j is %s', async (variables, code) => {
    expect((await faces.query(PATHS, variables)).errors?.[0]?.extensions.code).toBe(code)
  })
})

describe('documents below and most cited', () => {
  const BELOW = `query ($id: ID!, $level: Level, $within: String, $first: Int, $after: String) { document(id: $id) {
    below(level: $level, within: $within, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } levels { level documents places { id } }
      edges { node { document { id } from { id } distance citation { relation } } } } } }`

  it('goes down along every chain, nearest first', async () => {
    const { data, errors } = await faces.query(BELOW, { id: PLAN })
    expect(errors).toBeUndefined()
    expect(data.document.below).toMatchObject({
      totalCount: 3,
      levels: [
        { level: 'PROVINCIAL', documents: 1, places: [{ id: 'place/370000' }] },
        { level: 'MUNICIPAL', documents: 2, places: [{ id: 'place/370100' }, { id: 'place/370800' }] },
      ],
      edges: [
        {
          node: {
            document: { id: OPINION },
            from: { id: PLAN },
            distance: 1,
            citation: { relation: 'BASED_ON' },
          },
        },
        { node: { document: { id: JINAN }, from: { id: OPINION }, distance: 2 } },
        { node: { document: { id: JINING }, from: { id: JINAN }, distance: 3 } },
      ],
    })
  })

  it.each([
    [{ level: 'MUNICIPAL' }, [JINAN, JINING]],
    [{ within: '济南' }, [JINAN]],
    [{ within: '山东', level: 'PROVINCIAL' }, [OPINION]],
    [{ within: '吉林省' }, []],
    [{ first: 0 }, []],
  ])('%j', async (conditions, expected) => {
    const { below } = (await faces.query(BELOW, { id: PLAN, ...conditions })).data.document
    expect(below.edges.map(({ node }: { node: { document: { id: string } } }) => node.document.id)).toEqual(
      expected,
    )
  })

  it('pages', async () => {
    const first = (await faces.query(BELOW, { id: PLAN, first: 2 })).data.document.below
    expect([first.edges.length, first.pageInfo.hasNextPage, first.totalCount]).toEqual([2, true, 3])
    const second = (await faces.query(BELOW, { id: PLAN, first: 2, after: first.pageInfo.endCursor })).data
      .document.below
    expect(second.edges.map(({ node }: { node: { document: { id: string } } }) => node.document.id)).toEqual([
      JINING,
    ])
    expect(second.pageInfo.hasNextPage).toBe(false)
    const broken = await faces.query(BELOW, { id: PLAN, after: 'x' })
    expect(broken.errors?.[0]?.extensions.code).toBe('BAD_INPUT')
  })

  it('lists the most cited documents first', async () => {
    const { data } = await faces.query(
      '{ documents(orderBy: MOST_CITED, first: 3) { edges { node { id } } totalCount } }',
    )
    expect(data.documents.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([
      OPINION,
      PLAN,
      OLD,
    ])
  })
})
