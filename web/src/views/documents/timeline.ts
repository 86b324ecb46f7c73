import { groupBy } from '../../core/groupBy.ts'
import { LEVELS } from '../../core/labels.ts'
import type { Level } from './placeTree.ts'

export interface Dated {
  readonly issuedOn: string | null
  readonly level: Level | null
}

export interface TimelineRow<T> {
  /** Four digits; null for what bears no date. */
  readonly year: string | null
  /** Documents of each level of `Timeline.levels`, newest first. */
  readonly cells: readonly (readonly T[])[]
}
export interface Timeline<T> {
  /** Levels that occur, highest first; null for an unknown one, last. */
  readonly levels: readonly (Level | null)[]
  /** Newest first, what bears no date last. */
  readonly rows: readonly TimelineRow<T>[]
}

/** Years downward, levels across: who went first, and who followed. */
export function layOutTimeline<T extends Dated>(documents: readonly T[]): Timeline<T> {
  const order: readonly (Level | null)[] = [...(Object.keys(LEVELS) as Level[]), null]
  const levels = order.filter((level) => documents.some((document) => document.level === level))
  const years = groupBy(documents, ({ issuedOn }) => issuedOn?.slice(0, 4) ?? null)
  const rows = [...years]
    .sort(([a], [b]) => (b ?? '').localeCompare(a ?? ''))
    .map(([year, ofYear]) => ({
      year,
      cells: levels.map((level) =>
        ofYear
          .filter((document) => document.level === level)
          .sort((a, b) => (b.issuedOn ?? '').localeCompare(a.issuedOn ?? '')),
      ),
    }))
  return { levels, rows }
}
