/**
 * Draws the pictures of the README anew: `npx tsx scripts/pictures.ts`, over the documents that come with the program, in
 * the Chromium that is installed.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchChromium } from '../test/e2e/chromium.ts'
import { startService } from '../test/e2e/service.ts'

const FOLDER = fileURLToPath(new URL('../docs/images/', import.meta.url))
/** The document whose implementation is shown. */
const NUMBER = '鲁政办字〔2025〕177号'
const FIND = '{ documents(first: 50) { edges { node { id number } } } }'
const SIZE = { width: 1280, height: 800 }

/** Names of the files and what they show. */
const PICTURES: Readonly<Record<string, (document: string) => string>> = {
  'search.png': () => '/?q=临床试验启动时间',
  'graph.png': (id) => `/graph?focus=${encodeURIComponent(id)}`,
  'matrix.png': (id) => `/matrix?upper=${encodeURIComponent(id)}`,
}

await using service = await startService()
const { documents } = await service.ask(FIND)
const nodes = documents.edges.map(({ node }: { node: { id: string; number: string | null } }) => node)
const { id } = nodes.find(({ number }: { number: string | null }) => number === NUMBER)
const browser = await launchChromium()
const page = await browser.newPage({ baseURL: service.url, viewport: SIZE, colorScheme: 'light' })
for (const [name, addressOf] of Object.entries(PICTURES)) {
  await page.goto(addressOf(id))
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1000)
  await page.screenshot({ path: join(FOLDER, name), animations: 'disabled' })
  console.log(name)
}
await browser.close()
