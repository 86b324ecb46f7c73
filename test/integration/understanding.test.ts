/** Conditions that a question names, through GraphQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Faces, openFaces } from '../support/faces.ts'
import { JINAN, JINING, OPINION } from '../support/policyCorpus.ts'

let faces: Faces
beforeAll(async () => {
  faces = await openFaces()
})
afterAll(() => faces[Symbol.asyncDispose]())

const SEARCH = `query($q: String!, $filter: ClauseFilter, $understand: Boolean = true) {
  search(query: $q, filter: $filter, understand: $understand, first: 100) {
    relevant interpretation conditions { kind value words } asides edges { node { clause { document { id } } } } } }`
async function search(q: string, more: Record<string, unknown> = {}) {
  const { data } = await faces.query(SEARCH, { q, ...more })
  const { relevant, interpretation, conditions, asides, edges } = data.search
  const documents = edges.map(
    (edge: { node: { clause: { document: { id: string } } } }) => edge.node.clause.document.id,
  )
  return { relevant, interpretation, conditions, asides, documents: [...new Set<string>(documents)].sort() }
}
const UNDO = '给这些词加引号，或令 understand 为 false，就不按它们筛选'

describe('a question', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['a place', '济南的临床试验', '筛选地区：济南市（取自检索词）', [JINAN]],
    [
      'a place with those below it',
      '山东省的临床试验',
      '筛选地区：山东省（取自检索词）',
      [OPINION, JINAN, JINING],
    ],
    ['two places', '济南和济宁的临床试验', '筛选地区：济南市、济宁市（取自检索词）', [JINAN, JINING]],
    ['a level', '省级文件对临床试验的要求', '筛选层级：省（取自检索词）', [OPINION]],
    [
      'an agency in its role',
      '济南市科技局配合的临床试验',
      '筛选部门：济南市科技局，配合（取自检索词）',
      [JINAN],
    ],
    [
      'an agency of any place',
      '市科技局负责的临床试验',
      '筛选部门：济南市科技局、济宁市科技局（取自检索词）',
      [JINAN, JINING],
    ],
    ['nothing but a condition', '济南的工作事项', '筛选地区：济南市（取自检索词）', [JINAN]],
    ['traditional characters', '濟南的臨床試驗', '筛选地区：济南市（取自检索词）', [JINAN]],
  ])('names %s', async (_what, q, sentence, documents) => {
    const found = await search(q)
    expect(found.interpretation).toEqual([sentence, UNDO])
    expect(documents).toEqual(expect.arrayContaining(found.documents))
    expect(found.documents.length).toBeGreaterThan(0)
    expect(found.relevant).toBe(true)
  })

  it.each<[string, readonly unknown[]]>([
    ['濟南的臨床試驗', [{ kind: 'PLACE', value: '济南市', words: ['濟南'] }]],
    ['济南和济宁的临床试验', [{ kind: 'PLACE', value: '济南市、济宁市', words: ['济南', '济宁'] }]],
    [
      '省级文件里济南市科技局配合的临床试验',
      [
        { kind: 'AGENCY', value: '济南市科技局，配合', words: ['济南市科技局配合的'] },
        { kind: 'LEVEL', value: '省', words: ['省级'] },
      ],
    ],
    ['“济南”的临床试验', []],
  ])('tells the words that each condition was read from: %s', async (q, conditions) => {
    expect((await search(q)).conditions).toEqual(conditions)
  })

  it('tells what else was understood apart from the conditions', async () => {
    const { conditions, asides } = await search('济南的临床试验', { filter: { jurisdiction: '济宁市' } })
    expect(conditions).toEqual([])
    expect(asides).toEqual(['提到地区“济南市”：已另给地区条件，未作为筛选条件'])
  })

  it('names a document by a number that two bear', async () => {
    const found = await search('济政办字[2024]23号')
    expect(found.interpretation[0]).toMatch(
      /^筛选文件：《.+》济政办字〔2024〕23号、《.+》济政办字〔2024〕23号/,
    )
    expect(found.documents).toEqual([JINAN, JINING])
    expect(found.relevant).toBe(true)
  })

  it.each<[string, string]>([
    ['quotes', '“济南”的临床试验'],
    ['corner brackets', '「济南市」临床试验'],
  ])('keeps to its words in %s', async (_what, q) => {
    const found = await search(q)
    expect(found.interpretation).toEqual([])
    expect(found.documents.length).toBeGreaterThan(1)
  })

  it('is taken as it stands where that is asked for', async () => {
    const found = await search('济南的临床试验', { understand: false })
    expect(found.interpretation).toEqual([])
    expect(found.documents.length).toBeGreaterThan(1)
  })

  it('yields to conditions that were given', async () => {
    const found = await search('济南的临床试验', { filter: { jurisdiction: '济宁市' } })
    expect(found.interpretation).toEqual(['提到地区“济南市”：已另给地区条件，未作为筛选条件'])
    expect(found.documents).toEqual([JINING])
  })

  it.each<[string, string, string]>([
    ['a place', '吉林市的临床试验', '提到地区“吉林市”：库中没有该地区的文件，未作为筛选条件'],
    [
      'a time',
      '2011年发布的临床试验文件',
      '提到成文日期 2011-01-01 至 2011-12-31：库中没有此期间的文件，未作为筛选条件',
    ],
    ['a document', '国办发〔2023〕3号', '提到发文字号“国办发〔2023〕3号”：库中没有收录，未作为筛选条件'],
    ['a level', '县级文件对临床试验的要求', '提到层级“县”：库中没有该层级的文件，未作为筛选条件'],
  ])('on %s that the corpus lacks says so, and is not answered', async (_what, q, sentence) => {
    const found = await search(q)
    expect(found.interpretation).toEqual([sentence])
    expect(found.relevant).toBe(false)
    expect(found.documents.length).toBeGreaterThan(0)
  })

  it('gives pages of one list', async () => {
    const page = async (after: string | null) => {
      const { data } = await faces.query(
        'query($after: String) { search(query: "济南的临床试验", first: 3, after: $after) { pageInfo { endCursor } edges { node { clause { id } } } } }',
        { after },
      )
      return data.search
    }
    const first = await page(null)
    const second = await page(first.pageInfo.endCursor)
    const ids = [...first.edges, ...second.edges].map(
      ({ node }: { node: { clause: { id: string } } }) => node.clause.id,
    )
    expect(new Set(ids).size).toBe(6)
    for (const id of ids) expect(id.startsWith(JINAN)).toBe(true)
  })

  it.each(['', ' '])('may not be %j', async (q) => {
    const { errors } = await faces.query(SEARCH, { q })
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT')
  })
})
