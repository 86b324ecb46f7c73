/** The verb between what is measured and its values: 分别达到, 分别给予. */
const EACH = /^(.*?)(?:总体|原则上)?(?:应当|要|力争|争取)?分别/u
const LEAD =
  /^(?:到|至)?(?:\d{4}年(?:年?底前?|末|前)?)?(?:对|将|使|力争|推动|确保|实现|争取|要|并|且|同步|全市|全省|全县|全国)*/

/** 到2025年和2030年: the dates of a list are no subjects of it. */
export const DATES =
  /(?:到|至)?(?:\d{4}年|“?□?十[一二三四五六]五[”□]?)(?:年?底|期?末)?(?:(?:和|及|与|、)(?:\d{4}年|“?□?十[一二三四五六]五[”□]?)(?:年?底|期?末)?)*(?=分别|各|$)/u

/**
 * What each value of a list measures: 甲产量、乙产量分别达到50吨和60吨 → 甲产量, 乙产量.
 * @returns null where the words before 分别 do not name as many subjects as there are values
 */
export function subjectsOf(before: string, size: number): readonly string[] | null {
  const head = EACH.exec(before)?.[1]?.replace(DATES, '').replace(LEAD, '')
  if (head === undefined || head === '') return null
  const subjects = head.split(/、|以及|和|及|与/).filter((part) => part.length >= 2)
  if (subjects.length !== size) return null
  return shareEnding(subjects)
}

/** 对甲级、乙级、丙级的企业， before 分别给予…: whom each amount of the list is for. */
const GRANTEES =
  /(?:^|[，；])(?:对|凡|其中)?(?<list>[^，；]{3,80})的(?:企业|单位|项目|机构|个人|平台|团队|园区|集群)?，$/u

/**
 * Whom each of several amounts is for, where the phrase before names as many.
 * @param earlier the words of the sentence before the phrase, up to its comma
 */
export function granteesOf(earlier: string, before: string, size: number): readonly string[] | null {
  const list = GRANTEES.exec(earlier)?.groups?.['list']
  if (list === undefined || !(/分别|分档|各/.test(before) || /[级\d]/.test(list))) return null
  const parts = list.split(/、|以及|和|及|与|或/).filter((part) => part !== '')
  return parts.length === size ? parts : null
}

/** 年营收过1亿元、5亿元: what the first figure measures holds for the bare ones after it. */
export function shareBeginning(parts: readonly string[]): readonly string[] {
  const lead = /^\D+(?=\d)/.exec(parts[0] ?? '')?.[0] ?? ''
  return parts.map((part, i) => (i > 0 && /^\d/.test(part) ? lead + part : part))
}

/** 小麦播种、收获机械化率: what the last subject measures holds for those that name only their object. */
function shareEnding(subjects: readonly string[]): readonly string[] {
  const ending = /(?:[\p{Script=Han}]{0,4}(?:率|占比|比例|产量|产值|面积|数量|总量|规模|覆盖面))$/u
  const last = subjects.at(-1) as string
  const measure =
    /(?:机械化率|覆盖率|利用率|合格率|普及率|入学率|占比|比例|产量|产值|面积|数量|总量|规模|率)$/.exec(
      last,
    )?.[0]
  if (measure === undefined) return subjects
  return subjects.map((subject) => (ending.test(subject) ? subject : subject + measure))
}
