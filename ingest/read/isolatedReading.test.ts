import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { INVENTED } from '../../test/support/formats/inventedDocument.ts'
import { packDocx, printDocx } from '../../test/support/formats/printDocx.ts'
import { PAGE_STYLES, printHtml } from '../../test/support/formats/printHtml.ts'
import { printText } from '../../test/support/formats/printText.ts'
import { buildPdf } from '../../test/support/pdf.ts'
import type { InputFile } from '../values.ts'
import { type IsolatedReading, openIsolatedReading } from './isolatedReading.ts'
import { READ_OPTIONS, type ReadLimits, type ReadOptions } from './reader.ts'
import { readSource } from './readSource.ts'

const MIB = 1024 * 1024
const fileOf = (name: string, content: Uint8Array | string): InputFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
})
const limited = (limits: Partial<ReadLimits>): ReadOptions => ({
  ...READ_OPTIONS,
  limits: { ...READ_OPTIONS.limits, ...limits },
})
const DOCX = fileOf('方案.docx', printDocx(INVENTED))

let reading: IsolatedReading
beforeEach(() => {
  reading = openIsolatedReading()
})
afterEach(() => reading.close())

describe('reading in a process of its own', () => {
  it.each([
    ['plain text', fileOf('方案.txt', printText(INVENTED))],
    ['a page of HTML', fileOf('方案.html', printHtml(INVENTED, PAGE_STYLES[0]!))],
    ['DOCX', DOCX],
  ])('gives the same as in this one: %s', async (_, file) => {
    expect(await reading.read(file, READ_OPTIONS)).toEqual(await readSource(file, READ_OPTIONS))
  })

  it.each([
    ['a broken DOCX', fileOf('坏.docx', printDocx(INVENTED).subarray(0, 900)), 'FILE_UNDECODABLE'],
    ['a spreadsheet of old', fileOf('表.rtf', '{\\rtf1 }'), 'FILE_UNSUPPORTED'],
    ['a PDF without a page', fileOf('空.pdf', '%PDF-1.4\n%%EOF'), 'FILE_UNDECODABLE'],
    ['an empty file', fileOf('空.txt', ''), 'FILE_EMPTY'],
  ])('refuses with the same code and message: %s', async (_, file, code) => {
    const here = await readSource(file, READ_OPTIONS).catch((error: unknown) => error)
    expect(here).toMatchObject({ code })
    await expect(reading.read(file, READ_OPTIONS)).rejects.toMatchObject({
      code,
      message: (here as Error).message,
    })
  })

  it('ends a file that takes more memory than it may, and reads the next one', async () => {
    const cell = `<w:p><w:r><w:t>${'为农机装备企业提供补助'.repeat(40)}</w:t></w:r></w:p>`
    const large = fileOf('大.docx', packDocx(cell.repeat(60_000)))
    const options = limited({ memoryBytes: 256 * MIB })
    await expect(reading.read(large, options)).rejects.toMatchObject({
      code: 'LIMIT',
      message: expect.stringContaining('ZHENGMAI_MAX_FILE_MEMORY_MB'),
    })
    expect((await reading.read(DOCX, options)).mediaType).toContain('wordprocessingml')
  })

  it('ends a file that takes longer than it may, whatever its format', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, row) => `<tr><td rowspan=3>${row}</td><td>${row}</td></tr>`,
    )
    const page = fileOf('长.html', `<html><body><table>${rows.join('')}</table></body></html>`)
    await expect(reading.read(page, limited({ milliseconds: -1_990 }))).rejects.toMatchObject({
      code: 'LIMIT',
      message: expect.stringContaining('ZHENGMAI_MAX_FILE_SECONDS'),
    })
    expect((await reading.read(DOCX, READ_OPTIONS)).text).toContain('农机装备')
  })

  it('takes files of two kinds side by side and each kind in turn', async () => {
    const pdf = fileOf('一.pdf', buildPdf([{ runs: [{ text: '关于试点的通知', x: 90, y: 700, size: 16 }] }]))
    const texts = await Promise.all([pdf, DOCX, pdf, DOCX].map((file) => reading.read(file, READ_OPTIONS)))
    expect(texts.map(({ text }) => text.includes('农机装备'))).toEqual([false, true, false, true])
  })

  it('fails what waits when it is closed', async () => {
    const waiting = Promise.allSettled([DOCX, DOCX].map((file) => reading.read(file, READ_OPTIONS)))
    reading.close()
    for (const result of await waiting) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'UNAVAILABLE' } })
    }
  })
})
