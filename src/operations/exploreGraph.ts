import { z } from 'zod'
import { GRAPH_NODE_KINDS } from '../domain/graph.ts'
import { citeClause } from '../service/cite.ts'
import { type DrawnNode, documentIdOf } from '../service/drawGraph.ts'
import { MAX_GRAPH_DEPTH, MAX_GRAPH_NODES, readGraph } from '../service/graph.ts'
import { documentReference } from '../service/reference.ts'
import type { Scope } from '../service/scope.ts'
import { pageUrl } from '../service/urls.ts'
import { id } from './arguments.ts'
import { describeCoverage, describeDocument } from './describe.ts'
import { defineOperation } from './operation.ts'
import { coverageShape, edgeShape, nodeShape } from './shapes.ts'

const kinds = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  z.array(z.enum(GRAPH_NODE_KINDS)).max(GRAPH_NODE_KINDS.length),
)

export const exploreGraphOperation = defineOperation({
  name: 'explore_graph',
  title: '探查图谱 Explore the graph',
  description:
    '从一份文件、条款、机关、地方、产品类型或目标出发，看它在知识图谱中的邻接：引用、责任、对应、所属等。' +
    'The surroundings of a document, clause, agency, place, product type or target in the knowledge graph.',
  input: z.strictObject({
    id: id.describe('任何节点的编号 · id of any node'),
    depth: z.int().min(1).max(MAX_GRAPH_DEPTH).default(1).describe('走几步 · steps'),
    kinds: kinds.describe('只看这些种类的节点 · only nodes of these kinds').optional(),
    limit: z.int().min(1).max(MAX_GRAPH_NODES).default(50).describe('最多几个节点 · nodes at most'),
  }),
  output: z.object({
    nodes: z.array(nodeShape),
    edges: z.array(edgeShape),
    truncated: z.boolean().describe('true：还有节点没有列出 · the limit left nodes out'),
    coverage: coverageShape,
  }),
  run: async (scope, input) => {
    const { depth, limit } = input
    const [graph, coverage] = await Promise.all([
      readGraph(scope, { focus: input.id, depth, limit, kinds: input.kinds ?? null }),
      describeCoverage(scope),
    ])
    return {
      nodes: await Promise.all(graph.nodes.map((node) => describeNode(scope, node))),
      edges: graph.edges.map(({ edge, basis }) => ({
        ...{ id: edge.id, kind: edge.kind, source: edge.sourceId, target: edge.targetId },
        ...{ label: edge.label, role: edge.role, relation: edge.relation, basis, score: edge.score },
      })),
      truncated: graph.truncated,
      coverage,
    }
  },
})

async function describeNode(
  scope: Scope,
  { id, kind, label, level, degree, node }: DrawnNode,
): Promise<z.input<typeof nodeShape>> {
  const documentId = documentIdOf(node)
  const document = documentId === null ? null : await scope.read.get('DOCUMENT', documentId)
  return {
    ...{ id, kind, label, level, degree, reference: await referenceOf(scope, node) },
    url: pageUrl(scope.baseUrl, id),
    document: document === null ? null : await describeDocument(scope, document),
  }
}

async function referenceOf(scope: Scope, node: DrawnNode['node']): Promise<string | null> {
  if (node.kind === 'CLAUSE') return citeClause(scope, node)
  return node.kind === 'DOCUMENT' ? documentReference(node) : null
}
