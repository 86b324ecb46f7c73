import { readFileSync } from 'node:fs'

/** Grade 2: the same concrete measure; 1: the same narrow topic. */
export interface UpperLabel {
  readonly file: string
  /** Running number of the clause in its document. */
  readonly clause: number
  readonly grade: 1 | 2
  readonly why?: string
}
/** All counterparts of one lower clause in one upper document; none is a label too. */
export interface ClauseLabel {
  readonly lower: { readonly file: string; readonly clause: number }
  readonly upper: readonly UpperLabel[]
}

/** Two documents of which all lower clauses are labelled. */
export interface LabelledPair {
  readonly lower: string
  readonly upper: string
  readonly labels: readonly ClauseLabel[]
}

export type LabelSet = 'correspondence' | 'correspondenceMore' | 'correspondenceInvented'

export function readLabels(set: LabelSet): readonly LabelledPair[] {
  const labels: readonly ClauseLabel[] = JSON.parse(
    readFileSync(new URL(`${set}.json`, import.meta.url), 'utf8'),
  )
  const upperOf = new Map(labels.flatMap(({ lower, upper }) => upper.map(({ file }) => [lower.file, file])))
  return [...upperOf].map(([lower, upper]) => ({
    lower,
    upper,
    labels: labels.filter((label) => label.lower.file === lower),
  }))
}

/** The grade of a pair of clauses by their running numbers; 0 where they do not correspond. */
export function gradeOf(pair: LabelledPair, lower: number, upper: number): 0 | 1 | 2 {
  const label = pair.labels.find((candidate) => candidate.lower.clause === lower)
  return label?.upper.find(({ clause }) => clause === upper)?.grade ?? 0
}

/** Shares, 0 to 1. Links are those of the labelled lower clauses. */
export interface LinkFigures {
  readonly clauses: number
  readonly links: number
  /** The best link of a clause that has a counterpart is one. */
  readonly hit1: number
  /** Same measures among the three best links of their clause. */
  readonly recall3: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Clauses without a counterpart that have no link. */
  readonly empty: number
}

/** @param linksOf running numbers of the upper clauses linked to a lower one, best first */
export function measureLinks(
  pairs: readonly LabelledPair[],
  linksOf: (pair: LabelledPair, lower: number) => readonly number[],
): LinkFigures {
  const count = { with: 0, hit: 0, two: 0, two3: 0, right: 0, links: 0, wanted: 0, without: 0, empty: 0 }
  for (const pair of pairs) {
    for (const { lower, upper } of pair.labels) {
      const got = linksOf(pair, lower.clause)
      const wanted = new Map(upper.map(({ clause, grade }) => [clause, grade]))
      const twos = upper.filter(({ grade }) => grade === 2)
      if (wanted.size > 0) count.with += 1
      else count.without += 1
      if (wanted.size > 0 && wanted.has(got[0] ?? -1)) count.hit += 1
      if (wanted.size === 0 && got.length === 0) count.empty += 1
      count.two += twos.length
      count.two3 += twos.filter(({ clause }) => got.slice(0, 3).includes(clause)).length
      count.right += got.filter((clause) => wanted.has(clause)).length
      count.links += got.length
      count.wanted += wanted.size
    }
  }
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
  return {
    clauses: count.with + count.without,
    links: count.links,
    hit1: share(count.hit, count.with),
    recall3: share(count.two3, count.two),
    precision: share(count.right, count.links),
    recall: share(count.right, count.wanted),
    f1: share(2 * count.right, count.links + count.wanted),
    empty: share(count.empty, count.without),
  }
}
