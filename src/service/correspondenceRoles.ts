import { CORRESPONDING_FUNCTIONS } from '../correspondence/functions.ts'
import type { AgencyNode } from '../domain/nodes.ts'
import type { Correspondence } from './correspondences.ts'
import type { Scope } from './scope.ts'

/**
 * SAME_FUNCTION: a body that leads here has the function of one that leads there. CORRESPONDING_FUNCTION: it has one that
 * the other level keeps in another body (省药监局 ↔ 市市场监管局). UNKNOWN: a side names nobody, or none with a known function.
 */
export type LeadVerdict = 'SAME_FUNCTION' | 'CORRESPONDING_FUNCTION' | 'OTHER_FUNCTION' | 'UNKNOWN'

export interface AgencyPair {
  readonly agency: AgencyNode
  readonly other: AgencyNode
  /** False where the functions only correspond across levels. */
  readonly sameFunction: boolean
}
/** Who leads on either side of a link. */
export interface RoleAlignment {
  readonly leads: readonly AgencyNode[]
  readonly otherLeads: readonly AgencyNode[]
  /** 对口: bodies with the same or a corresponding function on both sides. */
  readonly counterparts: readonly AgencyPair[]
  readonly verdict: LeadVerdict
}

export async function alignRoles(scope: Scope, { clause, other }: Correspondence): Promise<RoleAlignment> {
  const [leads, otherLeads] = await Promise.all([leadsOf(scope, clause.id), leadsOf(scope, other.id)])
  const counterparts = leads.flatMap((agency) => otherLeads.flatMap((other) => pairUp(agency, other)))
  const isKnown = [leads, otherLeads].every((side) => side.some((agency) => agency.function !== null))
  return { leads, otherLeads, counterparts, verdict: verdictOf(counterparts, isKnown) }
}

function verdictOf(counterparts: readonly AgencyPair[], isKnown: boolean): LeadVerdict {
  if (counterparts.some(({ sameFunction }) => sameFunction)) return 'SAME_FUNCTION'
  if (counterparts.length > 0) return 'CORRESPONDING_FUNCTION'
  return isKnown ? 'OTHER_FUNCTION' : 'UNKNOWN'
}

/** Who leads a clause; where nobody is said to lead, those who are responsible. */
export async function leadsOf(scope: Scope, clauseId: string): Promise<readonly AgencyNode[]> {
  const edges = await scope.read.responsibilitiesOfClause(clauseId)
  const leading = edges.filter((edge) => edge.role === 'LEAD')
  const chosen = leading.length > 0 ? leading : edges.filter((edge) => edge.role === 'RESPONSIBLE')
  return scope.read.list(
    'AGENCY',
    chosen.map((edge) => edge.agencyId),
  )
}

/** One body that leads both sides has the same function all the more; a class of bodies (有关部门) has none of its own. */
function pairUp(agency: AgencyNode, other: AgencyNode): AgencyPair[] {
  if (agency.id === other.id) return [{ agency, other, sameFunction: true }]
  const [own, its] = [agency.function, other.function]
  if (own === null || its === null || agency.agencyKind === 'CLASS' || other.agencyKind === 'CLASS') return []
  if (own === its) return [{ agency, other, sameFunction: true }]
  const correspond = CORRESPONDING_FUNCTIONS.some(
    ({ functions }) => functions.includes(own) && functions.includes(its),
  )
  return correspond ? [{ agency, other, sameFunction: false }] : []
}
