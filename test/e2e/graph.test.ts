/** The graph explorer: what is opened, closed, filtered and joined, told by the address and by what a reader is told. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from './chromium.ts'
import { type Bench, findBarriers, openBench } from './harness.ts'

const FIND = `{
  document(number: "鲁政办字〔2025〕177号") {
    id
    clauses(first: 40) { edges { node {
      id title
      responsibilities { agency { id name } }
      correspondences(first: 1) { other { id title } }
    } } }
  }
}`

interface Found {
  readonly document: string
  readonly clause: string
  readonly other: string
  readonly agency: { readonly id: string; readonly name: string }
}

describeInBrowser('the graph explorer', () => {
  let bench: Bench
  let found: Found
  beforeAll(async () => {
    bench = await openBench()
    const { document } = await bench.service.ask(FIND)
    const { node } = document.clauses.edges.find(
      ({
        node: each,
      }: {
        readonly node: Readonly<Record<'correspondences' | 'responsibilities', unknown[]>>
      }) => each.correspondences.length > 0 && each.responsibilities.length > 0,
    )
    found = {
      ...{ document: document.id, clause: node.id },
      other: node.correspondences[0].other.title,
      agency: node.responsibilities[0].agency,
    }
  })
  afterAll(() => bench[Symbol.asyncDispose]())

  const graphOf = (focus: string, more = '') => `/graph?focus=${encodeURIComponent(focus)}${more}`
  const ready = (page: Page) => page.locator('[data-ready]').waitFor()
  const counts = (page: Page) => page.getByText(/^\d+ 个节点，\d+ 条关系$/).innerText()
  const selection = (page: Page) => page.getByRole('region', { name: '选中的内容' })

  it('starts from one node and opens both clauses of an edge; the address brings them back', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open(graphOf(found.clause))
    await ready(page)
    await selection(page).getByRole('button', { name: found.other }).first().click()
    await page.getByText(/两条共有|没有成句相同的文字/).waitFor()
    const address = page.url()
    expect(new URL(address).searchParams.get('selected')).toMatch(/^correspondence\//)
    await page.reload()
    await page.getByText(/两条共有|没有成句相同的文字/).waitFor()
    expect(page.url()).toBe(address)
    expect(view.faults).toEqual([])
  })

  it('opens a node, undoes, redoes and collapses it, in the list that holds the same', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open(graphOf(found.clause, '&view=list'))
    const tree = page.getByRole('tree')
    await tree.waitFor()
    const before = await counts(page)
    await tree.getByRole('treeitem', { name: `部门：${found.agency.name}`, exact: true }).click()
    await page.getByRole('button', { name: '展开邻居' }).click()
    await page.waitForURL((url) => url.searchParams.get('open') === found.agency.id)
    await expect.poll(() => counts(page)).not.toBe(before)
    const opened = await counts(page)
    await page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => counts(page)).toBe(before)
    await page.getByRole('button', { name: '重做' }).click()
    await expect.poll(() => counts(page)).toBe(opened)
    await page.getByRole('button', { name: '收起' }).click()
    await expect.poll(() => counts(page)).toBe(before)
    await page.goBack()
    await expect.poll(() => counts(page)).toBe(opened)
    expect(view.faults).toEqual([])
  })

  it('is walked through by keys, with one tab stop', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open(graphOf(found.clause, '&view=list'))
    const tree = page.getByRole('tree')
    await tree.waitFor()
    const stop = tree.locator('[tabindex="0"]')
    await stop.focus()
    expect(await stop.getAttribute('aria-selected')).toBe('true')
    for (const key of ['Home', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.waitForURL(/selected=/)
    expect(await stop.count()).toBe(1)
    expect(await stop.getAttribute('aria-selected')).toBe('true')
    expect(await stop.evaluate((row) => row === row.ownerDocument.activeElement)).toBe(true)
    expect(await findBarriers(page)).toEqual([])
  })

  it('filters by kind and finds the shortest connection to another node', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open(graphOf(found.document))
    await ready(page)
    await page.getByRole('button', { name: '筛选', exact: true }).click()
    await page.getByRole('checkbox', { name: '部门', exact: true }).uncheck()
    await page.waitForURL(/kinds=DOCUMENT%2CCLAUSE/)
    await page.getByRole('button', { name: '找连接' }).click()
    await page.getByRole('searchbox').fill(found.agency.name)
    await page.getByRole('list', { name: '找到的节点' }).getByRole('button').first().click()
    await page.getByText(/找到 \d+ 条最短连接/).waitFor()
    expect(new URL(page.url()).searchParams.get('from')).toBe(found.document)
    expect(view.faults).toEqual([])
  })

  it.each([
    ['svg', /^<svg /],
    ['graphml', /<graphml /],
    ['png', /^.PNG/],
  ])('exports %s', async (kind, beginning) => {
    await using view = await bench.view()
    const { page } = view
    await view.open(graphOf(found.clause, '&layout=free'))
    await ready(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('combobox', { name: '导出' }).selectOption(kind),
    ])
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${kind}$`))
    expect(readFileSync(await download.path(), 'latin1')).toMatch(beginning)
    expect(view.faults).toEqual([])
  })

  it('offers places to begin where no node is chosen, never the whole graph', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open('/graph')
    await page.getByRole('searchbox').fill(found.agency.name)
    await page.getByRole('list', { name: '找到的节点' }).getByRole('link').first().click()
    await page.waitForURL(/focus=/)
    await ready(page)
    expect(view.faults).toEqual([])
  })
})
