import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedFiles } from '../golden/seedDocuments.ts'
import { describeInBrowser } from './chromium.ts'
import { type Bench, findBarriers, openBench, tabTo } from './harness.ts'
import { NOTICE } from './notice.ts'

const KEY = 'a-key-of-the-tests'
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

describeInBrowser('ingest', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench({ ZHENGMAI_API_KEY: KEY })
  })
  afterAll(() => bench[Symbol.asyncDispose]())

  it('asks for the key where it is missing, and takes the file again with it', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open('/ingest')
    await page.locator('input[type=file]').setInputFiles([file('样例.txt', NOTICE)])
    await page.getByRole('alert').filter({ hasText: 'UNAUTHORIZED' }).waitFor()
    await page.getByLabel('密钥').fill(KEY)
    await page.getByRole('button', { name: '重试 样例.txt' }).click()
    await page.getByText('新收录').waitFor()
    expect(await page.getByRole('status').filter({ hasText: '已处理' }).textContent()).toContain(
      '1 / 1 个，0 个失败',
    )
    expect(view.page.url()).not.toContain(KEY)
    // the one refusal that was meant
    expect(view.faults.filter((fault) => !fault.includes('401'))).toEqual([])
    const link = page.getByRole('link', { name: '济南市样例局关于印发样例审批办法的通知' })
    const path = (await link.getAttribute('href')) ?? ''
    const { document } = await bench.service.ask('query ($id: ID!) { document(id: $id) { title } }', {
      id: decodeURIComponent(path.replace('/id/', '')),
    })
    expect(document.title).toBe('济南市样例局关于印发样例审批办法的通知')
  })

  it('reports each of several files, those that are dropped too', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open('/ingest')
    await page.getByLabel('密钥').fill(KEY)
    const [seed] = seedFiles()
    const dropped = [
      { name: 'empty.txt', text: '' },
      { name: 'again.txt', text: Buffer.from(seed!.bytes).toString() },
      { name: 'letter.txt', text: '亲爱的朋友，你好。' },
    ]
    const transfer = await page.evaluateHandle((files) => {
      const data = new DataTransfer()
      for (const { name, text } of files) data.items.add(new File([text], name, { type: 'text/plain' }))
      return data
    }, dropped)
    await page.getByRole('region', { name: '选择文件' }).dispatchEvent('drop', { dataTransfer: transfer })
    await page.getByRole('status').filter({ hasText: '3 / 3' }).waitFor()
    const rows = page.getByRole('region', { name: '文件', exact: true }).getByRole('listitem')
    expect(await rows.filter({ hasText: 'empty.txt' }).textContent()).toContain('FILE_EMPTY')
    expect(await rows.filter({ hasText: 'letter.txt' }).textContent()).toContain('NOT_A_DOCUMENT')
    const again = rows.filter({ hasText: 'again.txt' })
    expect(await again.textContent()).toMatch(/与库中相同|已更新/)
    expect(view.faults).toEqual([])
  })

  it('can be used by keyboard alone', async () => {
    await using view = await bench.view()
    // asked for before the page is there: the browser takes a moment to hand choosers over, and a key is quicker
    const chosen = view.page.waitForEvent('filechooser')
    await view.open('/ingest')
    await tabTo(view.page, 'input[type=password]')
    await view.page.keyboard.type(KEY)
    await view.page.keyboard.press('Tab')
    await view.page.keyboard.press('Enter')
    const chooser = await chosen
    await chooser.setFiles([file('样例.txt', NOTICE)])
    await view.page.getByText('与库中相同').waitFor()
  })

  it.each(['light', 'dark'] as const)('has no barriers with a report open (%s)', async (scheme) => {
    await using view = await bench.view({ scheme })
    await view.open('/ingest')
    await view.page.getByLabel('密钥').fill(KEY)
    await view.page
      .locator('input[type=file]')
      .setInputFiles([file('样例.txt', NOTICE), file('empty.txt', '')])
    await view.page.getByRole('status').filter({ hasText: '2 / 2' }).waitFor()
    expect(await findBarriers(view.page)).toEqual([])
  })
})
