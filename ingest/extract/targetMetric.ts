import type { Quantity } from './targetRules.ts'
import { UNIT_PATTERN } from './units.ts'

/** Whom or what a figure is meant for each time: 同一年度每家单位, 每个品种. */
const CONDITION =
  /同一年度(?:每家|每个|单个)?[^，、□]{0,8}?(?=累计|最高|可)|(?:每|单)(?:家|个|户|项|品种|年度)[^，、□]{0,10}?(?=累计|最高|可|奖励|给予|每年|分档|分别|补助|不超过|$)/

export function conditionOf({ before }: Quantity): string | null {
  return CONDITION.exec(before)?.[0] ?? null
}

const BASELINE = /(?:从|由)(?:原来的?|原|现行的?|目前的?|法定的?)?(\d+(?:\.\d+)?)/

/** 200 in 从200日压缩至60日. */
export function baselineOf({ before }: Quantity): number | null {
  const printed = BASELINE.exec(before)?.[1]
  return printed === undefined ? null : Number(printed)
}

/** Of a list of amounts (200万元、300万元) the words before the first one say what is measured. */
const AMOUNTS_BEFORE = new RegExp(`(?:\\d+(?:\\.\\d+)?${UNIT_PATTERN}[、和及])+$`)
const REWARD_NOUN = /(?:一次性)?(?:奖励|奖补|补助|补贴|资助|补偿|贴息|奖金)(?:资金|经费)?/
const METRIC_LEAD =
  /^(?:到|至)?(?:\d{4}年(?:年?底前?|末|前)?)?(?:将|对|使|力争|推动|确保|实现|争取|要|并|且|同步|全市|全省|进一步|持续|不断|牵头)*/
const METRIC_TAIL =
  /(?:(?:从|由)[^，]*)?(?:压缩|缩减|缩短|减少|压减|降低|控制|提高|提升|增长|增加|扩大)?(?:至|到|为|在|达到?|突破|超过|不少于|不低于|不超过|不得少于|不得超过|最高|可?获得|累计|奖励|的|按|按照|用|约|近)*$/

/** What is measured, in the document's words: those before the quantity without verbs of aim and bound, else those after it. */
export function metricOf(q: Quantity, isReward: boolean): string | null {
  const before = q.before
    .replace(AMOUNTS_BEFORE, '')
    .replace(conditionOf(q) ?? '', '')
    .replace(METRIC_LEAD, '')
    .replace(/(?:分档|分别)?(?:给予|予以)[^，]*$/, '')
    .replace(METRIC_TAIL, '')
  const after = q.after.replace(/^(?:以上|以内|之内|内|左右)?的?/, '')
  const metric = isReward ? rewardMetric(q, before) : plainMetric(q, before, after)
  const clean = metric.replace(/[□“”‘’]+/g, '')
  return clean.length >= 2 ? clean : null
}

/** 创新医疗器械 + 奖励: what is rewarded, where it is named, and the kind of reward. */
function rewardMetric(q: Quantity, before: string): string {
  const noun = (REWARD_NOUN.exec(q.after) ?? REWARD_NOUN.exec(q.before))?.[0] ?? '支持'
  const subject = before.replace(/^按照?/, '')
  return /^[\p{Script=Han}、\dA-Za-z]{2,30}$/u.test(subject) ? subject + noun : noun
}

function plainMetric(q: Quantity, before: string, after: string): string {
  if (q.unitClass === 'count' && /^[\p{Script=Han}]{2,}/u.test(after)) return after
  return before.length >= 2 ? before : after
}
