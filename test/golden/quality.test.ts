import { describe, expect, it } from 'vitest'
import { readInventedDocuments } from './inventedDocuments.ts'
import { type Figure, keepsBar, measure } from './measure.ts'
import { readSeedDocuments } from './seedDocuments.ts'

/** Bars of the first release, F1 per field; the lower one where careful readers differ. */
const SETS: readonly [string, number, number, Figure[]][] = [
  ['shipped documents', 0.97, 0.88, measure(await readSeedDocuments())],
  ['documents of our own making', 0.92, 0.8, measure(await readInventedDocuments())],
]

describe.each(SETS)('%s', (_, bar, softBar, figures) => {
  it.each(figures.map((figure) => [figure.field, figure] as const))('%s keeps its bar', (__, figure) => {
    expect(keepsBar(figure, bar, softBar), `F1 ${figure.f1}\n${figure.errors.join('\n')}`).toBe(true)
  })
})
