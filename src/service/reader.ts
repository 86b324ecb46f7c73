import DataLoader from 'dataloader'
import type { ChildRelation, CitationFilter, GraphStore } from '../../graph/port/graphStore.ts'
import type { DocumentBody } from '../domain/bundle.ts'
import type {
  AboutEdge,
  CitationEdge,
  GraphNode,
  NodeKind,
  NodeOf,
  ProductMentionEdge,
  ResponsibilityEdge,
} from '../domain/nodes.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { type LinkReader, openLinkReader } from './linkReader.ts'
import { readAll } from './page.ts'

export interface ClauseProducts {
  readonly about: readonly AboutEdge[]
  readonly mentions: readonly ProductMentionEdge[]
}

/** Reads of one request: those asked for in the same tick go to the store together, none goes twice. */
export interface Reader extends LinkReader {
  node(id: string): Promise<GraphNode | null>
  /** Null where the id is unknown or of another kind. */
  find<K extends NodeKind>(kind: K, id: string): Promise<NodeOf<K> | null>
  /** @throws ZhengmaiError INTERNAL where a stored fact points at nothing */
  get<K extends NodeKind>(kind: K, id: string): Promise<NodeOf<K>>
  /** In the order of the ids; an id that points at nothing is left out. */
  list<K extends NodeKind>(kind: K, ids: readonly string[]): Promise<NodeOf<K>[]>
  children<K extends NodeKind>(kind: K, relation: ChildRelation, parentId: string): Promise<NodeOf<K>[]>
  body(documentId: string): Promise<DocumentBody | null>
  products(clauseId: string): Promise<ClauseProducts>
  responsibilitiesOfClause(clauseId: string): Promise<readonly ResponsibilityEdge[]>
  citationsOfClause(clauseId: string): Promise<readonly CitationEdge[]>
  /** SUPERSEDES citations of a document, without those of single articles. */
  supersedingOf(documentId: string): Promise<readonly CitationEdge[]>
}

const NO_PRODUCTS: ClauseProducts = { about: [], mentions: [] }

export function openReader(store: GraphStore): Reader {
  const nodes = byId((ids) => store.nodes(ids))
  const children = openChildren(store)
  const bodies = byId((ids) => store.bodies(ids))
  const products = byId((ids) => store.productsOf(ids))
  return {
    node: (id) => nodes.load(id),
    find: async (kind, id) => ofKind(kind, await nodes.load(id)),
    async get(kind, id) {
      const node = ofKind(kind, await nodes.load(id))
      if (node === null) throw new ZhengmaiError('INTERNAL', `${kind} ${id} is missing from the store`)
      return node
    },
    async list(kind, ids) {
      const found = await Promise.all(ids.map((id) => nodes.load(id)))
      return found.flatMap((node) => ofKind(kind, node) ?? [])
    },
    async children(kind, relation, parentId) {
      const found = await children(relation).load(parentId)
      return found.flatMap((node) => ofKind(kind, node) ?? [])
    },
    body: (documentId) => bodies.load(documentId),
    products: async (clauseId) => (await products.load(clauseId)) ?? NO_PRODUCTS,
    ...openEdges(store),
    ...openLinkReader(store),
  }
}

/** One loader for each relation that is asked for. */
function openChildren(
  store: GraphStore,
): (relation: ChildRelation) => DataLoader<string, readonly GraphNode[]> {
  const loaders = new Map<ChildRelation, DataLoader<string, readonly GraphNode[]>>()
  return (relation) => {
    const known = loaders.get(relation)
    if (known !== undefined) return known
    const loader = new DataLoader<string, readonly GraphNode[]>(async (ids) => {
      const found = await store.childrenOf(ids, relation)
      return ids.map((id) => found.get(id) ?? [])
    })
    loaders.set(relation, loader)
    return loader
  }
}

type Edges = Pick<Reader, 'responsibilitiesOfClause' | 'citationsOfClause' | 'supersedingOf'>

function openEdges(store: GraphStore): Edges {
  const responsibilities = grouped(
    (clauseIds) => readAll((page) => store.responsibilities({ clauseIds }, page)),
    (edge) => edge.clauseId,
  )
  const citationsBy = (
    filterOf: (ids: readonly string[]) => CitationFilter,
    keyOf: (edge: CitationEdge) => string,
  ) => grouped((ids) => readAll((page) => store.citations(filterOf(ids), page)), keyOf)
  const ofClause = citationsBy(
    (clauseIds) => ({ clauseIds }),
    (edge) => edge.clauseId ?? '',
  )
  const superseding = citationsBy(
    (targetIds) => ({ targetIds, relations: ['SUPERSEDES'] }),
    (edge) => edge.targetId,
  )
  return {
    responsibilitiesOfClause: (id) => responsibilities.load(id),
    citationsOfClause: (id) => ofClause.load(id),
    // 废止第三条 leaves the rest of the document standing.
    supersedingOf: async (id) => (await superseding.load(id)).filter((edge) => edge.locator === null),
  }
}

function ofKind<K extends NodeKind>(kind: K, node: GraphNode | null): NodeOf<K> | null {
  return node !== null && node.kind === kind ? (node as NodeOf<K>) : null
}

function byId<T>(
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): DataLoader<string, T | null> {
  return new DataLoader<string, T | null>(async (ids) => {
    const found = await read(ids)
    return ids.map((id) => found.get(id) ?? null)
  })
}

function grouped<T>(
  read: (ids: readonly string[]) => Promise<readonly T[]>,
  keyOf: (item: T) => string,
): DataLoader<string, readonly T[]> {
  return new DataLoader<string, readonly T[]>(async (ids) => {
    const groups = new Map<string, T[]>(ids.map((id) => [id, []]))
    for (const item of await read(ids)) groups.get(keyOf(item))?.push(item)
    return ids.map((id) => groups.get(id) ?? [])
  })
}
