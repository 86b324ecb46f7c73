import type { GraphNodeKind } from '../domain/graph.ts'
import type { ClauseNode, NodeOf, SectionNode, TargetNode } from '../domain/nodes.ts'
import type { Bound } from '../domain/vocabulary.ts'

/** Characters of a clause without a title that stand for it in a drawing. */
const EXCERPT_LENGTH = 24

const BOUND_SIGNS: Readonly<Record<Bound, string>> = { AT_LEAST: '≥', AT_MOST: '≤', EXACTLY: '', BY: '' }

type GraphNodeOf = NodeOf<GraphNodeKind>

/** What a drawing writes on a node. */
export function graphLabel(node: GraphNodeOf): string {
  switch (node.kind) {
    case 'DOCUMENT':
      return node.title
    case 'SECTION':
      return sectionLabel(node)
    case 'CLAUSE':
      return clauseLabel(node)
    case 'TARGET':
      return targetLabel(node)
    default:
      return node.name
  }
}

/** 一、总体要求; 第二章 总则. */
function sectionLabel({ label, title }: SectionNode): string {
  if (label === '') return title
  return /^第/.test(label) ? `${label} ${title}` : `${label}、${title}`
}

/** （五）完善审评机制, else the beginning of its text. */
function clauseLabel({ label, title, text }: ClauseNode): string {
  if (title !== null) return `${label}${title}`
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  const excerpt =
    characters.length <= EXCERPT_LENGTH ? line : `${characters.slice(0, EXCERPT_LENGTH).join('')}…`
  return `${label}${excerpt}`
}

/** 工业产值 ≥1亿元（2025-12-31 前）. */
function targetLabel({ metric, bound, value, valueMax, unit, deadline }: TargetNode): string {
  const range = valueMax === null || valueMax === value ? `${value}` : `${value}–${valueMax}`
  const amount = value === null ? null : `${BOUND_SIGNS[bound]}${range}${unit ?? ''}`
  const until =
    deadline === null ? null : amount === null && metric === null ? `${deadline} 前` : `（${deadline} 前）`
  const words = [metric, amount].filter((part) => part !== null).join(' ')
  return `${words}${until ?? ''}`
}
