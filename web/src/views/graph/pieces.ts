import type { GraphState } from './address.ts'
import {
  type EdgeKind,
  type GraphData,
  type GraphEdge,
  holderOf,
  kindOfId,
  mergePieces,
  type NodeKind,
  type Piece,
  VIEW_BUDGET,
  withHolders,
} from './graphData.ts'

/** What to ask of the query `graph` for one node. */
export interface PieceRequest {
  readonly focus: string
  readonly depth: number
  readonly limit: number
  readonly kinds: readonly NodeKind[]
  readonly edgeKinds: readonly EdgeKind[]
}

/** Nodes that opening one more node may bring. */
const OPEN_LIMIT = 60
/** Citations between documents are asked for this many documents; a view has seldom more. */
const MOST_DOCUMENTS = 24
const CITATIONS_LIMIT = 40

/** Documents are joined to clauses through chapters, so these are asked for even where they are not shown. */
const WAYS = { kind: 'SECTION', edge: 'CONTAINS' } as const

/** Of a document its own issuer only: through an office it would be joined to all that the office ever issued. */
const ISSUING: EdgeKind = 'ISSUED_BY'

/** The request for the focus, then one for each opened node. */
export function requestsOf(state: GraphState): readonly PieceRequest[] {
  const kinds = [...new Set<NodeKind>([...state.kinds, WAYS.kind])]
  const edgeKinds = [...new Set<EdgeKind>([...state.edgeKinds, WAYS.edge])]
  const { focus } = state
  const opened = state.open.map((each) => ({
    ...{ focus: each, depth: depthOf(each, 2), limit: OPEN_LIMIT, kinds },
    edgeKinds: kindOfId(each) === 'DOCUMENT' ? without(edgeKinds, ISSUING) : edgeKinds,
  }))
  const first = { focus, depth: depthOf(focus, 3), limit: VIEW_BUDGET.nodes, kinds, edgeKinds }
  if (kindOfId(focus) !== 'DOCUMENT') return [first, ...opened]
  const issuers = { focus, depth: 1, limit: OPEN_LIMIT, kinds, edgeKinds: [ISSUING] }
  return [
    { ...first, edgeKinds: without(edgeKinds, ISSUING) },
    ...(edgeKinds.includes(ISSUING) ? [issuers] : []),
    ...opened,
  ]
}

const without = (kinds: readonly EdgeKind[], gone: EdgeKind): readonly EdgeKind[] =>
  kinds.filter((kind) => kind !== gone)

function depthOf(id: string, document: number): number {
  const kind = kindOfId(id)
  if (kind === 'DOCUMENT') return document
  return kind === 'SECTION' ? 2 : 1
}

/** Which documents cite which: asked for after the rest, since only then it is known which documents there are. */
export function citationRequests(data: GraphData): readonly PieceRequest[] {
  return [...data.nodes.values()]
    .filter((node) => node.kind === 'DOCUMENT')
    .slice(0, MOST_DOCUMENTS)
    .map(({ id }) => ({
      ...{ focus: id, depth: 1, limit: CITATIONS_LIMIT },
      kinds: ['DOCUMENT'],
      edgeKinds: ['CITATION'],
    }))
}

/** The answers to the first requests as one graph; what was opened below something that is no longer there is left out. */
export function joinPieces(
  requests: readonly PieceRequest[],
  answers: readonly Piece[],
  paths: readonly Piece[],
): GraphData {
  const taken: Piece[] = []
  const ids = new Set<string>()
  requests.forEach(({ focus }, index) => {
    const answer = answers[index]
    if (answer === undefined || (index > 0 && !ids.has(focus))) return
    taken.push(answer)
    for (const node of answer.nodes) {
      ids.add(node.id)
      ids.add(holderOf(node.id) ?? node.id)
    }
  })
  return withHolders(mergePieces([...paths, ...taken], VIEW_BUDGET), new Map())
}

/**
 * Adds the citations between documents; of those not in the graph only what the focus' own document cites or is cited by.
 * @param relations relations of citations that are to be seen
 */
export function addCitations(
  data: GraphData,
  answers: readonly Piece[],
  own: string | null,
  relations: ReadonlySet<string>,
): GraphData {
  const nodes = new Map(data.nodes)
  const edges = new Map(data.edges)
  const wanted = (edge: GraphEdge) => edge.relation === null || relations.has(edge.relation)
  const near = new Set<string>()
  for (const edge of answers.flatMap((answer) => answer.edges)) {
    if (!wanted(edge)) continue
    if (edge.source === own) near.add(edge.target)
    if (edge.target === own) near.add(edge.source)
  }
  for (const node of answers.flatMap((answer) => answer.nodes)) {
    // the answers know titles that stand-ins for unknown documents lack
    if (nodes.has(node.id) || (near.has(node.id) && nodes.size < VIEW_BUDGET.nodes)) nodes.set(node.id, node)
  }
  for (const edge of answers.flatMap((answer) => answer.edges)) {
    if (wanted(edge) && nodes.has(edge.source) && nodes.has(edge.target)) edges.set(edge.id, edge)
  }
  return { nodes, edges, truncated: data.truncated }
}
