import type { TextRange } from '../../src/domain/span.ts'
import type { OutlineNode } from '../values.ts'
import { splitHeading } from './heading.ts'
import type { Line } from './lines.ts'
import { settle } from './siblings.ts'

interface Growing {
  scheme: string
  rank: number
  label: string
  number: number | null
  title: TextRange | null
  start: number
  bodyStart: number
  bodyEnd: number
  end: number
  /** Its lines before its first child. */
  own: string[]
  children: Growing[]
}

/**
 * Builds the tree of numbered elements. A line without a label belongs to the element that stands open before it.
 * The first line must bear a label.
 */
export function buildTree(lines: readonly Line[]): OutlineNode[] {
  const roots: Growing[] = []
  const open: Growing[] = []
  for (const [i, line] of lines.entries()) {
    if (line.label === null || line.form !== 'labelled') {
      if (closesList(open, lines[i - 1])) while ((open.at(-1) as Growing).scheme !== 'article') open.pop()
      else if (closesEnumeration(open)) open.pop()
      for (const node of open) node.end = line.end
      const last = open.at(-1)
      // what follows the items of an article is part of it, but does not stand before them
      if (last !== undefined && last.children.length === 0) {
        last.bodyEnd = line.end
        last.own.push(line.text)
      }
      continue
    }
    while (open.length > 0 && (open.at(-1) as Growing).rank >= line.label.rank) open.pop()
    const node = begin(line)
    for (const above of open) above.end = line.end
    const parent = open.at(-1)
    if (parent === undefined) roots.push(node)
    else parent.children.push(node)
    open.push(node)
  }
  return settle(roots.map(finish), lines)
}

/** An article goes on with a further paragraph (款) after the full stop that ends its list (项). */
function closesList(open: readonly Growing[], previous: Line | undefined): boolean {
  if (open.at(-1)?.scheme === 'article' || !open.some((node) => node.scheme === 'article')) return false
  return previous !== undefined && /。$/.test(previous.text)
}

/**
 * 给予奖励：1.甲；2.乙；3.丙。 is one sentence, or a list that the text above led on to; the paragraph below it goes on with
 * what stands above it.
 */
function closesEnumeration(open: readonly Growing[]): boolean {
  const [parent, last] = [open.at(-2), open.at(-1)]
  if (parent === undefined || last === undefined || parent.children.length < 2) return false
  const { children } = parent
  if (
    children.some(
      ({ scheme, own, children: below }) => scheme !== last.scheme || own.length > 1 || below.length > 0,
    )
  )
    return false
  const lines = children.map(({ own }) => own[0] ?? '')
  if (lines.slice(0, -1).every((line) => line.endsWith('；'))) return /[^；。]。$/.test(lines.at(-1) ?? '')
  return /：$/.test(parent.own.at(-1) ?? '') && lines.every((line) => /^[^。]+[。；]$/.test(line))
}

function begin(line: Line): Growing {
  const { title, bodyStart } = splitHeading(line)
  const label = line.label
  if (label === null) throw new Error('buildTree: a node begins with a label')
  return {
    scheme: label.scheme,
    rank: label.rank,
    label: label.label,
    number: label.number,
    title,
    start: line.start,
    bodyStart,
    bodyEnd: line.end,
    end: line.end,
    own: [line.text],
    children: [],
  }
}

function finish(node: Growing): OutlineNode {
  return {
    scheme: node.scheme,
    label: node.label,
    number: node.number,
    range: { start: node.start, end: node.end },
    title: node.title,
    body: { start: Math.min(node.bodyStart, node.bodyEnd), end: node.bodyEnd },
    children: node.children.map(finish),
  }
}
