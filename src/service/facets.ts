import type { ClauseNode, DocumentNode } from '../domain/nodes.ts'
import { LEVEL_NAMES, type Validity } from '../domain/vocabulary.ts'
import type { Scope } from './scope.ts'
import { validityOf } from './validity.ts'

export const FACET_FIELDS = ['LEVEL', 'PLACE', 'AGENCY', 'PRODUCT_TYPE', 'YEAR', 'KIND', 'VALIDITY'] as const
export type FacetField = (typeof FACET_FIELDS)[number]

export interface FacetValue {
  /** As a filter takes it: an enum value, an id, a year, a 文种. */
  readonly value: string
  /** For readers, in Chinese. */
  readonly label: string
  readonly count: number
}
export interface Facet {
  readonly field: FacetField
  /** Most frequent first, then by value. */
  readonly values: readonly FacetValue[]
}
type Choice = Pick<FacetValue, 'value' | 'label'>

const VALIDITY_NAMES: Readonly<Record<Validity, string>> = {
  IN_FORCE: '现行有效',
  NOT_YET: '尚未生效',
  EXPIRED: '已过期',
  REPEALED: '已废止',
  UNKNOWN: '不详',
}

type Values = (scope: Scope, clause: ClauseNode, document: DocumentNode) => Promise<readonly Choice[]>

/** What a clause counts for in each facet; a clause with several agencies counts for each once. */
const VALUES: Readonly<Record<FacetField, Values>> = {
  LEVEL: async (_scope, _clause, { level }) =>
    level === null ? [] : [{ value: level, label: LEVEL_NAMES[level] }],
  PLACE: async ({ read }, _clause, { placeId }) =>
    named(placeId === null ? [] : await read.list('JURISDICTION', [placeId])),
  AGENCY: async ({ read }, { id }) => {
    const edges = await read.responsibilitiesOfClause(id)
    return named(
      await read.list(
        'AGENCY',
        edges.map((edge) => edge.agencyId),
      ),
    )
  },
  PRODUCT_TYPE: async ({ read }, { id }) => {
    const { about } = await read.products(id)
    return named(
      await read.list(
        'PRODUCT_TYPE',
        about.map((edge) => edge.productTypeId),
      ),
    )
  },
  YEAR: async (_scope, _clause, { issuedOn }) => (issuedOn === null ? [] : [plain(issuedOn.slice(0, 4))]),
  KIND: async (_scope, _clause, { documentKind }) => (documentKind === null ? [] : [plain(documentKind)]),
  VALIDITY: async (scope, _clause, document) => {
    const validity = await validityOf(scope, document, scope.today())
    return [{ value: validity, label: VALIDITY_NAMES[validity] }]
  },
}

/** Counts over all candidates of a search, for narrowing it down; a property that no candidate has is left out. */
export async function countFacets(scope: Scope, clauseIds: readonly string[]): Promise<readonly Facet[]> {
  const clauses = await scope.read.list('CLAUSE', clauseIds)
  const pairs = await Promise.all(
    clauses.map(async (clause) => ({
      clause,
      document: await scope.read.get('DOCUMENT', clause.documentId),
    })),
  )
  const facets = await Promise.all(
    FACET_FIELDS.map(async (field) => {
      const choices = await Promise.all(
        pairs.map(({ clause, document }) => VALUES[field](scope, clause, document)),
      )
      return { field, values: count(choices.flat()) }
    }),
  )
  return facets.filter(({ values }) => values.length > 0)
}

function named(nodes: readonly { readonly id: string; readonly name: string }[]): readonly Choice[] {
  return nodes.map(({ id, name }) => ({ value: id, label: name }))
}

function plain(value: string): Choice {
  return { value, label: value }
}

function count(choices: readonly Choice[]): readonly FacetValue[] {
  const counts = new Map<string, FacetValue>()
  for (const { value, label } of choices) {
    counts.set(value, { value, label, count: (counts.get(value)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
