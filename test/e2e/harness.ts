/** Views of the real service in a real browser, watched for what must never happen. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { launchChromium } from './chromium.ts'
import { startService, type TestService } from './service.ts'

/** Of the parts that a test waits for, on a machine that does other things too (ms). */
const PATIENCE = 20_000
// what a test waits for fails before the test does, with what it waited for
vi.setConfig({ testTimeout: 90_000, hookTimeout: 240_000 })
/** A view that has begun to show itself. */
export const SHOWN = 'main h1, main [role=alert]'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const AXE_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export interface Looks {
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  /** 2: as with the browser's zoom at 200 %, half as many pixels of the page in the same window. */
  readonly zoom?: number
  readonly language?: 'zh' | 'en'
}

export interface View extends AsyncDisposable {
  readonly page: Page
  /** What was written to the console as an error, thrown, or asked of anybody but the service. */
  readonly faults: string[]
  /** Opens an address of the page and waits until its heading, or what is wrong, is there and nothing is on its way. */
  open(path: string): Promise<void>
  /** Waits until nothing is on its way. */
  settle(): Promise<void>
}

export interface Bench extends AsyncDisposable {
  readonly service: TestService
  readonly browser: Browser
  view(looks?: Looks): Promise<View>
}

/** A service over the documents that come with it, and a browser. */
export async function openBench(settings: Readonly<Record<string, string>> = {}): Promise<Bench> {
  const [service, browser] = await Promise.all([startService(settings), launchChromium()])
  return {
    service,
    browser,
    view: (looks = {}) => openView(browser, service.url, looks),
    async [Symbol.asyncDispose]() {
      await browser.close()
      await service[Symbol.asyncDispose]()
    },
  }
}

async function openView(browser: Browser, url: string, looks: Looks): Promise<View> {
  const { scheme = 'light', width = 1440, height = 900, zoom = 1, language = 'zh' } = looks
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: scheme,
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(PATIENCE)
  if (language === 'en') await context.addInitScript(chooseEnglish)
  const faults: string[] = []
  await watch(context, url, faults)
  const page = await context.newPage()
  const settle = async () => {
    await page.waitForLoadState('networkidle')
    // the answer may be there a moment before it is drawn
    await page
      .locator('main')
      .getByText(/^(?:正在读取…|Loading…)$/)
      .first()
      .waitFor({ state: 'hidden' })
  }
  return {
    page,
    faults,
    settle,
    async open(path) {
      await page.goto(path)
      await page.locator(SHOWN).first().waitFor({ state: 'attached' })
      await settle()
    },
    [Symbol.asyncDispose]: () => context.close(),
  }
}

/** Once; also run in pages that have no storage. */
function chooseEnglish(): void {
  if (!location.protocol.startsWith('http')) return
  if (localStorage.getItem('zhengmai.language') === null) localStorage.setItem('zhengmai.language', 'en')
}

async function watch(context: BrowserContext, url: string, faults: string[]): Promise<void> {
  // a request to anybody else is held back as well as told
  await context.route(
    (address) => address.origin !== url && !['data:', 'blob:'].includes(address.protocol),
    (route) => {
      faults.push(`request to ${route.request().url()}`)
      return route.abort()
    },
  )
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => faults.push(`thrown: ${error.error().message}`))
}

/** The serious findings of axe, each as one line. */
export async function findBarriers(page: Page): Promise<string[]> {
  // what lies under the sticky header counts as too small a target
  await page.evaluate(() => scrollTo(0, 0))
  await page.evaluate(AXE)
  const violations = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe }
    return (await axe.run(document, { runOnly: rules })).violations
  }, AXE_RULES)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} — ${failureSummary}`),
    )
}

/** Whether the page is wider than the window: nothing but a table or a graph in a frame of its own may be. */
export function overflows(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

/** Presses Tab until what has the focus fits; fails where it is not reached. */
export async function tabTo(page: Page, selector: string, most = 80): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab')
    if ((await page.locator(`${selector}:focus`).count()) > 0) return
  }
  expect.fail(`${selector} is not reached by ${most} times Tab at ${page.url()}`)
}
