import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from './chromium.ts'
import { type Bench, findBarriers, openBench, overflows } from './harness.ts'

/** Bytes of script and style, packed, that a first visit loads before it shows anything. */
const INITIAL_BUDGET = 250 * 1024

describeInBrowser('the page', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench()
  })
  afterAll(() => bench[Symbol.asyncDispose]())

  it('has a Chinese font: two characters do not look the same', async () => {
    await using view = await bench.view()
    const same = await view.page.evaluate(() => {
      const draw = (character: string) => {
        const canvas = document.createElement('canvas')
        const pen = canvas.getContext('2d')!
        pen.font = '32px sans-serif'
        pen.fillText(character, 4, 40)
        return canvas.toDataURL()
      }
      return draw('政') === draw('策')
    })
    expect(same).toBe(false)
  })

  it('loads little script before it shows something', async () => {
    const html = await (await fetch(bench.service.url, { headers: { accept: 'text/html' } })).text()
    const paths = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
    const sizes = await Promise.all(
      paths.map(async (path) => {
        // as the size says: fetch would unpack it
        const { headers, body } = await fetch(`${bench.service.url}${path}`, {
          headers: { 'accept-encoding': 'identity' },
        })
        expect(headers.get('cache-control')).toContain('immutable')
        const bytes = await new Response(body?.pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
        return bytes.byteLength
      }),
    )
    expect(paths.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(INITIAL_BUDGET)
  })

  it('keeps language and appearance over a reload, and says them to the browser', async () => {
    await using view = await bench.view({ language: 'en' })
    await view.open('/ingest')
    await view.page.getByLabel('Theme').selectOption('dark')
    await view.page.reload()
    await view.settle()
    expect(await view.page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await view.page.locator('html').getAttribute('lang')).toBe('en')
    expect(await view.page.locator('h1').textContent()).toBe('Ingest documents')
    expect(view.faults).toEqual([])
  })

  it('says that an address leads nowhere, with a way back', async () => {
    await using view = await bench.view()
    const response = await view.page.goto('/nowhere')
    expect(response?.status()).toBe(404)
    await view.page.locator('main').getByRole('link', { name: '回到检索' }).click()
    expect(new URL(view.page.url()).pathname).toBe('/')
  })

  it('is watched by tests that would see a barrier, an overflow and a request to others', async () => {
    await using view = await bench.view()
    await view.open('/ingest')
    await view.page.evaluate(() => {
      document.querySelector('main')!.innerHTML =
        '<p style="color:#ccc;width:3000px">灰色的字看不清楚<img src="/favicon.svg"></p>'
      return fetch('http://127.0.0.1:9/elsewhere').catch(() => null)
    })
    const barriers = await findBarriers(view.page)
    expect(barriers.filter((line) => line.startsWith('color-contrast'))).toHaveLength(1)
    expect(barriers.filter((line) => line.startsWith('image-alt'))).toHaveLength(1)
    expect(await overflows(view.page)).toBeGreaterThan(1000)
    expect(view.faults.join()).toContain('elsewhere')
  })
})
