import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ChatModel, type ChatRequest, callTool, serveChatModel } from '../support/chatModel.ts'
import { openFaces } from '../support/faces.ts'
import { type HttpService, serveHeld } from '../support/httpService.ts'
import { type LinkedSeeds, openLinkedSeeds } from '../support/linkedSeeds.ts'
import { findModel } from '../support/model.ts'
import { packageRoot } from '../support/packageRoot.ts'
import { JINAN } from '../support/policyCorpus.ts'

const run = promisify(execFile)
const SCRIPT = join(packageRoot(), 'examples', 'ask.mjs')

interface Answered {
  readonly question: string
  readonly answer: string
  readonly citations: readonly { number: number; id: string; reference: string; url: string }[]
  readonly unknown: readonly number[]
  readonly problems?: readonly string[]
}

/** What the example prints; its environment is this one alone. */
async function ask(url: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const path = process.env['PATH'] ?? ''
  const { stdout } = await run(process.execPath, [SCRIPT, '--url', url, ...args], {
    env: { PATH: path, ...env },
  })
  return stdout
}
async function askForJson(
  url: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Answered[]> {
  const lines = (await ask(url, ['--json', ...args], env)).trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Answered)
}

describe('examples/ask.mjs', () => {
  let service: HttpService
  beforeAll(async () => {
    service = await serveHeld(await openFaces())
  })
  afterAll(() => service[Symbol.asyncDispose]())

  it('quotes with numbered citations', async () => {
    const [answered] = await askForJson(service.url, ['优化临床试验审批'])
    expect(answered?.answer).toMatch(/^“优化临床试验审批，.+”\[1\]\n“.+”\[2\]\n“.+”\[3\]$/)
    expect(answered?.citations[0]).toEqual({
      number: 1,
      id: `${JINAN}/sec_1__cl_1`,
      reference: '《关于支持医药创新的若干措施》（济政办字〔2024〕23号）第一部分第（1）项',
      url: expect.stringMatching(new RegExp(`^${service.url}/id/cn/370100/`)),
    })
    expect(answered?.citations.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  it('prints for people', async () => {
    const text = await ask(service.url, ['优化临床试验审批', '药品研发'])
    expect(text.match(/^问：/gm)).toHaveLength(2)
    expect(text).toMatch(/^\[1\] 《关于支持医药创新的若干措施》.+\n {4}http/m)
    expect(text).toContain('语料共 4 份文件')
  })

  it('says that there is no service', async () => {
    await expect(ask('http://127.0.0.1:9', ['药品'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('未能回答'),
    })
  })

  describe('with a model', () => {
    const withModel = async (
      turn: Parameters<typeof serveChatModel>[0],
      use: (model: ChatModel) => unknown,
    ) => {
      await using model = await serveChatModel(turn)
      await use(model)
    }
    const envOf = ({ url }: ChatModel) => ({
      OPENAI_BASE_URL: url,
      OPENAI_API_KEY: 'model-key',
      OPENAI_MODEL: 'scripted',
    })
    const lastTool = ({ messages }: ChatRequest) =>
      // biome-ignore lint/suspicious/noExplicitAny: the reply of a tool
      JSON.parse(messages.findLast(({ role }) => role === 'tool')?.content ?? 'null') as any

    it('lets it call the service and numbers what it cites', async () => {
      await withModel(
        (request) => {
          const found = lastTool(request)
          if (found === null) return callTool('search', { query: '临床试验启动', limit: 2 })
          const [best] = found.results
          return `启动用时见“${best.text}”[${best.cite}]，另见[9]。`
        },
        async (model) => {
          const [answered] = await askForJson(service.url, ['临床试验多久启动？'], envOf(model))
          expect(model.requests).toHaveLength(2)
          expect(model.requests[0]?.messages.at(-1)).toEqual({ role: 'user', content: '临床试验多久启动？' })
          expect(model.requests[0]?.tools?.map((tool) => tool.function.name)).toEqual([
            ...['search', 'fetch', 'list_documents', 'trace_implementation', 'compare_targets'],
            ...['agency_duties', 'check_citation', 'explore_graph'],
          ])
          for (const { function: tool } of model.requests[0]?.tools ?? []) {
            expect(tool.parameters).toMatchObject({ type: 'object', properties: expect.anything() })
            expect(tool.description).not.toBe('')
            expect(JSON.stringify(tool.parameters)).not.toContain('$ref')
          }
          expect(answered?.citations).toMatchObject([{ number: 1, id: expect.stringContaining('cn/37') }])
          expect(answered?.unknown).toEqual([9])
          expect(answered?.problems).toEqual([])
        },
      )
    })

    it('says which of its statements do not stand in the documents', async () => {
      await withModel(
        () => '《关于支持医药创新的若干措施》（济政办字〔2024〕99号）规定临床试验免费。',
        async (model) => {
          const [answered] = await askForJson(service.url, ['临床试验免费吗？'], envOf(model))
          expect(answered?.problems?.join('\n')).toContain('济政办字〔2024〕99号')
          expect(await ask(service.url, ['临床试验免费吗？'], envOf(model))).toContain('⚠')
        },
      )
    })

    it('tells it what was wrong with a call', async () => {
      const turns = [callTool('search', '{"query":'), callTool('no_such_tool', {}), '没有找到。']
      await withModel(
        (request) => turns[request.messages.filter(({ role }) => role === 'tool').length] ?? '',
        async (model) => {
          const [answered] = await askForJson(service.url, ['药品'], envOf(model))
          expect(answered?.answer).toBe('没有找到。')
          const replies = model.requests.at(-1)?.messages.filter(({ role }) => role === 'tool') ?? []
          expect(replies[0]?.content).toContain('BAD_INPUT')
          expect(replies[1]?.content).toContain('no tool no_such_tool')
        },
      )
    })

    it('ends with a model that never answers', async () => {
      await withModel(
        ({ tools }) => (tools === undefined ? '到此为止。' : callTool('list_documents', {})),
        async (model) => {
          const [answered] = await askForJson(service.url, ['药品'], envOf(model))
          expect(answered?.answer).toBe('到此为止。')
        },
      )
    })

    it('tells what the model answered instead', async () => {
      await withModel(
        () => '',
        async (model) => {
          const env = { ...envOf(model), OPENAI_API_KEY: 'wrong' }
          await expect(ask(service.url, ['药品'], env)).rejects.toMatchObject({
            code: 1,
            stderr: expect.stringContaining('model: 401'),
          })
        },
      )
    })
  })
})

const model = await findModel()
describe.skipIf('reason' in model)(
  `over the shipped documents${'reason' in model ? `: ${model.reason}` : ''}`,
  () => {
    let seeds: LinkedSeeds
    let service: HttpService
    beforeAll(async () => {
      if (!('files' in model)) return
      seeds = await openLinkedSeeds(model.files)
      service = await serveHeld(seeds)
    }, 120_000)
    afterAll(() => service?.[Symbol.asyncDispose]())

    it('answers its five questions with citations that stand', async () => {
      const answers = await askForJson(service.url, [])
      expect(answers).toHaveLength(5)
      for (const { answer, citations, unknown } of answers) {
        expect(citations.length).toBeGreaterThanOrEqual(3)
        expect(unknown).toEqual([])
        for (const { id, url } of citations) {
          const page = await seeds.app.request(url.slice(service.url.length))
          expect(page.status).toBe(200)
          expect(id).toMatch(/^cn\//)
        }
        const bodies = await seeds.services.store.bodies([
          ...new Set(citations.map(({ id }) => documentOf(id))),
        ])
        const texts = [...bodies.values()].map(({ text }) => text)
        for (const [, quote] of answer.matchAll(/^“(.+?)”(?=(?:\[\d+\])+$)/gms))
          expect(texts.some((text) => text.includes(quote ?? ''))).toBe(true)
      }
    }, 60_000)
  },
)

/** `cn/370100/济政字/2022/81/sec_1__cl_1` → `cn/370100/济政字/2022/81`; without a number the third part is a digest. */
function documentOf(clauseId: string): string {
  const steps = clauseId.split('/')
  return steps.slice(0, /^\d{4}$/.test(steps[2] ?? '') ? 4 : 5).join('/')
}
