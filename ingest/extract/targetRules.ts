import { SCOPE_RULES } from './targetScope.ts'
import { TIME_RULES } from './targetTimes.ts'
import {
  AT_LEAST_BEFORE,
  AT_MOST_BEFORE,
  CAPPED,
  CHANGED_TO_AFTER,
  CONDITION_AFTER,
  GOAL_VERB,
  GOAL_VERB_BESIDE,
  HEADED_CONDITION,
  isFrequency,
  REWARD,
  type TargetRule,
  TERM_BEFORE,
} from './targetWords.ts'

/** A size that the words state and may go on to divide. */
const SIZE = /(?:规划|建设|占地|建筑|总)(?:面积|规模|里程|长度)(?:约|为)?[\d.]+\p{Script=Han}/u

/** In this order; the first that holds wins. */
export const TARGET_RULES: readonly TargetRule[] = [
  ...SCOPE_RULES,
  {
    id: 'target/how-often-at-least',
    test: (q) => isFrequency(q) && /(?:至少|不少于|不低于|不得少于)[^，]{0,12}$/.test(q.before),
    result: { kind: 'GOAL', bound: 'AT_LEAST' },
    example: '每年至少开展一次评估',
  },
  {
    id: 'target/how-often',
    test: isFrequency,
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '每季度召开一次调度会',
  },
  {
    id: 'target/at-least-of',
    test: (q) => q.unitClass === 'count' && /(?:至少|不少于|不低于)[^，]{1,6}$/.test(q.before),
    result: { kind: 'GOAL', bound: 'AT_LEAST' },
    example: '至少帮助1人就业',
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
      !AT_LEAST_BEFORE.test(q.before) &&
      !TERM_BEFORE.test(q.before) &&
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
    test: (q) =>
      /(?:从|由)(?:原来的?|原|现行的?|目前的?|法定的?|不足|约)?$/.test(q.before) ||
      CHANGED_TO_AFTER.test(q.after),
    result: null,
    example: '审评时限从200日',
  },
  {
    id: 'target/not-headed-condition',
    test: (q) =>
      q.unitClass !== 'time' &&
      HEADED_CONDITION.before.test(q.before) &&
      HEADED_CONDITION.after.test(q.behind) &&
      !REWARD.test(q.before.slice(-12)),
    result: null,
    example: '对年度承接项目达到10项以上的医院',
  },
  {
    id: 'target/not-condition',
    test: (q) =>
      q.unitClass !== 'time' &&
      CONDITION_AFTER.test(q.behind) &&
      !REWARD.test(q.before.slice(-12)) &&
      /(?:^|、)(?:对|凡)|超过|达到|突破|以上|首次/.test(q.before),
    result: null,
    example: '对年销售收入首次突破1亿元的企业',
  },

  {
    // 年营业收入超10亿元企业2家 counts the firms.
    id: 'target/not-measure-of-counted',
    test: (q) =>
      q.unitClass === 'money' &&
      (/(?:超过?|达到?|突破)$/.test(q.before) || /^以上/.test(q.after)) &&
      /^(?:以上)?的?[\p{Script=Han}]{0,6}(?:企业|集群|园区|项目|乡镇|基地)(?:达到?)?\d/u.test(q.after),
    result: null,
    example: '培育年收入超10亿元企业达到3',
  },
  ...TIME_RULES,

  {
    // 补贴比例提高到35% changes a rule; the word 补贴 only names the rate.
    id: 'target/rate-raised',
    test: (q) =>
      q.unitClass === 'percent' &&
      /(?:比例|比率|标准|费率|率)[^，]{0,16}(?:提高|提升|增加|上调|扩大)(?:到|至)$/.test(q.before),
    result: { kind: 'GOAL', bound: 'AT_LEAST' },
    example: '补贴比例由30%提高到35%',
  },
  {
    id: 'target/multiplied',
    test: (q) => /^翻/.test(q.printed),
    result: { kind: 'GOAL', bound: 'AT_LEAST' },
    example: '产业规模翻一番',
  },
  {
    id: 'target/reward-cap',
    test: (q) =>
      (q.unitClass === 'money' || q.unitClass === 'percent') &&
      REWARD.test(q.before + q.after) &&
      (CAPPED.test(q.before) || /^(?:以内|封顶)/.test(q.after)),
    result: { kind: 'CAP', bound: 'AT_MOST' },
    example: '同一年度每个基地最高可获得奖励80万元',
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
      q.unitClass === 'money' &&
      /标准|每(?:人|家|个|户|项|年|件)/.test(q.before) &&
      !CAPPED.test(q.before) &&
      REWARD.test(q.earlier),
    result: { kind: 'REWARD', bound: 'EXACTLY' },
    example: '对优秀单位给予奖励，标准为每家10万元',
  },
  {
    // 补助标准如下： and below it 甲类每亩300元；乙类每亩200元
    id: 'target/reward-listed',
    test: (q) =>
      q.unitClass === 'money' &&
      q.after === '' &&
      /每\p{Script=Han}{1,4}为?$/u.test(q.before) &&
      REWARD.test(q.lead),
    result: { kind: 'REWARD', bound: 'EXACTLY' },
    example: '补助标准如下：\n1.坡耕地每亩300元；',
  },
  {
    id: 'target/cap-of-extent',
    test: (q) => q.unitClass === 'count' && REWARD.test(q.earlier + q.before) && /最高$/.test(q.before),
    result: { kind: 'CAP', bound: 'AT_MOST' },
    example: '给予租金补贴，补贴面积最高3000平方米',
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
    id: 'target/at-least-share',
    test: (q) => q.unitClass === 'percent' && /(?:至少|不少于|不低于)[^，]{1,12}的$/.test(q.before),
    result: { kind: 'GOAL', bound: 'AT_LEAST' },
    example: '抽检数量不低于上市批次的5%',
  },
  {
    id: 'target/at-least-each',
    test: (q) => q.unitClass === 'money' && /(?:至少|不少于|不低于)每\p{Script=Han}{1,4}$/u.test(q.before),
    result: { kind: 'GOAL', bound: 'AT_LEAST' },
    example: '亩均税收不低于每亩15万元',
  },
  {
    id: 'target/change',
    test: (q) =>
      q.unitClass === 'percent' &&
      (/(?:增长|增幅|增速|提高|提升|下降|降低|减少|削减|压减|缩减|节约|降幅|增加|上升|高出)(?:了|约|近)?(?:超过)?$/.test(
        q.before,
      ) ||
        (q.unit === '个百分点' && /(?:高于|低于|快于|优于)[^，]{1,16}$/.test(q.before))),
    result: { kind: 'GOAL', bound: 'AT_LEAST' },
    example: '产值年均增长10%',
  },
  {
    // 降低贷款利率0.5个百分点: what changes stands between the verb and the figure
    id: 'target/points',
    test: (q) =>
      q.unit === '个百分点' &&
      /(?:提高|提升|增加|扩大|上浮|上调|降低|下降|下浮|下调|减少|压减)[\p{Script=Han}]{2,16}$/u.test(
        q.before,
      ),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '下调农户小额贷款利率1个百分点',
  },
  {
    id: 'target/of-a-year',
    test: (q) =>
      q.unitClass === 'percent' &&
      /(?:恢复|达|提高|提升|增加|降|控制)(?:到|至|在)?(?:\d{4}年|上年|去年|同期)[^，]{0,12}的?$/.test(
        q.before,
      ),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '旅游收入恢复到2019年的90%',
  },
  {
    id: 'target/cap-share',
    test: (q) => q.unitClass === 'percent' && /(?:封顶线?|上限|限额|最高额度?)为?[^，]{0,24}$/.test(q.before),
    result: { kind: 'CAP', bound: 'AT_MOST' },
    example: '补助封顶线为上年度人均收入的1.5倍',
  },
  {
    id: 'target/money-goal',
    test: (q) => q.unitClass === 'money' && GOAL_VERB.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '设立规模50亿元',
  },
  {
    id: 'target/funds',
    test: (q) =>
      q.unitClass === 'money' &&
      /(?:安排|统筹|列支|筹措|投入)[^，已]{0,14}(?:资金|经费|财力)$/.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '省财政每年安排专项资金2000万元',
  },
  {
    id: 'target/budget',
    test: (q) =>
      q.unitClass === 'money' && /(?:财政|预算)[^，已]{0,10}(?:安排|统筹|列支|筹措|投入)$/.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '县财政每年统筹安排800万元',
  },
  {
    id: 'target/share-due',
    test: (q) =>
      q.unitClass === 'percent' &&
      /(?:按照?|依照)[^，]{0,20}$/.test(q.before) &&
      /^(?:的)?(?:比例|标准)?(?:予以|给予)?(?:退还|返还|退回|交纳|缴纳|收取|执行|征收|减收|减征|减免|扣减|扣除|计提|提取|支付|赔偿|拨付|分担|承担)/.test(
        q.after,
      ),
    result: { kind: 'LIMIT', bound: 'EXACTLY' },
    example: '按已交物业费的百分之四十退还',
  },
  {
    id: 'target/size',
    test: (q) =>
      (q.unitClass === 'count' || q.unitClass === 'money') &&
      !q.han &&
      /(?:规划|建设|占地|建筑|首期|总)(?:面积|规模|投资|里程|长度)(?:约|为)?$/.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '规划面积12平方公里',
  },
  {
    // 规划面积30平方公里，其中北区18平方公里，南区12平方公里
    id: 'target/size-among',
    test: (q) =>
      q.unitClass === 'count' &&
      !q.han &&
      q.after === '' &&
      SIZE.test(q.earlier) &&
      (/^其中\p{Script=Han}{1,8}$/u.test(q.before) ||
        (/^\p{Script=Han}{1,4}[区片园段期]$/u.test(q.before) &&
          /其中\p{Script=Han}{1,8}[\d.]+\p{Script=Han}{1,5}，$/u.test(q.earlier))),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '规划面积30平方公里，其中北区18平方公里，南区12平方公里',
  },
  {
    id: 'target/instalment',
    test: (q) =>
      q.unitClass === 'money' &&
      /^(?:其中)?[首一二三每]期$/.test(q.before) &&
      /(?:到位|出资|拨付|募集|投入|注入)$/.test(q.after),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '首期2亿元于年内到位',
  },
  {
    id: 'target/price',
    test: (q) =>
      q.unitClass === 'money' &&
      /(?:[单票租售水电气热均房]价|价格|房租|租金|收费|费用|标准)(?:统一)?(?:为|是)(?:每\p{Script=Han}{1,5})?$/u.test(
        q.before,
      ),
    result: { kind: 'LIMIT', bound: 'EXACTLY' },
    example: '城区公交票价为1元',
  },
  {
    id: 'target/rate-reached',
    test: (q) => q.unitClass === 'percent' && /(?:实现|确保|力争|推动)[^，]{0,24}率$/.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '实现责任险投保率百分之百',
  },
  {
    id: 'target/project-size',
    test: (q) =>
      q.unitClass === 'count' &&
      !q.han &&
      /(?:确保|力争|推动|加快)[^，\d]{0,8}$/.test(q.before) &&
      /^级?[\p{Script=Han}]{0,6}项目[^，]{0,16}(?:并网|投产|投运|投用|建成|竣工|完工|开工)/u.test(q.after),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '确保首批20万千瓦项目年内并网',
  },
  {
    id: 'target/scale-goal',
    test: (q) => /级$/.test(q.printed) && GOAL_VERB.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '打造千亿级产业集群',
  },
  {
    id: 'target/percent-goal',
    test: (q) =>
      q.unitClass === 'percent' &&
      /(?:完成|实现|达|覆盖|占比?为?|(?:保持|稳定|维持|控制)在?|力争|为)(?:约|近)?$/.test(q.before) &&
      !/(?:已|均已|累计)[^，]{0,4}$/.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '确保工程量完成80%',
  },
  {
    id: 'target/changed-by',
    test: (q) =>
      (q.unitClass === 'count' || q.unitClass === 'money') &&
      !q.han &&
      /(?:增加|扩大|减少|压减|削减|增长|增收)(?:约|近)?$/.test(q.before) &&
      !/(?:已|累计|同比)[^，]{0,12}$/.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '公共绿地面积增加6万平方米',
  },
  {
    id: 'target/kept-at',
    test: (q) =>
      (q.unitClass === 'count' || q.unitClass === 'money') &&
      /(?:保持|稳定|维持)在(?:约|近)?$/.test(q.before),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '粮食播种面积稳定在80万亩',
  },
  {
    // 培育规上企业20家，其中专精特新企业5家
    id: 'target/among',
    test: (q) =>
      q.unitClass === 'count' && !q.han && /^其中/.test(q.before) && GOAL_VERB.test(q.earlier.slice(-40)),
    result: { kind: 'GOAL', bound: 'EXACTLY' },
    example: '新建社区食堂30个，其中农村食堂12个',
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
]
