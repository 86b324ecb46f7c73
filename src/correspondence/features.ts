import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { Passage } from '../domain/bundle.ts'
import type { ClauseNode, ResponsibilityEdge, TargetNode } from '../domain/nodes.ts'
import type { TextRange } from '../domain/span.ts'

/** The part of the store that comparing two documents reads. */
export type FeatureStore = Pick<
  GraphStore,
  'nodes' | 'childrenOf' | 'passagesOf' | 'termsOf' | 'productsOf' | 'responsibilities'
>

/** A body that leads, or is alone responsible for, a clause. */
export interface LeadFeature {
  readonly agencyId: string
  readonly printed: string
  /** What it is in charge of, the same word at all levels; null where unknown. */
  readonly function: string | null
  /** In the normalised text of the document. */
  readonly range: TextRange
}

/** What a clause is about, and where it says so. */
export interface ProductFeature {
  readonly id: string
  readonly name: string
  /** Of its first mention in the clause, in the normalised text; null where it is only implied. */
  readonly range: TextRange | null
}

/** A row of the document's table of duties that belongs to a clause. */
export interface LedgerFeature {
  readonly measure: string
  /** What its leading bodies are in charge of. */
  readonly functions: readonly string[]
  /** In the normalised text of the document. */
  readonly range: TextRange
}

/** All that scoring needs of one clause. */
export interface ClauseFeatures {
  readonly clause: ClauseNode
  /** Whole clause first, then its windows; empty where no vectors are stored. */
  readonly passages: readonly Passage[]
  /** Words in order, as indexed. */
  readonly tokens: readonly string[]
  readonly products: readonly ProductFeature[]
  readonly leads: readonly LeadFeature[]
  readonly targets: readonly TargetNode[]
  /** Absent for none. */
  readonly ledger?: readonly LedgerFeature[]
}

/** The clauses proper of one document, in the order of the text. */
export interface DocumentFeatures {
  readonly documentId: string
  readonly clauses: readonly ClauseFeatures[]
}

/** Responsibilities are read by pages of this many. */
const PAGE = 1000

/** Reads what scoring needs of whole documents, in a few calls for all of them; documents without clauses are absent. */
export async function readFeatures(
  store: FeatureStore,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, DocumentFeatures>> {
  const children = await store.childrenOf(documentIds, 'CLAUSES_OF_DOCUMENT')
  const clausesOf = new Map(
    documentIds.map((id) => [id, (children.get(id) ?? []).filter((node) => node.kind === 'CLAUSE')]),
  )
  const ids = [...clausesOf.values()].flat().map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const [passages, terms, targets, products, leads, ledger] = await Promise.all([
    store.passagesOf(ids),
    store.termsOf(ids),
    store.childrenOf(ids, 'TARGETS_OF_CLAUSE'),
    readProducts(store, ids),
    readLeads(store, documentIds),
    readLedger(store, ids),
  ])
  const toFeatures = (clause: ClauseNode): ClauseFeatures => ({
    clause,
    passages: passages.get(clause.id) ?? [],
    tokens: terms.get(clause.id)?.tokens ?? [],
    products: products.get(clause.id) ?? [],
    leads: leads.get(clause.id) ?? [],
    targets: (targets.get(clause.id) ?? []).filter((node) => node.kind === 'TARGET'),
    ...(ledger.has(clause.id) && { ledger: ledger.get(clause.id)! }),
  })
  const found = [...clausesOf].filter(([, clauses]) => clauses.length > 0)
  return new Map(
    found.map(([documentId, clauses]) => [documentId, { documentId, clauses: clauses.map(toFeatures) }]),
  )
}

async function readProducts(
  store: FeatureStore,
  clauseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ProductFeature[]>> {
  const products = await store.productsOf(clauseIds)
  const typeIds = new Set(
    [...products.values()].flatMap(({ about }) => about.map(({ productTypeId }) => productTypeId)),
  )
  const types = await store.nodes([...typeIds])
  const rows = [...products].map(([clauseId, { about, mentions }]) => {
    const features = about.map(({ productTypeId }): ProductFeature => {
      const type = types.get(productTypeId)
      const span = mentions.find((mention) => mention.productTypeId === productTypeId)?.span
      return {
        id: productTypeId,
        name: type?.kind === 'PRODUCT_TYPE' ? type.name : productTypeId,
        range: span === undefined ? null : { start: span.start, end: span.end },
      }
    })
    return [clauseId, features] as const
  })
  return new Map(rows)
}

async function readLedger(
  store: FeatureStore,
  clauseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LedgerFeature[]>> {
  const children = await store.childrenOf(clauseIds, 'LEDGER_OF_CLAUSE')
  const rows = [...children.values()].flat().filter((node) => node.kind === 'LEDGER_ROW')
  if (rows.length === 0) return new Map()
  const agencies = await store.nodes([...new Set(rows.flatMap(({ leadIds }) => leadIds))])
  const functionsOf = (leadIds: readonly string[]) =>
    leadIds.flatMap((id) => {
      const agency = agencies.get(id)
      return agency?.kind === 'AGENCY' && agency.function !== null ? [agency.function] : []
    })
  return new Map(
    [...children].map(([clauseId, nodes]) => [
      clauseId,
      nodes
        .filter((node) => node.kind === 'LEDGER_ROW')
        .map(({ measure, leadIds, span }) => ({
          ...{ measure, functions: functionsOf(leadIds) },
          range: { start: span.start, end: span.end },
        })),
    ]),
  )
}

/** The leading bodies of each clause: those that lead; where none does, those responsible. */
async function readLeads(
  store: FeatureStore,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LeadFeature[]>> {
  const edges = await readResponsibilities(store, documentIds)
  const agencies = await store.nodes([...new Set(edges.map(({ agencyId }) => agencyId))])
  const byClause = groupByClause(edges)
  const rows = [...byClause].map(([clauseId, own]) => {
    const leading = own.filter(({ role }) => role === 'LEAD')
    const chosen = leading.length > 0 ? leading : own.filter(({ role }) => role === 'RESPONSIBLE')
    const features = chosen.map(({ agencyId, printed, span }): LeadFeature => {
      const agency = agencies.get(agencyId)
      return {
        agencyId,
        printed,
        function: agency?.kind === 'AGENCY' ? agency.function : null,
        range: { start: span.start, end: span.end },
      }
    })
    return [clauseId, features] as const
  })
  return new Map(rows)
}

function groupByClause(edges: readonly ResponsibilityEdge[]): ReadonlyMap<string, ResponsibilityEdge[]> {
  const groups = new Map<string, ResponsibilityEdge[]>()
  for (const edge of edges) {
    const group = groups.get(edge.clauseId)
    if (group === undefined) groups.set(edge.clauseId, [edge])
    else group.push(edge)
  }
  return groups
}

async function readResponsibilities(
  store: FeatureStore,
  documentIds: readonly string[],
): Promise<readonly ResponsibilityEdge[]> {
  const edges: ResponsibilityEdge[] = []
  let after: string | null = null
  for (;;) {
    const page = await store.responsibilities({ documentIds }, { first: PAGE, after })
    edges.push(...page.items.map(({ node }) => node))
    after = page.items.at(-1)?.cursor ?? null
    if (!page.hasNextPage) return edges
  }
}
