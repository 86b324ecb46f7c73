/**
 * `npm run quality`: precision and recall per field on the annotated documents and per fault on answers that are checked,
 * what changed since the last release, how well clauses are linked, and how often a search is wrong on whether there is an answer.
 * `--errors` lists each difference, `--save` makes the figures at hand those of the release,
 * in `release.json` and in the README.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { measureAnswers, openCheckedCorpus, readAnswers } from './answers.ts'
import { printCorrespondences } from './correspondenceReport.ts'
import { readInventedDocuments } from './inventedDocuments.ts'
import { type Figure, measure } from './measure.ts'
import { updateTable } from './qualityTable.ts'
import { printRelevance } from './relevanceReport.ts'
import { readSeedDocuments } from './seedDocuments.ts'

const RELEASE = new URL('release.json', import.meta.url)
const README = new URL('../../README.md', import.meta.url)

/** Set of documents → field → what was measured at the release. */
type Release = Record<string, Record<string, Pick<Figure, 'precision' | 'recall' | 'f1' | 'errors'>>>

const seeds = await readSeedDocuments()
const invented = await readInventedDocuments()
const seedFigures = measure(seeds)
const inventedFigures = measure(invented)
const answers = await measureBoth()
const sets: Readonly<Record<string, Figure[]>> = {
  seeds: seedFigures,
  invented: inventedFigures,
  all: measure([...seeds, ...invented]),
  'answers, tuning': answers.tuning,
  'answers, held out': answers.heldout,
}

for (const [name, figures] of Object.entries(sets)) printTable(name, figures)
if (process.argv.includes('--save')) {
  writeFileSync(RELEASE, `${JSON.stringify(toRelease(), null, 1)}\n`)
  writeFileSync(
    README,
    updateTable(readFileSync(README, 'utf8'), { seeds: seedFigures, invented: inventedFigures, answers }),
  )
} else {
  printChanges(JSON.parse(readFileSync(RELEASE, 'utf8')))
}
console.log('')
await printCorrespondences()
console.log('')
await printRelevance()

async function measureBoth() {
  await using corpus = await openCheckedCorpus()
  return {
    tuning: await measureAnswers(corpus, readAnswers('tuning')),
    heldout: await measureAnswers(corpus, readAnswers('heldout')),
  }
}

function printTable(name: string, figures: readonly Figure[]): void {
  console.log(`${name.padEnd(23)}  gold    got  precision  recall     F1`)
  for (const { field, gold, got, precision, recall, f1, errors } of figures) {
    const columns = [
      String(gold).padStart(5),
      String(got).padStart(5),
      precision.toFixed(3).padStart(9),
      recall.toFixed(3).padStart(6),
    ]
    console.log(`${field.padEnd(23)} ${columns.join('  ')}  ${f1.toFixed(3).padStart(5)}`)
    if (name !== 'all' && process.argv.includes('--errors'))
      for (const error of errors) console.log(`  ${error}`)
  }
  console.log('')
}

function round(figure: number): number {
  return Number(figure.toFixed(4))
}

function toRelease(): Release {
  const entries = Object.entries(sets).map(([name, figures]) => {
    const fields = figures.map(({ field, precision, recall, f1, errors }) => [
      field,
      {
        precision: round(precision),
        recall: round(recall),
        f1: round(f1),
        errors: name === 'all' ? [] : errors,
      },
    ])
    return [name, Object.fromEntries(fields)]
  })
  return Object.fromEntries(entries)
}

/** Fields whose figures or facts differ from the release; with `--errors` the facts that are newly right or wrong. */
function printChanges(release: Release): void {
  console.log('changed since the last release:')
  for (const [name, figures] of Object.entries(sets)) {
    for (const { field, f1, errors } of figures) {
      const before = release[name]?.[field]
      const mended = before?.errors.filter((error) => !errors.includes(error)) ?? []
      const broken = name === 'all' ? [] : errors.filter((error) => !before?.errors.includes(error))
      if (before?.f1 === round(f1) && mended.length + broken.length === 0) continue
      console.log(`${name} ${field}: F1 ${before?.f1.toFixed(3) ?? 'none'} → ${f1.toFixed(3)}`)
      if (!process.argv.includes('--errors')) continue
      for (const error of mended) console.log(`  mended ${error}`)
      for (const error of broken) console.log(`  broken ${error}`)
    }
  }
}
