/** Links between clauses through GraphQL, over made-up documents that are linked by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Faces, openFaces } from '../support/faces.ts'
import { article, CITY, DISTRICT, FORERUNNER, PROVINCE, putTracingCorpus } from '../support/tracingCorpus.ts'

let faces: Faces
beforeAll(async () => {
  faces = await openFaces({ embedder: null })
  await putTracingCorpus(faces.services.store)
})
afterAll(() => faces[Symbol.asyncDispose]())

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await faces.query(query, variables)
  expect(errors).toBeUndefined()
  return data
}
async function refusal(query: string, variables: Record<string, unknown> = {}): Promise<string | undefined> {
  return (await faces.query(query, variables)).errors?.[0]?.extensions.code
}

describe('Clause.correspondences', () => {
  const of = (args = '') =>
    `query($id: ID!) { clause(id: $id) { correspondences${args} { score other { id } } } }`
  const others = async (id: string, args?: string): Promise<string[]> => {
    const { clause } = await ask(of(args), { id })
    return clause.correspondences.map(({ other }: { other: { id: string } }) => other.id)
  }
  const [CITY_1, DISTRICT_1, FORERUNNER_2] = [article(CITY, 1), article(DISTRICT, 1), article(FORERUNNER, 2)]

  it('gives the best first', async () => {
    expect(await others(article(PROVINCE, 1))).toEqual([CITY_1, FORERUNNER_2, DISTRICT_1])
  })
  it.each([
    [`(kind: IMPLEMENTED_BY)`, [CITY_1, DISTRICT_1]],
    [`(kind: PARALLEL)`, [FORERUNNER_2]],
    [`(kind: IMPLEMENTS)`, []],
    [`(degree: SAME_TOPIC)`, []],
    [`(document: "${DISTRICT}")`, [DISTRICT_1]],
    [`(document: "cn/000000/0000/none")`, []],
    [`(level: COUNTY)`, [DISTRICT_1]],
    [`(minScore: 0.8)`, [CITY_1, FORERUNNER_2]],
    [`(first: 1)`, [CITY_1]],
    [`(first: 1, kind: PARALLEL)`, [FORERUNNER_2]],
  ])('passes %s', async (args, expected) => {
    expect(await others(article(PROVINCE, 1), args)).toEqual(expected)
  })
  it('filters each clause of a page by its own other side', async () => {
    const query = `query($id: ID!) { document(id: $id) { clauses { edges { node { correspondences(level: MUNICIPAL) { other { id } } } } } } }`
    const { document } = await ask(query, { id: CITY })
    const found = document.clauses.edges.map(
      ({ node }: { node: { correspondences: { other: { id: string } }[] } }) =>
        node.correspondences.map(({ other }) => other.id),
    )
    expect(found).toEqual([[FORERUNNER_2], [], []])
  })
  it.each(['(minScore: 2)', '(minScore: -0.1)', '(first: -1)'])('refuses %s', async (args) => {
    expect(await refusal(of(args), { id: CITY_1 })).toBe('BAD_INPUT')
  })
  it('reads the links of a page of clauses in one call', async () => {
    faces.calls.clear()
    await ask(`{ clauses(first: 100) { edges { node { correspondences { kind lagDays other { id } } } } } }`)
    expect(faces.calls.get('correspondences')).toBe(1)
    // upward, for all documents at once
    expect(faces.calls.get('chains')).toBe(1)
  })
})

const LINK = `id kind degree score basis sharedWording wording lagDays clause { id } other { id }
  evidence { signal reason weight span { quote source { quote } } otherSpan { quote source { quote } } }
  leads { verdict leads { name } otherLeads { name } counterparts { agency { name } other { name } } }
  targets { verdict deadlineVerdict difference differenceUnit target { value } other { value } }`

describe('a link', () => {
  const read = async (id: string, document: string) => {
    const query = `query($id: ID!, $document: ID!) { clause(id: $id) { correspondences(document: $document) { ${LINK} } } }`
    return (await ask(query, { id, document })).clause.correspondences[0]
  }
  it('is told from below', async () => {
    expect(await read(article(CITY, 1), PROVINCE)).toEqual({
      id: `correspondence/${article(PROVINCE, 1)}~${article(CITY, 1)}`,
      kind: 'IMPLEMENTS',
      degree: 'SAME_MEASURE',
      score: 0.9,
      basis: 'INFERRED',
      sharedWording: 0.4,
      wording: 'ADAPTED',
      lagDays: 100,
      clause: { id: article(CITY, 1) },
      other: { id: article(PROVINCE, 1) },
      evidence: [
        {
          signal: 'MEANING',
          reason: '都规定补贴申请的办结时限',
          weight: 0.7,
          span: { quote: '农机购置补贴申请', source: { quote: '农机购置补贴申请' } },
          otherSpan: { quote: '农机购置补贴申请', source: { quote: '农机购置补贴申请' } },
        },
        { signal: 'CITATION', reason: '下位文件以上位文件为依据', weight: 0.3, span: null, otherSpan: null },
      ],
      leads: {
        verdict: 'SAME_FUNCTION',
        leads: [{ name: '济南市农业农村局' }],
        otherLeads: [{ name: '山东省农业农村厅' }],
        counterparts: [{ agency: { name: '济南市农业农村局' }, other: { name: '山东省农业农村厅' } }],
      },
      targets: [
        {
          ...{ verdict: 'STRICTER', deadlineVerdict: null, difference: -10, differenceUnit: '日' },
          ...{ target: { value: 20 }, other: { value: 30 } },
        },
      ],
    })
  })
  it('is told from above the other way round', async () => {
    expect(await read(article(PROVINCE, 1), CITY)).toMatchObject({
      id: `correspondence/${article(PROVINCE, 1)}~${article(CITY, 1)}`,
      ...{ kind: 'IMPLEMENTED_BY', lagDays: -100, sharedWording: 0.8, wording: 'COPIED' },
      targets: [{ verdict: 'LOOSER', difference: 10 }],
    })
  })
  it('runs along a chain of documents', async () => {
    expect(await read(article(DISTRICT, 1), PROVINCE)).toMatchObject({ kind: 'IMPLEMENTS' })
  })
  it('is parallel where no chain runs, also for one that went first', async () => {
    expect(await read(article(FORERUNNER, 2), PROVINCE)).toMatchObject({ kind: 'PARALLEL', lagDays: -100 })
  })
  it('names nobody where nobody leads', async () => {
    expect(await read(article(DISTRICT, 1), PROVINCE)).toMatchObject({
      leads: { verdict: 'UNKNOWN', leads: [], counterparts: [] },
    })
  })
  it('is a node, read from its lower clause', async () => {
    const query = 'query($id: ID!) { node(id: $id) { id ... on Correspondence { clause { id } kind } } }'
    const id = `correspondence/${article(PROVINCE, 1)}~${article(CITY, 1)}`
    expect((await ask(query, { id })).node).toEqual({
      id,
      clause: { id: article(CITY, 1) },
      kind: 'IMPLEMENTS',
    })
    expect((await ask(query, { id: `${id}0` })).node).toBeNull()
    expect((await ask(query, { id: 'correspondence/x' })).node).toBeNull()
  })
})

describe('implementation', () => {
  const MATRIX = `upper { id } exportUrl
    columns { totalCount edges { node { document { id } kind covered topicOnly total lagDays additions { id } } } }
    rows { clause { id } cells { document { id } correspondences { other { id } degree } } firstMover { document { id } } }`
  const read = async (args: string) => (await ask(`{ implementation(${args}) { ${MATRIX} } }`)).implementation

  it('compares all that implement it and all of places below it that have counterparts', async () => {
    const { upper, columns, rows, exportUrl } = await read(`upper: "${PROVINCE}"`)
    expect(upper.id).toBe(PROVINCE)
    expect(new URL(exportUrl).searchParams.get('upper')).toBe(PROVINCE)
    expect(columns.edges.map(({ node }: { node: object }) => node)).toEqual([
      {
        ...{ document: { id: CITY }, kind: 'IMPLEMENTS', covered: 1, topicOnly: 1, total: 3, lagDays: 100 },
        additions: [{ id: article(CITY, 2) }],
      },
      {
        ...{
          document: { id: DISTRICT },
          kind: 'IMPLEMENTS',
          covered: 1,
          topicOnly: 0,
          total: 3,
          lagDays: 315,
        },
        additions: [],
      },
      {
        ...{
          document: { id: FORERUNNER },
          kind: 'PARALLEL',
          covered: 2,
          topicOnly: 0,
          total: 3,
          lagDays: -100,
        },
        additions: [],
      },
    ])
    const cells = rows.map((row: { cells: { correspondences: { other: { id: string } }[] }[] }) =>
      row.cells.map((cell) => cell.correspondences.map(({ other }) => other.id)),
    )
    expect(cells).toEqual([
      [[article(CITY, 1)], [article(DISTRICT, 1)], [article(FORERUNNER, 2)]],
      [[article(CITY, 3)], [], [article(FORERUNNER, 1)]],
      [[], [], []],
    ])
    // the topic alone makes nobody first
    expect(
      rows.map((row: { firstMover: { document: { id: string } } }) => row.firstMover.document.id),
    ).toEqual([FORERUNNER, FORERUNNER, PROVINCE])
  })
  it('keeps to the documents, their order and the score asked for', async () => {
    const { columns, rows } = await read(
      `upper: "${PROVINCE}", lower: ["${FORERUNNER}", "${CITY}"], minScore: 0.78`,
    )
    expect(
      columns.edges.map(({ node }: { node: { document: { id: string }; covered: number } }) => [
        node.document.id,
        node.covered,
      ]),
    ).toEqual([
      [FORERUNNER, 1],
      [CITY, 1],
    ])
    expect(rows[0].cells).toHaveLength(2)
  })
  it('shows rows for the page of columns asked for', async () => {
    const page = `query($after: String) { implementation(upper: "${PROVINCE}") {
      ...Page rows { cells { document { id } } } } }
      fragment Page on ImplementationMatrix { columns(first: 1, after: $after) { pageInfo { hasNextPage endCursor } edges { node { document { id } } } } }`
    const first = (await ask(page)).implementation
    expect(first.rows[0].cells).toEqual([{ document: { id: CITY } }])
    const second = (await ask(page, { after: first.columns.pageInfo.endCursor })).implementation
    expect(second.rows[2].cells).toEqual([{ document: { id: DISTRICT } }])
    expect(await refusal(page, { after: 'nonsense' })).toBe('BAD_INPUT')
  })
  it('finds the upper document by its number too', async () => {
    expect((await read('upper: "鲁农字[2024]9号"')).upper.id).toBe(PROVINCE)
  })
  it('has no rows for a document that is only cited', async () => {
    const { columns, rows } = await read('upper: "cn/000000/国办发/2023/3"')
    expect(rows).toEqual([])
    expect(columns.totalCount).toBe(3)
  })
  it('marks what is no longer in force', async () => {
    const query = `{ implementation(upper: "${PROVINCE}", lower: ["${CITY}"]) { columns { edges { node { validity before: validity(on: "2024-12-31") } } } } }`
    const { implementation } = await ask(query)
    expect(implementation.columns.edges[0].node).toEqual({ validity: 'EXPIRED', before: 'IN_FORCE' })
  })
  it.each([
    [`upper: "cn/0/none"`, 'NOT_FOUND'],
    [`upper: "${PROVINCE}", lower: ["cn/0/none"]`, 'NOT_FOUND'],
    [`upper: "${PROVINCE}", lower: ["cn/000000/国办发/2023/3"]`, 'NOT_FOUND'],
    [`upper: "${PROVINCE}", lower: ["${PROVINCE}"]`, 'BAD_INPUT'],
    [`upper: "${PROVINCE}", minScore: 1.5`, 'BAD_INPUT'],
    [`upper: ""`, 'BAD_INPUT'],
  ])('refuses %s', async (args, code) => {
    expect(await refusal(`{ implementation(${args}) { upper { id } } }`)).toBe(code)
  })
  it('costs the same calls whatever the number of clauses and documents', async () => {
    faces.calls.clear()
    await read(`upper: "${PROVINCE}"`)
    expect(faces.calls.get('correspondences')).toBe(1)
    expect([...faces.calls.values()].reduce((sum, count) => sum + count)).toBeLessThanOrEqual(16)
  })
})

describe('peers', () => {
  const read = async (args: string) =>
    (
      await ask(
        `{ peers(${args}) { firstMover { document { id } } peers { document { id } via { id } correspondences { other { id } } } } }`,
      )
    ).peers
  it('shows who treats a clause, directly or by way of the clause above', async () => {
    expect(await read(`clause: "${article(DISTRICT, 1)}"`)).toEqual({
      firstMover: { document: { id: FORERUNNER } },
      peers: [
        {
          ...{ document: { id: FORERUNNER }, via: { id: article(PROVINCE, 1) } },
          correspondences: [{ other: { id: article(FORERUNNER, 2) } }],
        },
        { document: { id: PROVINCE }, via: null, correspondences: [{ other: { id: article(PROVINCE, 1) } }] },
        {
          ...{ document: { id: CITY }, via: { id: article(PROVINCE, 1) } },
          correspondences: [{ other: { id: article(CITY, 1) } }],
        },
      ],
    })
  })
  it.each([
    ['level: MUNICIPAL', [FORERUNNER, CITY]],
    ['within: "济南市"', [CITY, DISTRICT]],
    ['within: "370800"', [FORERUNNER]],
    ['minScore: 0.85', [CITY]],
  ])('keeps to %s', async (condition, expected) => {
    const { peers } = await read(`clause: "${article(PROVINCE, 1)}", ${condition}`)
    expect(peers.map(({ document }: { document: { id: string } }) => document.id)).toEqual(expected)
  })
  it('knows no other clause', async () => {
    expect(await refusal('{ peers(clause: "cn/0/art_1") { clause { id } } }')).toBe('NOT_FOUND')
  })
})
