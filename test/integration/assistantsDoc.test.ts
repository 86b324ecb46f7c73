/** What docs/assistants.md tells people to copy. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'
import type { CliRuntime } from '../../src/cli/runtime.ts'
import { SETTINGS } from '../../src/config/settings.ts'
import { OPERATIONS } from '../../src/operations/table.ts'
import { ATTRIBUTES } from '../../src/service/retrieval/attributes.ts'
import { openFaces } from '../support/faces.ts'
import { type HttpService, serveHeld } from '../support/httpService.ts'
import { packageRoot } from '../support/packageRoot.ts'
import { runCopied } from '../support/shell.ts'

const ROOT = packageRoot()
const PAGE = readFileSync(join(ROOT, 'docs', 'assistants.md'), 'utf8')
const blocks = (language: string) =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code)
/** Each command of the shell blocks; one may go over several lines. */
const COMMANDS = blocks('sh').flatMap((code) => code.trim().split(/\n(?=[a-zA-Z])/))
/** Names in the first column of the table below a heading. */
function namesUnder(heading: string): string[] {
  const [section = ''] = PAGE.slice(PAGE.indexOf(heading)).split(/\n## /)
  const cells = section.split('\n').flatMap((line) => /^\| (`[^|]*) \|/.exec(line)?.[1] ?? [])
  return cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
}

describe('settings of assistants', () => {
  let service: HttpService
  beforeAll(async () => {
    service = await serveHeld(await openFaces())
  })
  afterAll(() => service[Symbol.asyncDispose]())

  it.each(blocks('json').map((code) => [code] as const))('%s', async (code) => {
    const { zhengmai } = JSON.parse(code).mcpServers
    if (zhengmai.command !== undefined) {
      const [script, command] = zhengmai.args
      expect(zhengmai.command).toBe('node')
      expect(existsSync(script.replace('/path/to/zhengmai', ROOT))).toBe(true)
      expect(command).toBe('mcp')
      return
    }
    const url = new URL(zhengmai.url ?? zhengmai.baseUrl)
    expect(url.origin).toBe('http://127.0.0.1:4000')
    const tried = await fetch(`${service.url}${url.pathname}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }),
    })
    expect(tried.status).toBe(200)
    expect(await tried.text()).toContain('trace_implementation')
  })

  it.each(COMMANDS.filter((command) => command.startsWith('curl')).map((command) => [command] as const))(
    '%s',
    async (command) => {
      const reply = JSON.parse(await runCopied(command, { url: service.url, cwd: ROOT }))
      expect(reply.error ?? reply.error_msg).toBeUndefined()
      expect(
        (reply.records ?? reply.data ?? reply.results ?? Object.keys(reply.paths)).length,
      ).toBeGreaterThan(0)
    },
  )

  it.each(COMMANDS.filter((command) => command.startsWith('node')).map((command) => [command] as const))(
    '%s',
    async (command) => {
      const said = await runCopied(command, {
        ...{ url: service.url, cwd: ROOT },
        env: { ZHENGMAI_URL: service.url },
      })
      expect(said).toMatch(/^问：/m)
    },
  )
})

it('names commands and settings that there are', () => {
  const names = createProgram({ version: '0', terminal: {} } as CliRuntime, () => {}).commands.map((each) =>
    each.name(),
  )
  const named = COMMANDS.flatMap((command) => /(?:^|\s)zhengmai ([a-z]+)(?=\s|$)/.exec(command)?.[1] ?? [])
  expect(named.length).toBeGreaterThan(1)
  expect(named.filter((name) => !names.includes(name))).toEqual([])
  const settings = PAGE.match(/ZHENGMAI_[A-Z_]+/g) ?? []
  const known: readonly string[] = SETTINGS.map(({ name }) => name)
  expect(settings.filter((name) => !known.includes(name))).toEqual([])
})

it('lists all attributes and all calls', () => {
  expect(namesUnder('### 属性').sort()).toEqual([...ATTRIBUTES].sort())
  expect(namesUnder('## 工具')).toEqual(OPERATIONS.map(({ name }) => name))
})
