/** The part of the graph that a view holds: pieces as the service gave them, put together under a budget. */

export const NODE_KINDS = [
  'DOCUMENT',
  'SECTION',
  'CLAUSE',
  'AGENCY',
  'TARGET',
  'PRODUCT_TYPE',
  'JURISDICTION',
] as const
export const EDGE_KINDS = [
  'CORRESPONDENCE',
  'CITATION',
  'RESPONSIBILITY',
  'COUNTERPART',
  'ISSUED_BY',
  'SETS',
  'ABOUT',
  'CONTAINS',
  'PART_OF',
  'APPLIES_TO',
] as const
export const LEVEL_ORDER = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY'] as const
export const RELATION_ORDER = ['IMPLEMENTS', 'BASED_ON', 'CITES', 'SUPERSEDES'] as const
export const ROLE_ORDER = ['LEAD', 'RESPONSIBLE', 'SUPPORT'] as const

export type NodeKind = (typeof NODE_KINDS)[number]
export type EdgeKind = (typeof EDGE_KINDS)[number]
export type Level = (typeof LEVEL_ORDER)[number]
export type Relation = (typeof RELATION_ORDER)[number]
export type Role = (typeof ROLE_ORDER)[number]
export type Basis = 'EXPLICIT' | 'INFERRED' | 'REVIEWED'

export interface GraphNode {
  readonly id: string
  readonly kind: NodeKind
  readonly label: string
  readonly level: Level | null
  /** Edges it has in the whole corpus; 0 where not known. */
  readonly degree: number
}

export interface GraphEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly kind: EdgeKind
  readonly label: string | null
  readonly role: Role | null
  readonly relation: Relation | null
  readonly basis: Basis
  readonly score: number | null
  /** Where it is printed, in the text of the document of its source. */
  readonly span: { readonly start: number; readonly end: number; readonly quote: string } | null
}

export interface Piece {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly truncated: boolean
}

export interface GraphData {
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly edges: ReadonlyMap<string, GraphEdge>
  /** Whether the service or the budget left something out. */
  readonly truncated: boolean
}

export interface Budget {
  readonly nodes: number
  readonly edges: number
}

/** What stays readable on one screen (measured for the lanes). */
export const VIEW_BUDGET: Budget = { nodes: 300, edges: 800 }

/** Puts pieces together, the earlier first; what is beyond the budget is left out and said so. */
export function mergePieces(pieces: readonly Piece[], budget: Budget): GraphData {
  const nodes = new Map<string, GraphNode>()
  const edges = new Map<string, GraphEdge>()
  let truncated = pieces.some((piece) => piece.truncated)
  for (const piece of pieces) {
    for (const node of piece.nodes) {
      if (nodes.has(node.id)) continue
      if (nodes.size < budget.nodes) nodes.set(node.id, node)
      else truncated = true
    }
  }
  const found = pieces.flatMap((piece) => piece.edges)
  found.sort((a, b) => EDGE_KINDS.indexOf(a.kind) - EDGE_KINDS.indexOf(b.kind))
  for (const edge of found) {
    if (edges.has(edge.id) || !nodes.has(edge.source) || !nodes.has(edge.target)) continue
    if (edges.size < budget.edges) edges.set(edge.id, edge)
    else truncated = true
  }
  return { nodes, edges, truncated }
}

/** Id of the document that a section, clause or target stands in, by the form of ids; null for what stands in none. */
export function holderOf(id: string): string | null {
  const parts = id.split('/')
  if (parts[0] !== 'cn') return null
  // without a number: cn/<code>/<year>/<hash>; with one: cn/<code>/<机关代字>/<year>/<serial>
  const length = /^\d{4}$/.test(parts[2] ?? '') && /^[0-9a-f]{10}/.test(parts[3] ?? '') ? 4 : 5
  return parts.length < length ? null : parts.slice(0, length).join('/')
}

/** What an id means, by its form. */
export function kindOfId(id: string): NodeKind {
  if (id.startsWith('agency/')) return 'AGENCY'
  if (id.startsWith('place/')) return 'JURISDICTION'
  if (id.startsWith('product/')) return 'PRODUCT_TYPE'
  const document = holderOf(id)
  if (document === null || document === id) return 'DOCUMENT'
  const last = id.split('/').at(-1) ?? ''
  // an annex means its document
  if (/^att_/.test(last)) return 'DOCUMENT'
  if (/^target_/.test(last)) return 'TARGET'
  return /(^|__)sec_[^_]*$/.test(last) ? 'SECTION' : 'CLAUSE'
}

/** 发文字号 as printed, from the id of a document that has one. */
export function numberOf(document: string): string | null {
  const [, , letters, year, serial] = document.split('/')
  return serial === undefined ? null : `${letters}〔${year}〕${serial}号`
}

const HELD: ReadonlySet<NodeKind> = new Set(['SECTION', 'CLAUSE'])

/** Documents that clauses stand in but that no piece brought: named by their number until their title is known. */
export function withHolders(data: GraphData, titles: ReadonlyMap<string, string>): GraphData {
  const nodes = new Map(data.nodes)
  const edges = new Map(data.edges)
  const held = new Set(
    [...data.edges.values()].filter((edge) => edge.kind === 'CONTAINS').map((e) => e.target),
  )
  for (const node of data.nodes.values()) {
    const document = HELD.has(node.kind) ? holderOf(node.id) : null
    if (document === null) continue
    if (!nodes.has(document)) {
      const label = titles.get(document) ?? numberOf(document) ?? document
      nodes.set(document, { id: document, kind: 'DOCUMENT', label, level: node.level, degree: 0 })
    }
    if (node.kind === 'CLAUSE' && !held.has(node.id)) {
      const id = `contains/${document}~${node.id}`
      const rest = {
        label: null,
        role: null,
        relation: null,
        basis: 'EXPLICIT',
        score: null,
        span: null,
      } as const
      edges.set(id, { id, source: document, target: node.id, kind: 'CONTAINS', ...rest })
    }
  }
  return { nodes, edges, truncated: data.truncated }
}

/**
 * Without the nodes of some kinds and the edges at them; kept ones stay whatever their kind. The document takes over what a
 * section that goes has contained.
 */
export function withoutKinds(
  data: GraphData,
  shown: ReadonlySet<NodeKind>,
  kept: ReadonlySet<string>,
): GraphData {
  const rest = only(data, (node) => shown.has(node.kind) || kept.has(node.id))
  const edges = new Map(rest.edges)
  for (const edge of data.edges.values()) {
    const source = edge.kind === 'CONTAINS' && !rest.nodes.has(edge.source) ? holderOf(edge.target) : null
    if (source === null || !rest.nodes.has(source) || !rest.nodes.has(edge.target)) continue
    const id = `contains/${source}~${edge.target}`
    edges.set(id, { ...edge, id, source })
  }
  return { ...rest, edges }
}

export function only(data: GraphData, test: (node: GraphNode) => boolean): GraphData {
  const nodes = new Map([...data.nodes].filter(([, node]) => test(node)))
  const edges = new Map(
    [...data.edges].filter(([, edge]) => nodes.has(edge.source) && nodes.has(edge.target)),
  )
  return { nodes, edges, truncated: data.truncated }
}
