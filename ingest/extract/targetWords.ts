import type { Bound, TargetKind } from '../../src/domain/vocabulary.ts'
import type { UnitClass } from '../../src/text/units.ts'

/** A quantity in its phrase (from comma to comma). */
export interface Quantity {
  readonly unitClass: UnitClass
  readonly unit: string
  readonly value: number
  /** Upper end of a range. */
  readonly max: number | null
  /** The value before, where it is printed with the quantity. */
  readonly baseline: number | null
  /** Number and unit as printed. */
  readonly printed: string
  /** Printed in Chinese numerals. */
  readonly han: boolean
  /** Words of the phrase before and after the quantity. */
  readonly before: string
  readonly after: string
  /** Words of the phrase after the list of quantities that it stands in; `after` where it stands alone. */
  readonly behind: string
  /** Words since the quantity before it in the phrase; null for the first. */
  readonly since: string | null
  /** The words of the sentence before the phrase, and those after it. */
  readonly earlier: string
  readonly later: string
  /** The paragraph that leads on to the list which the phrase stands in; empty elsewhere. */
  readonly lead: string
}

export interface TargetRule {
  readonly id: string
  readonly test: (q: Quantity) => boolean
  /** Null: the quantity is no target. */
  readonly result: { readonly kind: TargetKind; readonly bound: Bound; readonly metric?: string } | null
  /** A phrase whose last quantity falls under this rule. */
  readonly example: string
}

export const REWARD = /奖励|奖补|补助|补贴|资助|资金支持|给予|[再各重]奖|扶持|补偿|激励|奖金|贴息/
export const CAPPED = /(?:最高|不超过|上限|封顶|至多|累计最高|限额)[^，]{0,12}$/
export const AT_LEAST_BEFORE =
  /(?:不少于|不低于|不得少于|不得低于|至少|超过|突破|大于|高于|多于|达到?|达|提高到|提升到|提升至|提高至|增加到|增长到|扩大到|以上)(?:约|近)?$/
export const AT_MOST_BEFORE =
  /(?:不超过|不得超过|不多于|不高于|不大于|(?:最长|最多)(?:为|可达|达)?|(?<!不|不得)(?:低于|少于)|控制在|(?:压缩|缩减|缩短|减少|压减|降低|下降|降|精简)(?:至|到|为|成))(?:约|近)?$/
/** Counts in Chinese numerals are mostly part of a name or a phrase; only right after such a verb they set a goal. */
export const GOAL_VERB_BESIDE =
  /(?:新增|新建|实施|更换|建成|建设|打造|培育|引进|组建|创建|举办|认定|达到|不少于|不低于|至少)(?:约|近)?$/
export const GOAL_VERB =
  /新增|新建|建成|建设|打造|培育|引进|组建|推动|纳入|完成|实现|力争|争取|选树|遴选|认定|创建|布局|布设|开设|新设|安装|架设|铺设|投放|购置|淘汰|拆除|整治|开通|开展|举办|培训|形成|争创|发展|集聚|聚集|招引|储备|覆盖|制定|制修订|设立|建立|支持|推广|改造|共建|加装|复垦|绿化|造林|清淤|疏浚|加固|关停|搬迁|安置|落地|转化|获批|申报|检查|抽检|增设|配备|招聘|选派|选送|输送|培养|达|改建|扩建|修复|治理|栽植|带动|吸纳|筹集|惠及|吸引|入驻|扶持|受益|培树|评选|选拔/
/** A phrase that only says who is meant: 对年营业收入超过1亿元的企业. */
export const CONDITION_AFTER =
  /^[^，。；]{0,20}的(?:企业|单位|机构|项目|产品|个人|部分|[县市区]|乡镇|园区|医疗机构|品种|团队|平台|创新产品)?$/
/** 对达到10项以上的医院，: behind 对 or 凡 the phrase only says who is meant, whatever they are called. */
export const HEADED_CONDITION = {
  before: /^(?:对|凡)/,
  // 对…按每村20万元的标准给予奖补 says how much
  after:
    /^[^，。；]{0,20}的(?!标准|比例|额度|幅度)(?:[\p{Script=Han}]{0,8}|[\p{Script=Han}、（）]{0,24}(?:企业|单位|机构|项目|产品|个人|人才|团队|平台|园区|主体|农户|家庭|用户|合作社|[县市区]))$/u,
}
/** A figure that bounds who or what is meant: 500万元及以下的项目, 3名以上学生, 30人以上的企业. */
export const SCOPE_AFTER =
  /^(?:（[^（）]*）)?(?:及|或者?|含)?以[上下内](?:（[^（）]*）)?(?:、[^，]*)?的?[^，]{0,30}的/
export const SCOPE_MONEY = /^(?:（[^（）]*）)?(?:(?:及|或者?)?以[上下]的|(?:及|或者?)以[上下]|以上不足)/
/** What a span of time measures where it is owed: 培训不少于40小时. */
export const SPENT_TIME = /培训|轮训|学习|实践|实训|服务|研修|时间|时长|锻炼|活动|实习|驻|开放/
export const PENALTY_AFTER = /^(?:以[上下])?[^，。；]{0,12}?(?:罚款|罚金|滞纳金|违约金)/
export const PENALTY_BEFORE = /(?:处|处以|并处|罚款|罚金|处违法所得|货值金额)[^，]{0,8}$/
/** 30% in 由30%提高到35%. */
export const CHANGED_TO_AFTER =
  /^(?:左右|以上)?(?:提高|提升|增加|增长|扩大|上升|调整|压缩|缩短|缩减|减少|压减|降低|下降|降|精简|放宽)(?:到|至|为)/
export const STATED_FACT =
  /(?:等|现有|已有|已|原有|全国|省内|市内|县内|区内|这|上述|其中|前|近|连续|过去|第)$/

/** A length of time that is named as such may be printed in Chinese numerals. */
export const TERM_BEFORE =
  /(?:期限|时限|(?:贴息|补贴|补助|扶持|免租|优惠|质保|保修|试用|试运行|过渡|缓冲|宽限|公示|公告|管护|支持)期|可以?延长|保存|留存|保管|届满|期满|到期)(?:一般|原则上)?为?$/

/** An event before which something is due: 会议召开5日前. */
export const TIME_OF_EVENT =
  /(?:届满|期满|到期|截止|开始|开工|施工|召开|举行|举办|实施|生效|启用|投用|使用|进场|停[水电气热业产]|歇业|离职|之日|活动|会议)$/

export function isFrequency(q: Quantity): boolean {
  return (
    q.unit === '次' &&
    /(?:每(?:年|季度?|半年|月|周)|全年)[^，]{0,20}$/.test(q.before) &&
    !/^以上/.test(q.after)
  )
}
