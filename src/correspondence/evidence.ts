import type { Passage } from '../domain/bundle.ts'
import type { Evidence, Pair } from '../domain/correspondence.ts'
import type { ClauseNode, TargetNode } from '../domain/nodes.ts'
import type { TextRange } from '../domain/span.ts'
import { clauseIndexText } from '../search/index.ts'
import type { PairTable } from './compare.ts'
import type { ClauseFeatures, LedgerFeature } from './features.ts'
import { findLeadPair } from './functions.ts'
import { at } from './matrix.ts'
import { nearestWindows } from './meaning.ts'
import { findSharedTerms, rangeOfTerm } from './sharedTerms.ts'
import { AFFINITY, ORDINARY, WEIGHTS } from './weights.ts'
import { characterPairs } from './wording.ts'

/** Share of its characters that two metrics have to share to be compared (Dice). */
const SAME_METRIC = 0.6

/** Why two clauses are linked, strongest first. Signals of no weight are named because a reader looks for them. */
export function explainPair(
  table: PairTable,
  row: number,
  column: number,
  isChained: boolean,
): readonly Evidence[] {
  const [one, other] = [table.ones[row]!, table.others[column]!]
  const weights = shareOut(table, row, column)
  const found = [
    meaningEvidence(one, other, weights.meaning),
    termEvidence(table, one, other, weights.wording),
    functionEvidence(one, other, weights.leads),
    productEvidence(one, other),
    targetEvidence(one, other),
    ledgerEvidence(one, other),
    isChained ? CHAIN_EVIDENCE : null,
  ]
  return found.filter((evidence) => evidence !== null).sort((a, b) => b.weight - a.weight)
}

const CHAIN_EVIDENCE: Evidence = {
  signal: 'CITATION',
  reason: '两份文件之间有“贯彻落实”或“根据”的引用关系',
  weight: 0,
  ranges: [null, null],
}

interface Shares {
  readonly meaning: number
  readonly wording: number
  readonly leads: number
}

/** Shares of the score: what each signal adds to that of an ordinary pair. Standing is shared out as affinity is made up. */
function shareOut(table: PairTable, row: number, column: number): Shares {
  const signals = table.signalsOf(row, column)
  const above = (signal: keyof typeof ORDINARY) =>
    Math.max(0, WEIGHTS[signal] * (signals[signal] - ORDINARY[signal]))
  const windows = AFFINITY.bestWindow * Math.max(0, at(table.bestWindow, row, column) - ORDINARY.meaning)
  const words = AFFINITY.wording * Math.max(0, signals.wording - ORDINARY.wording)
  const share = windows + words === 0 ? 0.5 : windows / (windows + words)
  const meaning = above('meaning') + share * above('standing')
  const wording = above('wording') + (1 - share) * above('standing')
  const leads = above('leads')
  const sum = meaning + wording + leads
  if (sum === 0) return { meaning: 1, wording: 0, leads: 0 }
  return { meaning: round(meaning / sum), wording: round(wording / sum), leads: round(leads / sum) }
}

function meaningEvidence(one: ClauseFeatures, other: ClauseFeatures, weight: number): Evidence | null {
  const windows = nearestWindows(one, other)
  if (windows === null) return null
  return {
    signal: 'MEANING',
    reason: `两处表述意思相近（余弦 ${windows.cosine.toFixed(2)}）`,
    weight,
    ranges: [rangeOf(one.clause, windows.one), rangeOf(other.clause, windows.other)],
  }
}

/** A passage in the document's normalised text. */
function rangeOf(clause: ClauseNode, { window }: Passage): TextRange {
  const { start, end } = clause.bodySpan
  const text = clauseIndexText(clause)
  const bodyStart = text.length - clause.text.length
  // the heading stands somewhere between the label and the body
  const place = (offset: number) => (offset < bodyStart ? clause.span.start : start + offset - bodyStart)
  if (clause.text === '') return { start: clause.span.start, end: clause.span.end }
  if (window === null) return { start: bodyStart > 0 ? clause.span.start : start, end }
  return { start: place(window.start), end: window.end <= bodyStart ? start : place(window.end) }
}

function termEvidence(
  table: PairTable,
  one: ClauseFeatures,
  other: ClauseFeatures,
  weight: number,
): Evidence | null {
  const terms = findSharedTerms(table, one, other)
  const [first] = terms
  if (first === undefined) return null
  return {
    signal: 'TERMS',
    reason: `共同用语：${terms.join('、')}`,
    weight,
    ranges: [rangeOfTerm(one.clause, first), rangeOfTerm(other.clause, first)],
  }
}

function functionEvidence(one: ClauseFeatures, other: ClauseFeatures, weight: number): Evidence | null {
  const pair = findLeadPair(one, other)
  if (pair === null) return null
  const bodies = `${pair.one.printed}、${pair.other.printed}`
  return {
    signal: 'FUNCTION',
    reason: pair.isSame
      ? `牵头或责任单位同管“${pair.one.function}”：${bodies}`
      : `牵头或责任单位职能相对应（${pair.one.function}、${pair.other.function}）：${bodies}`,
    weight: pair.isSame ? weight : 0,
    ranges: [pair.one.range, pair.other.range],
  }
}

function productEvidence(one: ClauseFeatures, other: ClauseFeatures): Evidence | null {
  const shared = one.products.flatMap((product) => {
    const counterpart = other.products.find(({ id }) => id === product.id)
    return counterpart === undefined ? [] : [{ product, ranges: pairRanges(product, counterpart) }]
  })
  const [first] = shared
  if (first === undefined) return null
  return {
    signal: 'PRODUCT_TYPE',
    reason: `同涉产品类型：${shared.map(({ product }) => product.name).join('、')}`,
    weight: 0,
    ranges: first.ranges,
  }
}

function pairRanges(
  one: { readonly range: TextRange | null },
  other: { readonly range: TextRange | null },
): Pair<TextRange | null> {
  return [one.range, other.range]
}

function targetEvidence(one: ClauseFeatures, other: ClauseFeatures): Evidence | null {
  for (const a of one.targets) {
    for (const b of other.targets) {
      if (a.metric === null || b.metric === null || metricLikeness(a.metric, b.metric) < SAME_METRIC) continue
      return {
        signal: 'TARGET',
        reason: `指标相近：${printTarget(a.metric, a)}；${printTarget(b.metric, b)}`,
        weight: 0,
        ranges: [
          { start: a.span.start, end: a.span.end },
          { start: b.span.start, end: b.span.end },
        ],
      }
    }
  }
  return null
}

/** A row of either clause's table of duties whose measure the other clause, or a row of it, names as well. */
function ledgerEvidence(one: ClauseFeatures, other: ClauseFeatures): Evidence | null {
  const [forward, backward] = [findLedgerRow(one, other), findLedgerRow(other, one)]
  const found = forward ?? backward
  if (found === null) return null
  const { own, counterpart } = found
  const sides: Pair<TextRange | null> = [own.range, counterpart?.range ?? null]
  const functions = own.functions.filter((name) => functionsOf(forward === null ? one : other).has(name))
  const lead = functions.length === 0 ? '' : `，牵头单位同管“${functions.join('、')}”`
  return {
    signal: 'LEDGER',
    reason: `责任台账所列举措在另一方也有${lead}：${own.measure}`,
    weight: 0,
    ranges: forward === null ? [sides[1], sides[0]] : sides,
  }
}

interface LedgerMatch {
  readonly own: LedgerFeature
  readonly counterpart: LedgerFeature | null
}

function findLedgerRow(one: ClauseFeatures, other: ClauseFeatures): LedgerMatch | null {
  const theirs =
    one.ledger === undefined ? new Map<string, number>() : characterPairs(clauseIndexText(other.clause))
  for (const own of one.ledger ?? []) {
    const counterpart = other.ledger?.find(
      ({ measure }) => metricLikeness(own.measure, measure) >= SAME_METRIC,
    )
    if (counterpart !== undefined) return { own, counterpart }
    const pairs = [...characterPairs(own.measure).keys()]
    const shared = pairs.filter((pair) => theirs.has(pair)).length
    if (pairs.length > 0 && shared / pairs.length >= SAME_METRIC) return { own, counterpart: null }
  }
  return null
}

function functionsOf({ leads, ledger = [] }: ClauseFeatures): ReadonlySet<string | null> {
  return new Set([...leads.map((lead) => lead.function), ...ledger.flatMap(({ functions }) => functions)])
}

function metricLikeness(one: string, other: string): number {
  const [a, b] = [characterPairs(one), characterPairs(other)]
  const shared = [...a.keys()].filter((pair) => b.has(pair)).length
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

function printTarget(metric: string, { value, unit, deadline }: TargetNode): string {
  const figure = value === null ? (deadline ?? '') : `${value}${unit ?? ''}`
  return `${metric} ${figure}`.trim()
}

function round(share: number): number {
  return Math.round(share * 100) / 100
}
