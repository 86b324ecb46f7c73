import { foldKey } from '../../src/text/fold.ts'
import type {
  AgencyFilter,
  CitationFilter,
  ClauseFilter,
  CorrespondenceFilter,
  DocumentFilter,
  ResponsibilityFilter,
  TargetFilter,
} from '../port/graphStore.ts'
import type { Parameters } from './transaction.ts'

/** What a list is read from: MATCH clauses, then a WHERE condition, with the parameters of both. */
export interface Condition {
  readonly match: string
  readonly where: string
  readonly parameters: Parameters
}

/** Every `n` of a MATCH once; a subquery, so that what else is known is kept (`calls.ts`). */
function eachOnce(match: string): string {
  return `CALL () { ${match} RETURN DISTINCT n } WITH *`
}

/** Collects the conditions whose filter field is given; all of them must hold. */
class Conditions {
  readonly #parts: string[] = []
  readonly #parameters: Record<string, unknown> = {}
  match: string

  /** @param match where no condition gives a better place to begin */
  constructor(match: string) {
    this.match = match
  }

  always(cypher: string): this {
    this.#parts.push(cypher)
    return this
  }

  /** @param toCypher the condition, given the name of the parameter that holds the value */
  when(value: unknown, toCypher: (parameter: string) => string): this {
    if (value === undefined) return this
    this.#parts.push(toCypher(this.parameter(value)))
    return this
  }

  /** Where the value is given, the list is read from this MATCH instead. */
  anchor(value: unknown, toMatch: (parameter: string) => string): this {
    if (value !== undefined) this.match = toMatch(this.parameter(value))
    return this
  }

  parameter(value: unknown): string {
    const name = `f${Object.keys(this.#parameters).length}`
    this.#parameters[name] = value
    return `$${name}`
  }

  build(): Condition {
    return {
      match: this.match,
      where: this.#parts.length === 0 ? 'true' : this.#parts.join(' AND '),
      parameters: this.#parameters,
    }
  }
}

/**
 * In force on a day: begun (by the effective, else the issuing date), not ended, and no ingested document that was
 * itself issued or effective by then repeals it.
 * @param node variable with the dates
 * @param documentId expression of the document's id
 */
function inForce(node: string, documentId: string): (day: string) => string {
  return (day) =>
    `coalesce(${node}.effectiveFrom, ${node}.issuedOn, '') <= ${day} AND coalesce(${node}.effectiveUntil, '9999-12-31') >= ${day}
     AND NOT EXISTS { MATCH (repealed:Document {id: ${documentId}})<-[repeal:SUPERSEDES]-()
       WHERE repeal.documentId <> repealed.id AND repeal.locator IS NULL
       MATCH (later:Document {id: repeal.documentId}) WHERE coalesce(later.effectiveFrom, later.issuedOn, '') <= ${day} }`
}

/** Conditions on documents `n`. */
export function documentCondition(filter: DocumentFilter): Condition {
  return new Conditions('MATCH (n:Document)')
    .anchor(filter.issuerIds, (ids) =>
      eachOnce(`MATCH (issuer:Agency)<-[:ISSUED_BY]-(n:Document) WHERE issuer.id IN ${ids}`),
    )
    .when(filter.ids, (ids) => `n.id IN ${ids}`)
    .when(filter.numbers?.map(foldKey), (keys) => `n.numberKey IN ${keys}`)
    .when(filter.levels, (levels) => `n.level IN ${levels}`)
    .when(filter.placeIds, (ids) => `n.placeId IN ${ids}`)
    .when(filter.documentKinds, (kinds) => `n.documentKind IN ${kinds}`)
    .when(filter.legalForces, (forces) => `n.legalForce IN ${forces}`)
    .when(filter.text?.toLowerCase(), (text) => `n.searchText CONTAINS ${text}`)
    .when(filter.issuedFrom, (day) => `n.issuedOn >= ${day}`)
    .when(filter.issuedUntil, (day) => `n.issuedOn <= ${day}`)
    .when(filter.validOn, inForce('n', 'n.id'))
    .when(filter.ingested, (ingested) => `n.ingested = ${ingested}`)
    .build()
}

/** Whether a clause filter lets everything pass. */
export function isOpen(filter: ClauseFilter): boolean {
  return Object.values(filter).every((value) => value === undefined)
}

function addClauseConditions(conditions: Conditions, filter: ClauseFilter): Conditions {
  const { agencyIds, role } = filter
  conditions
    .when(filter.documentIds, (ids) => `n.documentId IN ${ids}`)
    // a clause repeats what its document says of these, so that no other node need be read
    .when(filter.levels, (levels) => `n.level IN ${levels}`)
    .when(filter.placeIds, (ids) => `n.placeId IN ${ids}`)
    .when(filter.issuedFrom, (day) => `n.issuedOn >= ${day}`)
    .when(filter.issuedUntil, (day) => `n.issuedOn <= ${day}`)
    .when(filter.validOn, inForce('n', 'n.documentId'))
    .when(
      filter.productTypeIds,
      (ids) => `EXISTS { (n)-[:ABOUT]->(product:ProductType) WHERE product.id IN ${ids} }`,
    )
  if (agencyIds === undefined && role === undefined) return conditions
  const agency = agencyIds === undefined ? 'true' : `agency.id IN ${conditions.parameter(agencyIds)}`
  const share = role === undefined ? 'true' : `share.role = ${conditions.parameter(role)}`
  return conditions.always(`EXISTS { (n)-[share:ASSIGNED_TO]->(agency:Agency) WHERE ${agency} AND ${share} }`)
}

/** Conditions on clauses `n` that are read from elsewhere (an index). */
export function clauseCondition(filter: ClauseFilter): Condition {
  return addClauseConditions(new Conditions('MATCH (n:Clause)'), filter).build()
}

/** Conditions on clauses `n`, read from where there are fewest. */
export function clauseListCondition(filter: ClauseFilter): Condition {
  const conditions = new Conditions('MATCH (n:Clause)')
  if (filter.documentIds === undefined) {
    conditions
      .anchor(filter.productTypeIds, (ids) =>
        eachOnce(`MATCH (about:ProductType)<-[:ABOUT]-(n:Clause) WHERE about.id IN ${ids}`),
      )
      .anchor(filter.agencyIds, (ids) =>
        eachOnce(`MATCH (party:Agency)<-[:ASSIGNED_TO]-(n:Clause) WHERE party.id IN ${ids}`),
      )
  }
  return addClauseConditions(conditions, filter).build()
}

/** The same as conditions on the documents `n` of the clauses; null where the filter asks more than a document tells. */
export function documentOfClauseCondition(filter: ClauseFilter): Condition | null {
  const { agencyIds, role, productTypeIds, documentIds, ...told } = filter
  if (agencyIds !== undefined || role !== undefined || productTypeIds !== undefined) return null
  const ids = documentIds === undefined ? {} : { ids: documentIds }
  return documentCondition({ ...told, ...ids, ingested: true })
}

/** Conditions on agencies `n`. */
export function agencyCondition(filter: AgencyFilter): Condition {
  return new Conditions('MATCH (n:Agency)')
    .always('n.props IS NOT NULL')
    .when(filter.ids, (ids) => `n.id IN ${ids}`)
    .when(filter.name?.toLowerCase(), (name) => `n.searchText CONTAINS ${name}`)
    .when(filter.placeIds, (ids) => `n.placeId IN ${ids}`)
    .when(
      filter.levels,
      (levels) => `EXISTS { MATCH (place:Place {id: n.placeId}) WHERE place.level IN ${levels} }`,
    )
    .when(filter.functions, (functions) => `n.function IN ${functions}`)
    .when(filter.agencyKind, (kind) => `n.agencyKind = ${kind}`)
    .build()
}

/** Conditions on targets `n`. */
export function targetCondition(filter: TargetFilter): Condition {
  return new Conditions('MATCH (n:Target)')
    .anchor(filter.agencyIds, (ids) =>
      eachOnce(`MATCH (party:Agency)<-[:ASSIGNED_TO]-(:Clause)-[:SETS]->(n:Target) WHERE party.id IN ${ids}`),
    )
    .when(filter.documentIds, (ids) => `n.documentId IN ${ids}`)
    .when(filter.clauseIds, (ids) => `n.clauseId IN ${ids}`)
    .when(filter.placeIds, (ids) => `n.placeId IN ${ids}`)
    .when(filter.targetKind, (kind) => `n.targetKind = ${kind}`)
    .when(filter.metric, (metric) => `n.metric CONTAINS ${metric}`)
    .when(filter.unit, (unit) => `n.unit = ${unit}`)
    .when(filter.amountUnit, (unit) => `n.amountUnit = ${unit}`)
    .when(filter.valueFrom, (value) => `n.amount >= ${value}`)
    .when(filter.valueUntil, (value) => `n.amount <= ${value}`)
    .when(filter.productTypeIds, (ids) => `any(product IN n.productTypeIds WHERE product IN ${ids})`)
    .when(filter.deadlineFrom, (day) => `n.deadline >= ${day}`)
    .when(filter.deadlineUntil, (day) => `n.deadline <= ${day}`)
    .build()
}

/** Conditions on responsibilities `n`. */
export function responsibilityCondition(filter: ResponsibilityFilter): Condition {
  return new Conditions('MATCH (clause:Clause)-[n:ASSIGNED_TO]->(agency:Agency)')
    .when(filter.agencyIds, (ids) => `agency.id IN ${ids}`)
    .when(filter.clauseIds, (ids) => `clause.id IN ${ids}`)
    .when(filter.documentIds, (ids) => `clause.documentId IN ${ids}`)
    .when(filter.role, (role) => `n.role = ${role}`)
    .build()
}

/** Conditions on citations `n` of `source`, which is a clause or a document. */
export function citationCondition(filter: CitationFilter, types: string): Condition {
  const { documentIds, clauseIds, outsideClauses } = filter
  // each kind of source has an index of its own: where clauses are named or left out, the other kind is not looked at
  const source =
    clauseIds === undefined ? (outsideClauses === true ? 'source:Document' : 'source') : 'source:Clause'
  const conditions = new Conditions(`MATCH (${source})-[n:${types}]->(cited:Document)`)
  if (clauseIds === undefined && outsideClauses !== true) {
    conditions.anchor(
      documentIds,
      (
        ids,
      ) => `CALL () { MATCH (source:Document)-[n:${types}]->(cited:Document) WHERE source.id IN ${ids} RETURN source, n, cited
        UNION ALL MATCH (source:Clause)-[n:${types}]->(cited:Document) WHERE source.documentId IN ${ids} RETURN source, n, cited } WITH *`,
    )
  }
  if (outsideClauses === true)
    conditions.always('source:Document').when(documentIds, (ids) => `source.id IN ${ids}`)
  return conditions
    .when(documentIds, (ids) => `n.documentId IN ${ids}`)
    .when(clauseIds, (ids) => `source.id IN ${ids}`)
    .when(filter.targetIds, (ids) => `cited.id IN ${ids}`)
    .when(filter.relations, (relations) => `type(n) IN ${relations}`)
    .build()
}

const REVIEW_CONDITIONS = {
  NONE: 'n.verdict IS NULL',
  CONFIRMED: "n.verdict = 'CONFIRMED'",
  REJECTED: "n.verdict = 'REJECTED'",
  ANY: 'true',
} as const satisfies Record<NonNullable<CorrespondenceFilter['review']>, string>

/** Conditions on correspondences `n`, looked at from both sides: `own` is what the filter names, `other` the other one. */
export function correspondenceCondition(filter: CorrespondenceFilter): Condition {
  const { clauseIds, documentIds, otherDocumentIds, otherLevels } = filter
  const sided = [clauseIds, documentIds, otherDocumentIds, otherLevels].some((part) => part !== undefined)
  const conditions = new Conditions('')
  if (sided) {
    const sides = new Conditions('')
    sides
      .when(clauseIds, () => `own.id IN ${conditions.parameter(clauseIds)}`)
      .when(documentIds, () => {
        const ids = conditions.parameter(documentIds)
        return clauseIds === undefined
          ? `own.documentId IN ${ids}`
          : `(own.documentId IN ${ids} OR other.documentId IN ${ids})`
      })
      .when(otherDocumentIds, () => `other.documentId IN ${conditions.parameter(otherDocumentIds)}`)
      .when(otherLevels, () => `other.level IN ${conditions.parameter(otherLevels)}`)
    conditions.match = eachOnce(
      `MATCH (own:Clause)-[n:CORRESPONDS_TO]-(other:Clause) WHERE ${sides.build().where}`,
    )
  } else conditions.match = 'MATCH (:Clause)-[n:CORRESPONDS_TO]->(:Clause)'
  return conditions
    .when(filter.degrees, (degrees) => `n.degree IN ${degrees}`)
    .when(filter.minScore, (score) => `n.score >= ${score}`)
    .always(
      filter.review === undefined
        ? "(n.verdict IS NULL OR n.verdict <> 'REJECTED')"
        : REVIEW_CONDITIONS[filter.review],
    )
    .build()
}
