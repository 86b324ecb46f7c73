import {
  AT_MOST_BEFORE,
  GOAL_VERB_BESIDE,
  PENALTY_AFTER,
  PENALTY_BEFORE,
  REWARD,
  SCOPE_AFTER,
  SCOPE_MONEY,
  STATED_FACT,
  type TargetRule,
} from './targetWords.ts'

/** 过, 首次突破 before a figure or a list of them. */
const REWARD_THRESHOLD =
  /(?:(?<![不通经])过|(?<!不|不得)超过?|达到?|突破|满)(?:约)?(?:\d+(?:\.\d+)?\p{Script=Han}{1,3}(?:以上)?[、和及])*$/u
const REWARD_AFTER_THRESHOLD =
  /^(?:[、和及][^，的]{1,30})?(?:及?以上)?的?[^，、\d]{0,15}(?:给予|予以|奖励|奖补|补助|补贴|资助)/u

const REWARD_LATER = /^，[^。；，]{0,40}(?:给予|奖励|奖补|补助|补贴|资助)/

/** Penalties, and quantities that bound who or what is meant; tried before the rules of goals and limits. */
export const SCOPE_RULES: readonly TargetRule[] = [
  {
    id: 'target/penalty-range',
    test: (q) =>
      (q.unitClass === 'money' || q.unit === '倍' || q.unit === '%') &&
      PENALTY_AFTER.test(q.after) &&
      (q.max !== null || !/^以下/.test(q.after)),
    result: { kind: 'LIMIT', bound: 'EXACTLY', metric: '罚款' },
    example: '对单位处2000元以上5000元以下罚款',
  },
  {
    id: 'target/penalty-cap',
    test: (q) =>
      (q.unitClass === 'money' || q.unit === '倍' || q.unit === '%') &&
      (PENALTY_AFTER.test(q.after) || (/^以下的?(?:罚款|$)/.test(q.after) && PENALTY_BEFORE.test(q.before))),
    result: { kind: 'LIMIT', bound: 'AT_MOST', metric: '罚款' },
    example: '可以并处一万元以下罚款',
  },
  {
    // …的，处…: the first half of a rule says when it applies.
    id: 'target/not-case',
    test: (q) => /的$/.test(q.after) || /^(?:以[上下])?的[，：]?$/.test(q.after),
    result: null,
    example: '逾期30日内不改正的',
  },
  {
    id: 'target/not-fixed-term',
    test: (q) =>
      q.unitClass === 'time' && /^(?:以[上下])?[^，]{0,6}(?:有期徒刑|徒刑|拘留|拘役|管制)/.test(q.after),
    result: null,
    example: '处5日以上10日以下拘留',
  },
  {
    id: 'target/not-scope',
    test: (q) =>
      (q.unitClass === 'money' ? SCOPE_MONEY.test(q.after) : SCOPE_AFTER.test(q.after)) &&
      !REWARD.test(q.before.slice(-12)) &&
      !AT_MOST_BEFORE.test(q.before) &&
      !GOAL_VERB_BESIDE.test(q.before),
    result: null,
    example: '重点支持单户金额500万元及以下的小微企业',
  },
  {
    id: 'target/not-threshold',
    test: (q) =>
      q.unitClass !== 'time' &&
      /(?<!不|不得)(?:超过|超出|逾|满|不足|不满|未满|大于|高于|每满|每超过)$/.test(q.before) &&
      /^(?:以上)?的/.test(q.after),
    result: null,
    example: '对超过15000元的部分据实扣除',
  },
  {
    // 不超过60平方米的户型占比不低于80%: only the second figure is a bound
    id: 'target/not-size-class',
    test: (q) =>
      q.unitClass !== 'time' &&
      /(?:不超过|超过|不足|小于|大于|低于|高于|少于|多于)$/.test(q.before) &&
      /^(?:及?以[上下])?的[^，\d]{1,12}(?:占比|比例|比重|率|占)[^，\d]{0,8}\d/.test(q.after),
    result: null,
    example: '其中不超过5亩的地块占比不低于80',
  },
  {
    // the phrase says who gets what the next one grants
    id: 'target/not-case-of-reward',
    test: (q) =>
      q.unitClass !== 'time' &&
      /(?:(?<!不|不得)(?:达到?|超过?|突破)|满)$/.test(q.before) &&
      /^(?:及?以上)?的[\p{Script=Han}]{0,10}$/u.test(q.after) &&
      REWARD_LATER.test(q.later) &&
      !REWARD.test(q.before),
    result: null,
    example: '年纳税达到30万元的骨干人员，给予奖励',
  },
  {
    id: 'target/not-each',
    test: (q) => q.value === 1 && /每\p{Script=Han}{0,4}$/u.test(q.before) && REWARD.test(q.after),
    result: null,
    example: '每新增1个新品种给予奖励',
  },
  {
    // 年营收过1亿元、5亿元的企业分别奖励20万元、50万元: only the second figures are granted
    id: 'target/not-threshold-of-reward',
    test: (q) =>
      q.unitClass !== 'time' &&
      REWARD_THRESHOLD.test(q.before) &&
      !REWARD.test(q.before) &&
      REWARD_AFTER_THRESHOLD.test(q.after),
    result: null,
    example: '年营收过1亿元的企业给予奖励',
  },
  {
    id: 'target/not-on-basis',
    test: (q) => /^的?(?:基础上|前提下|情况下)/.test(q.after),
    result: null,
    example: '在拨款水平达到12000元的基础上',
  },
  {
    id: 'target/not-several',
    test: (q) =>
      q.unitClass === 'count' &&
      /^(?:及|或者?)?以上/.test(q.after) &&
      (q.han || q.unit === '次') &&
      !GOAL_VERB_BESIDE.test(q.before) &&
      !/每(?:年|季度|月|半年|周)|不少于|不低于|至少/.test(q.before),
    result: null,
    example: '涉及两个以上部门职权范围',
  },
  {
    id: 'target/not-list-head',
    test: (q) =>
      q.unitClass === 'count' &&
      (/^：/.test(q.after) || /^(?:部门|单位|成员单位)[^，]{0,6}组成/.test(q.after)),
    result: null,
    example: '由教育、财政等方面9个部门组成',
  },
  {
    id: 'target/not-existing',
    test: (q) => q.unitClass === 'count' && STATED_FACT.test(q.before),
    result: null,
    example: '充分发挥重点实验室等6家平台作用',
  },
  {
    // 拆除前30日内报告 is due; 申报前3年内未受处罚 is not
    id: 'target/before-event',
    test: (q) =>
      q.unitClass === 'time' &&
      /\p{Script=Han}{2}前$/u.test(q.before) &&
      /^(?:以)?内(?:应当?|须)?(?:向|书面|提出|告知|通知|报[告送备请]|办理|提交|公告|公示)[^的]*$/.test(
        q.after,
      ),
    result: { kind: 'LIMIT', bound: 'AT_MOST' },
    example: '在围堰施工前10日内告知沿线村组',
  },
  {
    id: 'target/years-running',
    test: (q) =>
      q.unitClass === 'time' &&
      /连续$/.test(q.before) &&
      /^(?:每年|逐年)?(?:安排|给予|拨付|予以)/.test(q.after),
    result: { kind: 'LIMIT', bound: 'EXACTLY' },
    example: '市财政连续五年安排管护经费',
  },
  {
    id: 'target/not-past',
    test: (q) =>
      q.unitClass === 'time' &&
      /(?:近|(?<!提)前|连续|过去|最近|(?<![届期])满|(?<!不|不得)超过|第|逾)$/.test(q.before),
    result: null,
    example: '近3年内无违法记录',
  },
]
