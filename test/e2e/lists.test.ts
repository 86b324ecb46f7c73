/** Targets, agencies and the profile of one: filters, order and roles stand in the address and are really applied. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from './chromium.ts'
import { type Bench, findBarriers, openBench } from './harness.ts'

const path = (id: string) => `/id/${id.split('/').map(encodeURIComponent).join('/')}`

describeInBrowser('lists of facts', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
  })
  afterAll(() => bench[Symbol.asyncDispose]())

  it('filters targets, sorts them and leads to their words', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open('/targets')
    const all = (await bench.service.ask('{ targets(first: 1) { totalCount } }')).targets.totalCount
    await page.getByRole('status').getByText(`共 ${all} 项`).waitFor()
    await page.getByLabel('类别', { exact: true }).selectOption('LIMIT')
    await page.waitForURL(/kind=LIMIT/)
    const limits = (await bench.service.ask('{ targets(filter: { kind: LIMIT }, first: 1) { totalCount } }'))
      .targets.totalCount
    await page.getByRole('status').getByText(`共 ${limits} 项`).waitFor()
    expect(await page.locator('tbody tr').count()).toBe(limits)

    await page.getByRole('columnheader', { name: '数值' }).getByRole('link').click()
    await page.waitForURL(/sort=value/)
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toContain('数值')
    const [first] = await page.locator('tbody tr').allInnerTexts()
    await page.reload()
    await expect.poll(async () => (await page.locator('tbody tr').allInnerTexts())[0]).toBe(first)
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('sort'))

    await page.locator('tbody th a').first().click()
    await page.waitForURL(/\/id\/.*target/)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(view.faults).toEqual([])
  })

  it('sets what the service compared side by side', async ({ skip }) => {
    if (!bench.service.semantic) skip('no model')
    await using view = await bench.view()
    await view.open('/targets?group=metric')
    const groups = view.page.getByRole('heading', { level: 3 })
    await groups.getByText(/2 地/).first().waitFor()
    expect(await view.page.getByText(/^较.+(更严|更宽|持平)/).count()).toBeGreaterThan(0)
    expect(await findBarriers(view.page)).toEqual([])
  })

  it('filters agencies and sets them side by side by function', async () => {
    await using view = await bench.view()
    const { page } = view
    await view.open('/agencies')
    await page.getByLabel('层级').selectOption('PROVINCIAL')
    await page.waitForURL(/level=PROVINCIAL/)
    const filter = '{ agencies(filter: { level: PROVINCIAL }, first: 1) { totalCount } }'
    const count = (await bench.service.ask(filter)).agencies.totalCount
    await page.getByRole('status').getByText(`共 ${count} 个`).waitFor()
    await page.getByLabel('层级').selectOption('')
    await page.getByRole('link', { name: '按职能对口' }).click()
    await page.waitForURL(/view=function/)
    await page.getByRole('rowheader', { name: '科技', exact: true }).waitFor()
    await page.getByLabel('名称含').fill('没有这样的部门')
    await page.keyboard.press('Enter')
    await page.getByText('没有符合筛选的部门').waitFor()
    expect(view.faults).toEqual([])
  })

  it('counts the duties of an agency by role and names its counterparts', async () => {
    await using view = await bench.view()
    const { page } = view
    const { agency } = await bench.service.ask(
      `{ agency(name: "济宁市科技局") { id name officialName
        lead: responsibilities(role: LEAD, first: 1) { totalCount }
        counterparts { totalCount edges { node { name } } } } }`,
    )
    await view.open(path(agency.id))
    await page.getByRole('heading', { level: 1, name: agency.name }).waitFor()
    await page.getByText(agency.officialName).waitFor()
    await page.getByRole('link', { name: `牵头 ${agency.lead.totalCount}` }).click()
    await page.waitForURL(/role=LEAD/)
    await expect
      .poll(() => page.locator('[data-role=LEAD]').locator('xpath=..').locator('a').count())
      .toBe(agency.lead.totalCount)
    expect(agency.counterparts.totalCount).toBeGreaterThan(0)
    for (const { node } of agency.counterparts.edges) {
      expect(await page.getByRole('link', { name: node.name, exact: true }).count()).toBeGreaterThan(0)
    }
    expect(await findBarriers(page)).toEqual([])
    expect(view.faults).toEqual([])
  })
})
