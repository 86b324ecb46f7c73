/** The examples of the API view, run as somebody would who copies them. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCopied } from '../support/shell.ts'
import { describeInBrowser } from './chromium.ts'
import { type Bench, openBench } from './harness.ts'

/** What a sample writes into a file instead of saying it. */
const FILES: Readonly<Record<string, string>> = { matrix: 'matrix.xlsx', list: 'targets.csv' }
/** What is in the answer of each call that says something. */
const SAYS: Readonly<Record<string, string>> = {
  curl: '"reference"',
  jsonld: '"@context"',
  upload: '"reports"',
  health: '"searchMode"',
  restSearch: '"results"',
  openapi: '"/api/v1/search"',
  dify: '"records"',
  vectorStore: '"vector_store.search_results.page"',
}

describeInBrowser('the samples of the API view', () => {
  let bench: Bench
  let folder: string
  let samples: { name: string; code: string }[]
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhengmai-samples-'))
    writeFileSync(join(folder, 'document.pdf'), '这不是一份公文')
    bench = await openBench()
    await using view = await bench.view({ language: 'en' })
    await view.open('/api')
    samples = await view.page.locator('figure').evaluateAll((figures) =>
      figures.map((figure) => ({
        name: figure.getAttribute('data-sample') ?? '',
        code: figure.querySelector('code')?.textContent ?? '',
      })),
    )
    expect(view.faults).toEqual([])
  })
  afterAll(async () => {
    await bench?.[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  })
  const kind = (pattern: RegExp) => samples.filter(({ code }) => pattern.test(code))

  it('has a sample of every interface', () => {
    const names = samples.map(({ name }) => name)
    for (const name of [...Object.keys(FILES), ...Object.keys(SAYS), 'mcpHttp', 'mcpStdio', 'search'])
      expect(names).toContain(name)
  })

  it('has queries that the service answers', async () => {
    const queries = kind(/^\{\n {2}\w+\(/)
    expect(queries.length).toBeGreaterThanOrEqual(4)
    // a query with a fault would reject
    for (const { code } of queries) expect(await bench.service.ask(code)).toEqual(expect.anything())
  })

  it('has settings whose address is served', async () => {
    const { code } = samples.find(({ name }) => name === 'mcpHttp') as { code: string }
    const { url } = JSON.parse(code).mcpServers.zhengmai
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }),
    })
    expect(await reply.text()).toContain('check_citation')
  })

  it('has commands that do what they say', async () => {
    const commands = kind(/^curl /)
    expect(commands.length).toBe(Object.keys(FILES).length + Object.keys(SAYS).length)
    for (const { name, code } of commands) {
      const said = await runCopied(code, { url: bench.service.url, cwd: folder })
      const file = FILES[name]
      if (file === undefined) expect([name, said]).toEqual([name, expect.stringContaining(SAYS[name] ?? '?')])
      else expect(statSync(join(folder, file)).size).toBeGreaterThan(100)
    }
  })
})
