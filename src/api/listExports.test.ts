import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Faces, openFaces } from '../../test/support/faces.ts'
import { JINAN, JINAN_CLAUSES, OPINION } from '../../test/support/policyCorpus.ts'
import { LISTS } from '../exchange/lists.ts'

let faces: Faces
beforeAll(async () => {
  faces = await openFaces({ embedder: null })
})
afterAll(() => faces[Symbol.asyncDispose]())

async function get(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await faces.app.request(path)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** No cell of the corpus holds a comma or a quote. */
function rowsOf(csv: string): string[][] {
  return csv
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
}

/** Number of rows of each list and a line that must be there. */
describe.each([
  ['documents', '', '济政办字〔2024〕23号'],
  ['documents', '?within=济南市&ingested=true', JINAN],
  ['clauses', `?document=${JINAN}&lang=en`, `${JINAN}/sec_1__cl_1`],
  ['responsibilities', '?role=牵头', '济南市卫生健康委'],
  ['agencies', '?function=科技', '济南市科技局'],
  ['targets', '', JINAN],
  ['citations', '?relation=implements', OPINION],
  ['ledger', '', '济南市'],
  ['wanted', '', '国办发〔2023〕3号'],
])('/export/%s.csv%s', (name, query, expected) => {
  it('is a table with that line', async () => {
    const { status, text, headers } = await get(`/export/${name}.csv${query}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe(`attachment; filename="zhengmai-${name}.csv"`)
    const [head, ...rows] = rowsOf(text)
    const list = LISTS.find((each) => each.name === name)
    expect(list).toBeDefined()
    for (const row of rows) expect(row).toHaveLength(head?.length ?? 0)
    expect(text).toContain(expected)
  })
})

it('has as many rows as the list has items', async () => {
  const rows = rowsOf((await get(`/export/clauses.csv?document=${JINAN}`)).text)
  expect(rows).toHaveLength(JINAN_CLAUSES + 1)
  const counts = await faces.query(`{ clauses(filter: { document: "${JINAN}" }) { totalCount } }`)
  expect(counts.data.clauses.totalCount).toBe(JINAN_CLAUSES)
})

it('reads what belongs to the rows of a page together', async () => {
  faces.calls.clear()
  await get(`/export/clauses.csv?document=${JINAN}`)
  const total = [...faces.calls.values()].reduce((sum, count) => sum + count, 0)
  expect(total).toBeLessThan(12)
})

it('is a workbook too, with links to the pages', async () => {
  const response = await faces.app.request(`/export/clauses.xlsx?document=${JINAN}`)
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(await response.arrayBuffer())
  const cell = workbook.worksheets[0]?.getCell('A2').value
  expect(cell).toEqual({
    text: `${JINAN}/sec_1__cl_1`,
    hyperlink: `http://127.0.0.1:4000/id/${`${JINAN}/sec_1__cl_1`.split('/').map(encodeURIComponent).join('/')}`,
  })
})

it.each([
  ['an unknown filter names the known ones', '/export/wanted.csv?level=市', 400, 'BAD_INPUT'],
  ['a word outside its list', '/export/clauses.csv?level=镇', 400, 'BAD_INPUT'],
  ['no day of the calendar', '/export/documents.csv?issuedFrom=2024-02-30', 400, 'BAD_INPUT'],
  ['an amount without its unit', '/export/targets.csv?valueFrom=3', 400, 'BAD_INPUT'],
  ['no number', '/export/targets.csv?valueFrom=x&amountUnit=元', 400, 'BAD_INPUT'],
  ['an unknown document', '/export/clauses.csv?document=cn/000000/x/2020/1', 404, 'NOT_FOUND'],
  ['a number of several documents', '/export/clauses.csv?document=济政办字〔2024〕23号', 409, 'AMBIGUOUS'],
  ['a language that is not there', '/export/clauses.csv?lang=fr', 400, 'BAD_INPUT'],
  ['an unknown list', '/export/verses.csv', 404, 'NOT_FOUND'],
  ['an unknown format', '/export/clauses.pdf', 404, 'NOT_FOUND'],
])('%s', async (_, path, status, code) => {
  const answer = await get(path)
  expect(answer.status).toBe(status)
  expect(JSON.parse(answer.text).error.code).toBe(code)
})
