import type { TextRange } from '../../src/domain/span.ts'
import type { OutlineClause, OutlineNode, OutlineSection } from '../values.ts'

/** Words that make a bracket look like a responsibility note; the exact reading comes later. */
const NOTE_HINT =
  /（[^（）]*(?:责任(?:单位|部门|处室)|牵头|负责|配合)[^（）]*(?:（[^（）]*）[^（）]*)*）|^(?:责任|牵头|配合)(?:单位|部门)：/mu

/** Numberings of rules (规章、法规), whose articles are the clauses whatever they hold. */
const SECTION_SCHEMES = new Set(['part', 'chapter', 'division'])
/** Numberings of the first level outside rules. */
const FIRST_LEVEL = new Set(['han', 'decimal1'])

interface Divided {
  readonly sections: readonly OutlineSection[]
  readonly clauses: readonly OutlineClause[]
}

/**
 * Divides the numbered elements into sections, clauses and items. The clause is the lowest element that carries a
 * heading or a responsibility of its own; elements above it are sections, those below it are its items.
 * @param annex index of the annex that they stand in
 * @param offset number of sections before these
 */
export function divide(
  roots: readonly OutlineNode[],
  text: string,
  annex: number | null = null,
  offset = 0,
): Divided {
  const sections: OutlineSection[] = []
  const clauses: OutlineClause[] = []
  const someRootIsDivided = roots.some((root) => isSection(root, text))

  const addClause = (node: OutlineNode, section: number | null) => {
    clauses.push({
      node,
      section,
      annex,
      content: { start: node.body.start, end: node.range.end },
      items: node.children,
    })
  }
  const addSection = (node: OutlineNode, parent: number | null) => {
    sections.push({ node, parent, annex, prose: proseOf(node, text) })
    const index = offset + sections.length - 1
    for (const child of node.children) visit(child, index, index)
  }
  const visit = (node: OutlineNode, parent: number | null, section: number | null) => {
    if (isSection(node, text)) addSection(node, parent)
    // 一、总体要求 beside sections that hold clauses
    else if (parent === null && someRootIsDivided && isBareSection(node, text)) addSection(node, parent)
    else addClause(node, section)
  }
  for (const root of roots) visit(root, null, null)
  return { sections, clauses }
}

function isSection(node: OutlineNode, text: string): boolean {
  // a 节 of a plan that holds nothing but prose is a clause
  if (SECTION_SCHEMES.has(node.scheme)) return node.children.length > 0 || proseOf(node, text) === null
  if (node.scheme === 'article') return false
  if (listsItems(node, text) && !hasSeveralNotes(node, text)) return false
  if (!isHeadedFirstLevel(node) && node.children.every((child) => isPlain(child))) {
    return hasSeveralNotes(node, text)
  }
  return node.children.some((child) => qualifies(child, text))
}

/** Headings whose prose only frames the document; prose under any other heading says what is to be done. */
export const FRAMES: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  { pattern: /^总体(?:要求|目标|思路|原则|安排|部署|考虑)/, example: '总体要求和主要目标' },
  { pattern: /^(?:基本|工作|主要)?原则|指导思想$/, example: '指导思想' },
  {
    pattern: /^(?:主要|发展|工作|行动|预期|建设|任务|总)?(?:目标|指标)(?:任务|要求|和)?/,
    example: '主要目标',
  },
  { pattern: /^.{0,40}(?:重要意义|重要性|必要性|重大意义|紧迫性)$/, example: '充分认识湿地保护的重要意义' },
  {
    pattern: /^(?:工作|现实|编制|发展)?(?:背景|基础|依据|形势|现状|情况)(?:和|与|$)|^基本情况/,
    example: '编制背景',
  },
  {
    pattern:
      /^(?:当前|目前|现阶段)?(?:存在|面临)的?(?:主要|突出|一些|重大|困难|和|与|的)*(?:问题|困难|挑战|短板|不足|形势)/,
    example: '当前面临的困难和问题',
  },
  {
    pattern:
      /^(?:前期|去年|今年|上半年|近年来|(?:19|20)\d{2}年度?)?(?:取得的)?(?:主要|工作|前期|总体|改革|建设|目标|任务)*(?:开展|进展|完成|落实|推进|实施|执行)?(?:情况|成效|成绩|成果|进展|回顾|总结)$/,
    example: '2023年工作开展情况',
  },
]

function isBareSection(node: OutlineNode, text: string): boolean {
  const isFirst = FIRST_LEVEL.has(node.scheme) || SECTION_SCHEMES.has(node.scheme)
  if (node.title === null || !isFirst || hasNote(node, text)) return false
  const title = text.slice(node.title.start, node.title.end)
  return proseOf(node, text) === null || FRAMES.some(({ pattern }) => pattern.test(title))
}

function qualifies(node: OutlineNode, text: string): boolean {
  if (node.scheme === 'article') return true
  return isHeaded(node) || hasNote(node, text) || node.children.some((child) => qualifies(child, text))
}

/** A phrase with nothing below it is an entry of a list, not a heading. */
function isHeaded(node: OutlineNode): boolean {
  return node.title !== null && (node.body.end > node.body.start || node.children.length > 0)
}

function hasNote(node: OutlineNode, text: string): boolean {
  // a note may close the heading
  return NOTE_HINT.test(text.slice(node.title?.end ?? node.body.start, node.body.end))
}

function isHeadedFirstLevel(node: OutlineNode): boolean {
  return FIRST_LEVEL.has(node.scheme) && node.title !== null
}

/** An entry of a list: nothing but text, maybe with a note. */
function isPlain(node: OutlineNode): boolean {
  return node.children.length === 0 && !isHeaded(node)
}

/** A note behind the last entry alone is that of the whole list. */
function hasSeveralNotes({ children }: OutlineNode, text: string): boolean {
  return children.some((child, i) => (i < children.length - 1 || i === 0) && hasNoteWithin(child, text))
}

function hasNoteWithin(node: OutlineNode, text: string): boolean {
  return hasNote(node, text) || node.children.some((child) => hasNoteWithin(child, text))
}

/** （三）支持范围。重点支持以下方向：1.……: a clause whose own text leads on to its items. */
function listsItems(node: OutlineNode, text: string): boolean {
  if (isHeadedFirstLevel(node)) return false
  return /：\s*$/.test(text.slice(node.body.start, node.body.end))
}

function proseOf({ body }: OutlineNode, text: string): TextRange | null {
  const words = text.slice(body.start, body.end)
  const start = body.start + words.length - words.trimStart().length
  const end = body.start + words.trimEnd().length
  return end > start ? { start, end } : null
}
