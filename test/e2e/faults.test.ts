/** A service that is gone, slow or new, ids that lead nowhere, and documents that are hard to show. */
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeInBrowser } from './chromium.ts'
import { type Bench, findBarriers, openBench, overflows, SHOWN } from './harness.ts'

const path = (id: string) => `/id/${id.split('/').map(encodeURIComponent).join('/')}`
const OFFLINE = /服务没有应答/
/** Of a view; 正在打开 is its script on its way. */
const LOADING = /正在(?!打开)/
/** Views that show data of the service; one of each view's own queries fails. */
const ADDRESSES = ['/?q=临床试验', '/documents', '/matrix', '/agencies', '/targets', path('place/370100')]

/** Invented documents, each hard in its way. */
function compose(number: string, clauses: readonly string[]): string {
  const lines = clauses.map((text, index) => `第${index + 1}条　${text}`)
  return [
    ...['济南市样例局关于印发样例规定的通知', `济样字〔2025〕${number}号`, '各有关单位：', ...lines],
    ...['济南市样例局', '2025年3月1日', ''],
  ].join('\n')
}
const SYLLABLES = [
  ...'春夏秋冬东南西北山河湖海云雨风雪松竹梅兰金银铜铁玉石花草鸟鱼日月星辰天地人和仁义礼智信忠孝廉勇毅康宁',
]
const AGENCIES = SYLLABLES.slice(0, 50).map((first, index) => `市${first}${SYLLABLES[49 - index]}局`)
const MARKUP = '完善<img src="x" onerror="globalThis.wasRun=1"><script>globalThis.wasRun=1</script>审批流程。'

describeInBrowser('faults', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
  })
  afterAll(() => bench[Symbol.asyncDispose]())

  describe('of the service', () => {
    it.each(ADDRESSES)('no answer to %s is told, and it can be asked again', async (address) => {
      await using view = await bench.view()
      const { page } = view
      await page.route('**/graphql', (route) => route.abort())
      await page.goto(address)
      await page.locator('main').getByText(OFFLINE).first().waitFor()
      expect(await findBarriers(page)).toEqual([])
      await page.unroute('**/graphql')
      await page.locator('main').getByRole('button', { name: '重试' }).first().click()
      await page.locator('main').getByText(OFFLINE).first().waitFor({ state: 'detached' })
      await page.locator('main h1').first().waitFor({ state: 'attached' })
      expect(view.faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([])
    })

    it.each(ADDRESSES)('a slow answer to %s is said to be on its way', async (address) => {
      await using view = await bench.view()
      const { page } = view
      await page.route('**/graphql', async (route) => {
        await setTimeout(1500)
        await route.continue()
      })
      await page.goto(address)
      await page.locator('main [role=status]').filter({ hasText: LOADING }).first().waitFor()
      await page
        .locator('main [role=status]')
        .filter({ hasText: LOADING })
        .first()
        .waitFor({ state: 'detached' })
      expect(view.faults).toEqual([])
    })

    it('an error of its own is told with its code', async () => {
      await using view = await bench.view()
      await view.page.route('**/graphql', (route) =>
        route.fulfill({
          json: { errors: [{ message: '存储已关闭', extensions: { code: 'UNAVAILABLE' } }] },
        }),
      )
      await view.page.goto('/targets')
      await view.page.locator('main').getByRole('alert').filter({ hasText: 'UNAVAILABLE' }).first().waitFor()
    })

    it('a restart is survived: the page says so, and goes on when it is back', async () => {
      await using view = await bench.view()
      const { page } = view
      await view.open('/targets')
      await bench.service.stop()
      try {
        await page.getByRole('navigation').getByRole('link', { name: '部门' }).click()
        await page.getByRole('alert').first().waitFor()
      } finally {
        await bench.service.start()
      }
      await page
        .getByRole('button', { name: /重试|刷新/ })
        .first()
        .click()
      await page.locator('main h1').first().waitFor({ state: 'attached' })
      await page.getByRole('alert').first().waitFor({ state: 'detached' })
    })
  })

  describe('of addresses', () => {
    it.each([
      ['an unknown id', '/id/cn/nothing', 404],
      ['an id that is badly encoded', '/id/%E4%B8', 404],
      ['no id', '/id/', 404],
      ['the matrix of an unknown document', '/matrix?upper=cn/nothing', 200],
      ['the graph of an unknown node', '/graph?focus=cn/nothing', 200],
      ['a question of 1,000 characters', `/?q=${'长'.repeat(1000)}`, 200],
      ['a state that no view has', '/targets?sort=nothing&first=-1&page=x', 200],
    ])('%s shows a page that goes on working', async (_case, address, status) => {
      await using view = await bench.view()
      const response = await view.page.goto(address)
      expect(response?.status()).toBe(status)
      await view.page.locator(SHOWN).first().waitFor({ state: 'attached' })
      await view.settle()
      expect(await view.page.getByText('这个页面出错了').count()).toBe(0)
      expect(view.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([])
    })

    it('an id that is gone says so, with a way to search', async () => {
      await using view = await bench.view()
      await view.page.goto('/id/cn/370100/nothing/2020/1')
      await view.page.locator('main a[href="/"], main a[href^="/?"]').first().waitFor()
      expect(await view.page.locator('main').innerText()).toMatch(/没有|不存在|找不到|不在库/)
    })
  })

  describe('of documents', () => {
    it('shows markup as text and never runs it', async () => {
      const id = await bench.service.upload('markup.txt', compose('21', [MARKUP, '其他事项。']))
      await using view = await bench.view()
      for (const address of [path(id), '/?q=完善审批流程', `/graph?focus=${encodeURIComponent(id)}`]) {
        await view.open(address)
        expect(await view.page.locator('img[src="x"]').count()).toBe(0)
        expect(await view.page.evaluate(() => 'wasRun' in globalThis)).toBe(false)
      }
      await view.open(path(id))
      expect(await view.page.locator('main').innerText()).toContain('onerror')
      expect(view.faults).toEqual([])
    })

    it.each([
      {
        name: '50 agencies on one clause',
        number: '22',
        clauses: [`推进审批改革。（${AGENCIES.join('、')}负责）`],
      },
      {
        name: 'a clause of 10,000 characters',
        number: '23',
        clauses: ['推进审批改革，优化服务。'.repeat(850)],
      },
      {
        name: '500 clauses',
        number: '24',
        clauses: Array.from({ length: 500 }, (_, index) => `第${index}项工作按时完成。（市科技局负责）`),
      },
    ])('shows $name, wide and narrow', async ({ number, clauses }) => {
      const id = await bench.service.upload(`${number}.txt`, compose(number, clauses))
      for (const looks of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await using view = await bench.view(looks)
        for (const address of [path(id), `/graph?focus=${encodeURIComponent(id)}`]) {
          await view.open(address)
          expect(await overflows(view.page)).toBeLessThanOrEqual(0)
        }
        expect(view.faults).toEqual([])
      }
    })

    it('lists all of 50 agencies with their clause', async () => {
      const id = await bench.service.upload(
        '22.txt',
        compose('22', [`推进审批改革。（${AGENCIES.join('、')}负责）`]),
      )
      const { document } = await bench.service.ask(
        'query ($id: ID!) { document(id: $id) { clauses(first: 1) { edges { node { id responsibilities { agency { name } } } } } } }',
        { id },
      )
      const clause = document.clauses.edges[0].node
      expect(clause.responsibilities.length).toBe(50)
      await using view = await bench.view()
      await view.open(path(clause.id))
      const words = await view.page.locator('main').innerText()
      expect(AGENCIES.filter((name) => !words.includes(name.slice(1)))).toEqual([])
      expect(await findBarriers(view.page)).toEqual([])
    })
  })
})
