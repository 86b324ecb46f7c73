import type { GraphStore } from '../../../graph/port/graphStore.ts'
import { type DocumentFacts, readDocumentFacts, withAbove } from '../documentFacts.ts'
import { CONTEXT } from './context.ts'
import { type NodeObject, RdfMapping } from './mapping.ts'

/** A JSON-LD document that needs nothing from the network. */
export interface JsonLd {
  readonly '@context': typeof CONTEXT
  readonly '@graph': readonly NodeObject[]
}

/**
 * What is known of a document, clause, agency, place or product type: its node and those that it points at. Null where there is
 * none.
 */
export async function describeAsJsonLd(
  store: GraphStore,
  baseUrl: string,
  id: string,
): Promise<JsonLd | null> {
  const node = (await store.nodes([id])).get(id)
  if (node === undefined) return null
  const mapping = new RdfMapping(baseUrl)
  const documentId = 'documentId' in node ? node.documentId : node.id
  const facts = await readDocumentFacts(store, documentId)
  const graph = facts === null ? [] : [...mapping.document(facts), ...namedNodes(mapping, facts)]
  if (facts === null) {
    for (const each of (await withAbove(store, [node.id])).values()) {
      const shared = mapping.shared(each)
      if (shared !== null) graph.push(shared)
    }
  }
  const isPart = 'documentId' in node
  return { '@context': CONTEXT, '@graph': isPart ? around(graph, mapping.iri(node.id)) : graph }
}

/** What a document's facts name outside it. */
export function namedNodes(mapping: RdfMapping, { named, document }: DocumentFacts): NodeObject[] {
  const others = [...named.values()].filter(({ id }) => id !== document.id)
  return others.map((node) => mapping.shared(node)).filter((node) => node !== null)
}

/** The node of an address and the nodes that it points at. */
function around(graph: readonly NodeObject[], iri: string): NodeObject[] {
  const node = graph.find((each) => each['@id'] === iri)
  if (node === undefined) return []
  const named = new Set(textsIn(node))
  return graph.filter((each) => each === node || named.has(String(each['@id'])))
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
