import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openAuditLog, readAuditLog } from './audit.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhengmai-audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let logs = 0
function newPath(): string {
  logs += 1
  return join(folder, `${logs}`, 'audit.jsonl')
}
const entry = (target: string) => ({
  by: 'a',
  address: null,
  what: 'delete' as const,
  target,
  result: 'done',
})

describe('openAuditLog', () => {
  it('writes a line a change, for the owner alone', async () => {
    const path = newPath()
    const log = openAuditLog(path, { now: () => new Date('2026-01-02T03:04:05Z') })
    await log.record(entry('甲\n"乙"'))
    await log.record(entry('丙'))
    expect(await readAuditLog(path, 10)).toEqual([
      { at: '2026-01-02T03:04:05.000Z', ...entry('丙') },
      { at: '2026-01-02T03:04:05.000Z', ...entry('甲\n"乙"') },
    ])
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(2)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('puts full logs aside, the oldest go', async () => {
    const path = newPath()
    const log = openAuditLog(path, { largest: 1 })
    for (let count = 0; count < 12; count += 1) await log.record(entry(`${count}`))
    expect(readdirSync(join(path, '..')).sort()).toEqual([
      ...Array.from({ length: 8 }, (_, age) => `audit.${age + 1}.jsonl`),
      'audit.jsonl',
    ])
    const targets = (await readAuditLog(path, 100)).map(({ target }) => target)
    expect(targets).toEqual(['11', '10', '9', '8', '7', '6', '5', '4', '3'])
    expect((await readAuditLog(path, 2)).map(({ target }) => target)).toEqual(['11', '10'])
  })

  it('loses nothing where several write and put aside at once', async () => {
    const path = newPath()
    const writers = [1, 2, 3].map(() => openAuditLog(path, { largest: 600 }))
    await Promise.all(writers.flatMap((log, w) => [0, 1, 2, 3, 4].map((n) => log.record(entry(`${w}${n}`)))))
    expect((await readAuditLog(path, 100)).map(({ target }) => target).sort()).toEqual(
      [0, 1, 2].flatMap((w) => [0, 1, 2, 3, 4].map((n) => `${w}${n}`)),
    )
  })

  it('cuts what is long, and does not stumble over a torn line', async () => {
    const path = newPath()
    await openAuditLog(path).record(entry('长'.repeat(9_000)))
    appendFileSync(path, '{"at":"20')
    const [only, ...others] = await readAuditLog(path, 10)
    expect(only?.target).toHaveLength(501)
    expect(others).toEqual([])
  })

  it('tells of a fault and goes on', async () => {
    const faults: unknown[] = []
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    await openAuditLog(join(file, 'audit.jsonl'), { onFault: (error) => faults.push(error) }).record(
      entry('x'),
    )
    expect(faults).toHaveLength(1)
  })

  it('takes over a lock that a process left', async () => {
    const path = newPath()
    const log = openAuditLog(path)
    await log.record(entry('1'))
    writeFileSync(`${path}.lock`, '')
    const before = new Date(Date.now() - 60_000)
    utimesSync(`${path}.lock`, before, before)
    await log.record(entry('2'))
    expect(await readAuditLog(path, 10)).toHaveLength(2)
  })

  it('is empty before the first change', async () => {
    expect(await readAuditLog(newPath(), 10)).toEqual([])
  })
})
