import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Faces, openFaces } from '../../test/support/faces.ts'
import { CITY, FORERUNNER, PROVINCE, putTracingCorpus } from '../../test/support/tracingCorpus.ts'

let faces: Faces
beforeAll(async () => {
  faces = await openFaces({ embedder: null })
  await putTracingCorpus(faces.services.store)
})
afterAll(() => faces[Symbol.asyncDispose]())

const get = (path: string) => faces.app.request(path)
const upper = `upper=${encodeURIComponent(PROVINCE)}`

describe('/export/implementation', () => {
  it('gives a row for each link, gap and local addition', async () => {
    const response = await get(`/export/implementation.csv?${upper}&lower=${encodeURIComponent(CITY)}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const [head, ...rows] = (await response.text()).trim().split(/\r?\n/)
    expect(head).toContain('情形,上位条款,上位正文')
    expect(rows.map((row) => row.split(',')[0])).toEqual(['对应', '对应', '缺口', '地方新增'])
    expect(rows[0]).toContain('补贴申请办理时限：20日 ⇔ 30日，更严（−10日）')
    expect(rows[0]).toContain('都规定补贴申请的办结时限；下位文件以上位文件为依据')
    expect(rows[0]).toContain('落实,同一举措,0.9,,同职能对口,0.4,改写')
    expect(rows[2]).toContain('推广丘陵山区小型机具')
    expect(rows[3]).toContain('举办农机手技能比赛')
  })
  it('takes several lower documents, numbers and the language of the headings', async () => {
    const lower = `lower=${encodeURIComponent(`${CITY},${FORERUNNER}`)}`
    const words = new URLSearchParams({ upper: '鲁农字〔2024〕9号', minScore: '0.78', lang: 'en' })
    const response = await get(`/export/implementation.md?${words}&${lower}`)
    const text = await response.text()
    expect(text).toContain('Clause by clause')
    expect(text).toContain('GAP')
    expect(text).toMatch(/STRICTER（−10日）/)
    expect(text).not.toContain('SAME_TOPIC')
  })
  it('is a workbook with an overview', async () => {
    const response = await get(`/export/implementation.xlsx?${upper}`)
    const { Workbook } = (await import('exceljs')).default
    const book = new Workbook()
    await book.xlsx.load(await response.arrayBuffer())
    expect(book.worksheets).toHaveLength(2)
    expect(book.worksheets.map((sheet) => sheet.rowCount)).toEqual([4, 1 + 9 + 1])
  })
  it('is a page to print, with every word escaped', async () => {
    const response = await get(`/export/implementation.html?${upper}`)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const page = await response.text()
    expect(page).toContain('<h2>地方新增：')
    expect(page).toContain('先行：')
    expect(page).toMatch(/class="gap">缺口/)
    expect(page).not.toContain('<script')
  })
  it.each([
    ['/export/implementation.csv', 400],
    [`/export/implementation.csv?${upper}&minScore=x`, 400],
    [`/export/implementation.csv?${upper}&minScore=7`, 400],
    [`/export/implementation.csv?${upper}&lang=fr`, 400],
    [`/export/implementation.csv?${upper}&lower=${encodeURIComponent(PROVINCE)}`, 400],
    ['/export/implementation.csv?upper=cn/0/none', 404],
    [`/export/implementation.pdf?${upper}`, 404],
  ])('%s is %i', async (path, status) => {
    expect((await get(path)).status).toBe(status)
  })
})
