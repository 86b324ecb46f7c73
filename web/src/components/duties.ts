import { groupBy } from '../core/groupBy.ts'

/** What an agency does in which document, counted and in order of time. */

export const ROLES_SHOWN = ['LEAD', 'RESPONSIBLE', 'SUPPORT'] as const
export type Role = (typeof ROLES_SHOWN)[number]

export interface DutyFacts {
  readonly role: Role
  readonly clause: {
    readonly id: string
    readonly document: { readonly id: string; readonly issuedOn: string | null }
  }
}
export type RoleCounts = Readonly<Record<Role, number>>

export interface DocumentDuties<D extends DutyFacts> {
  readonly document: D['clause']['document']
  readonly duties: readonly D[]
  readonly counts: RoleCounts
}

export function countRoles(duties: readonly DutyFacts[]): RoleCounts {
  const counts = { LEAD: 0, RESPONSIBLE: 0, SUPPORT: 0 }
  for (const { role } of duties) counts[role] += 1
  return counts
}

/** By document, the newest first and those without a date last; within a document in the order given. */
export function byDocument<D extends DutyFacts>(duties: readonly D[]): readonly DocumentDuties<D>[] {
  return [...groupBy(duties, ({ clause }) => clause.document.id).values()]
    .map((own) => ({ document: own[0]!.clause.document, duties: own, counts: countRoles(own) }))
    .toSorted((one, other) => (other.document.issuedOn ?? '').localeCompare(one.document.issuedOn ?? ''))
}
