import type { ClauseConditions } from '../service/clauseFilter.ts'
import type { Filters } from './arguments.ts'

/** The shared filters as the services take them. */
export function toConditions(given: Filters) {
  return {
    level: given.level ?? null,
    within: given.place ?? null,
    agency: given.agency ?? null,
    role: given.role ?? null,
    productType: given.product_type ?? null,
    issuedFrom: given.issued_from ?? null,
    issuedUntil: given.issued_until ?? null,
  } satisfies ClauseConditions
}
