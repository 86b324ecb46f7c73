/** The implementation matrix over the documents that come with the program: by keyboard, its address, gaps, review. */
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest'
import { describeInBrowser } from './chromium.ts'
import { type Bench, findBarriers, openBench, overflows } from './harness.ts'

const KEY = 'key-of-the-tests-0123456789'
const OPINION = '鲁政办字〔2025〕177号'
const FIND = `query ($number: String!) {
  document(number: $number) { id }
}`
const MATRIX = `query ($upper: ID!) {
  implementation(upper: $upper) {
    columns(first: 50) { edges { node { document { id } } } }
    rows { clause { id } cells { document { id } correspondences { id other { id } } } }
  }
}`

interface Found {
  readonly upper: string
  readonly rows: number
  readonly columns: number
  /** Addresses of a cell with several counterparts, and of a gap. */
  readonly linked: string
  readonly gap: string
}

describeInBrowser('the matrix', () => {
  let bench: Bench
  let found: Found
  beforeAll(async () => {
    bench = await openBench({ ZHENGMAI_API_KEY: KEY })
    if (bench.service.semantic) found = await findCells(bench)
  })
  afterAll(() => bench[Symbol.asyncDispose]())

  /** Without the model there are no links to look at; that it opens then is a test of all views. */
  const needLinks = ({ skip }: TestContext) => {
    if (!bench.service.semantic) skip('no model')
  }

  it('shows each clause and each lower document, with the gaps in words', async (context) => {
    needLinks(context)
    await using view = await bench.view()
    await view.open(`/matrix?upper=${encodeURIComponent(found.upper)}`)
    const table = view.page.getByRole('table')
    expect(await table.locator('[data-position]').count()).toBe(found.rows * found.columns)
    expect(await table.getByRole('link', { name: /：缺$/ }).count()).toBeGreaterThan(0)
    const all = await table.getByRole('row').count()
    await view.page.getByRole('link', { name: /^都没有对应/ }).click()
    await view.page.waitForURL(/show=nowhere/)
    expect(await table.getByRole('row').count()).toBeLessThan(all)
    expect(await table.locator('td:not([data-tone=gap])').count()).toBe(0)
  })

  it('is walked with arrow keys; a cell opens, Escape leads back to it', async (context) => {
    needLinks(context)
    await using view = await bench.view()
    const { page } = view
    await view.open(`/matrix?upper=${encodeURIComponent(found.upper)}`)
    expect(await page.locator('[data-position][tabindex="0"]').count()).toBe(1)
    await page.locator('[data-position][tabindex="0"]').focus()
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    expect(await page.locator(':focus').getAttribute('data-position')).toBe('2 1')
    await page.keyboard.press('Enter')
    await page.waitForURL(/[?&]cell=/)
    const panel = page.getByRole('complementary')
    await panel.waitFor()
    expect(await panel.locator('h2:focus').count()).toBe(1)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await expect.poll(() => page.locator(':focus').getAttribute('data-position')).toBe('2 1')
    await page.goBack()
    await panel.waitFor()
    expect(view.faults).toEqual([])
  })

  it.each([1440, 390])('opens a pair from its address at %i px, without barriers', async (width) => {
    if (!bench.service.semantic) return
    await using view = await bench.view({ width, height: 900 })
    await view.open(found.linked)
    const panel = view.page.getByRole('complementary', { name: '对应的条款' })
    await panel.getByRole('heading', { name: '为什么对应' }).waitFor()
    const choices = panel.getByRole('navigation').getByRole('link')
    const second = await choices.nth(1).innerText()
    await choices.nth(1).click()
    await view.page.waitForURL(/[?&]pair=/)
    await view.page.reload()
    await expect.poll(() => choices.locator('visible=true').nth(1).getAttribute('aria-current')).toBe('true')
    expect(await choices.nth(1).innerText()).toBe(second)
    await view.settle()
    expect(await findBarriers(view.page)).toEqual([])
    expect(await overflows(view.page)).toBeLessThanOrEqual(0)
  })

  it('names the nearest clause of a gap; a reviewer with the key confirms and rejects it', async (context) => {
    needLinks(context)
    await using view = await bench.view()
    const { page } = view
    await view.open(found.gap)
    const [gap, pair] = [
      page.getByRole('complementary', { name: '缺口' }),
      page.getByRole('complementary', { name: '对应的条款' }),
    ]
    await gap.getByText(/最接近的是/).waitFor()
    await gap.getByText('人工审核').click()
    await gap.getByRole('button', { name: '确认对应' }).click()
    // the refusal is what is looked for: the browser notes it as an error
    await gap.getByText('改动数据需要密钥').waitFor()
    await gap.getByLabel('密钥').fill(KEY)
    await gap.getByRole('button', { name: '确认对应' }).click()
    await pair.waitFor()
    expect(await page.locator('[data-position][aria-current]').innerText()).toContain('✓')

    await pair.getByText('人工审核').click()
    await pair.getByLabel('理由（可不填）').fill('两条 <b>不是</b> 一回事')
    await pair.getByRole('button', { name: '否认对应' }).click()
    await gap.getByText('已被人工否认：两条 <b>不是</b> 一回事').waitFor()
    expect(await page.locator('td:has([data-position][aria-current])').getAttribute('data-tone')).toBe('gap')
    expect(view.faults.filter((fault) => !fault.includes('401'))).toEqual([])
  })

  it('takes a document in by its number, and hands out the same as a file', async (context) => {
    needLinks(context)
    await using view = await bench.view()
    const { page } = view
    await view.open(`/matrix?upper=${encodeURIComponent(found.upper)}`)
    await page.getByRole('link', { name: /^移去/ }).first().click()
    await page.waitForURL(/[?&]lower=/)
    await expect.poll(() => page.getByRole('columnheader').count()).toBe(found.columns)
    await page.getByLabel('加入文件').fill('没有这样的文件')
    await page.getByRole('button', { name: '加入' }).click()
    await page.getByText('没有收录这份文件').waitFor()
    const path = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
    const file = await fetch(new URL(path ?? '', bench.service.url))
    expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining('csv')])
  })
})

async function findCells({ service }: Bench): Promise<Found> {
  const upper = (await service.ask(FIND, { number: OPINION })).document.id
  const { implementation } = await service.ask(MATRIX, { upper })
  // biome-ignore lint/suspicious/noExplicitAny: nodes of GraphQL
  const cells = implementation.rows.flatMap(({ clause, cells: own }: any) =>
    // biome-ignore lint/suspicious/noExplicitAny: nodes of GraphQL
    own.map((cell: any) => ({
      count: cell.correspondences.length,
      path: `/matrix?${new URLSearchParams({ upper, cell: `${clause.id} ${cell.document.id}` })}`,
    })),
  )
  const pathOf = (fits: (count: number) => boolean): string =>
    cells.find(({ count }: { readonly count: number }) => fits(count)).path
  return {
    upper,
    rows: implementation.rows.length,
    columns: implementation.columns.edges.length,
    linked: pathOf((count) => count > 1),
    gap: pathOf((count) => count === 0),
  }
}
