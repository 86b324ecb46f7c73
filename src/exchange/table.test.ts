import exceljs from 'exceljs'
import { describe, expect, it, vi } from 'vitest'
import { type Cell, type Table, type TableFormat, writeTables } from './table.ts'

const URL = 'http://127.0.0.1:4000/id/cn/990100/a'

function table(rows: Table['rows'], name = '目标'): Table {
  return {
    name: { zh: name, en: 'Targets' },
    columns: [{ title: { zh: '指标', en: 'Metric' }, width: 40 }, { title: { zh: '数值', en: 'Value' } }],
    rows,
  }
}

async function write(tables: readonly Table[], format: TableFormat, language?: 'zh' | 'en'): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeTables(tables, format, language)) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function readXlsx(bytes: Buffer): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(bytes as unknown as exceljs.Buffer)
  return workbook
}

describe('CSV', () => {
  it.each<[string, Cell, string]>([
    ['plain words', '工业产值', '工业产值'],
    ['a number, also a negative one', -3.5, '-3.5'],
    ['nothing', null, ''],
    ['a link is its text', { text: '甲', url: URL }, '甲'],
    ['a comma and a quote', 'a,"b"', '"a,""b"""'],
    ['a line break stays in its cell', '甲\n乙', '"甲\n乙"'],
    // what a spreadsheet would run
    ['=', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['+', '+1', "'+1"],
    ['-', '-1', "'-1"],
    ['@', '@SUM(A1)', "'@SUM(A1)"],
    ['full width', '＝1', "'＝1"],
  ])('%s', async (_, cell, expected) => {
    const text = (await write([table([[cell, 1]])], 'csv')).toString('utf8')
    expect(text).toBe(`\ufeff指标,数值\r\n${expected},1\r\n`)
  })

  it('has English headings where asked for', async () => {
    expect((await write([table([])], 'csv', 'en')).toString()).toBe('\ufeffMetric,Value\r\n')
  })

  it('takes rows that come one by one', async () => {
    async function* rows(): AsyncGenerator<Cell[]> {
      for (let n = 0; n < 1_203; n += 1) yield [`甲${n}`, n]
    }
    const lines = (await write([table(rows())], 'csv')).toString().trimEnd().split('\r\n')
    expect(lines).toHaveLength(1_204)
    expect(lines.at(-1)).toBe('甲1202,1202')
  })
})

describe('Markdown', () => {
  it.each<[string, Cell, string]>([
    ['a bar would end the cell', 'a|b', 'a\\|b'],
    ['a line break would end the row', '甲\n乙', '甲<br>乙'],
    ['markup stays words', '*a* <b>', '\\*a\\* \\<b\\>'],
    ['a link', { text: '甲', url: URL }, `[甲](<${URL}>)`],
    ['nothing', null, ''],
  ])('%s', async (_, cell, expected) => {
    const text = (await write([table([[cell, 1]])], 'md')).toString('utf8')
    expect(text).toBe(`## 目标\n\n| 指标 | 数值 |\n| --- | --- |\n| ${expected} | 1 |\n`)
  })
})

describe('XLSX', () => {
  it('has a sheet for each table, a frozen header, widths and links', async () => {
    const second = table([['丙', 2]], '目标')
    const workbook = await readXlsx(await write([table([[{ text: '甲', url: URL }, 1.5]]), second], 'xlsx'))
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['目标', '目标 2'])
    const [sheet] = workbook.worksheets
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.getColumn(1).width).toBe(40)
    expect(sheet?.getRow(1).values).toEqual([undefined, '指标', '数值'])
    expect(sheet?.getCell('A2').value).toEqual({ text: '甲', hyperlink: URL })
    expect(sheet?.getCell('B2').value).toBe(1.5)
  })

  it.each([
    ['words that look like a formula', '=1+1', '=1+1'],
    ['markup', '<a> & "b"', '<a> & "b"'],
    ['characters that XML cannot hold', 'a\u0000\u000bb\ufffe', 'ab'],
    ['a lone surrogate', 'a\ud800b', 'ab'],
    ['a character beyond the basic plane', '𠮷', '𠮷'],
  ])('keeps %s', async (_, text, expected) => {
    const workbook = await readXlsx(await write([table([[text, 1]])], 'xlsx'))
    expect(workbook.worksheets[0]?.getCell('A2').value).toBe(expected)
  })

  it('cuts what Excel cannot take', async () => {
    const workbook = await readXlsx(await write([table([['长'.repeat(40_000), 1]])], 'xlsx'))
    const value = String(workbook.worksheets[0]?.getCell('A2').value)
    expect(value).toHaveLength(32_767)
    expect(value.endsWith('…（余下略）')).toBe(true)
  })

  it('reads no further once nobody takes its bytes', async () => {
    let [read, isEnded] = [0, false]
    async function* rows(): AsyncGenerator<Cell[]> {
      try {
        for (; read < 1_000_000; read += 1) yield [`甲${read}乙`.repeat(20), read]
      } finally {
        isEnded = true
      }
    }
    for await (const piece of writeTables([table(rows())], 'xlsx')) {
      expect(piece.length).toBeGreaterThan(0)
      break
    }
    await vi.waitFor(() => expect(isEnded).toBe(true))
    expect(read).toBeLessThan(1_000_000)
  })

  it('tells the reader of the bytes when the rows fail', async () => {
    async function* rows(): AsyncGenerator<Cell[]> {
      yield ['甲', 1]
      throw new Error('store gone')
    }
    await expect(write([table(rows())], 'xlsx')).rejects.toThrow('store gone')
  })
})
