import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OTHER_USER, openSandbox, type Sandbox } from '../support/cli.ts'
import { policyText } from '../support/policyText.ts'

/** A chapter of a tale: sentences, but no form of an official document. */
const TALE = '话说天下大势，分久必合，合久必分。次日天明，众人上路，行了三十余里，见一酒肆。\n'.repeat(30)
const PNG_HEAD = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const GIF = Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')
const NOISE = Buffer.from(Array.from({ length: 4096 }, (_, index) => ((index * 7919 + 13) % 251) % 32))

let sandbox: Sandbox
beforeAll(() => {
  sandbox = openSandbox()
})
afterAll(() => sandbox.remove())

function write(name: string, content: string | Uint8Array): string {
  const path = join(sandbox.folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return name
}

/** One line of standard error, with its code. */
const reasonOf = (code: string) => new RegExp(`^错误 ${code}: [^\\n]+\\n$`)

describe('parse', () => {
  it.each<[string, string, () => string]>([
    ['an empty file', 'FILE_EMPTY', () => write('empty.txt', '')],
    ['white space', 'FILE_EMPTY', () => write('blank.txt', ' \n\u3000\n')],
    ['binary data', 'FILE_BINARY', () => write('noise.txt', NOISE)],
    ['a picture that is named a text', 'FILE_UNSUPPORTED', () => write('picture.txt', GIF)],
    ['text that is no official document', 'NOT_A_DOCUMENT', () => write('tale.txt', TALE)],
    ['a file that is not there', 'FILE_NOT_FOUND', () => 'none.txt'],
    [
      'a text of 50 MB',
      'FILE_TOO_LARGE',
      () => {
        const name = write('big.txt', policyText())
        truncateSync(join(sandbox.folder, name), 50 * 1024 * 1024)
        return name
      },
    ],
  ])('refuses %s', async (_what, code, make) => {
    const { status, out, err } = await sandbox.run(['parse', make()])
    expect([status, out]).toEqual([1, ''])
    expect(err).toMatch(reasonOf(code))
  })

  it('reads a text that ends inside a character, and says so', async () => {
    const bytes = Buffer.from(policyText())
    const name = write('cut.txt', bytes.subarray(0, bytes.lastIndexOf(Buffer.from('监管局')) + 4))
    const { status, out, err } = await sandbox.run(['parse', name])
    expect([status, err]).toEqual([0, ''])
    const { notices } = JSON.parse(out) as { notices: { code: string }[] }
    expect(notices.map((notice) => notice.code)).toContain('read/truncated')
  })

  it('prints one JSON object on standard output', async () => {
    const { status, out, err } = await sandbox.run(['parse', write('good.txt', policyText())])
    expect([status, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({
      document: { number: '绍政办发〔2023〕8号', issuedOn: '2023-03-15', level: '市' },
      clauses: [{ label: '（一）' }, { label: '（二）' }, { label: '（三）' }],
    })
  })

  it('leaves a scan unread with --no-ocr', async () => {
    const { status, err } = await sandbox.run(['parse', write('scan.png', PNG_HEAD), '--no-ocr'])
    expect(status).toBe(1)
    expect(err).toMatch(reasonOf('FILE_UNSUPPORTED'))
    expect(err).toContain('没有启用')
  })

  it('takes one file only', async () => {
    write('two/a.txt', policyText())
    write('two/b.txt', policyText())
    const { status, err } = await sandbox.run(['parse', 'two'])
    expect(status).toBe(2)
    expect(err).toMatch(reasonOf('BAD_INPUT'))
  })
})

interface Outcome {
  reports: { name: string; outcome: string; documentId: string | null; error: { code: string } | null }[]
  leftOut: { path: string; reason: string }[]
}

describe('ingest', () => {
  it('reads what it can of a mixed folder and names the rest', async () => {
    write('mixed/1-good.txt', policyText())
    write('mixed/2-empty.txt', '')
    write('mixed/3-noise.txt', NOISE)
    write('mixed/4-tale.txt', TALE)
    write('mixed/5-picture.gif', GIF)
    write('mixed/.hidden.txt', policyText({ serial: 9 }))
    write('mixed/sub/6-good.txt', policyText({ serial: 10, title: '支持医疗器械产业发展的若干措施' }))
    symlinkSync('..', join(sandbox.folder, 'mixed/sub/up'))
    const { status, out, err } = await sandbox.run(['ingest', 'mixed', '--json'])
    expect(status).toBe(1)
    const { reports, leftOut } = JSON.parse(out) as Outcome
    expect(reports.map((report) => [report.name, report.error?.code ?? report.outcome])).toEqual([
      ['mixed/1-good.txt', 'created'],
      ['mixed/2-empty.txt', 'FILE_EMPTY'],
      ['mixed/3-noise.txt', 'FILE_BINARY'],
      ['mixed/4-tale.txt', 'NOT_A_DOCUMENT'],
      ['mixed/sub/6-good.txt', 'created'],
    ])
    expect(leftOut.map((item) => item.path)).toEqual([
      'mixed/.hidden.txt',
      'mixed/5-picture.gif',
      'mixed/sub/up',
    ])
    for (const code of ['FILE_EMPTY', 'FILE_BINARY', 'NOT_A_DOCUMENT'])
      expect(err).toContain(`错误 ${code}: mixed/`)
    const after = JSON.parse((await sandbox.run(['status', '--json'])).out) as {
      documents: number
      clauses: number
    }
    expect(after).toMatchObject({ documents: 2, clauses: 6 })
  })

  it('changes nothing when the same bytes come again, and replaces when they differ', async () => {
    const name = write('again.txt', policyText({ serial: 20 }))
    const outcomeOf = async () => {
      const { out } = await sandbox.run(['ingest', name, '--json'])
      return (JSON.parse(out) as Outcome).reports.map((report) => report.outcome)
    }
    expect(await outcomeOf()).toEqual(['created'])
    expect(await outcomeOf()).toEqual(['unchanged'])
    write('again.txt', policyText({ serial: 20 }).replace('最高300万元', '最高500万元'))
    expect(await outcomeOf()).toEqual(['replaced'])
  })

  it('takes a file once that is named twice', async () => {
    const name = write('twice.txt', policyText({ serial: 21 }))
    const { status, out } = await sandbox.run(['ingest', name, `./${name}`, 'twice*'])
    expect(status).toBe(0)
    expect(out).toContain('重复给出，只读一次')
    expect(out).toContain('共 1 个文件：新收录 1')
  })

  it('goes on after a path that gives nothing', async () => {
    const name = write('later.txt', policyText({ serial: 22 }))
    const { status, out, err } = await sandbox.run(['ingest', 'none.txt', name])
    expect(status).toBe(1)
    expect(err).toContain('错误 FILE_NOT_FOUND: none.txt：')
    expect(out).toContain('共 2 个文件：新收录 1，已更新 0，未变 0，失败 1')
  })

  it('deletes by number, once', async () => {
    await sandbox.run(['ingest', write('gone.txt', policyText({ serial: 23 }))])
    expect(await sandbox.run(['delete', '绍政办发[2023]23号'])).toMatchObject({ status: 0 })
    const again = await sandbox.run(['delete', '绍政办发[2023]23号'])
    expect(again.status).toBe(1)
    expect(again.err).toMatch(reasonOf('NOT_FOUND'))
  })
})

describe('permissions', () => {
  it('names a file that may not be read', async (context) => {
    const uid = process.getuid?.() === 0 ? OTHER_USER : undefined
    const name = write('locked.txt', policyText())
    chmodSync(join(sandbox.folder, name), 0)
    chmodSync(sandbox.folder, 0o755)
    const options = uid === undefined ? {} : { uid }
    const program = await sandbox.run(['--version'], options).catch(() => ({ status: null }))
    if (program.status !== 0) context.skip('another user cannot read this checkout')
    const { status, out, err } = await sandbox.run(['parse', name], options)
    expect([status, out]).toEqual([1, ''])
    expect(err).toMatch(reasonOf('FILE_UNREADABLE'))
  })

  it('names a data folder that may not be written', async (context) => {
    const uid = process.getuid?.() === 0 ? OTHER_USER : undefined
    const options = uid === undefined ? {} : { uid }
    chmodSync(sandbox.folder, 0o555)
    const program = await sandbox.run(['--version'], options).catch(() => ({ status: null }))
    if (program.status !== 0) context.skip('another user cannot read this checkout')
    const other = openSandbox()
    mkdirSync(join(other.folder, 'data'))
    chmodSync(other.folder, 0o755)
    chmodSync(join(other.folder, 'data'), 0o555)
    const { status, err } = await other.run(['ingest', 'none.txt'], options)
    chmodSync(sandbox.folder, 0o755)
    other.remove()
    expect(status).toBe(1)
    expect(err).toMatch(/错误 STORE_UNREADABLE: /)
  })
})

it('wrong use ends with status 2 and nothing on standard output', async () => {
  const { status, out, err } = await sandbox.run(['ingest'])
  expect([status, out]).toEqual([2, ''])
  expect(err).toMatch(reasonOf('BAD_INPUT'))
})

it('model fetch says what was tried where there is no source', async () => {
  const { status, out, err } = await sandbox.run(['model', 'fetch'])
  expect([status, out]).toEqual([1, ''])
  expect(err).toContain('错误 MODEL_NOT_FOUND: ')
  for (const source of ['models', '127.0.0.1:9', 'Maven']) expect(err).toContain(source)
})

it('doctor finds a fresh installation usable', async () => {
  const other = openSandbox()
  const { status, out } = await other.run(['doctor', '--json'])
  other.remove()
  const checks = JSON.parse(out) as { name: string; ok: boolean; optional: boolean }[]
  expect(checks.filter((check) => !check.ok && !check.optional)).toEqual([])
  expect(checks.find((check) => check.name.startsWith('模型'))).toMatchObject({ ok: false, optional: true })
  expect(status).toBe(0)
})

it('a store that is not there yet is no crash', async () => {
  const other = openSandbox()
  const { status, err } = await other.run(['search', '药品'])
  other.remove()
  expect(status).toBe(1)
  expect(err).toMatch(reasonOf('STORE_UNREADABLE'))
})
