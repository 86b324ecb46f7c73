/** What holds for each view, over the documents that come with the program. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeInBrowser } from './chromium.ts'
import { type Bench, findBarriers, openBench, overflows, SHOWN } from './harness.ts'

const OPINION = '鲁政办字〔2025〕177号'
const path = (id: string) => `/id/${id.split('/').map(encodeURIComponent).join('/')}`
const FIND = `{
  documents(first: 20) { edges { node { id number } } }
  search(query: "临床试验", first: 1) { edges { node { clause { id responsibilities { agency { id } } } } } }
  agencies(first: 1) { edges { node { id } } }
  productTypes { id }
}`

/** Addresses with what they name filled in from the corpus; each opened in several looks. */
const VIEWS = {
  'search without a question': () => '/',
  'search with hits': () => '/?q=临床试验',
  'search without hits': () => '/?q=qqqqzzzz',
  documents: () => '/documents',
  'a document': ({ document }) => path(document),
  'a clause': ({ clause }) => path(clause),
  'an agency': ({ agency }) => path(agency),
  'a place': () => path('place/370100'),
  'a product type': ({ productType }) => path(productType),
  'the matrix without a document': () => '/matrix',
  'the matrix': ({ document }) => `/matrix?upper=${encodeURIComponent(document)}`,
  'the graph without a focus': () => '/graph',
  'the graph of a document': ({ document }) => `/graph?focus=${encodeURIComponent(document)}`,
  'the graph of a clause': ({ clause }) => `/graph?focus=${encodeURIComponent(clause)}`,
  agencies: () => '/agencies',
  targets: () => '/targets',
  ingest: () => '/ingest',
  'the API': () => '/api',
} satisfies Record<string, (ids: Ids) => string>

interface Ids {
  readonly document: string
  readonly clause: string
  readonly agency: string
  readonly productType: string
}

const LOOKS = [
  { name: 'light', scheme: 'light', width: 1440, height: 900, zoom: 1, language: 'zh' },
  { name: 'dark, narrow', scheme: 'dark', width: 390, height: 844, zoom: 1, language: 'zh' },
  { name: 'zoom 200 %, English', scheme: 'light', width: 1280, height: 1024, zoom: 2, language: 'en' },
] as const

describeInBrowser('each view', () => {
  let bench: Bench
  let ids: Ids
  beforeAll(async () => {
    bench = await openBench()
    const found = await bench.service.ask(FIND)
    // biome-ignore lint/suspicious/noExplicitAny: nodes of GraphQL
    const opinion = found.documents.edges.find(({ node }: any) => node.number === OPINION)
    const { clause } = found.search.edges[0].node
    ids = {
      document: opinion.node.id,
      clause: clause.id,
      agency: clause.responsibilities[0]?.agency.id ?? found.agencies.edges[0].node.id,
      productType: found.productTypes[0].id,
    }
  })
  afterAll(() => bench[Symbol.asyncDispose]())

  describe.each(LOOKS)('($name)', (looks) => {
    it.each(Object.keys(VIEWS) as (keyof typeof VIEWS)[])(
      '%s has no barrier, no fault and no overflow',
      async (name) => {
        await using view = await bench.view(looks)
        await view.open(VIEWS[name](ids))
        expect(await view.page.locator('main [role=alert]').allTextContents()).toEqual([])
        expect(await findBarriers(view.page)).toEqual([])
        expect(await overflows(view.page)).toBeLessThanOrEqual(0)
        expect(view.faults).toEqual([])
      },
    )
  })

  it.each(Object.keys(VIEWS) as (keyof typeof VIEWS)[])('%s is the same after a reload', async (name) => {
    await using view = await bench.view()
    const { page } = view
    await view.open(VIEWS[name](ids))
    const [address, title, words] = [page.url(), await page.title(), await page.locator('main').innerText()]
    await page.reload()
    await page.locator(SHOWN).first().waitFor({ state: 'attached' })
    await view.settle()
    expect([page.url(), await page.title()]).toEqual([address, title])
    expect(await page.locator('main').innerText()).toBe(words)
  })
})
