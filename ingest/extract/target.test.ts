import { describe, expect, it } from 'vitest'
import { UNITS, unitRow } from '../../src/text/units.ts'
import { findTargets } from './target.ts'
import type { TargetTime } from './targetDates.ts'
import { TARGET_RULES } from './targetRules.ts'

const find = (text: string) => findTargets(text, { start: 0, end: text.length }, [])
const read = (text: string) =>
  find(text).map(({ targetKind, bound, value, unit, deadline }) =>
    [targetKind, bound, value, unit, deadline].join(' '),
  )
/** kind, metric, value, upper end, unit, deadline */
const detail = (text: string, time?: TargetTime) =>
  findTargets(text, { start: 0, end: text.length }, [], time).map(
    ({ targetKind, metric, value, valueMax, unit, deadline }) =>
      [targetKind, metric, value, valueMax, unit, deadline].map((part) => part ?? '·').join(' '),
  )
const ISSUED: TargetTime = { issuedOn: '2023-03-15', titleYear: null }

describe('rules', () => {
  it.each(TARGET_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, { example, result }) => {
    const last = find(example).at(-1)
    if (result === null) expect(last).toBeUndefined()
    else expect(last).toMatchObject({ targetKind: result.kind, bound: result.bound })
  })

  it('knows each unit once, longest first', () => {
    expect(new Set(UNITS.map((row) => row.unit)).size).toBe(UNITS.length)
    expect(UNITS.map((row) => row.unit.length)).toEqual(
      UNITS.map((row) => row.unit.length).sort((a, b) => b - a),
    )
    expect(unitRow('学时/年')).toMatchObject({ unitClass: 'count', base: '学时/年' })
  })
})

describe('findTargets', () => {
  it.each([
    ['将启动整体用时压缩至28周以内，并持续加速', ['LIMIT AT_MOST 28 周 ']],
    ['推动实施“审评时限从200日压缩至60日”', ['LIMIT AT_MOST 60 日 ']],
    [
      '检验时限由90个工作日缩减至60个工作日，有源产品由130个工作日缩减至90个工作日',
      ['LIMIT AT_MOST 60 个工作日 ', 'LIMIT AT_MOST 90 个工作日 '],
    ],
    ['2026年年底前新增10个以上检验资质参数', ['GOAL AT_LEAST 10 个 2026-12-31']],
    ['2024年力争新增4个创新药品获批上市', ['GOAL EXACTLY 4 个 2024-12-31']],
    ['到2025年，培育龙头企业50家以上', ['GOAL AT_LEAST 50 家 2025-12-31']],
    [
      '每个项目分档给予研发单位200万元、300万元的一次性奖励',
      ['REWARD EXACTLY 200 万元 ', 'REWARD EXACTLY 300 万元 '],
    ],
    ['同一年度每家企业最高可获得奖励1亿元', ['CAP AT_MOST 1 亿元 ']],
    ['按使用量价值的5%给予奖励', ['REWARD EXACTLY 5 % ']],
    ['培训时间不低于40学时/年', ['GOAL AT_LEAST 40 学时/年 ']],
    ['目录公布后一个月内召开药事会', ['LIMIT AT_MOST 1 个月 ']],
    ['到2025年底前建成统一平台', ['DEADLINE BY   2025-12-31']],
    ['县域消费占比提高到四成以上', ['GOAL AT_LEAST 40 % ']],
    ['参训率达到九成', ['GOAL AT_LEAST 90 % ']],
    ['首期2亿元于2026年11月底前到位', ['GOAL EXACTLY 2 亿元 2026-11-30']],
    [
      '补助标准如下：\n1.坡耕地每亩300元；\n2.梯田每亩200元。',
      ['REWARD EXACTLY 300 元 ', 'REWARD EXACTLY 200 元 '],
    ],
    ['租赁价格如下：\n1.坡耕地每亩300元；', []],
    ['押金按3%执行', ['LIMIT EXACTLY 3 % ']],
    // numbers that are no targets
    ['使用年限15年以上的锅炉', []],
    ['申报前3年内未受处罚', []],
    ['连续三年评为优秀的企业', []],
    ['三成立、达到一成员国标准', []],
    ['1类创新药、第三类医疗器械、第六分局、三级医院', []],
    ['发挥全国重点实验室等6家国家级创新平台作用', []],
    ['建立与省内6个医疗器械创新服务站的沟通机制', []],
    ['实施“6+1”政策体系，提供“一站式”“一对一”服务，建设一支队伍', []],
    ['单品种3年累计最高可获得奖励300万元', ['CAP AT_MOST 300 万元 ']],
    ['自2024年起开展试点', []],
    ['开展二次开发研究', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    // a year that another one is compared with is no deadline
    [
      '到2030年，产值突破5亿元，比2020年下降18%，湿地修复率提高到90%',
      ['GOAL 产值 5 · 亿元 2030-12-31', 'GOAL · 18 · % 2030-12-31', 'GOAL 湿地修复率 90 · % 2030-12-31'],
    ],
    // a penalty is one range, whatever units and numerals it is printed in
    ['对个人处二百元以上二千元以下罚款', ['LIMIT 罚款 200 2000 元 ·']],
    ['处五千元以上五万元以下的罚款', ['LIMIT 罚款 5000 50000 元 ·']],
    ['并处违法所得一倍以上五倍以下罚款', ['LIMIT 罚款 1 5 倍 ·']],
    ['处以一千元的罚款', ['LIMIT 罚款 1000 · 元 ·']],
    // conditions, scopes and cases
    [
      '对单户金额500万元及以下的养殖户收取的费率不超过1%',
      ['LIMIT 单户金额500万元及以下的养殖户收取的费率 1 · % ·'],
    ],
    ['三次以上违规捕捞的，列入名单', []],
    ['报县级以上人民政府，经三分之二以上成员同意，召开两次以上会议', []],
    ['聘用具有3年以上工作经历的人员，用工30人以上的企业', []],
    ['逾期三十日不拆除的，代为拆除', []],
    ['三年内累计投放贷款20亿元以上', ['GOAL 贷款 20 · 亿元 ·']],
    ['两年内给予50%的租金补贴', ['REWARD 补贴 50 · % ·']],
    [
      '2025年、2026年各修复湿地2万亩',
      ['GOAL 修复湿地 2 · 万亩 2025-12-31', 'GOAL 修复湿地 2 · 万亩 2026-12-31'],
    ],
    ['湿地修复工程总工期18个月', ['LIMIT 湿地修复工程总工期 18 · 个月 ·']],
    ['改造存量船舶300艘，安装路灯200盏', ['GOAL 存量船舶 300 · 艘 ·', 'GOAL 路灯 200 · 盏 ·']],
    ['确保首批20万千瓦风电项目2025年底前并网', ['GOAL 风电项目2025年底前并网 20 · 万千瓦 2025-12-31']],
    // a list shares its verb and has its own subjects or dates
    [
      '小麦播种、水稻收获机械化率分别达到65%和55%',
      ['GOAL 小麦播种机械化率 65 · % ·', 'GOAL 水稻收获机械化率 55 · % ·'],
    ],
    [
      '到2025年和2030年，湿地面积分别达到50万亩和60万亩',
      ['GOAL 湿地面积 50 · 万亩 2025-12-31', 'GOAL 湿地面积 60 · 万亩 2030-12-31'],
    ],
    [
      '湿地面积到2025年和2030年分别达到50万亩和60万亩',
      ['GOAL 湿地面积 50 · 万亩 2025-12-31', 'GOAL 湿地面积 60 · 万亩 2030-12-31'],
    ],
    ['培育龙头企业3家、基地10个', ['GOAL 龙头企业 3 · 家 ·', 'GOAL 基地 10 · 个 ·']],
    // the date that opens a sentence holds for the next ones
    [
      '到2025年，体系基本建成。自然湿地保护率达到60%。2026年开展评估。岸线保有率达到40%。',
      [
        'DEADLINE 体系基本建成 · · · 2025-12-31',
        'GOAL 自然湿地保护率 60 · % 2025-12-31',
        'GOAL 岸线保有率 40 · % 2026-12-31',
      ],
    ],
    // numerals and units
    ['达标率达到百分之八十以上', ['GOAL 达标率 80 · % ·']],
    ['养殖产值翻一番，加工产值增长1.5倍', ['GOAL 养殖产值 2 · 倍 ·', 'GOAL 加工产值 1.5 · 倍 ·']],
    ['回收率保持在60%—65%之间，死亡率控制在5‰以内', ['GOAL 回收率 60 65 % ·', 'LIMIT 死亡率 5 · ‰ ·']],
    ['高于全市平均水平3个百分点', ['GOAL 高于全市平均水平 3 · 个百分点 ·']],
    ['给予3万—5万元补助', ['REWARD 补助 3 5 万元 ·']],
    ['办理时间由30个工作日压减至10个', ['LIMIT 办理时间 10 · 个工作日 ·']],
    ['利用两年时间新建综合服务站9个', ['GOAL 综合服务站 9 · 个 ·']],
    ['补助3万—5万元', ['REWARD 补助 3 5 万元 ·']],
    ['示范基地一次性奖励100万元', ['REWARD 示范基地一次性奖励 100 · 万元 ·']],
    ['突破千亿元大关，打造百亿级水产集群', ['GOAL 大关 1000 · 亿元 ·', 'GOAL 水产集群 100 · 亿元 ·']],
    ['水产品产量达到5.2万吨，装机达到30万千瓦', ['GOAL 水产品产量 5.2 · 万吨 ·', 'GOAL 装机 30 · 万千瓦 ·']],
    ['补贴比例由30%提高到35%', ['GOAL 补贴比例 35 · % ·']],
    // a term is no deadline, nor is what lies behind the document
    ['可申请最高不超过15万元的贷款', ['CAP 支持 15 · 万元 ·']],
    ['对合作社给予一次性奖补100万元', ['REWARD 合作社一次性奖补 100 · 万元 ·']],
    ['补贴执行期限为2024年1月1日至2026年12月31日', []],
    // a period is no deadline, not even for what follows
    ['2024—2026年，每年改造50座。修复率达到90%。', ['GOAL 每年改造 50 · 座 ·', 'GOAL 修复率 90 · % ·']],
    ['2025—2027年累计改造50座', ['GOAL 改造 50 · 座 2027-12-31']],
    ['2025年至2027年，全区新建站点50座', ['GOAL 全区新建站点 50 · 座 2027-12-31']],
    ['2025年至2027年，累计培训50人', ['GOAL 培训 50 · 人 2027-12-31']],
    ['2025年至2027年，每年新建站点50座', ['GOAL 每年新建站点 50 · 座 ·']],
    ['2025年至2027年，对新建站点补助50万元', ['REWARD 站点补助 50 · 万元 ·']],
    // a date beside a quantity has its own task
    [
      '2026年6月底前完成基础设施建设，2027年底前入驻企业60家以上',
      ['DEADLINE 完成基础设施建设 · · · 2026-06-30', 'GOAL 入驻企业 60 · 家 2027-12-31'],
    ],
    [
      '大型企业返还比例提高到50%，中小企业返还比例提高到90%，政策执行至2025年12月31日。',
      ['GOAL 大型企业返还比例 50 · % 2025-12-31', 'GOAL 中小企业返还比例 90 · % 2025-12-31'],
    ],
    ['林地郁闭度保持在0.4以上', ['GOAL 林地郁闭度 0.4 · · ·']],
    ['居民用水第一级水价为每立方米3.6元', ['LIMIT 居民用水第一级水价 3.6 · 元 ·']],
    [
      '步道宽度不得少于一点二米，每二十公里至少设置一处避险点',
      ['GOAL 步道宽度 1.2 · 米 ·', 'GOAL 避险点 1 · 处 ·'],
    ],
    ['城区公交一票制票价为1元', ['LIMIT 城区公交一票制票价 1 · 元 ·']],
    ['由教育、财政、水务等9个部门组成', []],
    ['本办法有效期至2027年12月31日。', []],
  ])('%s', (text, expected) => {
    expect(detail(text)).toEqual(expected)
  })

  it.each([
    ['确保12月底前完成80%', ['GOAL · 80 · % 2023-12-31']],
    ['2月底前报送总结', ['DEADLINE 报送总结 · · · 2024-02-29']],
    [
      '2024年6月底前建成平台，11月30日前投入使用',
      ['DEADLINE 建成平台 · · · 2024-06-30', 'DEADLINE 投入使用 · · · 2024-11-30'],
    ],
    ['2020年，保护率达到50%', ['GOAL 保护率 50 · % ·']],
    // what was reached before the document is no goal
    ['2020年保护率达到50%', []],
    ['截至2022年底，建成站点50个，培训500人次', []],
    ['截至2025年底，建成站点50个', ['GOAL 站点 50 · 个 ·']],
    ['每年12月底前报送', []],
    ['年内完成投资2亿元', ['GOAL 投资 2 · 亿元 2023-12-31']],
    ['三年内修复湿地2万亩', ['GOAL 修复湿地 2 · 万亩 ·']],
  ])('dates without a year: %s', (text, expected) => {
    expect(detail(text, ISSUED)).toEqual(expected)
  })

  it('gives metric, baseline, condition and comparable amount', () => {
    expect(find('将审评时限从200日压缩至60日')).toMatchObject([
      { metric: '审评时限', baseline: 200, amount: 60, amountUnit: '天' },
    ])
    expect(find('同一年度每家企业最高可获得奖励2000万元')).toMatchObject([
      { condition: '同一年度每家企业', amount: 20_000_000, amountUnit: '元' },
    ])
    expect(find('补贴比例30%提高到35%')).toMatchObject([{ value: 35, baseline: 30 }])
    expect(find('办理时间从30日到10日')).toMatchObject([])
    expect(find('奖励1亿元')).toMatchObject([{ value: 1, unit: '亿元', amount: 100_000_000 }])
  })

  it.each([
    // who gets an amount is its condition, not what is measured
    ['同一年度每家单位累计最高可获得奖励2000万元', [['奖励', '同一年度每家单位', 2000]]],
    ['年营收过1亿元的企业一次性奖励50万元', [['一次性奖励', '年营收过1亿元的企业', 50]]],
    ['年产值过千万元的一次性奖励20万元', [['一次性奖励', '年产值过千万元', 20]]],
    [
      '对年产值达到1亿元、5亿元的农机企业分别给予10万元、50万元奖励',
      [
        ['奖励', '年产值达到1亿元', 10],
        ['奖励', '年产值达到5亿元的农机企业', 50],
      ],
    ],
    [
      '对新获评国家级、省级农机示范站的，分别给予30万元、10万元资助',
      [
        ['资助', '新获评国家级', 30],
        ['资助', '省级农机示范站', 10],
      ],
    ],
    ['每新增1个农机品种奖励5万元', [['奖励', '每新增1个农机品种', 5]]],
  ])('whom an amount is for: %s', (text, expected) => {
    expect(find(text).map(({ metric, condition, value }) => [metric, condition, value])).toEqual(expected)
  })

  it('quotes the phrase and ignores masked text', () => {
    const text = '按照《三年行动计划》，2024年力争覆盖50家医院，做好服务。'
    const [target] = findTargets(text, { start: 0, end: text.length }, [{ start: 2, end: 9 }])
    expect(text.slice(target?.range.start, target?.range.end)).toBe('2024年力争覆盖50家医院')
  })
})
