import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'
import { findChromium, launchChromium } from '../test/e2e/chromium.ts'
import { packageRoot } from '../test/support/packageRoot.ts'
import type { Bench } from './bench.ts'
import { type Bar, type Figure, type FigureTitle, singleFigure, skippedFigure } from './figure.ts'

/** Nodes, each with four edges, and frames a second not to fall below: those of sigma alone without a GPU, edges hidden while it moves. */
const GRAPHS: readonly { readonly nodes: number; readonly bar: Bar }[] = [
  { nodes: 500, bar: { atLeast: 25 } },
  { nodes: 2_000, bar: { atLeast: 10 } },
  { nodes: 5_000, bar: { atLeast: 7 } },
]
const EDGES_PER_NODE = 4
const SECONDS = 4

/** What the page answers with; see web/src/bench/graphFrames.ts. */
interface Frames {
  readonly layout: number
  readonly firstFrame: number
  readonly framesPerSecond: number
  readonly still: number
}

/** The graph explorer's picture, panned in Chromium without a GPU; beside it sigma alone on the same machine. */
export async function measure(_bench: Bench): Promise<Figure[]> {
  const found = findChromium()
  if ('reason' in found) {
    return GRAPHS.map(({ nodes, bar }) => skippedFigure(titlesOf(nodes, bar).panning, found.reason))
  }
  const folder = mkdtempSync(join(tmpdir(), 'zhengmai-frames-'))
  const browser = await launchChromium()
  try {
    await buildPage(folder)
    await using server = await serve(folder)
    const figures: Figure[] = []
    for (const { nodes, bar } of GRAPHS) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(`${server.url}/graphFrames.html`, { waitUntil: 'load' })
      const words = `${nodes}, ${EDGES_PER_NODE}, ${SECONDS}`
      const frames = await page.evaluate<Frames>(`measureGraph(${words})`)
      const alone = await page.evaluate<number>(`measureSigma(${words})`)
      await page.close()
      const titles = titlesOf(nodes, bar)
      figures.push(
        singleFigure(titles.panning, frames.framesPerSecond),
        singleFigure(titles.alone, alone),
        singleFigure(titles.layout, frames.layout),
        singleFigure(titles.first, frames.firstFrame),
        singleFigure(titles.still, frames.still),
      )
    }
    return figures
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function titlesOf(
  nodes: number,
  bar: Bar,
): Readonly<Record<'panning' | 'alone' | 'layout' | 'first' | 'still', FigureTitle>> {
  const graph = `graph of ${nodes} nodes, ${nodes * EDGES_PER_NODE} edges`
  const name = `frames/${nodes}`
  return {
    panning: { name: `${name}/panning`, what: `${graph}: frames while panning`, unit: '1/s', bar },
    alone: { name: `${name}/sigmaAlone`, what: `${graph}: the same of sigma alone`, unit: '1/s' },
    layout: { name: `${name}/layout`, what: `${graph}: laying out in lanes`, unit: 'ms' },
    first: { name: `${name}/firstFrame`, what: `${graph}: first frame`, unit: 'ms' },
    still: { name: `${name}/still`, what: `${graph}: a frame at rest with all edges and labels`, unit: 'ms' },
  }
}

async function buildPage(folder: string): Promise<void> {
  const web = join(packageRoot(), 'web')
  await build({
    ...{ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'error' },
    build: { outDir: folder, emptyOutDir: true, rollupOptions: { input: join(web, 'graphFrames.html') } },
  })
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
}

async function serve(folder: string): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://page').pathname)
    try {
      const content = readFileSync(join(folder, path))
      response
        .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
        .end(content)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
