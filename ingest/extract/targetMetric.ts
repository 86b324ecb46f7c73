import { UNIT_PATTERN } from '../../src/text/units.ts'
import type { Quantity } from './targetWords.ts'

/** Whom or what a figure is meant for each time: 同一年度每家单位, 每个品种. */
const CONDITION =
  /同一年度(?:每家|每个|单个)?[^，、□]{0,8}?(?=累计|最高|可|获|享受|奖|补|不超过)|(?:每|单)(?:家|个|户|项|品种|年度)[^，、□]{0,10}?(?=累计|最高|可|奖励|给予|每年|分档|分别|补助|不超过|$)/

export function conditionOf({ before }: Quantity): string | null {
  return CONDITION.exec(before)?.[0] ?? null
}

const BASELINE = /(?:从|由)(?:原来的?|原|现行的?|目前的?|法定的?|不足|约)?(\d+(?:\.\d+)?)/
/** 30 in 30%提高到: the value right before the change, without 从. */
const CHANGED_FROM = new RegExp(
  `(\\d+(?:\\.\\d+)?)${UNIT_PATTERN}(?:提高|提升|增加|增长|扩大|上升|调整|压缩|缩短|缩减|减少|压减|降低|下降|降)(?:到|至|为)$`,
)

/** 200 in 从200日压缩至60日. */
export function baselineOf({ before, baseline }: Quantity): number | null {
  const printed = (CHANGED_FROM.exec(before) ?? BASELINE.exec(before))?.[1]
  return baseline ?? (printed === undefined ? null : Number(printed))
}

/** Of a list of amounts (200万元、300万元) the words before the first one say what is measured. */
const AMOUNTS_BEFORE = new RegExp(`(?:\\d+(?:\\.\\d+)?${UNIT_PATTERN}[、和及])+$`)
const REWARD_NOUN = /(?:一次性)?(?:奖励|奖补|补助|补贴|资助|补偿|贴息|奖金)(?:资金|经费)?/
const METRIC_LEAD =
  /^(?:(?:到|至)?(?:\d{4}年?[—–~～至到-]+)?\d{4}年(?:年?底前?|末|前)?(?:[、和](?:到)?\d{4}年(?:年?底前?|末|前)?)*各?|(?:\d{1,2}月(?:底|末|\d{1,2}日)?|年?底)前|(?:本|当|今)?年内|将|对|使|力争|推动|确保|实现|争取|要|并|且|同步|全市|全省|进一步|持续|不断|牵头)*/
const METRIC_TAIL =
  /(?:(?:从|由)[^，]*)?(?:压缩|缩减|缩短|减少|压减|降低|下降|上升|控制|保持|稳定|维持|分别|完成|提高|提升|增长|增加|扩大)?(?:至|到|为|在|达到?|突破|超过|不少于|不低于|不超过|不得少于|不得超过|最高|可?申请|可?获得|累计|奖励|的|按|按照|用|约|近)*$/

/** Words that say when or that something must be, not what. */
const MODAL_TAIL =
  /(?:应当?|必须|须|需|可以|可|要|并|但|原则上|一般|均|总体|每年|最迟|(?:自|从|在)?[^，]{1,30}(?:之日起|之日|后|之后)的?)+$/u
/** 保护率到2025年, 保护率“十四五”末: when, not what. */
const DATED_TAIL =
  /(?:(?:到|至|在|于)?(?:\d{4}年|[“□]?十[一二三四五六]五[”□]?)(?:年?底|期?末)?前?(?:和|及|与|、)?)+$/u
/** Verbs of aim at the beginning of what is counted. */
const AIM =
  /^(?:新增|新建|建成|建设|打造|培育|引进|组建|创建|新改建|改造|建立|设立|选树|遴选|认定|培养|选派|完成|推广|带动|开展|举办|累计|布设|安装|架设|铺设|投放|购置|发放)+(?=[\p{Script=Han}]{2})/u

/** What is measured, in the document's words: those before the quantity without verbs of aim and bound, else those after it. */
export function metricOf(q: Quantity, isReward: boolean): string | null {
  // 培育企业3家、基地10个: the second quantity is one of 基地.
  const own = q.since?.replace(/^(?:以上|以下|左右)?(?:的)?(?:时间)?[、和及与内]?/, '') ?? ''
  const isOwn =
    /^[\p{Script=Han}]{2,}$/u.test(own) && !/^(?:提高|提升|增加|增长|压|缩|减|降|达|最高|不|及|以)/.test(own)
  const before = (isOwn ? own : q.before)
    .replace(AMOUNTS_BEFORE, '')
    .replace(conditionOf(q) ?? '', '')
    .replace(METRIC_LEAD, '')
    .replace(/(?:分档|分别)?(?:给予|予以)[^，]*$/, '')
    .replace(/(?:为|是)每\p{Script=Han}{1,5}$/u, '')
    .replace(METRIC_TAIL, '')
    .replace(MODAL_TAIL, '')
    .replace(DATED_TAIL, '')
    .replace(AIM, '')
    .replace(/^(?:比|较|与)(?:上年|去年|\d{4}年)(?:度|年?底|末)?(?:水平|相比)?/, '')
  const after = q.after.replace(/^(?:以上|以内|之内|之间|内|左右)?的?/, '')
  const metric = isReward ? rewardMetric(q, before) : plainMetric(q, before, after)
  const clean = metric.replace(/[□“”‘’]+/g, '')
  return clean.length >= 2 ? clean : null
}

/** Words of a case, not of a thing: 年营收过1亿元的企业, 首次获批. */
const CASE = /\d|过|超|达|突破|首次|新?获(?:批|评|得)|认定|每/u
const GRANT_TAIL =
  /(?:(?:分别|分档|各|均|再|按规定|最高|一次性)*(?:给予|予以)[^，]*|(?:分别|分档|各|均|再|一次性|最高)+)$/u

/** 年营收过1亿元的企业 before 一次性奖励50万元: who gets it; null where the words before say no case. */
export function granteeOf({ before }: Quantity): string | null {
  const words = before
    .replace(AMOUNTS_BEFORE, '')
    .replace(/(?:一次性)?(?:奖励|奖补|补助|补贴|资助)(?:资金)?$/, '')
    .replace(GRANT_TAIL, '')
    .replace(/^(?:对|凡)/, '')
    .replace(/的$/, '')
  return words.length >= 3 &&
    CASE.test(words) &&
    /(?:企业|单位|项目|机构|平台|团队|产品|品种|个人|[家户个项]|元|万|亿|[批评得定])$/u.test(words)
    ? words
    : null
}

/** 创新医疗器械 + 奖励: what is rewarded, where it is named, and the kind of reward; whom it is for is the condition. */
function rewardMetric(q: Quantity, before: string): string {
  const noun = (REWARD_NOUN.exec(q.after) ?? REWARD_NOUN.exec(q.before))?.[0] ?? '支持'
  const subject = before.replace(/^按照?/, '').replace(/(?:分别|分档|各)(?=一次性$|$)/, '')
  if (!/^[\p{Script=Han}、\dA-Za-z]{2,30}$/u.test(subject) || granteeOf(q) !== null) return noun
  // 补助 + 补助, 年度奖补总额 + 奖补
  if (subject.includes(noun)) return subject
  // 一次性 + 一次性奖励
  return (noun.startsWith('一次性') ? subject.replace(/一次性$/, '') : subject) + noun
}

function plainMetric(q: Quantity, before: string, after: string): string {
  if ((q.unitClass === 'count' || /级$/.test(q.printed)) && /^[\p{Script=Han}]{2,}/u.test(after)) return after
  return before.length >= 2 ? before : after
}
