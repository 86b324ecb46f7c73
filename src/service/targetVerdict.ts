import type { IsoDate, TargetNode } from '../domain/nodes.ts'
import { differ, readMetric } from './targetMetric.ts'
import { type CommonMeasure, commonMeasure, isTime } from './targetUnits.ts'

/** How one target stands to another one: STRICTER and LOOSER for limits and goals, HIGHER and LOWER for rewards and caps. */
export type TargetVerdict = 'STRICTER' | 'EQUAL' | 'LOOSER' | 'HIGHER' | 'LOWER' | 'INCOMPARABLE'
export type DeadlineVerdict = 'EARLIER' | 'SAME' | 'LATER' | 'INCOMPARABLE'

export interface TargetComparison {
  readonly target: TargetNode
  readonly other: TargetNode
  readonly verdict: TargetVerdict
  /** Null where neither has a deadline. */
  readonly deadlineVerdict: DeadlineVerdict | null
  /** `target` less `other`; null where they cannot be compared or a range is printed. */
  readonly difference: number | null
  readonly differenceUnit: string | null
}

/** What is better the less of it there is, where a goal names a figure without saying 以内 or 以上. */
const UNWANTED =
  /死亡|发病|失业|辍学|贫困|能耗|排放|浓度|污染|违约|投诉|亏损|缺口|事故|空置|逾期|差错|损耗|不合格|不良|成本|负担|费用/u
const DAY_MS = 86_400_000

/**
 * Where the place of the one document lies to that of the other: BELOW: within it, ABOVE: around it. BESIDE: the same
 * place, or two that have nothing to do with each other.
 */
export type Territory = 'BELOW' | 'ABOVE' | 'BESIDE'

/** Compares two targets that measure the same. @param territory of `target`'s document to the other one's */
export function judgeTargets(
  target: TargetNode,
  other: TargetNode,
  territory: Territory = 'BESIDE',
): TargetComparison {
  const deadlineVerdict = judgeDeadlines(target.deadline, other.deadline)
  if (target.targetKind === 'DEADLINE' && other.targetKind === 'DEADLINE')
    return { target, other, ...judgeByDeadline(target, other, deadlineVerdict), deadlineVerdict }
  const measure = sameTerms(target, other, territory) ? commonMeasure(target, other) : null
  const order = measure === null ? null : orderOf(measure)
  if (order !== null && isShare(order, target, other, territory))
    return { target, other, verdict: 'INCOMPARABLE', deadlineVerdict, difference: null, differenceUnit: null }
  const verdict = order === null ? 'INCOMPARABLE' : nameOrder(order, target, other)
  const isKnown = verdict !== 'INCOMPARABLE' && measure !== null && !isRange(measure)
  return {
    target,
    other,
    verdict,
    deadlineVerdict,
    difference: isKnown ? round(measure.own.least - measure.other.least) : null,
    differenceUnit: isKnown ? measure.unit : null,
  }
}

export function judgeDeadlines(own: IsoDate | null, other: IsoDate | null): DeadlineVerdict | null {
  if (own === null && other === null) return null
  if (own === null || other === null) return 'INCOMPARABLE'
  return own < other ? 'EARLIER' : own > other ? 'LATER' : 'SAME'
}

/** Days from one date to another one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

const BY_DEADLINE = { EARLIER: 'STRICTER', SAME: 'EQUAL', LATER: 'LOOSER' } as const

function judgeByDeadline(
  { deadline: own }: TargetNode,
  { deadline: other }: TargetNode,
  verdict: DeadlineVerdict | null,
): Pick<TargetComparison, 'verdict' | 'difference' | 'differenceUnit'> {
  if (own === null || other === null || verdict === null || verdict === 'INCOMPARABLE')
    return { verdict: 'INCOMPARABLE', difference: null, differenceUnit: null }
  return { verdict: BY_DEADLINE[verdict], difference: daysBetween(other, own), differenceUnit: '天' }
}

/** Whether both figures are about the same: 全省 against 全市, 新增 against 累计, 每个项目 against 每家企业每年 are not. */
function sameTerms(target: TargetNode, other: TargetNode, territory: Territory): boolean {
  const [own, its] = [readMetric(target.metric ?? ''), readMetric(other.metric ?? '')]
  if (differ(own.marks.counting, its.marks.counting)) return false
  if (territory === 'BESIDE' && isAbsolute(target) && differ(own.marks.scope, its.marks.scope)) return false
  return !differ(foldCondition(target.condition), foldCondition(other.condition))
}

/** What is counted for each of something is no total of a place. */
const FOR_EACH = /每|人均|户均|平均|单个|单家|各/u

/**
 * Whether the smaller figure may be the smaller place's share of the greater one: 3500户 of a city and 6万户 of its
 * province say nothing of each other. A city that sets itself more than the whole province does demand more.
 */
function isShare(order: -1 | 0 | 1, target: TargetNode, other: TargetNode, territory: Territory): boolean {
  if (territory === 'BESIDE' || order === 0 || !isAbsolute(target)) return false
  if (target.targetKind === 'REWARD' || target.targetKind === 'CAP') return false
  const words = [target, other].map(({ metric, condition }) => `${metric ?? ''}${condition ?? ''}`)
  if (words.some((each) => FOR_EACH.test(each))) return false
  return territory === 'BELOW' ? order < 0 : order > 0
}

/** Units of what is the same in a small place and a large one: rates, hours of a course, how often something is held. */
const RELATIVE_UNIT = /^(?:%|个百分点|倍|学时|课时|次|期)|\//u

/** A count or a sum grows with the place; a rate or a time limit does not. */
function isAbsolute(target: TargetNode): boolean {
  return !isTime(target) && !RELATIVE_UNIT.test(target.amountUnit ?? '')
}

/** 每家单位, 每户企业 and 单个医疗机构 are one condition, 同一年度 is another. */
function foldCondition(condition: string | null): string | null {
  if (condition === null) return null
  return condition
    .replace(/每[个家户名]|单个|单家|同一(?!年)/gu, '每')
    .replace(/单位|企业|机构|医疗|主体|申请人/gu, '家')
    .replace(/家+/gu, '家')
    .replace(/同一年度|每年度?|年度/gu, '年')
    .replace(/奖励|奖补|补助|补贴|资助|[，、的]/gu, '')
}

/** Sign of own less other; null where ranges overlap without being equal. */
function orderOf({ own, other }: CommonMeasure): -1 | 0 | 1 | null {
  const [low, high] = [compare(own.least, other.least), compare(own.most, other.most)]
  if (low === high) return low
  return low === 0 ? high : high === 0 ? low : null
}

/** Conversions leave rounding errors far below this share. */
const TOLERANCE = 1e-9

function compare(a: number, b: number): -1 | 0 | 1 {
  if (Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b))) return 0
  return a < b ? -1 : 1
}

function nameOrder(order: -1 | 0 | 1, target: TargetNode, other: TargetNode): TargetVerdict {
  const isMoney = target.targetKind === 'REWARD' || target.targetKind === 'CAP'
  if (isMoney) return order === 0 ? 'EQUAL' : order > 0 ? 'HIGHER' : 'LOWER'
  const [wanted, itsWanted] = [wantedOrder(target), wantedOrder(other)]
  if (wanted !== itsWanted) return 'INCOMPARABLE'
  return order === 0 ? 'EQUAL' : order === wanted ? 'STRICTER' : 'LOOSER'
}

/** The direction in which the target demands more: −1 down, 1 up. */
function wantedOrder(target: TargetNode): -1 | 1 {
  if (target.bound === 'AT_MOST') return -1
  if (target.bound === 'AT_LEAST') return 1
  if (isTime(target)) return -1
  const metric = target.metric ?? ''
  const isUnwanted = UNWANTED.test(metric) && !/[降减压]/u.test(metric)
  return target.targetKind === 'LIMIT' || isUnwanted ? -1 : 1
}

function isRange({ own, other }: CommonMeasure): boolean {
  return own.least !== own.most || other.least !== other.most
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
