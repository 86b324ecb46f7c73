/** What a reader relies on without noticing: the way back, the names of tabs, lists that are up to date, honest answers. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from './chromium.ts'
import { type Bench, findBarriers, openBench, tabTo } from './harness.ts'
import { NOTICE } from './notice.ts'

const path = (id: string) => `/id/${id.split('/').map(encodeURIComponent).join('/')}`
const scrolled = (page: Page): Promise<number> => page.evaluate(() => window.scrollY)

describeInBrowser('a reader', () => {
  let bench: Bench
  let ids: { readonly document: string; readonly title: string; readonly clause: string }
  beforeAll(async () => {
    bench = await openBench()
    const { documents } = await bench.service.ask(
      `{ documents(first: 20, filter: { level: PROVINCIAL, ingested: true }) { edges { node { id title number
        clauses(first: 9) { edges { node { id } } } } } } }`,
    )
    // biome-ignore lint/suspicious/noExplicitAny: nodes of GraphQL
    const { node } = documents.edges.find((each: any) => each.node.number !== null)
    ids = { document: node.id, title: node.title, clause: node.clauses.edges.at(-1).node.id }
  })
  afterAll(() => bench[Symbol.asyncDispose]())

  it('comes back to where he was in a list and in a document, and begins what is new at its top', async () => {
    await using view = await bench.view({ height: 500 })
    const { page } = view
    await view.open('/targets')
    const row = page.locator('tbody tr').nth(30).locator('th a').first()
    await row.scrollIntoViewIfNeeded()
    const list = await scrolled(page)
    expect(list).toBeGreaterThan(500)
    await row.click()
    await page.waitForURL(/\/id\//)
    await view.settle()
    await page.getByRole('link', { name: '部门', exact: true }).click()
    await page.waitForURL(/\/agencies/)
    await view.settle()
    expect(await scrolled(page)).toBe(0)
    await page.goBack()
    await page.goBack()
    await page.waitForURL(/\/targets/)
    await expect.poll(() => scrolled(page)).toBe(list)

    await view.open(path(ids.document))
    await page.mouse.wheel(0, 2_000)
    await expect.poll(() => scrolled(page)).toBeGreaterThan(1_000)
    await page.waitForTimeout(300)
    const read = await scrolled(page)
    await page.getByRole('link', { name: '目标', exact: true }).click()
    await page.waitForURL(/\/targets/)
    await view.settle()
    await page.goBack()
    await expect.poll(() => scrolled(page)).toBe(read)
    expect(view.faults).toEqual([])
  })

  it('finds the clause of the address marked in the outline', async () => {
    await using view = await bench.view()
    await view.open(path(ids.clause))
    const marked = view.page.locator('nav a[aria-current=location]')
    await expect
      .poll(async () => decodeURIComponent((await marked.getAttribute('href')) ?? ''))
      .toBe(`/id/${ids.clause}`)
  })

  it('gets from a document to its matrix by a few keys', async () => {
    await using view = await bench.view()
    await view.open(path(ids.document))
    await view.page.keyboard.press('Tab')
    await view.page.keyboard.press('Enter')
    await tabTo(view.page, 'main a[href^="/matrix?upper="]', 5)
  })

  it('sees what a tab shows by its name, also after following links', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open('/?q=药品')
    expect(await page.title()).toBe('药品 · 检索 · 政脉')
    await page.locator('main ol a[href^="/id/cn/"]').first().click()
    await page.waitForURL(/\/id\//)
    await expect
      .poll(async () => `${await page.locator('h1').innerText()} · 政脉` === (await page.title()))
      .toBe(true)
    await page.locator('header ~ main a[href^="/graph?focus="]').first().click()
    await page.waitForURL(/\/graph/)
    await expect.poll(() => page.title()).toContain('图谱')
    await view.open('/nowhere')
    expect(await page.title()).toBe('没有这个页面 · 政脉')
    expect(await page.locator('h1').innerText()).toBe('没有这个页面')
  })

  it('is told when the corpus holds nothing on a question, and what it covers', async ({ skip }) => {
    if (!bench.service.semantic) skip('no model')
    await using view = await bench.view()
    await view.open(`/?q=${encodeURIComponent('今天天气怎么样')}`)
    const note = view.page.getByRole('note')
    expect(await note.innerText()).toContain('库中很可能没有回答这个问题的条款')
    expect(await note.innerText()).toMatch(/\d+ 份文件/)
    expect(await findBarriers(view.page)).toEqual([])
    await view.open(`/?q=${encodeURIComponent('临床试验启动时间')}`)
    expect(await note.count()).toBe(0)
  })

  it('takes back a condition that was read from the question, and reads it again', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open(`/?q=${encodeURIComponent('济南市支持药品研发')}`)
    const conditions = page.getByRole('list', { name: '已用的条件与理解' })
    await conditions.getByRole('link', { name: /取自问题的条件“地区：济南市”/ }).click()
    await page.waitForURL(/literal=1/)
    await expect.poll(() => conditions.innerText()).not.toContain('地区：济南市')
    await conditions.getByRole('link', { name: '重新从问题里读条件' }).click()
    await conditions.getByText('地区：济南市').waitFor()
    expect(new URL(page.url()).searchParams.has('literal')).toBe(false)
    expect(view.faults).toEqual([])
  })

  it('finds filters folded on a phone, with the number of those that are on', async () => {
    await using view = await bench.view({ width: 390, height: 844 })
    const { page } = view
    await view.open('/targets?kind=LIMIT')
    const kind = page.getByLabel('类别', { exact: true })
    expect(await kind.isVisible()).toBe(false)
    await page.getByText('筛选（已用 1 项）').click()
    expect(await kind.inputValue()).toBe('LIMIT')
    await page.getByRole('link', { name: '清除筛选' }).click()
    await page.waitForURL((url) => !url.search.includes('kind'))
  })

  // the last one: it changes the corpus
  it('finds what he just handed in, in lists that he saw before', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open('/documents')
    await page.getByRole('link', { name: '收录', exact: true }).click()
    const file = { name: '样例.txt', mimeType: 'text/plain', buffer: Buffer.from(NOTICE) }
    await page.locator('input[type=file]').setInputFiles([file])
    await page.getByText('新收录').waitFor()
    const { statistics } = await bench.service.ask('{ statistics { documents } }')
    await page.locator('footer').getByText(`库中有 ${statistics.documents} 份文件`).waitFor()
    await page.getByRole('link', { name: '文件', exact: true }).click()
    await page.getByRole('link', { name: '济南市样例局关于印发样例审批办法的通知' }).waitFor()
    await page.getByRole('link', { name: '检索', exact: true }).click()
    await page.locator('main').getByText(`${statistics.documents} 份文件`).waitFor()
    expect(view.faults).toEqual([])
  })
})
