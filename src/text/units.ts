/** What a unit measures. */
export type UnitClass = 'money' | 'percent' | 'time' | 'count'

export interface UnitRow {
  readonly unit: string
  readonly unitClass: UnitClass
  /** Comparable base unit and how many of it one unit holds. */
  readonly base: string
  readonly factor: number
}

const COUNTERS =
  '个 家 项 种 件 名 人 次 所 台 条 户 人次 批 套 处 座 只 支 门 场 期 例 份 亩 公顷 公里 千米 米 平方米 平方公里 立方米 吨 吨标准煤 千克 公斤 千瓦 千瓦时 架次 架 株 羽 册 台套 学时 课时 张 头 间 辆 床 床位 款 部 站 对 类次 艘 棵 眼 盏 车次 班次 户次 家次 场次 航次 标箱 兆瓦 吉瓦 栋 幢 宗 组 根'

/** Characters after which a unit is the beginning of another word: 3人民…, 9部门, 5条件. */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  人: '民员才均口',
  部: '门委队',
  名: '录单称',
  户: '籍外',
  期: '间',
  场: '所地景',
  条: '件例款',
  次: '数日性',
  门: '类诊店',
  支: '持付出撑',
  所: '有在需',
  对: '于接外标',
  台: '账湾阶',
  米: '粉',
  年: '度级份龄',
  吨: '级位',
  眼: '科镜部',
  宗: '旨教',
  组: '织长合',
  根: '据本',
}

/** 月, 季度 and 年 in days: 30, 91 and 365, for comparing limits only; a heating period and a term have no length. */
const TIMES: readonly UnitRow[] = [
  { unit: '个工作日', unitClass: 'time', base: '工作日', factor: 1 },
  { unit: '工作日', unitClass: 'time', base: '工作日', factor: 1 },
  { unit: '个采暖期', unitClass: 'time', base: '采暖期', factor: 1 },
  { unit: '个供暖期', unitClass: 'time', base: '采暖期', factor: 1 },
  { unit: '个采暖季', unitClass: 'time', base: '采暖期', factor: 1 },
  { unit: '个供暖季', unitClass: 'time', base: '采暖期', factor: 1 },
  { unit: '个学期', unitClass: 'time', base: '学期', factor: 1 },
  { unit: '个学年', unitClass: 'time', base: '天', factor: 365 },
  { unit: '个季度', unitClass: 'time', base: '天', factor: 91 },
  { unit: '个自然日', unitClass: 'time', base: '天', factor: 1 },
  { unit: '个月', unitClass: 'time', base: '天', factor: 30 },
  { unit: '小时', unitClass: 'time', base: '天', factor: 1 / 24 },
  { unit: '分钟', unitClass: 'time', base: '天', factor: 1 / 1440 },
  { unit: '周', unitClass: 'time', base: '天', factor: 7 },
  { unit: '天', unitClass: 'time', base: '天', factor: 1 },
  { unit: '日', unitClass: 'time', base: '天', factor: 1 },
  { unit: '年', unitClass: 'time', base: '天', factor: 365 },
]

/** Longest first, so that 万元 wins over 万 and 人次 over 人. */
export const UNITS: readonly UnitRow[] = [
  { unit: '万亿元', unitClass: 'money' as const, base: '元', factor: 1e12 },
  { unit: '亿元', unitClass: 'money' as const, base: '元', factor: 1e8 },
  { unit: '万元', unitClass: 'money' as const, base: '元', factor: 1e4 },
  { unit: '千元', unitClass: 'money' as const, base: '元', factor: 1e3 },
  { unit: '元', unitClass: 'money' as const, base: '元', factor: 1 },
  { unit: '倍', unitClass: 'percent' as const, base: '倍', factor: 1 },
  { unit: '‰', unitClass: 'percent' as const, base: '%', factor: 0.1 },
  { unit: '个百分点', unitClass: 'percent' as const, base: '个百分点', factor: 1 },
  { unit: '%', unitClass: 'percent' as const, base: '%', factor: 1 },
  ...TIMES,
  ...['℃', '°C', '摄氏度'].map((unit) => ({ unit, unitClass: 'count' as const, base: '℃', factor: 1 })),
  ...COUNTERS.split(' ').flatMap((unit) => [
    { unit, unitClass: 'count' as const, base: unit, factor: 1 },
    { unit: `万${unit}`, unitClass: 'count' as const, base: unit, factor: 1e4 },
    { unit: `亿${unit}`, unitClass: 'count' as const, base: unit, factor: 1e8 },
  ]),
].sort((a, b) => b.unit.length - a.unit.length)

/** Of a share that is printed without unit: 郁闭度0.4. */
export const NO_UNIT = ''
const PLAIN: UnitRow = { unit: NO_UNIT, unitClass: 'percent', base: NO_UNIT, factor: 1 }
const BY_UNIT = new Map(UNITS.map((row) => [row.unit, row]))
const RATE = /\/(?:年|月|人|次|季度)$/

/** The row of a printed unit; a rate (学时/年) has the class of what it counts and itself as base. */
export function unitRow(unit: string): UnitRow | null {
  if (unit === NO_UNIT) return PLAIN
  const bare = unit.replace(RATE, '')
  const row = BY_UNIT.get(bare)
  if (row === undefined) return null
  return bare === unit ? row : { ...row, unit, base: `${row.base}${unit.slice(bare.length)}` }
}

/** Alternatives of a regular expression, longest first. */
export const UNIT_PATTERN = `(?:${UNITS.map(({ unit }) => guarded(unit)).join('|')})(?:/(?:年|月|人|次|季度))?`

function guarded(unit: string): string {
  const others = NOT_BEFORE[unit.at(-1) as string]
  return others === undefined ? unit : `${unit}(?![${others}])`
}
