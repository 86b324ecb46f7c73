import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { READ_LIMITS } from './reader.ts'
import { readSource } from './readSource.ts'
import { FORMAT_SIGNATURES } from './signature.ts'

const TEXT = `关于支持新医药产业高质量发展的若干措施
一、营造创新发展环境
（一）深化审评审批制度改革。积极争取纳入国家药品补充申请审评审批程序改革试点，提高省药监局药品监管能力。
`
const TRADITIONAL = '關於全面深化藥品醫療器械監管改革的實施意見。為貫徹落實國家部署要求，制定如下實施意見。'

/** Encodes by inverting the platform's decoder; ASCII stays. */
function encoder(label: 'gb18030' | 'big5'): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label)
  const codes = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && !codes.has(character)) codes.set(character, [lead, trail])
    }
  }
  return (text) =>
    Uint8Array.from([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : (codes.get(c) ?? [0x3f]))))
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

const gbk = encoder('gb18030')
const big5 = encoder('big5')
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')

async function codeOf(bytes: Uint8Array, textBytes = READ_LIMITS.textBytes): Promise<string> {
  try {
    await readSource({ name: 'a.txt', bytes }, { ocr: false, limits: { ...READ_LIMITS, textBytes } })
    return 'read'
  } catch (error) {
    if (error instanceof ZhengmaiError) return error.code
    throw error
  }
}

describe('readSource', () => {
  it.each([
    ['UTF-8', utf8(TEXT), 'utf-8', TEXT],
    ['UTF-8 with mark', utf8(`\ufeff${TEXT}`), 'utf-8', TEXT],
    ['UTF-8 of a few characters', utf8('市'), 'utf-8', '市'],
    ['GBK', gbk(TEXT), 'gb18030', TEXT],
    ['GBK of 12 characters', gbk('关于印发实施方案的通知。'), 'gb18030', '关于印发实施方案的通知。'],
    ['GBK, Traditional', gbk(TRADITIONAL), 'gb18030', TRADITIONAL],
    ['Big5', big5(TRADITIONAL), 'big5', TRADITIONAL],
    ['UTF-16LE with mark', utf16(`\ufeff${TEXT}`, false), 'utf-16le', TEXT],
    ['UTF-16BE with mark', utf16(`\ufeff${TEXT}`, true), 'utf-16be', TEXT],
    ['bare UTF-16LE', utf16(TEXT, false), 'utf-16le', TEXT],
    ['bare UTF-16BE', utf16(TEXT, true), 'utf-16be', TEXT],
    ['ASCII', utf8('plain text'), 'utf-8', 'plain text'],
  ])('%s', async (_, bytes, encoding, text) => {
    const source = await readSource({ name: 'a.txt', bytes })
    expect(source).toMatchObject({ name: 'a.txt', mediaType: 'text/plain', encoding, text, notices: [] })
    expect(source.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(source.bytes).toBe(bytes)
  })

  it.each([
    ['no bytes', new Uint8Array(), 'FILE_EMPTY'],
    ['white space', utf8(' \n\u3000\r\n'), 'FILE_EMPTY'],
    ['a mark only', utf8('\ufeff'), 'FILE_EMPTY'],
    ['NUL bytes', Uint8Array.from([0x61, 0, 0, 0, 0x62, 0, 1, 2]), 'FILE_BINARY'],
    [
      'control characters',
      Uint8Array.from(Array.from({ length: 300 }, (_, i) => (i % 2 ? 0x41 : 0x02))),
      'FILE_BINARY',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  it.each(FORMAT_SIGNATURES)('refuses a broken file that begins like $name', async ({ magic }) => {
    const bytes = Uint8Array.from([...magic, ...utf8('1.7\n%')])
    expect(await codeOf(bytes)).toMatch(/^FILE_(?:UNSUPPORTED|UNDECODABLE|EMPTY)$/)
  })

  it('refuses more than the limit', async () => {
    expect(await codeOf(utf8(TEXT), 10)).toBe('FILE_TOO_LARGE')
    expect(await codeOf(utf8(TEXT), 10_000)).toBe('read')
  })

  it.each([
    ['UTF-8', utf8(TEXT.trimEnd()).subarray(0, -1)],
    ['GBK', gbk(TEXT.trimEnd()).subarray(0, -1)],
  ])('reads a file in %s that ends inside a character, and says so', async (_, bytes) => {
    const source = await readSource({ name: 'a.txt', bytes })
    expect(source.text).toBe(TEXT.trimEnd().slice(0, -1))
    expect(source.notices).toMatchObject([{ code: 'read/truncated', severity: 'WARNING', span: null }])
  })

  it('names the place of a broken character', async () => {
    const bytes = Buffer.concat([utf8('关于'), Buffer.of(0xe4), utf8(TEXT)])
    const source = await readSource({ name: 'a.txt', bytes })
    expect(source.text).toBe(`关于\ufffd${TEXT}`)
    expect(source.notices).toMatchObject([{ code: 'read/undecodable', message: '第 3 个字符无法解码。' }])
  })

  it('reads any bytes or refuses them with a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const code = await codeOf(bytes)
        expect(code === 'read' || code.startsWith('FILE_')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
