import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import type { InputFile } from '../../ingest/values.ts'
import { adoptEmbedder } from '../../src/app/backfill.ts'
import { createIngestOne, putReferenceNodes } from '../../src/app/ingestion.ts'
import { loadSeeds } from '../../src/app/seeds.ts'
import { comparePairs, type PairTable } from '../../src/correspondence/compare.ts'
import { type DocumentFeatures, readFeatures } from '../../src/correspondence/features.ts'
import { at } from '../../src/correspondence/matrix.ts'
import { scorePairs } from '../../src/correspondence/score.ts'
import { LINK_SCORE, LINKS_PER_CLAUSE } from '../../src/correspondence/weights.ts'
import type { ModelFiles } from '../../src/embedding/modelFiles.ts'
import { openOnnxEmbedder } from '../../src/embedding/onnx.ts'
import { createSegmenter } from '../../src/search/index.ts'
import { packageRoot } from '../support/packageRoot.ts'
import { fitWeights, probability, type Sample, type Weights } from './correspondenceFit.ts'
import { gradeOf, type LabelledPair, type LinkFigures, measureLinks } from './correspondenceLabels.ts'
import { inventedFiles } from './inventedDocuments.ts'
import { seedFiles } from './seedDocuments.ts'

const FOLDER = new URL('correspondence/', import.meta.url)

/** The features of every labelled document and of the other documents of the shipped and invented sets, by file name. */
export async function readLabelledFeatures(
  files: ModelFiles,
): Promise<ReadonlyMap<string, DocumentFeatures>> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengmai-correspondence-'))
  const store = await openEmbeddedStore({ dataDir: folder, mode: 'write' })
  const embedder = await openOnnxEmbedder({ files, workers: 2 })
  try {
    const seeds = await loadSeeds(packageRoot())
    await putReferenceNodes(store, seeds)
    await adoptEmbedder(store, embedder)
    const segmenter = createSegmenter(seeds.words)
    const ingest = createIngestOne({ store, embedder, segmenter, seeds })
    const found = new Map<string, DocumentFeatures>()
    for (const file of [...seedFiles(), ...inventedFiles(), ...correspondenceFiles()]) {
      const { documentId } = await ingest(file)
      const features = documentId === null ? undefined : await readFeatures(store, [documentId])
      for (const own of features?.values() ?? []) found.set(file.name, own)
    }
    return found
  } finally {
    await embedder[Symbol.asyncDispose]()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function correspondenceFiles(): InputFile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(new URL(name, FOLDER)) }))
}

export type Features = ReadonlyMap<string, DocumentFeatures>

/** Figures of the scorer as it is. */
export function measureScorer(features: Features, pairs: readonly LabelledPair[]): LinkFigures {
  const linksOf = new Map(pairs.map((pair) => [pair, compareLabelled(features, pair)]))
  return measureLinks(pairs, (pair, lower) => linksOf.get(pair)?.get(lower) ?? [])
}

/** Running number of a lower clause → those of the upper clauses linked to it, best first. */
function compareLabelled(features: Features, pair: LabelledPair): ReadonlyMap<number, readonly number[]> {
  const { lower, upper } = featuresOf(features, pair)
  const ordinals = new Map(
    [...lower.clauses, ...upper.clauses].map(({ clause }) => [clause.id, clause.ordinal]),
  )
  const links = new Map<number, number[]>()
  for (const { clauseIds, isLink } of scorePairs(lower, upper, false).pairs) {
    if (!isLink) continue
    const [from, to] = clauseIds.map((id) => ordinals.get(id) ?? 0) as [number, number]
    links.set(from, [...(links.get(from) ?? []), to])
  }
  return links
}

function featuresOf(
  features: Features,
  pair: LabelledPair,
): { readonly lower: DocumentFeatures; readonly upper: DocumentFeatures } {
  const [lower, upper] = [features.get(pair.lower), features.get(pair.upper)]
  if (lower === undefined || upper === undefined) throw new Error(`not read: ${pair.lower} or ${pair.upper}`)
  return { lower, upper }
}

/** A pair of clauses as the cross-validation sees it. */
interface LabelledSample extends Sample {
  readonly pair: LabelledPair
  readonly lower: number
  readonly upper: number
}

export interface CrossValidation {
  readonly figures: (pairs: readonly LabelledPair[]) => LinkFigures
  /** Of all pairs of clauses, each scored by weights that were fitted without its fold. */
  readonly scored: readonly { readonly score: number; readonly grade: 0 | 1 | 2 }[]
}

/** Weights fitted on all labelled pairs of clauses. */
export function fitAll(features: Features, pairs: readonly LabelledPair[]): Weights {
  return fitWeights(listSamples(features, pairs))
}

/**
 * Scores each pair of clauses by weights fitted on the other folds only.
 * @param foldOf the fold of a lower clause
 */
export function crossValidate(
  features: Features,
  pairs: readonly LabelledPair[],
  foldOf: (pair: LabelledPair, lower: number) => string | number,
): CrossValidation {
  const samples = listSamples(features, pairs)
  const folds = new Set(samples.map(({ pair, lower }) => foldOf(pair, lower)))
  const scored = [...folds].flatMap((fold) => {
    const isIn = ({ pair, lower }: LabelledSample) => foldOf(pair, lower) === fold
    const weights = fitWeights(samples.filter((sample) => !isIn(sample)))
    return samples.filter(isIn).map((sample) => ({ sample, score: probability(weights, sample.signals) }))
  })
  const linksOf = (pair: LabelledPair, lower: number) =>
    scored
      .filter(({ sample, score }) => sample.pair === pair && sample.lower === lower && score >= LINK_SCORE)
      .sort((a, b) => b.score - a.score)
      .slice(0, LINKS_PER_CLAUSE)
      .map(({ sample }) => sample.upper)
  return {
    figures: (some) => measureLinks(some, linksOf),
    scored: scored.map(({ sample, score }) => ({
      score,
      grade: gradeOf(sample.pair, sample.lower, sample.upper),
    })),
  }
}

function listSamples(features: Features, pairs: readonly LabelledPair[]): readonly LabelledSample[] {
  return pairs.flatMap((pair) => {
    const { lower, upper } = featuresOf(features, pair)
    const table: PairTable = comparePairs(lower, upper, false)
    return table.ones.flatMap(({ clause: from }, row) =>
      table.others.map(({ clause: to }, column) => ({
        pair,
        lower: from.ordinal,
        upper: to.ordinal,
        signals: table.signalsOf(row, column),
        isRight: gradeOf(pair, from.ordinal, to.ordinal) > 0,
      })),
    )
  })
}

/** Best score of any pair of clauses of two documents, and the number of links; for documents that share nothing. */
export function measureUnrelated(
  one: DocumentFeatures,
  other: DocumentFeatures,
): { readonly links: number; readonly best: number; readonly fieldSimilarity: number } {
  const table = comparePairs(one, other, false)
  const scores = table.ones.flatMap((_, row) =>
    table.others.map((_other, column) => at(table.scores, row, column)),
  )
  return {
    links: scorePairs(one, other, false).links.length,
    best: Math.max(0, ...scores),
    fieldSimilarity: table.fieldSimilarity,
  }
}
