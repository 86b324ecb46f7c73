/**
 * What a cell of the matrix shows. The service says how the upper clause's target stands to the lower one's; a reader of
 * the matrix asks how the lower document stands to the upper one, so each verdict is turned round.
 */

export type Verdict = 'STRICTER' | 'EQUAL' | 'LOOSER' | 'HIGHER' | 'LOWER' | 'INCOMPARABLE'
export type DeadlineVerdict = 'EARLIER' | 'SAME' | 'LATER' | 'INCOMPARABLE'

export interface ComparisonFacts {
  readonly verdict: Verdict
  readonly deadlineVerdict: DeadlineVerdict | null
}
export interface LinkFacts {
  readonly degree: 'SAME_MEASURE' | 'SAME_TOPIC'
  readonly score: number
  readonly basis: 'EXPLICIT' | 'INFERRED' | 'REVIEWED'
  readonly targets: readonly ComparisonFacts[]
}
/** Three steps of one colour, and the gap. */
export type Tone = 'gap' | 'topic' | 'measure' | 'strong'

export interface CellFacts {
  readonly tone: Tone
  /** Of the best link; null for a gap. */
  readonly score: number | null
  readonly count: number
  readonly confirmed: boolean
  /** How the lower document's targets stand to the upper one's, each once, in the order of VERDICT_ORDER. */
  readonly verdicts: readonly Verdict[]
  /** How its deadlines do. */
  readonly deadlines: readonly DeadlineVerdict[]
}

/** A link of this score or more is drawn in the darkest step: the upper half of what one measure scores (0.5 to 1). */
const STRONG = 0.75

const VERDICT_ORDER: readonly Verdict[] = ['STRICTER', 'HIGHER', 'LOOSER', 'LOWER', 'EQUAL']
const DEADLINE_ORDER: readonly DeadlineVerdict[] = ['EARLIER', 'LATER', 'SAME']

const TURNED = {
  STRICTER: 'LOOSER',
  LOOSER: 'STRICTER',
  HIGHER: 'LOWER',
  LOWER: 'HIGHER',
  EQUAL: 'EQUAL',
  INCOMPARABLE: 'INCOMPARABLE',
} as const satisfies Record<Verdict, Verdict>
const DEADLINE_TURNED = {
  EARLIER: 'LATER',
  LATER: 'EARLIER',
  SAME: 'SAME',
  INCOMPARABLE: 'INCOMPARABLE',
} as const satisfies Record<DeadlineVerdict, DeadlineVerdict>

/** @param links from the upper clause to clauses of one lower document, best first */
export function readCell(links: readonly LinkFacts[]): CellFacts {
  const best = links[0]
  const comparisons = links.flatMap((link) => link.targets)
  const verdicts = new Set(comparisons.map(({ verdict }) => TURNED[verdict]))
  const deadlines = new Set(
    comparisons.flatMap(({ deadlineVerdict }) =>
      deadlineVerdict === null ? [] : [DEADLINE_TURNED[deadlineVerdict]],
    ),
  )
  return {
    tone: best === undefined ? 'gap' : toneOf(best),
    score: best?.score ?? null,
    count: links.length,
    confirmed: links.some(({ basis }) => basis === 'REVIEWED'),
    // what cannot be compared says nothing in a cell; the panel lists it
    verdicts: VERDICT_ORDER.filter((verdict) => verdicts.has(verdict)),
    deadlines: DEADLINE_ORDER.filter((verdict) => deadlines.has(verdict)),
  }
}

function toneOf({ degree, score }: LinkFacts): Tone {
  if (degree === 'SAME_TOPIC') return 'topic'
  // as printed, with two decimals: 0.75 never stands in two colours
  return Math.round(score * 100) / 100 >= STRONG ? 'strong' : 'measure'
}

export const FILTERS = ['all', 'gaps', 'nowhere', 'stricter', 'looser'] as const
export type Filter = (typeof FILTERS)[number]

/** Filters that need to know how targets compare. */
export const ASKS_TARGETS: ReadonlySet<Filter> = new Set(['stricter', 'looser'])

/** Whether a row is shown: `gaps` some document lacks it, `nowhere` all do, `stricter` a lower target demands more or earlier. */
export function isShown(filter: Filter, cells: readonly CellFacts[]): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'gaps':
      return cells.some(({ tone }) => tone === 'gap')
    case 'nowhere':
      return cells.length > 0 && cells.every(({ tone }) => tone === 'gap')
    case 'stricter':
      return cells.some(isStricter)
    case 'looser':
      return cells.some(isLooser)
  }
}

const isStricter = ({ verdicts, deadlines }: CellFacts): boolean =>
  verdicts.includes('STRICTER') || deadlines.includes('EARLIER')
const isLooser = ({ verdicts, deadlines }: CellFacts): boolean =>
  verdicts.includes('LOOSER') || deadlines.includes('LATER')

/** How many rows each filter leaves. */
export function countRows(rows: readonly (readonly CellFacts[])[]): Readonly<Record<Filter, number>> {
  const count = (filter: Filter): number => rows.filter((cells) => isShown(filter, cells)).length
  return Object.fromEntries(FILTERS.map((filter) => [filter, count(filter)])) as Record<Filter, number>
}

/** Where an arrow key leads in a grid of so many rows and columns; null for a key that leads nowhere. */
export function moveInGrid(
  key: string,
  from: readonly [row: number, column: number],
  size: readonly [rows: number, columns: number],
): readonly [row: number, column: number] | null {
  const [row, column] = from
  const clamp = (value: number, end: number): number => Math.max(0, Math.min(end - 1, value))
  switch (key) {
    case 'ArrowUp':
      return [clamp(row - 1, size[0]), column]
    case 'ArrowDown':
      return [clamp(row + 1, size[0]), column]
    case 'ArrowLeft':
      return [row, clamp(column - 1, size[1])]
    case 'ArrowRight':
      return [row, clamp(column + 1, size[1])]
    case 'Home':
      return [row, 0]
    case 'End':
      return [row, clamp(size[1] - 1, size[1])]
    default:
      return null
  }
}

/** Neighbouring rows of one section, so that it is named once above them. */
export function bySection<
  S extends { readonly id: string },
  R extends { readonly clause: { readonly section: S | null } },
>(rows: readonly R[]): readonly { readonly section: R['clause']['section']; readonly rows: readonly R[] }[] {
  const groups: { section: R['clause']['section']; rows: R[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last !== undefined && last.section?.id === row.clause.section?.id) last.rows.push(row)
    else groups.push({ section: row.clause.section, rows: [row] })
  }
  return groups
}
