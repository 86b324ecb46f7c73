import { elementsOf, findElements, firstWords, type HtmlElement, type HtmlNode, wordsOf } from './htmlTree.ts'

/** Keys of the tables that portals print above a document, as the parser knows them, with the other wordings seen. */
export const METADATA_KEYS: readonly { readonly key: string; readonly wordings: readonly string[] }[] = [
  { key: '索引号', wordings: ['信息索引号', '索引编号', '索取号', '索引号码'] },
  { key: '发布机构', wordings: ['发布单位', '信息发布机构', '公开机构'] },
  { key: '发文机关', wordings: ['发文单位', '制发机关', '制定机关', '发文机构', '制发单位'] },
  { key: '成文日期', wordings: ['成文时间', '发文日期', '发文时间', '生成日期', '签署日期', '制发日期'] },
  { key: '发布日期', wordings: ['发布时间', '公布日期'] },
  { key: '公开日期', wordings: ['公开时间', '信息公开日期'] },
  { key: '发文字号', wordings: ['文号', '文件编号', '发文号', '文件字号'] },
  { key: '有效性', wordings: ['是否有效', '文件状态', '效力'] },
  { key: '效力状态', wordings: ['效力状况', '效力情况'] },
  { key: '时效性', wordings: [] },
  { key: '主题分类', wordings: ['信息分类', '主题类别', '所属主题', '主题'] },
  { key: '体裁分类', wordings: ['公文种类', '体裁', '文种'] },
  { key: '组配分类', wordings: [] },
  { key: '公开方式', wordings: ['公开形式', '公开类别'] },
  { key: '公开时限', wordings: [] },
  { key: '公开主体', wordings: ['公开部门'] },
  { key: '公开目录', wordings: ['所属目录', '目录分类'] },
  { key: '施行日期', wordings: ['生效日期', '实施日期', '生效时间', '实施时间', '施行时间'] },
  { key: '废止日期', wordings: ['废止时间'] },
  { key: '失效日期', wordings: ['失效时间', '有效期至'] },
  { key: '统一编号', wordings: ['统一登记号'] },
  { key: '规范性文件编号', wordings: ['规范性文件登记号'] },
  { key: '标题', wordings: ['信息名称', '文件名称', '文件标题', '信息标题'] },
  { key: '名称', wordings: [] },
  { key: '主题词', wordings: [] },
  { key: '关键词', wordings: ['关键字'] },
]
const KEY_OF_WORDING = new Map(
  METADATA_KEYS.flatMap(({ key, wordings }) => [key, ...wordings].map((wording) => [wording, key] as const)),
)
/** Brackets and colon included. */
const LONGEST_KEY = 16

/** The key that a node's words are, brackets, colons and blanks aside; null where they are none. */
export function metadataKey(node: HtmlNode): string | null {
  const words = firstWords(node, LONGEST_KEY)
  if (words.length > LONGEST_KEY) return null
  return KEY_OF_WORDING.get(words.replace(/[\s\u3000【】[\]:：]/g, '')) ?? null
}

/** How many elements below are a key each and nothing else, or lines that begin with one. */
export function countKeys(element: HtmlElement): number {
  const known = COUNTED.get(element)
  if (known !== undefined) return known
  const count = elementsOf(element).reduce((sum, child) => sum + keysOf(child), 0)
  COUNTED.set(element, count)
  return count
}
/** Each level of a page asks for the counts of those below: once counted is enough. */
const COUNTED = new WeakMap<HtmlElement, number>()

/** The same with the element itself. */
function keysOf(element: HtmlElement): number {
  if (metadataKey(element) !== null) return 1
  const below = countKeys(element)
  return below === 0 && beginsField(element) ? 1 : below
}

const LONGEST_FIELD = 200
const FIELD = /^(?:【([^】]{2,8})】|([\p{Script=Han}]{2,8})[:：])(?=.)/u

/** 索引号：530900/2023-11 in one element. */
function beginsField(element: HtmlElement): boolean {
  const words = firstWords(element, LONGEST_FIELD)
  if (words.length > LONGEST_FIELD) return false
  const field = FIELD.exec(words)
  return KEY_OF_WORDING.has(field?.[1] ?? field?.[2] ?? '')
}

/** Whether a key below names the day of publication. */
export function isPublicationKey(element: HtmlElement): boolean {
  return findElements(element, /./).some((child) => /^(?:发布日期|公开日期)$/.test(metadataKey(child) ?? ''))
}

const UNKNOWN_KEY = /^[【[]?[\p{Script=Han}\s]{2,10}(?:[】\]][:：]?|[:：])$/u

/** In a block of metadata the fields under keys that say nothing of the document: 公开程序：…. */
export function unknownFields(block: HtmlElement): HtmlNode[] {
  const fields: HtmlNode[] = []
  const visit = (element: HtmlElement): void => {
    const children = element.children.filter((child) => wordsOf(child) !== '')
    children.forEach((child, i) => {
      if (child.kind === 'text') return
      const words = firstWords(child, LONGEST_FIELD)
      const named = FIELD.exec(words)
      if (UNKNOWN_KEY.test(words) && metadataKey(child) === null) {
        const value = children[i + 1]
        fields.push(child, ...(value === undefined || metadataKey(value) !== null ? [] : [value]))
      } else if (named !== null && elementsOf(child).length === 0 && keysOf(child) === 0) fields.push(child)
      else visit(child)
    })
  }
  visit(block)
  return fields
}
