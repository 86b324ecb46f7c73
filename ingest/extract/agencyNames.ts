import type { TextRange } from '../../src/domain/span.ts'
import { splitTopLevel } from './brackets.ts'

/** How the names of bodies, their departments and classes of bodies end. */
const NAME_END =
  /(?:[局委办厅部院处室署会社科所站队团]|中心|分局|总局|海关|政府|单位|机关|部门|银行|公司|机构|集团|学会|协会|大学|学院|学校|医院|基金|银保监|园区|新区|开发区|高新区|自贸区|街道|乡镇|市|县|区|州|盟|旗|企业|平台|专班|小组)$/

/** What a name may be followed by: 市科技局等, 市科技局等部门, 有关部门按职责. */
const TRAILER =
  /(?:等(?:有关|相关)?(?:部门|单位|部门单位|部门和单位|成员单位)?|(?:按|依)(?:照)?(?:各自)?(?:职责|职能)(?:分工)?|分别|共同|联合|具体)$/
const LEADER = /^(?:由|会同|和|及|以及|与|并|、|同)/

/** A word before 和/及/与 that ends a whole name, and one after it that begins one. */
const JOIN =
  /[局委办厅部院处室署会心关府位](?:和|及|以及|与)(?=[省市县区州各有相国中济]|[\p{Script=Han}]{2,14}[局委办厅部院处室署会](?:$|、))/u

/** Whether the words can be the name of a body, a department or a class of bodies. */
export function isAgencyName(name: string): boolean {
  const bare = name.replace(/（[^（）]*）$/, '')
  return bare.length >= 2 && bare.length <= 40 && NAME_END.test(bare) && !/[。；：！？《》“”]/.test(name)
}

/**
 * Splits a list of agencies at 、 and ， outside brackets and at 和/及 between two whole names, and trims what belongs to
 * the sentence instead of the name. 市发展和改革委员会 and 市工业和信息化局 stay whole.
 */
export function splitAgencies(text: string, range: TextRange): TextRange[] {
  return splitTopLevel(text, range, '、，,；')
    .flatMap((part) => splitAtJoin(text, part))
    .map((part) => trimName(text, part))
    .filter((part) => part.end > part.start)
}

function splitAtJoin(text: string, part: TextRange): TextRange[] {
  const words = text.slice(part.start, part.end)
  const match = JOIN.exec(words)
  if (match === null) return [part]
  const left = part.start + match.index + 1
  const right = part.start + match.index + match[0].length
  if (words.slice(0, match.index + 1).length < 3) return [part]
  return [{ start: part.start, end: left }, ...splitAtJoin(text, { start: right, end: part.end })]
}

function trimName(text: string, part: TextRange): TextRange {
  let { start, end } = part
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
