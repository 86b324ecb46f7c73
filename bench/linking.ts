import { findModel } from '../test/support/model.ts'
import type { Bench } from './bench.ts'
import { loadBuilt } from './built.ts'
import { type Figure, type FigureTitle, singleFigure, skippedFigure } from './figure.ts'
import { configOf } from './openServices.ts'

/** A thousand documents in ten minutes. */
const BAR = { atLeast: 1_000 / 600 }

/** How fast the clauses of documents that have their vectors are linked with each other's. */
export async function measure({ built, sizes, corpus }: Bench): Promise<Figure[]> {
  const title: FigureTitle = {
    ...{
      name: 'linking/documents',
      what: `documents linked, of ${sizes.linkedDocuments} with 40 clauses each`,
    },
    ...{ unit: '1/s', bar: BAR },
  }
  const peak: FigureTitle = {
    name: 'linking/peak',
    what: 'greatest memory of the linking process',
    unit: 'MB',
  }
  const model = await findModel()
  if ('reason' in model) return [skippedFigure(title, model.reason), skippedFigure(peak, model.reason)]
  const { openStore } = await loadBuilt<typeof import('../src/app/resources.ts')>(built, 'src/app/resources')
  const { linkAll } = await loadBuilt<typeof import('../src/correspondence/link.ts')>(
    built,
    'src/correspondence/link',
  )
  await using store = await openStore(configOf(corpus('linking')), 'write')
  const start = performance.now()
  const reports = await linkAll({ store }, { signal: new AbortController().signal })
  const ms = performance.now() - start
  if (reports.length !== sizes.linkedDocuments) throw new Error(`${reports.length} documents were linked`)
  return [
    singleFigure(title, (reports.length / ms) * 1000),
    singleFigure(peak, process.resourceUsage().maxRSS / 1024),
  ]
}
