/** The way of a researcher without a mouse: from a question to a clause, its neighbours in the graph, and the matrix. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from './chromium.ts'
import { type Bench, openBench, tabTo } from './harness.ts'

/** Follows a link of the view by Tab and Enter. */
async function follow(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector, 1500)
  await page.keyboard.press('Enter')
}

describeInBrowser('by keyboard alone', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
  })
  afterAll(() => bench[Symbol.asyncDispose]())

  it('one goes from search to a document, its graph and its matrix, and back', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open('/')
    await tabTo(page, 'main input[type=search]')
    await page.keyboard.type('鼓励医疗机构承接临床试验')
    await page.keyboard.press('Enter')
    await page.waitForURL(/[?&]q=/)
    await page.locator('main a[href^="/id/"]').first().waitFor()
    const found = page.url()

    await follow(page, 'main a[href^="/id/"]')
    await page.waitForURL(/\/id\//)
    await page.locator('main a[href^="/graph?focus="]').first().waitFor()
    const read = page.url()

    await follow(page, 'main a[href^="/graph?focus="]')
    await page.waitForURL(/\/graph\?focus=/)
    // the picture has a twin that is a list
    await page.getByRole('button', { name: '列表' }).press('Enter')
    await page.locator('main [role=tree]').first().waitFor()
    await page.goBack()

    await page.goBack()
    expect(page.url()).toBe(read)
    await page.locator('main a[href^="/matrix?upper="]').first().waitFor()
    await follow(page, 'main a[href^="/matrix?upper="]')
    await page.waitForURL(/\/matrix\?upper=/)
    await page.locator('main table').first().waitFor()

    await page.goBack()
    expect(page.url()).toBe(read)
    await page.goBack()
    await page.locator('main a[href^="/id/"]').first().waitFor()
    expect(page.url()).toBe(found)
    expect(view.faults).toEqual([])
  })

  it('the first stop leads past the navigation', async () => {
    await using view = await bench.view()
    await view.open('/targets')
    await view.page.keyboard.press('Tab')
    expect(await view.page.locator('a:focus').textContent()).toBe('跳到正文')
    await view.page.keyboard.press('Enter')
    expect(await view.page.evaluate(() => document.activeElement?.id)).toBe('content')
  })
})
