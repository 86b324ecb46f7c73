import type { OutlineClause, OutlineNode, OutlineSection } from '../values.ts'

/** Words that make a bracket look like a responsibility note; the exact reading comes later. */
const NOTE_HINT =
  /（[^（）]*(?:责任(?:单位|部门|处室)|牵头|负责|配合)[^（）]*(?:（[^（）]*）[^（）]*)*）|^(?:责任|牵头|配合)(?:单位|部门)：/mu

/** Numberings of rules (规章、法规), whose articles are the clauses whatever they hold. */
const SECTION_SCHEMES = new Set(['part', 'chapter', 'division'])

interface Divided {
  readonly sections: readonly OutlineSection[]
  readonly clauses: readonly OutlineClause[]
}

/**
 * Divides the numbered elements into sections, clauses and items. The clause is the lowest element that carries a
 * heading or a responsibility of its own; elements above it are sections, those below it are its items.
 */
export function divide(roots: readonly OutlineNode[], text: string): Divided {
  const sections: OutlineSection[] = []
  const clauses: OutlineClause[] = []
  const someRootIsDivided = roots.some((root) => isSection(root, text))

  const addClause = (node: OutlineNode, section: number | null) => {
    clauses.push({
      node,
      section,
      content: { start: node.body.start, end: node.range.end },
      items: node.children,
    })
  }
  const addSection = (node: OutlineNode, parent: number | null) => {
    sections.push({ node, parent })
    const index = sections.length - 1
    for (const child of node.children) visit(child, index, index)
  }
  const visit = (node: OutlineNode, parent: number | null, section: number | null) => {
    if (isSection(node, text)) addSection(node, parent)
    // 一、总体要求 with prose of its own beside sections that hold clauses
    else if (parent === null && someRootIsDivided && isBareSection(node, text)) addSection(node, parent)
    else addClause(node, section)
  }
  for (const root of roots) visit(root, null, null)
  return { sections, clauses }
}

function isSection(node: OutlineNode, text: string): boolean {
  if (SECTION_SCHEMES.has(node.scheme)) return true
  if (node.scheme === 'article') return false
  return node.children.some((child) => qualifies(child, text))
}

function isBareSection(node: OutlineNode, text: string): boolean {
  return node.title !== null && node.scheme === 'han' && !hasNote(node, text)
}

function qualifies(node: OutlineNode, text: string): boolean {
  if (node.scheme === 'article') return true
  // A phrase with nothing below it is an entry of a list, not a heading.
  const headed = node.title !== null && (node.body.end > node.body.start || node.children.length > 0)
  return headed || hasNote(node, text) || node.children.some((child) => qualifies(child, text))
}

function hasNote(node: OutlineNode, text: string): boolean {
  return NOTE_HINT.test(text.slice(node.body.start, node.body.end))
}
