import {
  AT_LEAST_BEFORE,
  AT_MOST_BEFORE,
  GOAL_VERB,
  SPENT_TIME,
  type TargetRule,
  TERM_BEFORE,
  TIME_OF_EVENT,
} from './targetWords.ts'

/** Spans of time: terms, time limits and time to be spent; any other span is no target. */
export const TIME_RULES: readonly TargetRule[] = [
  {
    // 三年内培训100万人, 用两年时间新建站点9个: the span only says until when.
    id: 'target/not-span-of-goal',
    test: (q) =>
      q.unitClass === 'time' &&
      /^(?:内|(?:左右)?的?时间)[^，\d]{0,20}\d/.test(q.after) &&
      (GOAL_VERB.test(q.after) ||
        /^内(?:每年)?(?:给予|按|最高|累计|合计|共|发放|投放|投入|安排|筹措)/.test(q.after)),
    result: null,
    example: '三年内培训1',
  },
  {
    id: 'target/limit-term',
    test: (q) =>
      q.unitClass === 'time' &&
      /(?:期限|时限|工期|(?:连续|持续)(?:给予)?(?:补贴|补助|资助|支持|奖励|扶持|减免|享受)|(?:建设|施工|试点|实施|服务|培训)周期|可以?延长|可延长)(?:为|约)?$/.test(
        q.before,
      ),
    result: { kind: 'LIMIT', bound: 'AT_MOST' },
    example: '补贴期限3年',
  },
  {
    id: 'target/years-of',
    test: (q) =>
      q.unitClass === 'time' && /(?:年限|任期|聘期|租期|服务期)(?:一般|原则上)?(?:为|约)$/.test(q.before),
    result: { kind: 'LIMIT', bound: 'EXACTLY' },
    example: '林地承包年限一般为30年',
  },
  {
    id: 'target/made-public',
    test: (q) => q.unitClass === 'time' && /(?:公示|听证|异议)(?:期)?(?:时间|时限)?(?:为)?$/.test(q.before),
    result: { kind: 'LIMIT', bound: 'AT_LEAST' },
    example: '评审结果公示5个工作日',
  },
  {
    id: 'target/keep',
    test: (q) => q.unitClass === 'time' && /(?:保存|留存|保管)$/.test(q.before),
    result: { kind: 'GOAL', bound: 'AT_LEAST' },
    example: '记录至少保存3年',
  },
  {
    id: 'target/term',
    test: (q) => q.unitClass === 'time' && TERM_BEFORE.test(q.before) && !/^前/.test(q.after),
    result: { kind: 'LIMIT', bound: 'AT_MOST' },
    example: '贴息期原则上为2年',
  },
  {
    id: 'target/before-end',
    test: (q) => q.unitClass === 'time' && TIME_OF_EVENT.test(q.before) && /^(?:以)?前(?!述)/.test(q.after),
    result: { kind: 'LIMIT', bound: 'AT_LEAST' },
    example: '应当在期限届满六个月前提出申请',
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
    test: (q) => q.unitClass === 'time' && /用$/.test(q.before),
    result: { kind: 'GOAL', bound: 'AT_MOST' },
    example: '力争用3年时间',
  },
  {
    id: 'target/time-at-least',
    test: (q) =>
      q.unitClass === 'time' &&
      (AT_LEAST_BEFORE.test(q.before) || (/^以上/.test(q.after) && SPENT_TIME.test(q.before))) &&
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
]
