import type { Browser } from 'playwright-core'
import { findChromium, launchChromium } from '../test/e2e/chromium.ts'
import { startService, type TestService } from '../test/e2e/service.ts'
import type { Bench } from './bench.ts'
import { type Figure, type FigureTitle, medianFigure, skippedFigure } from './figure.ts'

/** Bars of a first visit on this machine, no file of the page kept from before (ms). */
const FIRST_PAINT = { atMost: 1500 }
const INTERACTIVE = { atMost: 2500 }
const FIND = '{ documents(first: 1) { edges { node { id } } } }'

/** Addresses by the name of their figure. */
const VIEWS: Readonly<Record<string, (document: string) => string>> = {
  search: () => '/',
  hits: () => '/?q=临床试验',
  document: (id) => `/id/${id.split('/').map(encodeURIComponent).join('/')}`,
  documents: () => '/documents',
  matrix: (id) => `/matrix?upper=${encodeURIComponent(id)}`,
  graph: (id) => `/graph?focus=${encodeURIComponent(id)}`,
  agencies: () => '/agencies',
  targets: () => '/targets',
}

/** First visits of each view in Chromium, without a GPU, over the documents that come with the program. */
export async function measure({ sizes }: Bench): Promise<Figure[]> {
  const found = findChromium()
  if ('reason' in found)
    return Object.keys(VIEWS).flatMap((name) =>
      Object.values(titlesOf(name)).map((title) => skippedFigure(title, found.reason)),
    )
  await using service = await startService()
  const { documents } = await service.ask(FIND)
  const browser = await launchChromium()
  try {
    // the browser itself starts, and the service reads its files
    await visit(browser, service, '/')
    const figures: Figure[] = []
    for (const [name, addressOf] of Object.entries(VIEWS)) {
      const visits: Visit[] = []
      for (let run = 0; run < sizes.visits; run += 1)
        visits.push(await visit(browser, service, addressOf(documents.edges[0].node.id)))
      const titles = titlesOf(name)
      figures.push(
        medianFigure(
          titles.paint,
          visits.map(({ paint }) => paint),
        ),
        medianFigure(
          titles.whole,
          visits.map(({ whole }) => whole),
        ),
      )
    }
    return figures
  } finally {
    await browser.close()
  }
}

function titlesOf(name: string): Readonly<Record<'paint' | 'whole', FigureTitle>> {
  return {
    paint: {
      ...{ name: `page/${name}/firstPaint`, what: `page, ${name}: first paint of content` },
      ...{ unit: 'ms', bar: FIRST_PAINT },
    },
    whole: {
      ...{ name: `page/${name}/interactive`, what: `page, ${name}: all of its script and data there` },
      ...{ unit: 'ms', bar: INTERACTIVE },
    },
  }
}

/** Times from the beginning of the navigation (ms). */
interface Visit {
  readonly paint: number
  readonly whole: number
}

/** In a context of its own, so that nothing is cached. */
async function visit(browser: Browser, { url }: TestService, address: string): Promise<Visit> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(noteHeading)
    await page.goto(address)
    await page.locator('main h1').first().waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
    return await page.evaluate(readTimes)
  } finally {
    await context.close()
  }
}

/** In the page: when the view's heading stands there for the first time, at the frame after it. */
function noteHeading(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('main h1') === null) return
    observer.disconnect()
    requestAnimationFrame(() => performance.mark('heading'))
  })
  observer.observe(document, { childList: true, subtree: true })
}

function readTimes(): Visit {
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const last = Math.max(...resources.map(({ responseEnd }) => responseEnd))
  const [heading] = performance.getEntriesByName('heading')
  return {
    paint: paint?.startTime ?? Number.NaN,
    whole: Math.max(last, heading?.startTime ?? Number.NaN),
  }
}
