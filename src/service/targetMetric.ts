/** What a metric says: what is measured, as what, and over which grade, scope and way of counting. */
export interface MetricParts {
  /** The words that tell it from other metrics of the same sort; empty for a mere 一次性奖励. */
  readonly specific: string
  /** 时限, 奖励, 比率 …; null where no word of the table ends the metric. */
  readonly sort: string | null
  readonly marks: Readonly<Record<MarkKind, string | null>>
}
export type MarkKind = 'grade' | 'area' | 'scope' | 'counting'

interface SortRow {
  readonly sort: string
  /** At the end of the metric, with the words that belong to it. */
  readonly words: RegExp
  readonly example: readonly [metric: string, specific: string]
}

/** Words for one sort of quantity. The first row that fits counts. */
export const METRIC_SORTS: readonly SortRow[] = [
  {
    sort: '时限',
    words: /(?:办结|办理|所需)?(?:总|内部)?(?:用时|时限|时间|周期|期限|耗时|时长|工期|天数)$/u,
    example: ['技术审评平均用时', '技术审评'],
  },
  {
    sort: '奖励',
    words: /(?:资金|经费|财政)?(?:奖励|奖补|奖金|补助|补贴|资助|扶持|支持|补偿)(?:资金|经费|金额|标准)?$/u,
    example: ['农机购置补贴', '农机购置'],
  },
  { sort: '比率', words: /(?:占比|比例|比重|率)$/u, example: ['疫苗接种覆盖率', '疫苗接种覆盖'] },
  {
    sort: '收入',
    words: /(?:主营业务|营业|销售|经营)(?:总)?(?:收入|额)$|营收$/u,
    example: ['软件业务营业收入', '软件业务'],
  },
  {
    sort: '产值',
    words: /(?:工业|产业)?(?:总产值|产值|产业规模)$/u,
    example: ['低空经济产业规模', '低空经济'],
  },
  { sort: '投资', words: /(?:完成)?投资(?:额|总额)?$/u, example: ['水利工程完成投资', '水利工程'] },
  {
    sort: '数量',
    words: /(?:的)?(?:总数|总量|数量|个数|家数|户数)$/u,
    example: ['示范合作社数量', '示范合作社'],
  },
]

interface MarkRow {
  readonly kind: MarkKind
  readonly mark: string
  readonly words: RegExp
  readonly example: string
}

/** Words that make two metrics two: a 省级 one is not a 市级 one, 新增 is not 累计. */
export const METRIC_MARKS: readonly MarkRow[] = [
  { kind: 'grade', mark: '国家级', words: /国家级|全国重点/u, example: '国家级农业园区' },
  { kind: 'grade', mark: '省级', words: /省级/u, example: '省级农业园区' },
  { kind: 'grade', mark: '市级', words: /市级/u, example: '市级农业园区' },
  { kind: 'grade', mark: '县级', words: /县级|区级/u, example: '县级农业园区' },
  { kind: 'area', mark: '城市', words: /城市|城镇/u, example: '城市社区助餐覆盖率' },
  { kind: 'area', mark: '农村', words: /农村|乡村|乡镇/u, example: '农村社区助餐覆盖率' },
  { kind: 'scope', mark: '全国', words: /全国(?!重点)/u, example: '全国养老床位' },
  { kind: 'scope', mark: '省', words: /[全我本]省|全自治区|省域|省内/u, example: '全省养老床位' },
  { kind: 'scope', mark: '市', words: /[全我本]市|市域|市内/u, example: '我市养老床位' },
  { kind: 'scope', mark: '县', words: /[全我本][县区]|县域|区域内/u, example: '全县养老床位' },
  { kind: 'counting', mark: '新增', words: /新增|净增|增加(?!值)|新建/u, example: '新增养老床位' },
  { kind: 'counting', mark: '累计', words: /累计|总数|总量|合计/u, example: '累计培训人次' },
  { kind: 'counting', mark: '每年', words: /年均|每年|全年|年度/u, example: '每年培训人次' },
]

/** Words that say nothing of what is measured. */
const PADDING =
  /新增|净增|增加(?!值)|新建|累计|合计|年均|每年|全年|同一年度|年度|^度|整体|总体|平均|[全我本][国省市县区](?!重点)|省内|市内|力争|实现|达到|完成|突破|建成|培育|打造|认定|一次性|给予|最高|同一|单个|每[个家户项]|以下标准|[的了等约达，、。]/gu
/** Words that a metric of one grade has and the other has not; they are compared as marks. */
const GRADES = /国家级|省级|市级|县级|区级/gu

/** @param metric as stored: words of the text before the quantity */
export function readMetric(metric: string): MetricParts {
  const words = metric.replace(/\s+/gu, '')
  const row = METRIC_SORTS.find((each) => each.words.test(words))
  const bare = row === undefined ? words : words.replace(row.words, '')
  return {
    specific: bare.replace(PADDING, '').replace(GRADES, ''),
    sort: row?.sort ?? null,
    marks: {
      grade: markOf('grade', words),
      area: markOf('area', words),
      scope: markOf('scope', words),
      counting: markOf('counting', words),
    },
  }
}

/**
 * Shares of equal pairs of characters, of the shorter metric and of both together, from which on two are held for one:
 * nearly all of a short one in a longer one (召开药事会), or half of either (助餐服务覆盖 and 老年助餐点覆盖).
 */
const SAME_WORDS = [
  { contained: 0.6, shared: 0.35 },
  { contained: 0.5, shared: 0.5 },
] as const
/** Share of the shorter one from which on two metrics may be one, if nothing else is there that they could be. */
const AKIN = 0.3

/** How alike two metrics are, 0 (other ones) to 1; 0 too where both have no words of their own. */
export function metricLikeness(a: MetricParts, b: MetricParts): number {
  if (!mayBeOne(a, b) || a.specific === '' || b.specific === '') return 0
  if (a.specific === b.specific) return 1
  const { contained, shared } = commonWords(a, b)
  const isSame = SAME_WORDS.some((least) => contained >= least.contained && shared >= least.shared)
  return isSame ? (contained + shared) / 2 : 0
}

/** Whether two metrics have some of their words in common, or one ends with the other: 专区 and 失智照护专区. */
export function areAkin(a: MetricParts, b: MetricParts): boolean {
  if (!mayBeOne(a, b) || a.specific === '' || b.specific === '') return false
  return commonWords(a, b).contained >= AKIN
}

/** Whether neither the sort of quantity nor the grade nor the kind of area speaks against it. */
export function mayBeOne(a: MetricParts, b: MetricParts): boolean {
  return (
    !differ(a.sort, b.sort) && !differ(a.marks.grade, b.marks.grade) && !differ(a.marks.area, b.marks.area)
  )
}

function commonWords(
  a: MetricParts,
  b: MetricParts,
): { readonly contained: number; readonly shared: number } {
  const [one, other] = [pairsOf(a.specific), pairsOf(b.specific)]
  const common = countCommon(one, other)
  return {
    contained: common / Math.max(1, Math.min(one.length, other.length)),
    shared: (2 * common) / Math.max(1, one.length + other.length),
  }
}

/** Whether two things are said and are not the same. */
export function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

function markOf(kind: MarkKind, words: string): string | null {
  return METRIC_MARKS.find((row) => row.kind === kind && row.words.test(words))?.mark ?? null
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
}

function countCommon(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>()
  for (const pair of other) left.set(pair, (left.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of one) {
    const count = left.get(pair) ?? 0
    if (count === 0) continue
    left.set(pair, count - 1)
    common += 1
  }
  return common
}
