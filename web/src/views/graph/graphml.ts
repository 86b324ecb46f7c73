import { type GraphData, holderOf } from './graphData.ts'
import { escapeXml } from './svgPicture.ts'

const NODE_KEYS = ['kind', 'label', 'level', 'document'] as const
const EDGE_KEYS = ['kind', 'label', 'role', 'relation', 'basis', 'score'] as const

/** What the view holds as GraphML (http://graphml.graphdrawing.org), for Gephi, yEd, NetworkX …; nothing is folded in it. */
export function writeGraphml(data: GraphData): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...NODE_KEYS.map((key) => `<key id="n_${key}" for="node" attr.name="${key}" attr.type="string"/>`),
    ...EDGE_KEYS.map((key) => {
      const type = key === 'score' ? 'double' : 'string'
      return `<key id="e_${key}" for="edge" attr.name="${key}" attr.type="${type}"/>`
    }),
    '<graph edgedefault="directed">',
  ]
  for (const node of data.nodes.values()) {
    const document = node.kind === 'DOCUMENT' ? null : holderOf(node.id)
    const values = NODE_KEYS.map((key) => datum('n', key, key === 'document' ? document : node[key]))
    lines.push(`<node id="${escapeXml(node.id)}">${values.join('')}</node>`)
  }
  for (const edge of data.edges.values()) {
    const values = EDGE_KEYS.map((key) => datum('e', key, edge[key]))
    const ends = `source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}"`
    lines.push(`<edge id="${escapeXml(edge.id)}" ${ends}>${values.join('')}</edge>`)
  }
  lines.push('</graph>', '</graphml>')
  return `${lines.join('\n')}\n`
}

function datum(of: 'n' | 'e', key: string, value: string | number | null): string {
  return value === null ? '' : `<data key="${of}_${key}">${escapeXml(String(value))}</data>`
}
