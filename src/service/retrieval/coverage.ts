import { LEVEL_NAMES } from '../../domain/vocabulary.ts'
import type { Scope } from '../scope.ts'
import { readStatistics, type Statistics } from '../statistics.ts'

/** What the corpus holds, beside each answer to an assistant: silence must not be taken for absence. */
export interface Coverage extends Pick<Statistics, 'documents' | 'clauses' | 'levels' | 'semantic'> {
  /** Names of the first places by code; `placeCount` says how many there are. */
  readonly places: readonly string[]
  readonly placeCount: number
  /** Of issue, e.g. 2019 and 2025; null where no document bears a date. */
  readonly years: { readonly from: number; readonly until: number } | null
  /** The same as one sentence in Chinese. */
  readonly statement: string
}

/** Places named in each reply at most: a reply is read by a model that pays for each word. */
const MOST_PLACES = 30

/** One request may ask several use cases. */
const asked = new WeakMap<Scope, Promise<Coverage>>()

export function readCoverage(scope: Scope): Promise<Coverage> {
  const known = asked.get(scope)
  if (known !== undefined) return known
  const coverage = countCoverage(scope)
  asked.set(scope, coverage)
  return coverage
}

async function countCoverage(scope: Scope): Promise<Coverage> {
  const { documents, clauses, levels, semantic, places, issuedFrom, issuedUntil } =
    await readStatistics(scope)
  const years =
    issuedFrom === null || issuedUntil === null
      ? null
      : { from: yearOf(issuedFrom), until: yearOf(issuedUntil) }
  const shown = places.slice(0, MOST_PLACES)
  const rest = places.length > shown.length ? `等 ${places.length} 个地区` : ''
  const parts = [
    `语料共 ${documents} 份文件、${clauses} 个条款`,
    shown.length === 0 ? '' : `地区：${shown.join('、')}${rest}`,
    levels.length === 0 ? '' : `层级：${levels.map((level) => LEVEL_NAMES[level]).join('、')}`,
    years === null ? '' : `成文年份：${years.from}—${years.until}`,
    semantic ? '语义检索可用' : '语义检索不可用，仅按关键词检索',
  ]
  const statement = `${parts.filter(Boolean).join('；')}。未收录的文件不在检索范围内。`
  return { documents, clauses, levels, semantic, places: shown, placeCount: places.length, years, statement }
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}
