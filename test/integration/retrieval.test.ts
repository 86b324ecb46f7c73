import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clauseTokens } from '../../src/search/indexing.ts'
import type { Passage } from '../../src/service/retrieval/passage.ts'
import { type RetrievalRequest, retrieve } from '../../src/service/retrieval/retrieve.ts'
import { openScope } from '../../src/service/scope.ts'
import { bundle, clauseNode, documentNode, span } from '../support/bundle.ts'
import { type Faces, openFaces } from '../support/faces.ts'
import { JINAN, OPINION } from '../support/policyCorpus.ts'

/** A document of another place that takes over a clause of the opinion and has a long one of its own. */
const TAKEN_OVER = 'cn/370800/济政字/2025/8'
const REPEATED = '建立临床试验绿色通道，启动整体用时压缩至25周。'
const LONG = `${'统筹推进各项改革任务，明确责任分工。'.repeat(40)}设立临床试验专项资金池。${'加强督促检查，及时总结经验。'.repeat(40)}`

async function putTakenOver(faces: Faces): Promise<void> {
  const { store } = faces.services
  const { segmenter } = faces.services.search()
  const at = (start: number, text: string) => ({ text, span: span(start, start + text.length) })
  const clauses = [at(0, REPEATED), at(REPEATED.length + 1, LONG)].map(({ text, span: where }, index) =>
    clauseNode({
      id: `${TAKEN_OVER}/cl_${index + 1}`,
      documentId: TAKEN_OVER,
      ordinal: index + 1,
      label: `（${'一二'.charAt(index)}）`,
      ...{ text, span: where, bodySpan: where },
    }),
  )
  const text = `${REPEATED}\n${LONG}`
  const document = documentNode({
    id: TAKEN_OVER,
    title: '关于医药的通知',
    number: '济政字〔2025〕8号',
    placeId: 'place/370800',
    issuedOn: '2025-02-01',
  })
  await store.putDocument(
    bundle(document, {
      body: { text, sourceText: text, sourceBytes: Buffer.from(text) },
      clauses,
      terms: clauses.map((clause) => ({ clauseId: clause.id, tokens: clauseTokens(segmenter, clause) })),
    }),
  )
}

describe('retrieve', () => {
  let faces: Faces
  const ask = (request: RetrievalRequest) => retrieve(openScope(faces.services), request)
  beforeAll(async () => {
    faces = await openFaces()
    await putTakenOver(faces)
    faces.services.names.invalidate()
  })
  afterAll(() => faces[Symbol.asyncDispose]())

  const ids = (passages: readonly Passage[]) => passages.map(({ clause }) => clause.id)

  it('names all that an answer has to name', async () => {
    const { passages } = await ask({ query: '优化临床试验审批，对创新药给予500万元奖励', limit: 1 })
    expect(passages[0]).toMatchObject({
      text: '优化临床试验审批，启动整体用时压缩至20周，对创新药给予500万元奖励。',
      complete: true,
      rank: 1,
      score: 1,
      clause: {
        id: `${JINAN}/sec_1__cl_1`,
        label: '（1）',
        section: '一 主要任务',
        reference: '《关于支持医药创新的若干措施》（济政办字〔2024〕23号）第一部分第（1）项',
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:4000\/id\/cn\/370100\/%E6/),
      },
      document: {
        id: JINAN,
        number: '济政办字〔2024〕23号',
        place: '济南市',
        issuers: ['济南市人民政府办公厅'],
        issuedOn: '2024-07-18',
        validity: 'IN_FORCE',
      },
    })
  })

  it('gives the scores and the order of GraphQL', async () => {
    const query = '医疗器械企业项目建设'
    const { data } = await faces.query(
      `query ($query: String!) { search(query: $query, first: 30) { edges { node { score clause { id } } } } }`,
      { query },
    )
    const { passages } = await ask({ query, limit: 30, mergeDuplicates: false })
    const expected = data.search.edges.map(
      ({ node }: { node: { score: number; clause: { id: string } } }) => [node.clause.id, node.score],
    )
    expect(passages.map(({ clause, score }) => [clause.id, score])).toEqual(expected)
  })

  it('quotes verbatim: the text stands where the span says', async () => {
    const { passages } = await ask({ query: '临床试验 专项资金池 督促检查', limit: 20, maxChars: 900 })
    const bodies = await faces.services.store.bodies(passages.map(({ document }) => document.id))
    for (const { document, span: where, text } of passages) {
      expect(text).not.toBe('')
      expect(bodies.get(document.id)?.text.slice(where.start, where.end)).toBe(text)
    }
  })

  it.each([100, 137, 300, 1_000, 5_000])(
    'keeps a budget of %i characters, context included',
    async (maxChars) => {
      for (const context of [false, true]) {
        const found = await ask({ query: '临床试验 医疗器械', limit: 20, maxChars, context })
        const around = found.passages.flatMap(({ context: each }) => [
          each?.previous,
          each?.next,
          ...(each?.counterparts ?? []),
          ...(each?.cites ?? []).map(({ article }) => article),
        ])
        const chars = [...found.passages, ...around].reduce((sum, each) => sum + (each?.text.length ?? 0), 0)
        expect(chars).toBe(found.chars)
        expect(chars).toBeLessThanOrEqual(maxChars)
        expect(found.passages.length + found.leftOut).toBe(20)
        expect(found.passages.length).toBeGreaterThan(0)
      }
    },
  )

  it('cuts a long clause around what was found, at the ends of sentences', async () => {
    const { passages } = await ask({ query: '专项资金池', mode: 'KEYWORD', limit: 1, maxChars: 100 })
    const [passage] = passages
    expect(passage?.clause.id).toBe(`${TAKEN_OVER}/cl_2`)
    expect(passage?.complete).toBe(false)
    expect(passage?.text).toContain('设立临床试验专项资金池。')
    expect(passage?.text.endsWith('。')).toBe(true)
    expect(passage?.text.length).toBeLessThanOrEqual(100)
  })

  it('puts clauses of the same words together', async () => {
    const query = '建立临床试验绿色通道'
    const merged = await ask({ query, limit: 20 })
    const apart = await ask({ query, limit: 20, mergeDuplicates: false })
    const [best] = merged.passages
    const both = [`${OPINION}/sec_1__cl_1`, `${TAKEN_OVER}/cl_1`]
    expect([best?.clause.id, ...(best?.alsoIn.map(({ clause }) => clause.id) ?? [])].sort()).toEqual(
      both.sort(),
    )
    expect(best?.alsoIn[0]).toMatchObject({ likeness: 1, document: { title: expect.any(String) } })
    expect(apart.total).toBe(merged.total + 1)
    expect(ids(apart.passages)).toEqual(expect.arrayContaining(both))
  })

  it('keeps clauses apart that differ by a number', async () => {
    const { passages } = await ask({ query: '支持医疗器械企业项目建设', limit: 30 })
    expect(passages.filter(({ document }) => document.id === JINAN)).toHaveLength(20)
  })

  it('lets places take turns where that is asked for', async () => {
    const query = '支持医药企业'
    const plain = await ask({ query, limit: 6 })
    const turns = await ask({ query, limit: 6, diversity: 'PLACES' })
    const places = (found: typeof plain) => new Set(found.passages.map(({ document }) => document.place)).size
    expect(places(turns)).toBeGreaterThanOrEqual(places(plain))
    const byId = new Map(plain.passages.map(({ clause, score }) => [clause.id, score]))
    for (const { clause, score } of turns.passages) expect(byId.get(clause.id) ?? score).toBe(score)
  })

  it('pages without a gap', async () => {
    const query = '医疗器械项目'
    const whole = await ask({ query, limit: 12 })
    const first = await ask({ query, limit: 5 })
    const second = await ask({ query, limit: 7, cursor: first.nextCursor })
    expect([...ids(first.passages), ...ids(second.passages)]).toEqual(ids(whole.passages))
    const last = await ask({ query, limit: 100 })
    expect(last.nextCursor).toBeNull()
    expect(last.passages.length + last.leftOut).toBe(last.total)
  })

  it('filters before it ranks, and accepts by what the store cannot ask', async () => {
    const within = await ask({ query: '临床试验', filter: { within: '济南' }, limit: 5 })
    expect(new Set(within.passages.map(({ document }) => document.place))).toEqual(new Set(['济南市']))
    const accepted = await ask({
      query: '临床试验',
      limit: 5,
      accept: (_clause, { title }) => title.includes('通知'),
    })
    expect(new Set(accepted.passages.map(({ document }) => document.id))).toEqual(new Set([TAKEN_OVER]))
    expect(accepted.total).toBe(2)
  })

  it('shows what stands around a passage', async () => {
    const { passages } = await ask({ query: '优化临床试验审批，对创新药给予奖励', limit: 1, context: true })
    const { context } = passages[0] as Passage
    expect(context?.duties.map(({ agency, role }) => [agency, role])).toEqual([
      ['济南市卫生健康委', 'LEAD'],
      ['济南市科技局', 'SUPPORT'],
    ])
    expect(context?.previous).toBeNull()
    expect(context?.next?.clause.id).toBe(`${JINAN}/sec_1__cl_2`)
    expect(context?.cites).toMatchObject([
      { documentId: OPINION, locator: '第三条', ingested: true, article: null },
    ])
  })

  it('shows it over REST where it is asked for', async () => {
    const search = async (words: string) =>
      (await (await faces.app.request(`/api/v1/search?query=临床试验&limit=2${words}`)).json()).results
    const [plain, around] = [await search(''), await search('&context=true&diversity=places')]
    expect(plain.map((each: { surroundings: unknown }) => each.surroundings)).toEqual([null, null])
    expect(around).toHaveLength(2)
    for (const { surroundings } of around)
      expect(Object.keys(surroundings)).toEqual(['duties', 'previous', 'next', 'counterparts', 'cites'])
  })

  it('finds as many passages as were asked for behind dozens of the same words', async () => {
    await using many = await openFaces()
    const { segmenter } = many.services.search()
    for (let serial = 1; serial <= 40; serial += 1) {
      const id = `cn/370800/济政字/2025/${100 + serial}`
      const clause = clauseNode({ id: `${id}/cl_1`, documentId: id, text: REPEATED, label: '（一）' })
      const terms = [{ clauseId: clause.id, tokens: clauseTokens(segmenter, clause) }]
      await many.services.store.putDocument(bundle(documentNode({ id }), { clauses: [clause], terms }))
    }
    const query = '建立临床试验绿色通道'
    const { passages } = await retrieve(openScope(many.services), { query, mode: 'KEYWORD', limit: 2 })
    expect(passages.map(({ alsoIn }) => alsoIn.length)).toEqual([40, 0])
    expect(passages[1]?.text).toContain('临床试验审批')
  })

  it('says what the corpus covers', async () => {
    const { coverage } = await ask({ query: '临床试验', limit: 1 })
    expect(coverage).toMatchObject({
      documents: 5,
      semantic: true,
      places: ['山东省', '济南市', '济宁市'],
      placeCount: 3,
      years: { from: 2019, until: 2025 },
    })
    expect(coverage.statement).toContain('山东省、济南市、济宁市')
  })

  it('finds nothing where nothing passes', async () => {
    const found = await ask({ query: '临床试验', filter: { within: '西藏' } })
    expect(found).toMatchObject({ passages: [], relevant: false, total: 0, nextCursor: null, chars: 0 })
  })

  it.each([
    ['an empty question', { query: ' ' }, 'BAD_INPUT'],
    ['a long question', { query: '药'.repeat(1_001) }, 'LIMIT'],
    ['no passage', { query: '药', limit: 0 }, 'BAD_INPUT'],
    ['a negative limit', { query: '药', limit: -1 }, 'BAD_INPUT'],
    ['a tiny budget', { query: '药', maxChars: 10 }, 'BAD_INPUT'],
    ['a broken budget', { query: '药', maxChars: 1.5 }, 'BAD_INPUT'],
    ['a foreign cursor', { query: '药', cursor: 'aGl0OjE' }, 'BAD_INPUT'],
  ])('refuses %s', async (_what, request, code) => {
    await expect(ask(request)).rejects.toMatchObject({ code })
  })
})

describe('without a model', () => {
  it('answers by keywords and says so', async () => {
    await using faces = await openFaces({ embedder: null })
    const found = await retrieve(openScope(faces.services), { query: '临床试验' })
    expect(found.servedBy).toBe('KEYWORD')
    expect(found.coverage.statement).toContain('语义检索不可用')
    expect(found.passages.length).toBeGreaterThan(0)
  })
})
