/** The browser of the end-to-end tests: a Chromium that is installed already; nothing is downloaded. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { describe, it } from 'vitest'

/** Where Debian puts it, and others. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
/** Nothing that asks a server of the browser's maker; WebGL by software, since there may be no GPU. */
const WORDS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The program, or why there is none; with `chromium` among the words of ZHENGMAI_REQUIRE its lack is a failure. */
export function findChromium(): { readonly path: string } | { readonly reason: string } {
  const named = process.env['ZHENGMAI_CHROMIUM'] ?? ''
  const path = (named === '' ? PLACES : [named]).find((place) => existsSync(place))
  if (path !== undefined) return { path }
  const reason = `no Chromium at ${named === '' ? PLACES.join(', ') : named} (ZHENGMAI_CHROMIUM)`
  if ((process.env['ZHENGMAI_REQUIRE'] ?? '').split(/[\s,]+/).includes('chromium')) throw new Error(reason)
  return { reason }
}

/** A fresh profile that is gone with the browser. */
export function launchChromium(): Promise<Browser> {
  const found = findChromium()
  if ('reason' in found) throw new Error(found.reason)
  return chromium.launch({ executablePath: found.path, args: WORDS })
}

/** A group of tests that need a browser; without one it is one skipped test that says why. */
export function describeInBrowser(name: string, tests: () => void): void {
  const found = findChromium()
  if ('path' in found) describe(name, tests)
  else describe(name, () => it('needs Chromium', (context) => context.skip(found.reason)))
}
