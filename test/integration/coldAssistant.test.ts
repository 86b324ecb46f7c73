/** What researchers ask (which clause answers which, gaps, additions, who leads, whose target is stricter, who was first), asked by a client that knows only the list of tools. */
import { readFileSync } from 'node:fs'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Answer,
  type ColdAssistant,
  objectsIn,
  openColdAssistant,
  type Reply,
} from '../support/coldAssistant.ts'
import { type HttpService, serveHeld } from '../support/httpService.ts'
import { type LinkedSeeds, openLinkedSeeds } from '../support/linkedSeeds.ts'
import { findModel } from '../support/model.ts'

const model = await findModel()
const golden = (name: string) => readFileSync(new URL(`../golden/implementation/${name}`, import.meta.url))
/** Clause of the invented plan → clause of the provincial opinion that it carries out. */
const EXPECTED = JSON.parse(golden('expected.json').toString()) as Record<string, number | null>
const OPINION = '鲁政办字〔2025〕177号'
const PLAN = '枣政办字〔2026〕88号'

describe.skipIf('reason' in model)(`a cold assistant${'reason' in model ? `: ${model.reason}` : ''}`, () => {
  let seeds: LinkedSeeds
  let service: HttpService
  let client: Client
  let assistant: ColdAssistant
  beforeAll(async () => {
    if (!('files' in model)) return
    seeds = await openLinkedSeeds(model.files)
    await seeds.add({ name: 'zaozhuang-plan.txt', bytes: golden('zaozhuang-plan.txt') })
    service = await serveHeld(seeds)
    client = new Client({ name: 'cold', version: '1' }, { versionNegotiation: { mode: 'auto' } })
    await client.connect(new StreamableHTTPClientTransport(new URL(`${service.url}/mcp`)))
    assistant = await openColdAssistant(client)
  }, 180_000)
  afterAll(async () => {
    await client?.close()
    await service?.[Symbol.asyncDispose]()
  })

  /** Asks, and holds every citation of the answer against the service: it opens, and it is what it says. */
  async function ask(question: string, tool: string): Promise<Reply> {
    const answer = await assistant.ask(question)
    expect(answer.calls.at(-1)?.tool).toBe(tool)
    await expectRightCitations(answer)
    return answer.reply
  }

  async function expectRightCitations({ citations }: Answer): Promise<void> {
    for (const url of citations.values()) expect((await fetch(url)).status).toBe(200)
    const draft = [...citations.keys()].slice(0, 20).join('。\n')
    if (draft === '') return
    const { reply } = await assistant.ask(`核对这段回答里的文号、标题、条款号是否属实：${draft}`)
    expect(reply.findings.length).toBeGreaterThan(0)
    expect(reply.findings.filter(({ verdict }: { verdict: string }) => verdict !== 'RIGHT')).toEqual([])
  }
  const serialOf = (id: string) => Number(/__cl_(\d+)$/.exec(id)?.[1])

  it('finds which clause of a city carries out which clause of the province', async () => {
    const reply = await ask(`${OPINION}在枣庄市如何落实，各有哪些对应条款？`, 'trace_implementation')
    expect(reply.upper.number).toBe(OPINION)
    expect(reply.lower.map(({ document }: Reply) => document.number)).toEqual([PLAN])
    const found = new Map<number, number[]>()
    for (const { upper, matches } of reply.lower[0].counterparts) {
      for (const { id } of matches)
        found.set(serialOf(id), [...(found.get(serialOf(id)) ?? []), serialOf(upper.id)])
    }
    const wanted = Object.entries(EXPECTED).filter(([, upper]) => upper !== null)
    const hit = wanted.filter(([lower, upper]) => found.get(Number(lower))?.includes(upper as number))
    expect(hit.length / wanted.length).toBeGreaterThanOrEqual(0.9)
  })

  it('finds what the city lacks, and says of every clause whether it does', async () => {
    const { lower } = await ask(`${OPINION}在枣庄市的落实还有哪些缺口？`, 'trace_implementation')
    const [{ counterparts, gaps, clause_count }] = lower
    expect(counterparts.length + gaps.length).toBe(clause_count)
    const carriedOut = new Set(Object.values(EXPECTED))
    const serials = gaps.map(({ id }: Reply) => serialOf(id))
    expect(serials.filter((serial: number) => carriedOut.has(serial))).toEqual([])
  })

  it('finds what the city added', async () => {
    const { lower } = await ask(`落实${OPINION}时，枣庄市新增了哪些条款？`, 'trace_implementation')
    const own = Object.keys(EXPECTED).filter((serial) => EXPECTED[serial] === null)
    expect(lower[0].additions.map(({ id }: Reply) => String(serialOf(id)))).toEqual(own)
  })

  it('finds whose limit is stricter', async () => {
    const { rows } = await ask('比较各地临床试验启动整体用时的时限，谁更严？', 'compare_targets')
    const weeks = rows.flatMap(({ target, comparisons }: Reply) =>
      target.unit === '周'
        ? comparisons.map(({ verdict, other }: Reply) => [target.value, verdict, other.value, other.unit])
        : [],
    )
    expect(weeks).toContainEqual([22, 'STRICTER', 25, '周'])
    expect(weeks).toContainEqual([22, 'STRICTER', 28, '周'])
  })

  it('finds both texts of one matter, who leads on either side and who was first', async () => {
    const reply = await ask(
      '省级文件压缩临床试验启动用时，济南市如何落实，双方原文和理由是什么？',
      'trace_implementation',
    )
    expect(reply.clause.text).toContain('25周')
    const [jinan] = reply.lower.filter(({ document }: Reply) => document.number === '济医保发〔2024〕8号')
    expect(jinan.lag_days).toBeLessThan(0)
    const [best] = jinan.counterparts.flatMap(({ matches }: Reply) => matches)
    expect(best.text).toContain('28周')
    expect(best.leads).toContain('济南市卫生健康委')
    expect(best.upper_leads).toContain('山东省卫生健康委')
    expect(best.reasons.length).toBeGreaterThan(0)
  })

  it('finds what an agency leads and who does the same elsewhere', async () => {
    const reply = await ask('济宁市科技局牵头哪些条款，其他地方的对口机关是谁？', 'agency_duties')
    expect(reply.agency.name).toBe('济宁市科技局')
    expect(reply.duties.length).toBe(reply.counts.lead)
    for (const { role, document } of reply.duties) expect([role, document.place]).toEqual(['LEAD', '济宁市'])
    expect(reply.counterparts.map(({ name }: Reply) => name)).toContain('山东省科技厅')
  })

  it('finds which documents of a place there are', async () => {
    const { documents } = await ask('列出库中济南市的文件，给出文号和日期', 'list_documents')
    expect(documents.map(({ number }: Reply) => number)).toEqual([
      '济医保发〔2024〕8号',
      '济政字〔2022〕81号',
    ])
  })

  it('reads the words of a document', async () => {
    const reply = await ask(`读取${PLAN}的原文`, 'fetch')
    expect(reply.text).toContain('22周以内')
    expect(reply.metadata.number).toBe(PLAN)
  })

  it('finds the clauses that answer a plain question', async () => {
    const { results, relevant } = await ask('哪些政策条款说到核药检验？', 'search')
    expect(relevant).toBe(true)
    expect(results[0].text).toContain('放射性药品')
  })

  it('says that there is nothing, and what the corpus covers', async () => {
    const { relevant, interpretation, coverage } = await ask('有没有条款说到高中物理竞赛怎样报名？', 'search')
    expect(relevant).toBe(false)
    expect(interpretation).toContainEqual(expect.stringContaining('未找到相关条款'))
    expect(coverage.statement).toContain(`${coverage.documents} 份文件`)
  })

  it('walks the graph from something that it was told of', async () => {
    const { nodes, edges } = await ask(`从${PLAN}出发，在知识图谱中探查它的邻接`, 'explore_graph')
    expect(objectsIn(nodes).map(({ reference }) => reference)).toContainEqual(expect.stringContaining(PLAN))
    expect(edges.length).toBeGreaterThan(0)
  })

  it('finds what is wrong in a draft', async () => {
    const { reply, calls } = await assistant.ask(
      `核对这段回答是否属实：《关于全面深化药品医疗器械监管改革促进医药产业高质量发展的实施意见》（鲁政办字〔2025〕178号）要求启动用时压缩至25周以内。`,
    )
    expect(calls.map(({ tool }) => tool)).toEqual(['check_citation'])
    expect(reply.wrong).toBeGreaterThan(0)
  })
})
