import type { GraphEdge } from '../../domain/graph.ts'
import { escapeXml } from '../xml.ts'
import { COLOURS, channelsOf, NODE_SIZES } from './appearance.ts'
import type { DrawnNode, GraphPiece } from './corpusGraph.ts'

type Value = string | number | boolean | null

interface Key<T> {
  readonly id: string
  readonly type: 'string' | 'double' | 'int' | 'boolean'
  readonly of: (item: T) => Value
}

/** `label`, `size` and `r g b` are the names that Gephi takes for what is drawn. */
const NODE_KEYS: readonly Key<DrawnNode>[] = [
  { id: 'label', type: 'string', of: ({ label }) => label },
  { id: 'kind', type: 'string', of: ({ kind }) => kind },
  { id: 'level', type: 'string', of: ({ level }) => level },
  { id: 'number', type: 'string', of: ({ number }) => number },
  { id: 'issuedOn', type: 'string', of: ({ issuedOn }) => issuedOn },
  { id: 'size', type: 'double', of: ({ kind }) => NODE_SIZES[kind] },
  { id: 'r', type: 'int', of: ({ kind }) => channelsOf(COLOURS[kind])[0] },
  { id: 'g', type: 'int', of: ({ kind }) => channelsOf(COLOURS[kind])[1] },
  { id: 'b', type: 'int', of: ({ kind }) => channelsOf(COLOURS[kind])[2] },
]
const EDGE_KEYS: readonly Key<GraphEdge>[] = [
  { id: 'kind', type: 'string', of: ({ kind }) => kind },
  { id: 'label', type: 'string', of: ({ label }) => label },
  { id: 'role', type: 'string', of: ({ role }) => role },
  { id: 'relation', type: 'string', of: ({ relation }) => relation },
  { id: 'weight', type: 'double', of: ({ score }) => score },
  {
    id: 'reviewed',
    type: 'boolean',
    of: ({ kind, reviewed }) => (kind === 'CORRESPONDENCE' ? reviewed : null),
  },
]

/** GraphML (http://graphml.graphdrawing.org/xmlns), written while it is read, so that a corpus of any size fits. */
export async function* writeGraphml(pieces: AsyncIterable<GraphPiece>): AsyncGenerator<Uint8Array> {
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...NODE_KEYS.map((key) => keyElement(key, 'node')),
    ...EDGE_KEYS.map((key) => keyElement(key, 'edge')),
    '<graph id="zhengmai" edgedefault="directed">',
  ]
  yield Buffer.from(`${head.join('\n')}\n`)
  for await (const { nodes, edges } of pieces) {
    const lines = [...nodes.map(nodeElement), ...edges.map(edgeElement)]
    if (lines.length > 0) yield Buffer.from(`${lines.join('\n')}\n`)
  }
  yield Buffer.from('</graph>\n</graphml>\n')
}

function keyElement({ id, type }: Pick<Key<never>, 'id' | 'type'>, what: 'node' | 'edge'): string {
  return `<key id="${what}-${id}" for="${what}" attr.name="${id}" attr.type="${type}"/>`
}

function nodeElement(node: DrawnNode): string {
  return `<node id="${escapeXml(node.id)}">${dataElements(NODE_KEYS, 'node', node)}</node>`
}

function edgeElement(edge: GraphEdge): string {
  const ends = `source="${escapeXml(edge.sourceId)}" target="${escapeXml(edge.targetId)}"`
  return `<edge id="${escapeXml(edge.id)}" ${ends}>${dataElements(EDGE_KEYS, 'edge', edge)}</edge>`
}

function dataElements<T>(keys: readonly Key<T>[], what: 'node' | 'edge', item: T): string {
  const given = keys.map((key) => [key.id, key.of(item)] as const).filter(([, value]) => value !== null)
  return given.map(([id, value]) => `<data key="${what}-${id}">${escapeXml(String(value))}</data>`).join('')
}
