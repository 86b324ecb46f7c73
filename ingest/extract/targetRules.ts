import type { Bound, TargetKind } from '../../src/domain/vocabulary.ts'
import type { UnitClass } from './units.ts'

/** A quantity in its phrase (from comma to comma). */
export interface Quantity {
  readonly unitClass: UnitClass
  readonly unit: string
  readonly value: number
  /** Printed in Chinese numerals. */
  readonly han: boolean
  /** Words of the phrase before and after the quantity. */
  readonly before: string
  readonly after: string
  /** The words of the sentence before the phrase. */
  readonly earlier: string
}

export interface TargetRule {
  readonly id: string
  readonly test: (q: Quantity) => boolean
  /** Null: the quantity is no target. */
  readonly result: { readonly kind: TargetKind; readonly bound: Bound } | null
  /** A phrase whose last quantity falls under this rule. */
  readonly example: string
}

const REWARD = /奖励|奖补|补助|补贴|资助|资金支持|给予|扶持|补偿|激励|奖金|贴息/
const CAPPED = /(?:最高|不超过|上限|封顶|至多|累计最高|限额)[^，]{0,12}$/
const AT_LEAST_BEFORE =
  /(?:不少于|不低于|不得少于|不得低于|至少|超过|突破|大于|高于|多于|达到?|达|提高到|提升到|提升至|提高至|增加到|增长到|扩大到|以上)(?:约|近)?$/
const AT_MOST_BEFORE =
  /(?:不超过|不得超过|不多于|不高于|最长|最多|(?<!不|不得)(?:低于|少于)|控制在|(?:压缩|缩减|缩短|减少|压减|降低|下降|降|精简)(?:至|到|为|成))(?:约|近)?$/
/** Counts in Chinese numerals are mostly part of a name or a phrase; only right after such a verb they set a goal. */
const GOAL_VERB_BESIDE =
  /(?:新增|新建|建成|建设|打造|培育|引进|组建|创建|举办|认定|达到|不少于|不低于|至少)(?:约|近)?$/
const GOAL_VERB =
  /新增|新建|建成|建设|打造|培育|引进|组建|推动|纳入|完成|实现|力争|争取|选树|遴选|认定|创建|布局|开展|举办|培训|形成|争创|发展|集聚|聚集|招引|储备|覆盖|制定|制修订|设立|建立|支持|推广|改造|落地|转化|获批|申报|检查|抽检|增设|配备|招聘|选派|培养|达/
/** A phrase that only says who is meant: 对年营业收入超过1亿元的企业. */
const CONDITION_AFTER =
  /^[^，。；]{0,20}的(?:企业|单位|机构|项目|产品|个人|医疗机构|品种|团队|平台|创新产品)?$/
const STATED_FACT = /(?:等|现有|已有|已|原有|全国|省内|市内|县内|区内|这|上述|其中|前|近|连续|过去|第)$/

/** In this order; the first that holds wins. */
export const TARGET_RULES: readonly TargetRule[] = [
  {
    id: 'target/not-existing',
    test: (q) => q.unitClass === 'count' && STATED_FACT.test(q.before),
    result: null,
    example: '充分发挥重点实验室等6家平台作用',
  },
  {
    id: 'target/not-past',
    test: (q) => q.unitClass === 'time' && /(?:近|前|连续|过去|最近|满|超过|第|逾)$/.test(q.before),
    result: null,
    example: '近3年内无违法记录',
  },
  {
    id: 'target/not-one',
    test: (q) => q.han && q.value === 1 && q.unitClass === 'count',
    result: null,
    example: '每获得一个批件',
  },
  {
    id: 'target/not-one-of-time',
    test: (q) =>
      q.unitClass === 'time' &&
      q.han &&
      !/^(?:以内|之内|内)/.test(q.after) &&
      !/(?:用|至|到|在|过)$/.test(q.before),
    result: null,
    example: '一年一度的盛会',
  },
  {
    id: 'target/not-span-of-cap',
    test: (q) => q.unitClass === 'time' && /^(?:累计|合计|总计)/.test(q.after),
    result: null,
    example: '3年累计最高奖励',
  },
  {
    id: 'target/not-baseline',
    test: (q) => /(?:从|由)(?:原来的?|原|现行的?|目前的?|法定的?)?$/.test(q.before),
    result: null,
    example: '审评时限从200日',
  },
  {
    id: 'target/not-condition',
    test: (q) =>
      q.unitClass !== 'time' &&
      CONDITION_AFTER.test(q.after) &&
      !REWARD.test(q.before.slice(-12)) &&
      /(?:^|、)(?:对|凡)|超过|达到|突破|以上|首次/.test(q.before),
    result: null,
    example: '对年销售收入首次突破1亿元的企业',
  },

  {
    id: 'target/limit-inside',
    test: (q) => q.unitClass === 'time' && /^(?:以内|之内|内)/.test(q.after),
    result: { kind: 'LIMIT', bound: 'AT_MOST' },
    example: '15个工作日内完成审核',
  },
  {
    id: 'target/limit-compressed',
    test: (q) => q.unitClass === 'time' && AT_MOST_BEFORE.test(q.before),
    result: { kind: 'LIMIT', bound: 'AT_MOST' },
    example: '审评时限压缩至60日',
  },
  {
    id: 'target/effort-span',
    test: (q) => q.unitClass === 'time' && /用$/.test(q.before) && /^(?:左右)?(?:的)?(?:时间)?/.test(q.after),
    result: { kind: 'GOAL', bound: 'AT_MOST' },
    example: '力争用3年时间',
  },
  {
    id: 'target/time-at-least',
    test: (q) =>
      q.unitClass === 'time' &&
      (AT_LEAST_BEFORE.test(q.before) || /^以上/.test(q.after)) &&
      !/^(?:以上)?[^，]{0,8}的/.test(q.after),
    result: { kind: 'GOAL', bound: 'AT_LEAST' },
    example: '每年培训不少于5天',
  },
  {
    id: 'target/time-shortened',
    test: (q) => q.unitClass === 'time' && /(?:压缩|缩短|缩减|减少|压减|提前)$/.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '办理时间缩短5个工作日',
  },
  { id: 'target/not-other-time', test: (q) => q.unitClass === 'time', result: null, example: '每3年修订' },

  {
    id: 'target/reward-cap',
    test: (q) =>
      (q.unitClass === 'money' || q.unitClass === 'percent') &&
      REWARD.test(q.before + q.after) &&
      (CAPPED.test(q.before) || /^(?:以内|封顶)/.test(q.after)),
    result: { kind: 'CAP', bound: 'AT_MOST' },
    example: '同一年度每家企业最高可获得奖励300万元',
  },
  {
    id: 'target/reward',
    test: (q) => (q.unitClass === 'money' || q.unitClass === 'percent') && REWARD.test(q.before + q.after),
    result: { kind: 'REWARD', bound: 'EXACTLY' },
    example: '每个品种奖励100万元',
  },
  {
    id: 'target/reward-standard',
    test: (q) =>
      q.unitClass === 'money' && /标准|每(?:人|家|个|户|项|年|件)/.test(q.before) && REWARD.test(q.earlier),
    result: { kind: 'REWARD', bound: 'EXACTLY' },
    example: '对优秀单位给予奖励，标准为每家10万元',
  },
  {
    id: 'target/cap-alone',
    test: (q) => q.unitClass === 'money' && CAPPED.test(q.before),
    result: { kind: 'CAP', bound: 'AT_MOST' },
    example: '单个项目最高500万元',
  },

  {
    id: 'target/at-most',
    test: (q) => AT_MOST_BEFORE.test(q.before),
    result: { kind: 'LIMIT', bound: 'AT_MOST' },
    example: '抽检不合格率控制在2%',
  },
  {
    id: 'target/at-least',
    test: (q) => AT_LEAST_BEFORE.test(q.before) || /^(?:以上|左右)/.test(q.after),
    result: { kind: 'GOAL', bound: 'AT_LEAST' },
    example: '品种数量达到30项',
  },
  {
    id: 'target/change',
    test: (q) =>
      q.unitClass === 'percent' &&
      /(?:增长|提高|提升|下降|降低|减少|压减|增加|上升)(?:了|约|近)?$/.test(q.before),
    result: { kind: 'GOAL', bound: 'AT_LEAST' },
    example: '产值年均增长10%',
  },
  {
    id: 'target/money-goal',
    test: (q) => q.unitClass === 'money' && GOAL_VERB.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '设立规模50亿元',
  },
  {
    id: 'target/count-goal',
    test: (q) =>
      q.unitClass === 'count' &&
      (q.han ? q.value >= 2 && GOAL_VERB_BESIDE.test(q.before) : GOAL_VERB.test(q.before)) &&
      !/每$/.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '新增4个创新产品',
  },
  {
    id: 'target/frequency',
    test: (q) => q.unit === '次' && !q.han && /每(?:年|季度|月|半年|周)|全年/.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '每年召开2次',
  },
]
