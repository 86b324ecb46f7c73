import type { TargetNode } from '../domain/nodes.ts'
import type { TargetKind } from '../domain/vocabulary.ts'
import { areAkin, type MetricParts, mayBeOne, metricLikeness, readMetric } from './targetMetric.ts'
import { commonMeasure } from './targetUnits.ts'
import { judgeTargets, type TargetComparison, type Territory } from './targetVerdict.ts'

/** Kinds that may be set beside each other: a goal in one document is often a limit in the other. */
const FAMILY: Readonly<Record<TargetKind, string>> = {
  GOAL: 'figure',
  LIMIT: 'figure',
  REWARD: 'reward',
  CAP: 'cap',
  DEADLINE: 'deadline',
}

interface Side {
  readonly target: TargetNode
  readonly metric: MetricParts
  readonly family: string
}
interface Candidate {
  readonly own: Side
  readonly other: Side
  readonly likeness: number
}

/**
 * Targets of two clauses on the same metric, each at most once, in the order of the first one's text. Metrics are
 * matched by their words; those without words of their own (一次性奖励) only where both sides have equally many of them.
 * @param sameMeasure whether the clauses are about the same measure: then a pair that is akin, or a family's only targets, are
 * compared too
 * @param territory of the first clause's document to the other one's
 */
export function compareTargets(
  own: readonly TargetNode[],
  others: readonly TargetNode[],
  sameMeasure: boolean,
  territory: Territory = 'BESIDE',
): TargetComparison[] {
  const [mine, theirs] = [own.map(sideOf), others.map(sideOf)]
  const matched = [...matchByWords(mine, theirs)]
  matched.push(...matchPlain(left(mine, matched, 'own'), left(theirs, matched, 'other')))
  if (sameMeasure) {
    matched.push(...matchAkin(left(mine, matched, 'own'), left(theirs, matched, 'other')))
    matched.push(...matchOnly(left(mine, matched, 'own'), left(theirs, matched, 'other'), mine, theirs))
  }
  return matched
    .toSorted((a, b) => a.own.target.ordinal - b.own.target.ordinal)
    .map((pair) => judgeTargets(pair.own.target, pair.other.target, territory))
}

type Match = Pick<Candidate, 'own' | 'other'>

function sideOf(target: TargetNode): Side {
  return { target, metric: readMetric(target.metric ?? ''), family: FAMILY[target.targetKind] }
}

function left(sides: readonly Side[], matched: readonly Match[], key: 'own' | 'other'): Side[] {
  return sides.filter((side) => !matched.some((match) => match[key].target.id === side.target.id))
}

/** The most alike first, none twice. */
function matchByWords(mine: readonly Side[], theirs: readonly Side[]): Match[] {
  const candidates: Candidate[] = []
  for (const own of mine) {
    for (const other of theirs) {
      if (own.family !== other.family) continue
      const words = metricLikeness(own.metric, other.metric)
      if (words > 0)
        candidates.push({ own, other, likeness: words + likenessBeside(own.target, other.target) })
    }
  }
  const taken = new Set<string>()
  return candidates.toSorted(byLikeness).filter(({ own, other }) => {
    if (taken.has(`own ${own.target.id}`) || taken.has(`other ${other.target.id}`)) return false
    taken.add(`own ${own.target.id}`).add(`other ${other.target.id}`)
    return true
  })
}

/** What tells several targets on one metric apart; less than the words of the metric, more than their order. */
function likenessBeside(own: TargetNode, other: TargetNode): number {
  const sameDeadline = own.deadline !== null && own.deadline === other.deadline
  const sameCondition = own.condition !== null && own.condition === other.condition
  const shared = own.productTypeIds.some((id) => other.productTypeIds.includes(id))
  const measurable = commonMeasure(own, other) !== null
  return (sameDeadline ? 0.2 : 0) + (sameCondition ? 0.2 : 0) + (shared ? 0.1 : 0) + (measurable ? 0.1 : 0)
}

function byLikeness(a: Candidate, b: Candidate): number {
  return (
    b.likeness - a.likeness ||
    a.own.target.ordinal - b.own.target.ordinal ||
    a.other.target.ordinal - b.other.target.ordinal
  )
}

/** Targets whose metric has no words of its own, in their order, where both sides have equally many of a sort. */
function matchPlain(mine: readonly Side[], theirs: readonly Side[]): Match[] {
  const [own, other] = [groupPlain(mine), groupPlain(theirs)]
  return [...own].flatMap(([key, sides]) => {
    const opposite = other.get(key) ?? []
    if (opposite.length !== sides.length) return []
    return sides.flatMap((side, at) => {
      const match = opposite[at]
      return match === undefined ? [] : [{ own: side, other: match }]
    })
  })
}

function groupPlain(sides: readonly Side[]): Map<string, Side[]> {
  const groups = new Map<string, Side[]>()
  for (const side of sides) {
    // nothing at all is known of a figure without a metric
    if (side.metric.specific !== '' || side.target.metric === null) continue
    const key = `${side.family} ${side.metric.sort} ${side.metric.marks.grade}`
    groups.set(key, [...(groups.get(key) ?? []), side])
  }
  return groups
}

/** Targets with some words in common and one unit, each the only such one for the other. */
function matchAkin(mine: readonly Side[], theirs: readonly Side[]): Match[] {
  const isAkin = (own: Side, other: Side) =>
    own.family === other.family &&
    areAkin(own.metric, other.metric) &&
    commonMeasure(own.target, other.target) !== null
  return mine.flatMap((own) => {
    const akin = theirs.filter((other) => isAkin(own, other))
    const [other] = akin
    if (other === undefined || akin.length > 1) return []
    return mine.filter((each) => isAkin(each, other)).length === 1 ? [{ own, other }] : []
  })
}

/** The only target of a family on either side, where one of the two metrics says nothing of its own. */
function matchOnly(
  mine: readonly Side[],
  theirs: readonly Side[],
  allMine: readonly Side[],
  allTheirs: readonly Side[],
): Match[] {
  const isOnly = (sides: readonly Side[], family: string) =>
    sides.filter((side) => side.family === family).length === 1
  return mine.flatMap((own) => {
    const { family } = own
    const other = theirs.find((side) => side.family === family)
    if (other === undefined || !isOnly(allMine, family) || !isOnly(allTheirs, family)) return []
    const isPlain = own.metric.specific === '' || other.metric.specific === ''
    if (!isPlain || !mayBeOne(own.metric, other.metric)) return []
    const isMeasurable = family === 'deadline' || commonMeasure(own.target, other.target) !== null
    return isMeasurable ? [{ own, other }] : []
  })
}
