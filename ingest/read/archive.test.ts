import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { encodeGbk } from '../../test/support/formats/encodeGbk.ts'
import { packDocx, paragraph } from '../../test/support/formats/printDocx.ts'
import { openArchive } from './archive.ts'
import { expandArchive, isArchive } from './expandArchive.ts'
import { READ_LIMITS, READ_OPTIONS } from './reader.ts'
import { readSource } from './readSource.ts'

const text = strToU8('关于印发实施方案的通知')
const file = (bytes: Uint8Array, name = 'a.zip') => ({ name, bytes })

/** A ZIP of one stored file whose name is in GBK without the mark of UTF-8, as Windows in China writes it. */
function zipWithGbkName(name: string): Uint8Array {
  const ascii = 'x'.repeat(encodeGbk(name).length)
  const bytes = Buffer.from(zipSync({ [ascii]: [text, { level: 0 }] }))
  for (let at = bytes.indexOf(ascii); at >= 0; at = bytes.indexOf(ascii, at + 1)) {
    bytes.set(encodeGbk(name), at)
  }
  return bytes
}

/** The archive with one byte of each central entry changed. */
function patched(bytes: Uint8Array, offset: number, change: (value: number) => number): Uint8Array {
  const copy = Buffer.from(bytes)
  const entry = copy.indexOf(Buffer.of(0x50, 0x4b, 1, 2))
  copy[entry + offset] = change(copy[entry + offset]!)
  return copy
}

async function codeOf(bytes: Uint8Array, name = 'a.docx', limits = READ_LIMITS): Promise<string> {
  return readSource({ name, bytes }, { ...READ_OPTIONS, limits }).then(
    () => 'read',
    (error) => error.code,
  )
}

describe('openArchive', () => {
  it('reads names in UTF-8 and in GBK', () => {
    expect(openArchive(file(zipSync({ '通知/甲.txt': text })), READ_LIMITS).parts[0]?.path).toBe(
      '通知/甲.txt',
    )
    expect(openArchive(file(zipWithGbkName('通知/市政府文件.txt')), READ_LIMITS).parts[0]?.path).toBe(
      '通知/市政府文件.txt',
    )
  })

  it('finds parts whatever the case and the slashes', () => {
    const archive = openArchive(file(zipSync({ 'Doc_0\\Pages\\Content.XML': text })), READ_LIMITS)
    const part = archive.find('/doc_0/pages/content.xml')!
    expect(Buffer.from(archive.unpack(part)).equals(text)).toBe(true)
  })
})

describe('bad containers', () => {
  const good = packDocx(paragraph('甲'))
  const bare = zipSync({ 'word/document.xml': strToU8('<document><body/></document>') })
  const bomb = packDocx(paragraph('甲'), { 'word/numbering.xml': `<w:n>${' '.repeat(8_000_000)}</w:n>` })
  const nested = `<a>${'<b>'.repeat(5000)}${'</b>'.repeat(5000)}</a>`
  it.each([
    ['a whole document', good, 'read'],
    ['a document cut off', good.subarray(0, good.length - 40), 'FILE_UNDECODABLE'],
    ['a part that is damaged', patched(bare, 16, (value) => value ^ 1), 'FILE_UNDECODABLE'],
    ['a part that is longer than it says', patched(bare, 24, (value) => value - 1), 'FILE_UNDECODABLE'],
    ['a zip bomb', bomb, 'FILE_TOO_LARGE'],
    [
      'external entities',
      packDocx(paragraph('甲'), {
        'word/styles.xml': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
      }),
      'FILE_UNSUPPORTED',
    ],
    ['an unknown entity', packDocx(paragraph('&e;')), 'FILE_UNDECODABLE'],
    ['broken XML', packDocx('<w:p>'), 'FILE_UNDECODABLE'],
    ['elements nested without end', packDocx('', { 'word/styles.xml': nested }), 'FILE_UNDECODABLE'],
    ['no text', packDocx(paragraph('　')), 'FILE_EMPTY'],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': text }), 'FILE_UNSUPPORTED'],
    ['slides', zipSync({ 'ppt/presentation.xml': text }), 'FILE_UNSUPPORTED'],
    ['an archive of files', zipSync({ 'a.txt': text }), 'FILE_UNSUPPORTED'],
    [
      'an OFD without its parts',
      zipSync({ 'OFD.xml': strToU8('<OFD><DocBody/></OFD>') }),
      'FILE_UNDECODABLE',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  it('an encrypted body is named as such', async () => {
    const bytes = zipSync({ 'word/document.xml': text })
    await expect(readSource(file(patched(bytes, 8, (value) => value | 1)))).rejects.toThrow('已加密')
  })

  it('keeps to the budget over all parts', async () => {
    expect(await codeOf(good, 'a.docx', { ...READ_LIMITS, unpackedBytes: 200 })).toBe('FILE_TOO_LARGE')
  })

  it('names a spreadsheet', async () => {
    await expect(readSource(file(zipSync({ 'xl/workbook.xml': text }), 'b.xlsx'))).rejects.toThrow(
      /“b.xlsx”是 电子表格（XLSX） 格式，不支持/,
    )
  })
})

describe('expandArchive', () => {
  const members = (entries: Parameters<typeof zipSync>[0], limits = READ_LIMITS) =>
    [...expandArchive(file(zipSync(entries)), (path) => /\.(?:txt|docx)$/.test(path), limits)].map(
      ({ path, file: taken, reason, error }) =>
        `${path} ${taken === null ? (reason ?? error?.code) : taken.bytes.length}`,
    )

  it('gives each file, and says why not', () => {
    expect(
      members({
        'd/a.txt': text,
        'b.bin': text,
        '__MACOSX/d/a.txt': text,
        'c.zip': zipSync({ 'a.txt': text }),
        'e.txt': zipSync({ 'a.txt': text }),
        'f.docx': packDocx(paragraph('甲')),
      }).map((line) => line.replace(/ \d+$/, ' bytes')),
    ).toEqual([
      'a.zip/d/a.txt bytes',
      'a.zip/b.bin 不支持的文件类型',
      'a.zip/__MACOSX/d/a.txt 隐藏文件',
      'a.zip/c.zip FILE_UNSUPPORTED',
      'a.zip/e.txt FILE_UNSUPPORTED',
      'a.zip/f.docx bytes',
    ])
  })

  it('goes on after a bomb', () => {
    expect(members({ 'a.txt': new Uint8Array(8_000_000), 'b.txt': text })).toEqual([
      'a.zip/a.txt FILE_TOO_LARGE',
      `a.zip/b.txt ${text.length}`,
    ])
  })

  it('refuses more files than the limit', () => {
    expect(() => members({ 'a.txt': text, 'b.txt': text }, { ...READ_LIMITS, archiveFiles: 1 })).toThrow(
      '超过上限 1 个',
    )
  })

  it('does not take a document for an archive', () => {
    expect([packDocx(''), zipSync({ 'a.txt': text }), text].map((bytes) => isArchive(file(bytes)))).toEqual([
      ...[false, true, false],
    ])
  })
})
