import type { ShownEdge, ShownNode } from './fold.ts'
import type { NodeKind } from './graphData.ts'

/** Names of the colours of `styles.css` that the picture uses. */
export const TOKENS = [
  'paper',
  'paper-2',
  'paper-3',
  'ink',
  'ink-soft',
  'line',
  'line-strong',
  'accent',
  'accent-wash',
  'accent-mid',
  'implements',
  'agency',
  'agency-wash',
  'target',
  'product',
  'danger',
] as const
export type Token = (typeof TOKENS)[number]
export type Palette = Readonly<Record<Token, string>>

/** Each kind has a shape of its own: kinds are told apart without colour. */
export const SHAPES = ['square', 'circle', 'diamond', 'triangle', 'hexagon', 'frame', 'pill'] as const
export type Shape = (typeof SHAPES)[number]

export interface NodeLook {
  readonly shape: Shape
  readonly fill: Token
  readonly border: Token
  /** Half its width in pixels. */
  readonly size: number
}

export const NODE_LOOKS: Readonly<Record<NodeKind, NodeLook>> = {
  DOCUMENT: { shape: 'square', fill: 'accent', border: 'accent', size: 10 },
  SECTION: { shape: 'pill', fill: 'accent-wash', border: 'accent', size: 7 },
  CLAUSE: { shape: 'circle', fill: 'accent-mid', border: 'accent', size: 7 },
  AGENCY: { shape: 'diamond', fill: 'agency', border: 'agency', size: 8 },
  TARGET: { shape: 'triangle', fill: 'target', border: 'target', size: 7 },
  PRODUCT_TYPE: { shape: 'hexagon', fill: 'product', border: 'product', size: 8 },
  JURISDICTION: { shape: 'frame', fill: 'paper', border: 'ink-soft', size: 7 },
}

export interface EdgeLook {
  readonly color: Token
  readonly width: number
  /** Computed, not printed. */
  readonly dashed: boolean
  /** Whether it has a direction that matters to a reader. */
  readonly arrow: boolean
}

const WIDTHS = { LEAD: 2, RESPONSIBLE: 1.4, SUPPORT: 0.9 } as const
const RELATION_LOOKS = {
  IMPLEMENTS: { color: 'implements', width: 2.2 },
  BASED_ON: { color: 'accent', width: 1.6 },
  CITES: { color: 'ink-soft', width: 1.1 },
  SUPERSEDES: { color: 'danger', width: 1.6 },
} as const

/** Widest line, in pixels, however many edges it stands for. */
const WIDEST = 5

export function edgeLook(
  edge: Pick<ShownEdge, 'kind' | 'role' | 'relation' | 'basis' | 'members'>,
): EdgeLook {
  const many = Math.min(WIDEST - 2, Math.log2(edge.members.length) / 2)
  const dashed = edge.basis === 'INFERRED'
  switch (edge.kind) {
    case 'CORRESPONDENCE':
      return { color: 'implements', width: 1.5 + many, dashed, arrow: false }
    case 'CITATION': {
      const look = RELATION_LOOKS[edge.relation ?? 'CITES']
      return { color: look.color, width: look.width + many / 2, dashed, arrow: true }
    }
    case 'RESPONSIBILITY':
      return { color: 'agency', width: WIDTHS[edge.role ?? 'SUPPORT'] + many / 2, dashed, arrow: false }
    case 'COUNTERPART':
      return { color: 'agency', width: 1, dashed, arrow: false }
    case 'SETS':
      return { color: 'target', width: 1, dashed, arrow: false }
    case 'ABOUT':
      return { color: 'product', width: 1, dashed, arrow: false }
    case 'ISSUED_BY':
      return { color: 'ink-soft', width: 1, dashed, arrow: true }
    default:
      return { color: 'line-strong', width: 0.8, dashed, arrow: false }
  }
}

/** Signs a line of a label. */
export function labelWidth(node: ShownNode): number {
  return node.kind === 'DOCUMENT' ? 11 : 7
}
