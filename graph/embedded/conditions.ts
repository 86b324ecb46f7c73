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
import type { SqlValue } from './connection/openSqlite.ts'
import { listParameter } from './rows.ts'

/** A WHERE clause and its parameters. */
export interface Condition {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

const LIST = '(SELECT value FROM json_each(?))'

/** Collects the conditions whose filter field is given; all of them must hold. */
class Conditions {
  readonly #parts: string[] = []
  readonly #values: SqlValue[] = []

  always(sql: string): this {
    this.#parts.push(sql)
    return this
  }

  /** @param sql with as many `?` as values; skipped where the value is absent */
  when(value: SqlValue | undefined, sql: string): this {
    if (value === undefined) return this
    this.#parts.push(sql)
    const places = sql.split('?').length - 1
    for (let i = 0; i < places; i++) this.#values.push(value)
    return this
  }

  with({ sql, values }: Condition): this {
    this.#parts.push(sql)
    this.#values.push(...values)
    return this
  }

  /** @param sql with `LIST` where the list stands */
  anyOf(values: readonly string[] | undefined, sql: string): this {
    return this.when(values === undefined ? undefined : listParameter(values), sql)
  }

  build(): Condition {
    return { sql: this.#parts.length === 0 ? '1' : this.#parts.join(' AND '), values: this.#values }
  }
}

/**
 * In force on a day: begun (by the effective, else the issuing date), not ended, and no ingested document that was
 * itself issued or effective by then repeals it. `d` is the document.
 */
const IN_FORCE = `coalesce(d.effective_from, d.issued_on, '') <= ? AND coalesce(d.effective_until, '9999-12-31') >= ?
  AND NOT EXISTS (SELECT 1 FROM citation AS repeal JOIN document AS later ON later.id = repeal.document_id
    WHERE repeal.target_id = d.id AND repeal.relation = 'SUPERSEDES' AND repeal.document_id <> d.id
      AND json_extract(repeal.props, '$.locator') IS NULL
      AND coalesce(later.effective_from, later.issued_on, '') <= ?)`

/** Conditions on `document AS d`. */
export function documentCondition(filter: DocumentFilter): Condition {
  return new Conditions()
    .anyOf(filter.ids, `d.id IN ${LIST}`)
    .anyOf(filter.numbers?.map(foldKey), `d.number_key IN ${LIST}`)
    .anyOf(filter.levels, `d.level IN ${LIST}`)
    .anyOf(filter.placeIds, `d.place_id IN ${LIST}`)
    .anyOf(filter.issuerIds, `d.id IN (SELECT document_id FROM issuer WHERE agency_id IN ${LIST})`)
    .anyOf(filter.documentKinds, `d.document_kind IN ${LIST}`)
    .anyOf(filter.legalForces, `d.legal_force IN ${LIST}`)
    .when(filter.text?.toLowerCase(), 'instr(d.search_text, ?) > 0')
    .when(filter.issuedFrom, 'd.issued_on >= ?')
    .when(filter.issuedUntil, 'd.issued_on <= ?')
    .when(filter.validOn, IN_FORCE)
    .when(filter.ingested === undefined ? undefined : Number(filter.ingested), 'd.ingested = ?')
    .build()
}

function responsibilityOfClause(filter: ClauseFilter, conditions: Conditions): Conditions {
  const { agencyIds, role } = filter
  const agency = agencyIds === undefined ? undefined : listParameter(agencyIds)
  if (agency === undefined)
    return conditions.when(role, 'c.id IN (SELECT clause_id FROM responsibility WHERE role = ?)')
  if (role === undefined)
    return conditions.when(
      agency,
      `c.id IN (SELECT clause_id FROM responsibility WHERE agency_id IN ${LIST})`,
    )
  return conditions.when(
    JSON.stringify({ agencies: agencyIds, role }),
    `c.id IN (SELECT r.clause_id FROM (SELECT ? AS request) JOIN responsibility AS r
       ON r.agency_id IN (SELECT value FROM json_each(request, '$.agencies')) AND r.role = json_extract(request, '$.role'))`,
  )
}

/** Conditions on `clause AS c`. */
export function clauseCondition(filter: ClauseFilter): Condition {
  const document = new Conditions()
    .anyOf(filter.levels, `d.level IN ${LIST}`)
    .anyOf(filter.placeIds, `d.place_id IN ${LIST}`)
    .when(filter.issuedFrom, 'd.issued_on >= ?')
    .when(filter.issuedUntil, 'd.issued_on <= ?')
    .when(filter.validOn, IN_FORCE)
    .build()
  const conditions = new Conditions()
    .anyOf(filter.documentIds, `c.document_id IN ${LIST}`)
    .anyOf(filter.productTypeIds, `c.id IN (SELECT clause_id FROM about WHERE product_type_id IN ${LIST})`)
  const clause = responsibilityOfClause(filter, conditions).build()
  if (document.values.length === 0) return clause
  return {
    // a document is looked at once, not once for each of its clauses
    sql: `c.document_id IN (SELECT d.id FROM document AS d WHERE ${document.sql}) AND ${clause.sql}`,
    values: [...document.values, ...clause.values],
  }
}

/** Conditions on `agency AS a`. */
export function agencyCondition(filter: AgencyFilter): Condition {
  return new Conditions()
    .anyOf(filter.ids, `a.id IN ${LIST}`)
    .when(filter.name?.toLowerCase(), 'instr(a.search_text, ?) > 0')
    .anyOf(filter.placeIds, `a.place_id IN ${LIST}`)
    .anyOf(filter.levels, `a.place_id IN (SELECT id FROM place WHERE level IN ${LIST})`)
    .anyOf(filter.functions, `a.function IN ${LIST}`)
    .when(filter.agencyKind, 'a.agency_kind = ?')
    .build()
}

/** Conditions on `target AS t`. */
export function targetCondition(filter: TargetFilter): Condition {
  return new Conditions()
    .anyOf(filter.documentIds, `t.document_id IN ${LIST}`)
    .anyOf(filter.clauseIds, `t.clause_id IN ${LIST}`)
    .anyOf(filter.placeIds, `t.document_id IN (SELECT id FROM document WHERE place_id IN ${LIST})`)
    .when(filter.targetKind, 't.target_kind = ?')
    .when(filter.metric, 'instr(t.metric, ?) > 0')
    .when(filter.unit, 't.unit = ?')
    .when(filter.amountUnit, 't.amount_unit = ?')
    .when(filter.valueFrom, 't.amount >= ?')
    .when(filter.valueUntil, 't.amount <= ?')
    .anyOf(
      filter.productTypeIds,
      `t.id IN (SELECT target_id FROM target_product WHERE product_type_id IN ${LIST})`,
    )
    .anyOf(
      filter.agencyIds,
      `t.clause_id IN (SELECT clause_id FROM responsibility WHERE agency_id IN ${LIST})`,
    )
    .when(filter.deadlineFrom, 't.deadline >= ?')
    .when(filter.deadlineUntil, 't.deadline <= ?')
    .build()
}

/** Conditions on `responsibility AS r`. */
export function responsibilityCondition(filter: ResponsibilityFilter): Condition {
  return new Conditions()
    .anyOf(filter.agencyIds, `r.agency_id IN ${LIST}`)
    .anyOf(filter.clauseIds, `r.clause_id IN ${LIST}`)
    .anyOf(filter.documentIds, `r.document_id IN ${LIST}`)
    .when(filter.role, 'r.role = ?')
    .build()
}

/** Conditions on `citation AS x`. */
export function citationCondition(filter: CitationFilter): Condition {
  const conditions = new Conditions()
    .anyOf(filter.documentIds, `x.document_id IN ${LIST}`)
    .anyOf(filter.clauseIds, `x.clause_id IN ${LIST}`)
    .anyOf(filter.targetIds, `x.target_id IN ${LIST}`)
    .anyOf(filter.relations, `x.relation IN ${LIST}`)
  if (filter.outsideClauses === true) conditions.always('x.clause_id IS NULL')
  return conditions.build()
}

const REVIEW_CONDITIONS = {
  NONE: 'x.verdict IS NULL',
  CONFIRMED: "x.verdict = 'CONFIRMED'",
  REJECTED: "x.verdict = 'REJECTED'",
  ANY: '1',
} as const satisfies Record<NonNullable<CorrespondenceFilter['review']>, string>

/** Conditions on `correspondence AS x`. */
export function correspondenceCondition(filter: CorrespondenceFilter): Condition {
  const { clauseIds, documentIds, otherDocumentIds, otherLevels } = filter
  const conditions = new Conditions()
  if (clauseIds !== undefined)
    conditions.anyOf(documentIds, `(x.first_document_id IN ${LIST} OR x.second_document_id IN ${LIST})`)
  if ([clauseIds, documentIds, otherDocumentIds, otherLevels].some((part) => part !== undefined)) {
    // each side by its own index
    const sides = [orientedSide(filter, 'first', 'second'), orientedSide(filter, 'second', 'first')]
    conditions.with({
      sql: `x.id IN (${sides.map(({ sql }) => sql).join(' UNION ')})`,
      values: sides.flatMap(({ values }) => values),
    })
  }
  return conditions
    .anyOf(filter.degrees, `x.degree IN ${LIST}`)
    .when(filter.minScore, 'x.score >= ?')
    .always(filter.review === undefined ? "x.verdict IS NOT 'REJECTED'" : REVIEW_CONDITIONS[filter.review])
    .build()
}

/** Ids of the links whose one side is what the filter names and whose other side passes. */
function orientedSide(
  filter: CorrespondenceFilter,
  own: 'first' | 'second',
  other: 'first' | 'second',
): Condition {
  const { sql, values } = new Conditions()
    .anyOf(filter.clauseIds, `s.${own}_id IN ${LIST}`)
    .anyOf(filter.clauseIds === undefined ? filter.documentIds : undefined, `s.${own}_document_id IN ${LIST}`)
    .anyOf(filter.otherDocumentIds, `s.${other}_document_id IN ${LIST}`)
    .anyOf(filter.otherLevels, `(SELECT level FROM document WHERE id = s.${other}_document_id) IN ${LIST}`)
    .build()
  return { sql: `SELECT s.id FROM correspondence AS s WHERE ${sql}`, values }
}
