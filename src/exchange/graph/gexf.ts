import { ZhengmaiError } from '../../errors/error.ts'
import { withoutForbidden } from '../xml.ts'
import { COLOURS, NODE_SIZES } from './appearance.ts'
import type { GraphPiece } from './corpusGraph.ts'

/** The library holds the whole graph and then the whole file in memory; this many nodes take about 500 MB. */
const MAX_NODES = 100_000

/**
 * GEXF as Gephi writes it, colours and sizes included.
 * @throws ZhengmaiError LIMIT for a graph that had better be GraphML
 */
export async function* writeGexf(pieces: AsyncIterable<GraphPiece>): AsyncGenerator<Uint8Array> {
  const [{ default: Graph }, { default: gexf }] = await Promise.all([
    import('graphology'),
    import('graphology-gexf'),
  ])
  const graph = new Graph.MultiDirectedGraph()
  for await (const { nodes, edges } of pieces) {
    if (graph.order + nodes.length > MAX_NODES) {
      throw new ZhengmaiError(
        'LIMIT',
        `GEXF 至多 ${MAX_NODES} 个节点：请用 graphml，或用 --documents、--focus 缩小范围`,
      )
    }
    for (const { id, kind, label, level, number, issuedOn } of nodes) {
      const looks = { color: COLOURS[kind], size: NODE_SIZES[kind] }
      graph.addNode(clean(id), { ...given({ label, category: kind, level, number, issuedOn }), ...looks })
    }
    for (const { id, kind, sourceId, targetId, label, role, relation, score, reviewed } of edges) {
      const weight = score === null ? {} : { weight: score, reviewed }
      const attributes = { ...given({ label, category: kind, role, relation }), ...weight }
      graph.addEdgeWithKey(clean(id), clean(sourceId), clean(targetId), attributes)
    }
  }
  yield Buffer.from(gexf.write(graph))
}

function clean(text: string): string {
  return withoutForbidden(text)
}

function given(attributes: Readonly<Record<string, string | null>>): Record<string, string> {
  const entries = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === null ? [] : [[key, clean(value)]],
  )
  return Object.fromEntries(entries)
}
