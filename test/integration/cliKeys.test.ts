/** Keys from the command line, beside a running service. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSandbox, type Sandbox, waitForText } from '../support/cli.ts'

let sandbox: Sandbox
beforeAll(() => {
  sandbox = openSandbox({ ZHENGMAI_READERS: 'keys', ZHENGMAI_OCR: 'off' })
})
afterAll(() => sandbox.remove())

describe('a service that needs keys', () => {
  it.each([
    [['serve', '--port', '0'], 'ZHENGMAI_READERS=keys'],
    [['serve', '--port', '0', '--host', '0.0.0.0'], '必须设置，或先用 zhengmai key add 建立密钥'],
  ])('does not start without one: %j', async (words, reason) => {
    const { status, out, err } = await sandbox.run(words)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain('CONFIG_INVALID')
    expect(err).toContain(reason)
    expect(existsSync(join(sandbox.folder, 'data', 'zhengmai.db'))).toBe(false)
  })

  it('takes keys that are made and revoked while it runs', async () => {
    const first = await sandbox.run(['key', 'add', '助手'])
    expect(first).toMatchObject({ status: 0, out: expect.stringMatching(/^zm_[\w-]{43}\n$/) })
    const service = sandbox.start(['serve', '--port', '0'])
    try {
      const url = await readyUrl(service)
      const status = async (key: string | null) => {
        const headers = key === null ? {} : { authorization: `Bearer ${key.trim()}` }
        return (await fetch(`${url}/export/documents.csv`, { headers })).status
      }
      expect(await status(null)).toBe(401)
      expect(await status(first.out)).toBe(200)
      const made = await sandbox.run([
        'key',
        'add',
        'desk',
        '--scope',
        'read,ingest',
        '--rate',
        '1000',
        '--json',
      ])
      const { name, key } = JSON.parse(made.out) as { name: string; key: string }
      expect(name).toBe('desk')
      expect(await status(key)).toBe(200)
      const listed = await sandbox.run(['key', 'list', '--json'])
      expect(JSON.parse(listed.out)).toMatchObject([
        { name: '助手', scopes: ['read'], ratePerMinute: null },
        { name: 'desk', scopes: ['read', 'ingest'], ratePerMinute: 1000 },
      ])
      expect(listed.out).not.toContain(key)
      expect(await sandbox.run(['key', 'revoke', 'desk'])).toMatchObject({
        status: 0,
        out: '已撤销 desk，还有 1 个密钥\n',
      })
      expect(await status(key)).toBe(401)
      expect(await status(first.out)).toBe(200)
    } finally {
      service.kill('SIGTERM')
      await once(service, 'close')
    }
  }, 120_000)

  it('has all of it in the audit log', async () => {
    const { out } = await sandbox.run(['audit', '--json'])
    expect(
      (JSON.parse(out) as { what: string; target: string; by: string; result: string }[]).map((line) => [
        line.what,
        line.target,
        line.result,
      ]),
    ).toEqual([
      ['key-revoke', 'desk', 'done'],
      ['key-add', 'desk read,ingest', 'done'],
      ['key-add', '助手 read', 'done'],
    ])
    expect(readFileSync(join(sandbox.folder, 'data', 'audit.jsonl'), 'utf8')).not.toContain('zm_')
  })

  it.each<[readonly string[], number, string]>([
    [['key', 'add', '助手'], 2, 'BAD_INPUT'],
    [['key', 'add', 'a b'], 2, 'BAD_INPUT'],
    [['key', 'add', 'x', '--scope', 'root'], 2, 'BAD_INPUT'],
    [['key', 'add', 'x', '--rate', '0'], 2, '应为 1 至'],
    [['key', 'revoke', 'nobody'], 1, 'NOT_FOUND'],
  ])('refuses %j', async (words, status, reason) => {
    const result = await sandbox.run(words)
    expect([result.status, result.out]).toEqual([status, ''])
    expect(result.err).toContain(reason)
  })
})

async function readyUrl(service: ChildProcessWithoutNullStreams): Promise<string> {
  const url = (await waitForText(service, /http:\/\/[\d.]+:\d+(?=\s)/)).trim()
  while ((await fetch(`${url}/healthz`)).status !== 200) await setTimeout(100)
  return url
}
