import type { GraphEdge, GraphNode, Level, NodeKind, Piece } from './graphData.ts'

/** Small graphs for tests. */
export const UPPER = 'cn/370000/鲁政办字/2025/177'
export const LOWER = 'cn/370800/济政办字/2024/23'
export const clauseOf = (document: string, index: number): string => `${document}/sec_1__cl_${index}`
export const AGENCY = 'agency/370000/山东省药监局'

export function nodeOf(id: string, kind: NodeKind, level: Level | null = 'PROVINCIAL'): GraphNode {
  return { id, kind, label: `名${id.slice(-6)}`, level, degree: 1 }
}

export function edgeOf(
  source: string,
  target: string,
  kind: GraphEdge['kind'],
  more: Partial<GraphEdge> = {},
): GraphEdge {
  const rest = {
    label: null,
    role: null,
    relation: null,
    basis: 'EXPLICIT',
    score: null,
    span: null,
  } as const
  return { id: `${kind.toLowerCase()}/${source}~${target}`, source, target, kind, ...rest, ...more }
}

/** Two documents with clauses that correspond one to one, and an agency that leads on all of the upper one. */
export function samplePiece(clauses: number): Piece {
  const numbers = Array.from({ length: clauses }, (_, index) => index + 1)
  return {
    nodes: [
      nodeOf(UPPER, 'DOCUMENT'),
      nodeOf(LOWER, 'DOCUMENT', 'MUNICIPAL'),
      nodeOf(AGENCY, 'AGENCY'),
      ...numbers.map((index) => nodeOf(clauseOf(UPPER, index), 'CLAUSE')),
      ...numbers.map((index) => nodeOf(clauseOf(LOWER, index), 'CLAUSE', 'MUNICIPAL')),
    ],
    edges: [
      edgeOf(LOWER, UPPER, 'CITATION', { relation: 'IMPLEMENTS' }),
      ...numbers.map((index) => edgeOf(clauseOf(UPPER, index), AGENCY, 'RESPONSIBILITY', { role: 'LEAD' })),
      ...numbers.map((index) =>
        edgeOf(clauseOf(LOWER, index), clauseOf(UPPER, index), 'CORRESPONDENCE', {
          ...{ basis: 'INFERRED', score: index / 100 },
        }),
      ),
    ],
    truncated: false,
  }
}
