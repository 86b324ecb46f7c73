import type { ClauseNode, DocumentNode } from '../../domain/nodes.ts'
import type { Scope } from '../scope.ts'
import { pageUrl } from '../urls.ts'
import { describeClause, describeDocument } from './describe.ts'
import type { PassageClause, PassageDocument } from './passage.ts'

/** A list where a clause may have several, e.g. issuers; null where it has none. */
export type AttributeValue = string | number | readonly string[] | null

interface Described {
  readonly scope: Scope
  readonly node: ClauseNode
  readonly clause: () => Promise<PassageClause>
  readonly document: () => Promise<PassageDocument>
}
type ReadAttribute = (described: Described) => AttributeValue | Promise<AttributeValue>

/** What outside systems can filter passages by and are told of each, by the names that they use. */
const READERS = {
  document_id: ({ node }) => node.documentId,
  clause_id: ({ node }) => node.id,
  title: async ({ document }) => (await document()).title,
  number: async ({ document }) => (await document()).number,
  kind: async ({ document }) => (await document()).kind,
  level: async ({ document }) => (await document()).level,
  place: async ({ document }) => (await document()).place,
  issuers: async ({ document }) => (await document()).issuers,
  issued_on: async ({ document }) => (await document()).issuedOn,
  year: async ({ document }) => yearOf((await document()).issuedOn),
  validity: async ({ document }) => (await document()).validity,
  section: async ({ clause }) => (await clause()).section,
  clause: ({ node }) => [node.label, node.title].filter(Boolean).join(' ') || null,
  reference: async ({ clause }) => (await clause()).reference,
  lead_agencies: async ({ scope, node }) => {
    const edges = await scope.read.responsibilitiesOfClause(node.id)
    const leading = edges.filter(({ role }) => role === 'LEAD').map(({ agencyId }) => agencyId)
    return (await scope.read.list('AGENCY', leading)).map(({ name }) => name)
  },
  product_types: async ({ scope, node }) => {
    const { about } = await scope.read.products(node.id)
    const ids = about.map(({ productTypeId }) => productTypeId)
    return (await scope.read.list('PRODUCT_TYPE', ids)).map(({ name }) => name)
  },
  url: ({ scope, node }) => pageUrl(scope.baseUrl, node.id),
} as const satisfies Record<string, ReadAttribute>

export type AttributeName = keyof typeof READERS
export const ATTRIBUTES = Object.keys(READERS) as readonly AttributeName[]

/** Reads the attributes of a clause, each when it is asked for. */
export function openAttributes(
  scope: Scope,
  node: ClauseNode,
  document: DocumentNode,
): (name: AttributeName) => Promise<AttributeValue> {
  const described: Described = {
    ...{ scope, node },
    clause: once(() => describeClause(scope, node)),
    document: once(() => describeDocument(scope, document)),
  }
  return async (name) => {
    const value = await READERS[name](described)
    return Array.isArray(value) && value.length === 0 ? null : value
  }
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined
  return () => {
    value ??= read()
    return value
  }
}

function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4))
}
