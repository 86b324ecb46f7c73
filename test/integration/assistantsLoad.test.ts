import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Faces, openFaces } from '../support/faces.ts'
import { type HttpService, serveHeld } from '../support/httpService.ts'
import { JINAN, OPINION } from '../support/policyCorpus.ts'

const CLIENTS = 200
interface Call {
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
}
/** What each client asks, one after the other. */
const CALLS: readonly Call[] = [
  { name: 'search', args: { query: '临床试验启动用时', limit: 3 } },
  { name: 'search', args: { query: '支持医疗器械企业项目建设', place: '济南市', limit: 10 } },
  { name: 'fetch', args: { id: `${JINAN}/sec_1__cl_1` } },
  { name: 'list_documents', args: { level: 'MUNICIPAL' } },
  { name: 'trace_implementation', args: { id: OPINION } },
]
const QUESTIONS = ['临床试验', '创新药奖励', '药品研发', '医疗器械项目建设', '启动整体用时压缩']

let faces: Faces
let service: HttpService
beforeAll(async () => {
  faces = await openFaces()
  service = await serveHeld(faces)
})
afterAll(() => service[Symbol.asyncDispose]())

async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${service.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  return response.json()
}
const askRest = ({ name, args }: Call) => post(`/api/v1/${name}`, args)
const askDify = (query: string) =>
  post('/retrieval', { knowledge_id: 'zhengmai', query, retrieval_setting: { top_k: 5, score_threshold: 0 } })

async function overMcp(mode: 'auto' | 'legacy'): Promise<unknown[]> {
  const client = new Client({ name: 'load', version: '1' }, { versionNegotiation: { mode } })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${service.url}/mcp`)))
  const replies: unknown[] = []
  for (const { name, args } of CALLS) {
    const { structuredContent, isError } = await client.callTool({ name, arguments: args })
    expect(isError ?? false).toBe(false)
    replies.push(structuredContent)
  }
  await client.close()
  return replies
}

async function inTurn<T>(items: readonly T[], ask: (item: T) => Promise<unknown>): Promise<unknown[]> {
  const replies: unknown[] = []
  for (const item of items) replies.push(await ask(item))
  return replies
}

it(`answers ${CLIENTS} clients at once as it answers one`, { timeout: 180_000 }, async () => {
  const [rest, dify] = [await inTurn(CALLS, askRest), await inTurn(QUESTIONS, askDify)]
  expect(rest).toMatchObject([
    { relevant: true, results: [{}, {}, {}] },
    { relevant: true },
    { id: `${JINAN}/sec_1__cl_1` },
    { documents: [{}, {}, {}] },
    { upper: { id: OPINION } },
  ])
  for (const reply of dify) expect(reply).toMatchObject({ records: [{}, {}, {}, {}, {}] })

  const kinds = [
    () => overMcp('auto'),
    () => inTurn(CALLS, askRest),
    () => overMcp('legacy'),
    () => inTurn(QUESTIONS, askDify),
  ]
  const all = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, index) => ({
      isDify: index % kinds.length === 3,
      replies: await kinds[index % kinds.length]!(),
    })),
  )
  expect(all).toHaveLength(CLIENTS)
  for (const { isDify, replies } of all) expect(replies).toEqual(isDify ? dify : rest)
  expect(faces.logged).toEqual([])
})
