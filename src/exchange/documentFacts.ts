import type { ChildRelation, GraphStore } from '../../graph/port/graphStore.ts'
import type { CorrespondenceEdge } from '../domain/correspondence.ts'
import type {
  AboutEdge,
  CitationEdge,
  ClauseNode,
  DocumentNode,
  GraphNode,
  NodeKind,
  NodeOf,
  ResponsibilityEdge,
  SectionNode,
  TargetNode,
} from '../domain/nodes.ts'
import { readAll } from '../service/page.ts'

/** What a document says, without its texts as a whole and without what search uses. */
export interface DocumentFacts {
  readonly document: DocumentNode
  readonly sections: readonly SectionNode[]
  /** Clauses and the items below them. */
  readonly clauses: readonly ClauseNode[]
  readonly responsibilities: readonly ResponsibilityEdge[]
  readonly citations: readonly CitationEdge[]
  readonly targets: readonly TargetNode[]
  readonly about: readonly AboutEdge[]
  /** Links of its clauses that nobody rejected. */
  readonly links: readonly { readonly edge: CorrespondenceEdge; readonly reviewed: boolean }[]
  /** Everything that the facts point at outside the document, and what stands above it: by id. */
  readonly named: ReadonlyMap<string, GraphNode>
}

/** Reads a document with about a dozen calls of the store, however long it is; null where it is not ingested. */
export async function readDocumentFacts(
  store: GraphStore,
  documentId: string,
): Promise<DocumentFacts | null> {
  const document = (await store.nodes([documentId])).get(documentId)
  if (document?.kind !== 'DOCUMENT' || !document.ingested) return null
  const documentIds = [document.id]
  const inDocument = { documentIds }
  const [sections, top, responsibilities, citations, targets, links] = await Promise.all([
    children(store, documentIds, 'SECTIONS_OF_DOCUMENT', 'SECTION'),
    children(store, documentIds, 'CLAUSES_OF_DOCUMENT', 'CLAUSE'),
    readAll((page) => store.responsibilities(inDocument, page)),
    readAll((page) => store.citations(inDocument, page)),
    readAll((page) => store.targets(inDocument, page)),
    readAll((page) => store.correspondences(inDocument, 'BEST', page)),
  ])
  const clauses = [...top]
  for (let above: readonly ClauseNode[] = top; above.length > 0; ) {
    above = await children(
      store,
      above.map(({ id }) => id),
      'ITEMS_OF_CLAUSE',
      'CLAUSE',
    )
    clauses.push(...above)
  }
  const products = await store.productsOf(clauses.map(({ id }) => id))
  const about = [...products.values()].flatMap((each) => each.about)
  const facts = {
    document,
    sections,
    clauses,
    responsibilities,
    citations,
    targets,
    about,
    links: links.map(({ edge, review }) => ({ edge, reviewed: review?.verdict === 'CONFIRMED' })),
  }
  return { ...facts, named: await readNamed(store, facts) }
}

type Reads = Omit<DocumentFacts, 'named'>

async function readNamed(store: GraphStore, facts: Reads): Promise<ReadonlyMap<string, GraphNode>> {
  const { document, responsibilities, citations, targets, about } = facts
  const ids = [
    ...document.issuerIds,
    ...(document.placeId === null ? [] : [document.placeId]),
    ...responsibilities.map(({ agencyId }) => agencyId),
    ...citations.map(({ targetId }) => targetId),
    ...targets.flatMap(({ leadIds, productTypeIds }) => [...leadIds, ...productTypeIds]),
    ...about.map(({ productTypeId }) => productTypeId),
  ]
  return withAbove(store, ids)
}

/** The nodes of the ids and everything above them: place → place above, department → body → place, product type → broader. */
export async function withAbove(store: GraphStore, ids: readonly string[]): Promise<Map<string, GraphNode>> {
  const found = new Map<string, GraphNode>()
  for (let wanted = [...new Set(ids)]; wanted.length > 0; ) {
    const nodes = await store.nodes(wanted)
    for (const node of nodes.values()) found.set(node.id, node)
    wanted = [...new Set([...nodes.values()].flatMap(aboveOf))].filter((id) => !found.has(id))
  }
  return found
}

/** Ids of what a shared node is part of; of a cited document its place. */
export function aboveOf(node: GraphNode): string[] {
  if (node.kind === 'JURISDICTION') return present([node.parentId])
  if (node.kind === 'AGENCY') return present([node.parentId, node.placeId])
  if (node.kind === 'PRODUCT_TYPE') return present([node.broaderId])
  if (node.kind === 'DOCUMENT') return present([node.placeId, ...node.issuerIds])
  return []
}

function present(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null)
}

async function children<K extends NodeKind>(
  store: GraphStore,
  parentIds: readonly string[],
  relation: ChildRelation,
  kind: K,
): Promise<NodeOf<K>[]> {
  const found = await store.childrenOf(parentIds, relation)
  return parentIds.flatMap((id) =>
    (found.get(id) ?? []).filter((node): node is NodeOf<K> => node.kind === kind),
  )
}
