import type { TextRange } from '../../src/domain/span.ts'
import { splitTopLevel } from '../../src/text/brackets.ts'

/** How the names of bodies, their departments and classes of bodies end. */
const NAME_END =
  /(?:[局委办厅部院处室署会社科所站队团]|中心|分局|总局|海关|政府|单位|机关|部门|银行|分行|支行|公司|机构|集团|学会|协会|大学|学院|学校|医院|基金|银保监|园区|新区|开发区|高新区|自贸区|片区|街道|乡镇|乡|镇|市|县|区|州|盟|旗|企业|平台|专班|小组|工商联|妇联|残联|侨联|文联|科协|人行|中支|农商行|(?:[省市县区州]|中国)(?:移动|电信|联通|铁塔|邮政))$/

/** What a name may be followed by: 市科技局等, 市科技局等部门, 有关部门按职责. */
const TRAILER =
  /(?:（以下[^（）]*）|等(?:有关|相关)?(?:部门|单位|部门单位|部门和单位|成员单位)?|(?:按|依)(?:照)?(?:各自)?(?:职责|职能)(?:分工)?|分别|共同|联合|具体)$/
const LEADER =
  /^(?:由|会同(?!县)|和(?!县|平|田|硕|静|政|顺|林格尔|龙|布克)|及|以及|与|并|、|同(?![江仁心德安级]))/

/** A word before 和/及/与 that ends a whole name, and one after it that begins one. */
const JOIN =
  /[局委办厅部院处室署会心关府位门](?:和|及|以及|与)(?=[省市县区州各有相国中济]|[\p{Script=Han}]{2,20}(?:[局委办厅部院处室署会门位构]|政府|公司|中心|[分支银]行|办事处|[总支大]队)(?:$|、))/gu
/** 甲、乙等和各有关县级人民政府: what begins with 各 or 有关 is a party of its own. */
const JOIN_CLASS =
  /(?:等|等有关部门|等相关部门|等部门)?(?:以及|和|及|与)(?=各|有关|相关|其他|所在地|属地|省级|市级|县级|地方)/gu

/** Words of a sentence that no name holds. */
const NO_NAME =
  /^(?:以下|以上|包括|其中|按照|根据|原则上|需要|必须|可由|报请|经由|涉及到|如|凡)|均需|均由|应当|不再|确定|指定|负责|负责人|会同有|的$/

const LEVEL_WORD = '(?:省|自治区|直辖市|自治州|州|地区|盟|市|设区市|县级市|县|区|旗|乡|镇|街道)'
const BRACKET = '(?:（[^（）]*）|〔[^〔〕]*〕)?'
/** 各市 of 各市、县（市、区）人民政府, 省 of 省、市有关部门: it names nobody without what follows the 、. */
const LEVEL_ONLY = new RegExp(`^(?:由|和|及)?(?:各|有关|相关|其他|全)?${LEVEL_WORD}${BRACKET}$`, 'u')
const LEVEL_NEXT = new RegExp(
  `^${LEVEL_WORD}${BRACKET}(?:$|人民政府|政府|党委|委员会|管委会|管理委员会|办事处|有关|相关|各|[和及])`,
  'u',
)

/** Whether the words can be the name of a body, a department or a class of bodies. */
export function isAgencyName(name: string): boolean {
  const bare = name.replace(/(?:（[^（）]*）|〔[^〔〕]*〕)$/, '')
  return (
    bare.length >= 2 &&
    bare.length <= 40 &&
    NAME_END.test(bare) &&
    !NO_NAME.test(bare) &&
    !/[。；：！？《》“”]/.test(name)
  )
}

/**
 * Splits a list of agencies at 、 and ， outside brackets and at 和/及 between two whole names, and trims what belongs to
 * the sentence instead of the name. 市发展和改革委员会, 市工业和信息化局 and 各市、县（市、区）人民政府 stay whole.
 */
export function splitAgencies(text: string, range: TextRange): TextRange[] {
  return joinLevels(text, splitTopLevel(text, range, '、，,；'))
    .flatMap((part) => splitAtJoins(text, part))
    .map((part) => trimName(text, part))
    .filter((part) => part.end > part.start)
}

function joinLevels(text: string, parts: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const touches = last !== undefined && part.start === last.end + 1 && text[last.end] === '、'
    const tail = touches ? text.slice(last.start, last.end).split('、').at(-1) : undefined
    const isLevel =
      tail !== undefined && LEVEL_ONLY.test(tail) && LEVEL_NEXT.test(text.slice(part.start, part.end))
    if (isLevel && last !== undefined) joined[joined.length - 1] = { start: last.start, end: part.end }
    else joined.push(part)
  }
  return joined
}

/** Names joined by 和 are a few; a longer part is no list of agencies. */
const LONGEST_PART = 200

function splitAtJoins(text: string, part: TextRange): TextRange[] {
  if (part.end - part.start > LONGEST_PART) return [part]
  const words = text.slice(part.start, part.end)
  for (const match of words.matchAll(JOIN_CLASS)) {
    const left = { start: part.start, end: part.start + match.index }
    if (!isAgencyName(words.slice(0, match.index))) continue
    const right = { start: left.end + match[0].length, end: part.end }
    return [...splitAtJoins(text, left), ...splitAtJoins(text, right)]
  }
  for (const match of words.matchAll(JOIN)) {
    const end = match.index + 1
    if (end < 3 || (words[match.index] === '门' && !words.slice(0, end).endsWith('部门'))) continue
    const right = { start: part.start + match.index + match[0].length, end: part.end }
    return [{ start: part.start, end: part.start + end }, ...splitAtJoins(text, right)]
  }
  return [part]
}

function trimName(text: string, part: TextRange): TextRange {
  let { start, end } = part
  if (end - start > LONGEST_PART) return part
  for (;;) {
    const words = text.slice(start, end)
    const spaces = words.length - words.trimStart().length
    const leader = LEADER.exec(words.trimStart())?.[0].length ?? 0
    const trailer = TRAILER.exec(words.trimEnd())?.[0].length ?? 0
    const tail = words.length - words.trimEnd().length
    // 等 is cut only where a whole name stands before it, never from 平等 or 高等院校.
    const cut = trailer > 0 && isAgencyName(words.trimEnd().slice(0, -trailer)) ? trailer : 0
    if (spaces + leader + cut + tail === 0) return { start, end }
    start += spaces + leader
    end -= cut + tail
    if (end <= start) return { start, end: start }
  }
}
