import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSandbox, type Sandbox } from '../support/cli.ts'
import { policyText } from '../support/policyText.ts'

let sandbox: Sandbox
let other: Sandbox
beforeAll(async () => {
  sandbox = openSandbox()
  other = openSandbox()
  for (const serial of [8, 9]) {
    writeFileSync(
      join(sandbox.folder, `${serial}.txt`),
      policyText({ serial, title: `支持中医药发展措施之${serial}` }),
    )
  }
  expect(await sandbox.run(['ingest', '8.txt', '9.txt'])).toMatchObject({ status: 0 })
})
afterAll(() => {
  sandbox.remove()
  other.remove()
})

const bytesOf = (box: Sandbox, name: string) => readFileSync(join(box.folder, name))
const FIRST = 'cn/330600/绍政办发/2023/8'

describe('an archive', () => {
  it('goes into another installation and comes out the same', async () => {
    const exported = await sandbox.run(['export', 'all.zip', '--json'])
    expect(JSON.parse(exported.out)).toMatchObject({
      path: 'all.zip',
      format: 'zip',
      archive: { documents: 2 },
    })
    writeFileSync(join(other.folder, 'all.zip'), bytesOf(sandbox, 'all.zip'))
    const imported = await other.run(['import', 'all.zip', '--json'])
    expect(imported.status).toBe(0)
    const { documents } = JSON.parse(imported.out) as { documents: { outcome: string }[] }
    expect(documents.map(({ outcome }) => outcome)).toEqual(['created', 'created'])
    expect((await other.run(['export', 'again.zip'])).status).toBe(0)
    expect(bytesOf(other, 'again.zip').equals(bytesOf(sandbox, 'all.zip'))).toBe(true)
    const twice = await other.run(['import', 'all.zip'])
    expect(twice.out).toContain('新增 0 份，更新 0 份，已有 2 份')
  })

  it('holds the documents asked for', async () => {
    expect((await sandbox.run(['export', 'one.zip', '--documents', '绍政办发〔2023〕8号'])).status).toBe(0)
    const third = openSandbox()
    writeFileSync(join(third.folder, 'one.zip'), bytesOf(sandbox, 'one.zip'))
    expect((await third.run(['import', 'one.zip'])).out).toContain(FIRST)
    const status = JSON.parse((await third.run(['status', '--json'])).out) as { documents: number }
    third.remove()
    expect(status.documents).toBe(1)
  })

  it('is refused when it is cut, and the store is not even made', async () => {
    await sandbox.run(['export', 'whole.zip'])
    const fresh = openSandbox()
    const whole = bytesOf(sandbox, 'whole.zip')
    writeFileSync(join(fresh.folder, 'cut.zip'), whole.subarray(0, whole.length / 2))
    const result = await fresh.run(['import', 'cut.zip'])
    expect([result.status, result.out]).toEqual([1, ''])
    expect(result.err).toContain('错误 ARCHIVE_DAMAGED: ')
    expect((await fresh.run(['status'])).err).toContain('STORE_UNREADABLE')
    fresh.remove()
  })
})

describe('files for other programs', () => {
  it.each([
    ['targets.csv', ['--list', 'targets'], '300'],
    ['duties.md', ['--list', 'responsibilities', '--role', '牵头', '--lang', 'en'], '| Agency |'],
    ['all.jsonld', [], '"eli:LegalResource"'],
    ['all.nq', [], '<http://data.europa.eu/eli/ontology#number>'],
    ['all.graphml', [], '<graphml xmlns='],
    ['near.gexf', ['--focus', FIRST, '--depth', '1'], '<gexf version='],
  ])('%s', async (name, flags, expected) => {
    const { status, err } = await sandbox.run(['export', name, ...flags])
    expect([status, err.includes('错误')]).toEqual([0, false])
    expect(bytesOf(sandbox, name).toString('utf8')).toContain(expected)
  })

  it('is a workbook', async () => {
    expect((await sandbox.run(['export', 'clauses.xlsx', '--list', 'clauses'])).status).toBe(0)
    expect(bytesOf(sandbox, 'clauses.xlsx').subarray(0, 2).toString()).toBe('PK')
  })

  it('goes to standard output', async () => {
    const { status, out } = await sandbox.run(['export', '-', '--format', 'csv', '--list', 'documents'])
    expect(status).toBe(0)
    expect(out).toContain('绍政办发〔2023〕8号')
    expect(out.startsWith('\ufeff编号,标题')).toBe(true)
  })
})

describe('wrong use', () => {
  it.each([
    ['a name that says no format', ['export', 'file'], 2, 'BAD_INPUT'],
    ['a table without a list', ['export', 'a.csv'], 2, 'BAD_INPUT'],
    ['a list in an archive', ['export', 'a.zip', '--list', 'targets'], 2, 'BAD_INPUT'],
    ['an archive on standard output', ['export', '-', '--format', 'zip'], 2, 'BAD_INPUT'],
    [
      'a filter that the list has not',
      ['export', 'a.csv', '--list', 'wanted', '--level', '市'],
      2,
      'BAD_INPUT',
    ],
    ['a list that is not there', ['export', 'a.csv', '--list', 'verses'], 2, 'BAD_INPUT'],
    ['an unknown document', ['export', 'a.zip', '--documents', 'cn/1'], 1, 'NOT_FOUND'],
    ['a folder that is not there', ['export', 'none/a.zip'], 1, 'FILE_NOT_FOUND'],
    ['an archive that is not there', ['import', 'none.zip'], 1, 'FILE_NOT_FOUND'],
  ])('%s', async (_, words, expected, code) => {
    const { status, out, err } = await sandbox.run(words)
    expect([status, out]).toEqual([expected, ''])
    expect(err).toContain(`错误 ${code}: `)
  })
})
