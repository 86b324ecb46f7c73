import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish, openSandbox, type Sandbox, waitForText } from '../support/cli.ts'
import { answerOf, CLIENT_KINDS, connectClient, faultOf, type McpClient } from '../support/mcpClients.ts'

const LAUNCHER = fileURLToPath(new URL('../../bin/zhengmai.mjs', import.meta.url))
/** Of a start of the program on a busy machine (ms). */
const PATIENCE = 60_000
const OPENING = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'shell', version: '1' } },
}

let sandbox: Sandbox
let service: ChildProcessWithoutNullStreams
beforeAll(async () => {
  sandbox = openSandbox()
  service = sandbox.start(['serve', '--port', '0'])
  const url = (await waitForText(service, /http:\/\/[\d.]+:\d+(?=\s)/)).trim()
  // a connection that stood idle for long may be closed just when it is used again
  const isReady = () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) await setTimeout(100)
}, PATIENCE)
afterAll(async () => {
  service.kill('SIGTERM')
  await once(service, 'close')
  sandbox.remove()
})

/** The program as a chat assistant starts it, beside the running service. */
function started() {
  const { folder } = sandbox
  const env = {
    PATH: '/nonexistent',
    HOME: folder,
    ZHENGMAI_DATA_DIR: `${folder}/data`,
    ZHENGMAI_MODEL_DIR: `${folder}/models`,
    ZHENGMAI_PORT: '4567',
  }
  return { command: process.execPath, args: [LAUNCHER, 'mcp'], env }
}

describe.each(CLIENT_KINDS)('client %s', (kind) => {
  let client: McpClient
  beforeAll(async () => {
    client = await connectClient(kind, started())
  }, PATIENCE)
  afterAll(() => client.close())

  it('asks the data of the running service and gets addresses of it', async () => {
    const { tools } = await client.listTools()
    expect(tools).toHaveLength(8)
    const { documents, coverage } = answerOf(await client.callTool({ name: 'list_documents', arguments: {} }))
    expect(documents.length).toBe(coverage.documents)
    expect(coverage).toMatchObject({ semantic: false })
    expect(documents[0].url).toMatch(/^http:\/\/127\.0\.0\.1:4567\/id\/cn\//)
    const { text } = answerOf(await client.callTool({ name: 'fetch', arguments: { id: documents[0].id } }))
    expect(text.length).toBeGreaterThan(100)
  })
  it('gets resources, prompts and errors', async () => {
    const { resources } = await client.listResources()
    const { contents } = await client.readResource({ uri: resources[0].uri })
    expect(contents[0].text).toContain(resources[0].name)
    expect((await client.listPrompts()).prompts).toHaveLength(3)
    expect(faultOf(await client.callTool({ name: 'fetch', arguments: { id: 'cn/0' } })).code).toBe(
      'NOT_FOUND',
    )
    await expect(client.callTool({ name: 'nothing', arguments: {} })).rejects.toMatchObject({ code: -32602 })
  })
})

/** What the program writes when these lines are piped into it. */
async function pipe(lines: readonly string[]) {
  const child = sandbox.start(['mcp'])
  const result = finish(child)
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  return result
}

it('answers all that is piped in before it ends, and writes nothing but the protocol', async () => {
  const asks = Array.from({ length: 5 }, (_, i) => ({
    jsonrpc: '2.0',
    id: i + 2,
    method: 'tools/call',
    params: { name: 'search', arguments: { query: '药品检验', limit: 1 } },
  }))
  const { status, out } = await pipe(
    [OPENING, { jsonrpc: '2.0', method: 'notifications/initialized' }, ...asks].map((each) =>
      JSON.stringify(each),
    ),
  )
  const replies = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { jsonrpc: string; id: number; error?: object })
  expect(status).toBe(0)
  expect(replies.map(({ id }) => id).toSorted()).toEqual([1, 2, 3, 4, 5, 6])
  expect(replies.every(({ jsonrpc, error }) => jsonrpc === '2.0' && error === undefined)).toBe(true)
})

it.each([
  ['no JSON', 'hello'],
  ['no JSON-RPC', '{"hello":1}'],
  ['an unknown method', '{"jsonrpc":"2.0","id":7,"method":"tools/burn"}'],
])('survives %s', async (_what, line) => {
  const listing = JSON.stringify({ jsonrpc: '2.0', id: 9, method: 'tools/list' })
  const { status, out } = await pipe([JSON.stringify(OPENING), line, listing])
  expect(status).toBe(0)
  const replies = out
    .trimEnd()
    .split('\n')
    .map((each) => JSON.parse(each) as { id: unknown; result?: object })
  expect(replies.find(({ id }) => id === 9)?.result).toHaveProperty('tools')
})

it('ends on SIGTERM', async () => {
  const child = sandbox.start(['mcp'])
  child.stdin.write(`${JSON.stringify(OPENING)}\n`)
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  const [status] = (await once(child, 'close')) as [number | null]
  expect(status).toBe(130)
})

it('says on standard error why it cannot begin', async () => {
  const empty = openSandbox()
  const child = empty.start(['mcp'])
  const result = finish(child)
  child.stdin.end()
  const { status, out, err } = await result
  empty.remove()
  expect([status, out]).toEqual([1, ''])
  expect(err).toMatch(/^错误 STORE_/m)
})
