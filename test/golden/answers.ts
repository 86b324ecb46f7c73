import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '../../graph/embedded/store.ts'
import { createIngestOne, putReferenceNodes } from '../../src/app/ingestion.ts'
import { createServiceDeps, segmenterOf } from '../../src/app/resources.ts'
import { loadSeeds } from '../../src/app/seeds.ts'
import { checkText } from '../../src/service/check/checkText.ts'
import {
  FAULT_KINDS,
  type FaultKind,
  type FindingKind,
  type TextCheck,
} from '../../src/service/check/textCheck.ts'
import { openScope, type ServiceDeps } from '../../src/service/scope.ts'
import { packageRoot } from '../support/packageRoot.ts'
import { inventedFiles } from './inventedDocuments.ts'
import type { Figure } from './measure.ts'
import { seedFiles } from './seedDocuments.ts'

/** What a careful reader finds at a place of an answer. */
export interface ExpectedFinding {
  /** The words of the answer, which stand in it once. */
  readonly at: string
  readonly kind: FindingKind
  /** None where what the answer says is right. */
  readonly faults: readonly FaultKind[]
  /** Label of the clause that it stands in. */
  readonly clause?: string
  readonly match?: 'EXACT' | 'NEAR'
}

/** An answer of our own making over the shipped and the invented documents. */
export interface GoldAnswer {
  readonly id: string
  /** The day on which it is checked; 2025-12-31 where it does not matter. */
  readonly today?: string
  readonly text: string
  readonly expected: readonly ExpectedFinding[]
}

/** `tuning` was looked at while the rules were made, `heldout` only measured. */
export const ANSWER_SETS = ['tuning', 'heldout'] as const
export type AnswerSet = (typeof ANSWER_SETS)[number]

export function readAnswers(set: AnswerSet): GoldAnswer[] {
  return JSON.parse(readFileSync(new URL(`answers/${set}.json`, import.meta.url), 'utf8'))
}

export interface CheckedCorpus extends AsyncDisposable {
  check(answer: Pick<GoldAnswer, 'text' | 'today'>): Promise<TextCheck>
  readonly services: ServiceDeps
}

/** The shipped and the invented documents in a store of their own, without a model. */
export async function openCheckedCorpus(): Promise<CheckedCorpus> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhengmai-answers-'))
  const [store, seeds] = await Promise.all([
    openEmbeddedStore({ dataDir, mode: 'write' }),
    loadSeeds(packageRoot()),
  ])
  const segmenter = segmenterOf(seeds)
  const baseUrl = 'http://127.0.0.1:4000'
  const services = createServiceDeps({ store, seeds, embedder: () => null, segmenter, baseUrl })
  await putReferenceNodes(store, seeds)
  const ingestOne = createIngestOne({ store, embedder: null, segmenter, seeds })
  for (const file of [...seedFiles(), ...inventedFiles()]) {
    const { error } = await ingestOne(file)
    if (error !== null) throw error
  }
  return {
    services,
    check: ({ text, today = '2025-12-31' }) =>
      checkText(openScope({ ...services, today: () => today }), { text }),
    async [Symbol.asyncDispose]() {
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Precision and recall of each kind of fault, and of the clauses that quotations were found in. */
export async function measureAnswers(
  corpus: CheckedCorpus,
  answers: readonly GoldAnswer[],
): Promise<Figure[]> {
  const tallies = new Map<string, Tally>()
  const tally = (field: string): Tally => {
    const known = tallies.get(field) ?? { gold: 0, got: 0, right: 0, errors: [] }
    tallies.set(field, known)
    return known
  }
  for (const field of [...FAULT_KINDS.map((kind) => `fault.${kind}`), 'fault', 'exact', 'near', 'clause'])
    tally(field)
  for (const answer of answers) compare(answer, await corpus.check(answer), tally)
  return [...tallies].map(([field, counted]) => figureOf(field, counted))
}

interface Tally {
  gold: number
  got: number
  right: number
  readonly errors: string[]
}

function compare(answer: GoldAnswer, check: TextCheck, tally: (field: string) => Tally): void {
  const places = answer.expected.map((expected) => {
    const start = answer.text.indexOf(expected.at)
    return { ...expected, start, end: start + expected.at.length }
  })
  const gold = places.flatMap((place) => place.faults.map((kind) => ({ ...place, fault: kind })))
  const got = check.findings.flatMap((finding) =>
    finding.faults.map(({ kind, span }) => ({
      fault: kind,
      // a fault lies inside its finding: either may be what the reader marked
      start: Math.min(span.start, finding.span.start),
      end: Math.max(span.end, finding.span.end),
      message: finding.message,
    })),
  )
  const matches = (a: { fault: string; start: number; end: number }, b: typeof a) =>
    a.fault === b.fault && a.start < b.end && b.start < a.end
  for (const wanted of gold) {
    const isFound = got.some((fault) => matches(wanted, fault))
    for (const field of [`fault.${wanted.fault}`, 'fault']) {
      tally(field).gold += 1
      if (isFound) tally(field).right += 1
      else tally(field).errors.push(`${answer.id} missing ${wanted.fault} at ${wanted.at}`)
    }
  }
  for (const fault of got) {
    const isWanted = gold.some((wanted) => matches(wanted, fault))
    for (const field of [`fault.${fault.fault}`, 'fault']) {
      tally(field).got += 1
      if (!isWanted)
        tally(field).errors.push(
          `${answer.id} extra ${fault.fault} at ${answer.text.slice(fault.start, fault.end)}: ${fault.message}`,
        )
    }
  }
  comparePlaces(answer, check, places, tally)
}

/** Whether quotations were found as they are, and in the right clauses. */
function comparePlaces(
  answer: GoldAnswer,
  check: TextCheck,
  places: readonly (ExpectedFinding & { readonly start: number; readonly end: number })[],
  tally: (field: string) => Tally,
): void {
  for (const place of places) {
    const over = check.findings.filter(({ span }) => span.start < place.end && place.start < span.end)
    if (place.match !== undefined) {
      const counted = tally(place.match === 'EXACT' ? 'exact' : 'near')
      const found = over.filter(({ match }) => match !== null)
      counted.gold += 1
      if (found.length > 0) counted.got += 1
      if (found.some(({ match }) => match === place.match)) counted.right += 1
      else
        counted.errors.push(`${answer.id} ${place.match} but ${found[0]?.match ?? 'nothing'} at ${place.at}`)
    }
    if (place.clause !== undefined) {
      const counted = tally('clause')
      const found = over.filter(({ kind }) => kind === place.kind)
      counted.gold += 1
      if (found.length > 0) counted.got += 1
      const labels = found.flatMap(({ evidence }) => evidence.map(({ clause }) => clause?.label ?? ''))
      if (labels.includes(place.clause)) counted.right += 1
      else
        counted.errors.push(
          `${answer.id} clause ${place.clause} but ${labels.join() || 'nothing'} at ${place.at}`,
        )
    }
  }
}

function figureOf(field: string, { gold, got, right, errors }: Tally): Figure {
  const recall = gold === 0 ? 1 : right / gold
  // an expected fault that was found twice counts once
  const wrong = errors.filter((error) => error.includes(' extra ')).length
  const precision = field.startsWith('fault')
    ? got === 0
      ? 1
      : (got - wrong) / got
    : got === 0
      ? 1
      : right / got
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { field, gold, got, precision, recall, f1, errors } as Figure
}
