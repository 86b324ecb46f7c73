import { describe, expect, it } from 'vitest'
import { findTargets } from './target.ts'
import { TARGET_RULES } from './targetRules.ts'
import { UNITS, unitRow } from './units.ts'

const find = (text: string) => findTargets(text, { start: 0, end: text.length }, [])
const read = (text: string) =>
  find(text).map(({ targetKind, bound, value, unit, deadline }) =>
    [targetKind, bound, value, unit, deadline].join(' '),
  )

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
    // numbers that are no targets
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

  it('gives metric, baseline, condition and comparable amount', () => {
    expect(find('将审评时限从200日压缩至60日')).toMatchObject([
      { metric: '审评时限', baseline: 200, amount: 60, amountUnit: '天' },
    ])
    expect(find('同一年度每家企业最高可获得奖励2000万元')).toMatchObject([
      { condition: '同一年度每家企业', amount: 20_000_000, amountUnit: '元' },
    ])
    expect(find('奖励1亿元')).toMatchObject([{ value: 1, unit: '亿元', amount: 100_000_000 }])
  })

  it('quotes the phrase and ignores masked text', () => {
    const text = '按照《三年行动计划》，2024年力争覆盖50家医院，做好服务。'
    const [target] = findTargets(text, { start: 0, end: text.length }, [{ start: 2, end: 9 }])
    expect(text.slice(target?.range.start, target?.range.end)).toBe('2024年力争覆盖50家医院')
  })
})
