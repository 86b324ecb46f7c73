import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packOle, printDoc } from '../../test/support/formats/printDoc.ts'
import { READ_OPTIONS } from './reader.ts'
import { readSource } from './readSource.ts'

const TEXT = '关于支持种业的“通知”\r一、加大投入。\r序号\x07任务\x07'
const options = { ...READ_OPTIONS, ocr: false }
const read = (bytes: Uint8Array) => readSource({ name: 'a.doc', bytes }, options)

/** The file with the sector chain at `index` leading to `next`. */
function chained(index: number, next: number): Uint8Array {
  const bytes = Buffer.from(printDoc(TEXT))
  bytes.writeInt32LE(next, 512 + index * 4)
  return bytes
}

function encrypted(): Uint8Array {
  const bytes = Buffer.from(printDoc(TEXT))
  bytes.writeUInt16LE(0x100, bytes.indexOf(Buffer.of(0xec, 0xa5)) + 10)
  return bytes
}

describe('DOC', () => {
  it('gives paragraphs and cells, with Chinese quotation marks', async () => {
    const source = await read(printDoc(TEXT))
    expect(source).toMatchObject({ mediaType: 'application/msword', layout: 'paragraphs' })
    expect(source.text).toBe('关于支持种业的“通知”\n一、加大投入。\n序号\t任务')
    expect(source.notices).toMatchObject([{ code: 'read/numbering' }])
  })

  const stream = Buffer.alloc(4096)
  it.each([
    ['an encrypted package', packOle({ EncryptedPackage: stream }), 'FILE_UNSUPPORTED', '加密'],
    ['an encrypted document', encrypted(), 'FILE_UNSUPPORTED', '已加密'],
    ['a spreadsheet', packOle({ Workbook: stream }), 'FILE_UNSUPPORTED', 'XLS'],
    ['an unknown container', packOle({ Other: stream }), 'FILE_UNSUPPORTED', '97'],
    ['a stream without a document', packOle({ WordDocument: stream }), 'FILE_UNDECODABLE', '损坏'],
    ['a chain of sectors without end', chained(4, 2), 'FILE_UNDECODABLE', '损坏'],
    ['a chain that leads to itself', chained(3, 3), 'FILE_UNDECODABLE', '损坏'],
    ['no text', printDoc('\r'), 'FILE_EMPTY', '没有文字'],
  ])('refuses %s', async (_, bytes, code, words) => {
    await expect(read(bytes)).rejects.toMatchObject({ code, message: expect.stringContaining(words) })
  })

  it('reads damaged bytes or refuses them with a code', async () => {
    const whole = printDoc(TEXT)
    // the header, the table of chains, the directory and the head of the main stream
    const places = fc.integer({ min: 8, max: 512 * 7 })
    const changes = fc.array(fc.tuple(places, fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 20,
    })
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of list) bytes[at] = value
        const outcome = await read(bytes).catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toMatchObject({ code: expect.stringMatching(/^FILE_/) })
      }),
      { numRuns: 300 },
    )
  })
})
