import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from './chromium.ts'
import { type Bench, findBarriers, openBench } from './harness.ts'

const KEY = 'a-key-of-the-tests'

describeInBrowser('where reading needs a key', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench({ ZHENGMAI_API_KEY: KEY, ZHENGMAI_READERS: 'keys' })
  })
  afterAll(() => bench[Symbol.asyncDispose]())

  it('the page asks for it, and reads on with it, its links too', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open('/documents')
    const form = page.locator('form', { hasText: '密钥' })
    await form.first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await form.first().getByLabel('密钥').fill('not-the-key-of-the-tests')
    await form.first().getByRole('button', { name: '打开' }).click()
    await page.getByText('密钥无效').first().waitFor()
    await form.first().getByLabel('密钥').fill(KEY)
    await form.first().getByRole('button', { name: '打开' }).click()
    await page
      .getByRole('link', { name: '化妆品监督管理条例' })
      .or(page.locator('main li a'))
      .first()
      .waitFor()
    expect(page.url()).not.toContain(KEY)
    const exported = await page.evaluate(async () => (await fetch('/export/documents.csv')).status)
    expect(exported).toBe(200)
    const cookies = await page.context().cookies()
    expect(
      cookies.map(({ httpOnly, sameSite, value }) => [httpOnly, sameSite, value.includes('key')]),
    ).toEqual([[true, 'Strict', false]])
    // the refusals that were meant
    expect(view.faults.filter((fault) => !fault.includes('401'))).toEqual([])
  })
})
