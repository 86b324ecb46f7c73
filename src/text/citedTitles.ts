import type { TextRange } from '../domain/span.ts'
import { findPairs } from './brackets.ts'
import { DOCUMENT_KINDS } from './documentKind.ts'
import { findNumbers } from './documentNumbers.ts'
import { foldKey } from './fold.ts'
import { findShortForms } from './shortForms.ts'

/** What the words in 《》 can be that is no document: papers to be filled in or handed out, newspapers, books. */
export interface NoDocumentRule {
  readonly id: string
  readonly pattern: RegExp
  readonly example: string
}

export const NO_DOCUMENT_RULES: readonly NoDocumentRule[] = [
  { id: 'paper/table', pattern: /表(?:（[^（）]*）)?$/, example: '湿地登记表（样式）' },
  { id: 'paper/licence', pattern: /(?:证|证书|执照|批件|批准文件|许可|牌照)$/, example: '养殖许可证' },
  {
    id: 'paper/letter',
    pattern: /(?<![皮图丛全]|责任|倡议)书(?:（[^（）]*）)?$/,
    example: '限期整改通知书',
  },
  {
    id: 'paper/record',
    pattern: /(?:合同|台账|记录|花名册|回执|发票|票据|介绍信|申请单|登记卡|登记簿|档案|履历|协议文本)$/,
    example: '土地承包合同',
  },
  { id: 'press', pattern: /(?:日报|晚报|时报|早报|周刊|杂志|学报|月刊)$/, example: '青河日报' },
]

/** Whether a title in 《》 can be that of a document that one could look up. */
export function isDocumentTitle(title: string): boolean {
  return !NO_DOCUMENT_RULES.some(({ pattern }) => pattern.test(title))
}

/** A document that a short name stands for. */
export interface NamedDocument {
  /** As introduced, without marks. */
  readonly short: string
  /** Null where only its number is printed: 国办发〔2024〕1号文件（以下简称《意见》）. */
  readonly title: string | null
  readonly number: string | null
  /** The short name holds from here. */
  readonly from: number
  /** Where the short name is introduced. */
  readonly definition: TextRange
}

/** Short titles that a text introduces, by their folded words: 规划 → 《某县湿地规划》. */
export type ShortTitles = ReadonlyMap<string, NamedDocument>

/** Reads 《X规划》（以下简称《规划》） of the whole text. */
export function readShortTitles(text: string): ShortTitles {
  const titles = findPairs(text, { start: 0, end: text.length }, '《')
  const found = new Map<string, NamedDocument>()
  for (const { short, start, end } of findShortForms(text)) {
    const named = introduced(text, titles, start, end)
    if (named === null || found.has(foldKey(short))) continue
    found.set(foldKey(short), { ...named, short, from: end, definition: { start, end } })
  }
  return found
}

/** The title right before a definition, with its number; else the number alone. */
function introduced(text: string, titles: readonly TextRange[], start: number, end: number) {
  const full = titles.findLast((pair) => pair.end <= start && start - pair.end <= MAX_NUMBER_GAP)
  if (full !== undefined && /^(?:（[^（）]*）)?，?$/.test(text.slice(full.end, start))) {
    const title = text.slice(full.start + 1, full.end - 1).replace(/\s/g, '')
    return { title, number: findNumbers(text, { start: full.end, end })[0]?.number ?? null }
  }
  const number = findNumbers(text, { start: Math.max(0, start - MAX_NUMBER_GAP), end: start }).at(-1)
  if (number === undefined || !/^(?:）|文件|文)*$/.test(text.slice(number.end, start))) return null
  return { title: null, number: number.number }
}
/** 《…》（某政办发〔2024〕123号）（以下简称…）: nothing else stands between a title and its short name. */
const MAX_NUMBER_GAP = 40

const KINDS = new Set(DOCUMENT_KINDS)

/** Whether a title is a bare 文种, which only a short name can be: 《通知》, 《规划》. */
export function isBareKind(title: string): boolean {
  return KINDS.has(title) || /^(?:总体规划|管理(?:办法|规定|条例)|章程|汇报|请示)$/.test(title)
}
