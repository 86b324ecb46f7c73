import type { AgencyNode } from '../domain/nodes.ts'
import type { Role } from '../domain/vocabulary.ts'
import { readAll } from './page.ts'
import type { Scope } from './scope.ts'

/** How many clauses and ledger rows of a document give an agency each role. */
export interface AgencyInvolvement {
  readonly agency: AgencyNode
  readonly lead: number
  readonly support: number
  readonly responsible: number
  readonly ledgerLead: number
  readonly ledgerSupport: number
}
type Counts = Record<Exclude<keyof AgencyInvolvement, 'agency'>, number>

const COUNT_OF_ROLE = { LEAD: 'lead', SUPPORT: 'support', RESPONSIBLE: 'responsible' } as const
const LEDGER_COUNT_OF_ROLE = { LEAD: 'ledgerLead', SUPPORT: 'ledgerSupport', RESPONSIBLE: null } as const

/** Who takes part in a document, most leads first, then by responsibilities, support, ledger rows and id. */
export async function agencyInvolvement(
  scope: Scope,
  documentId: string,
  role: Role | null | undefined,
): Promise<readonly AgencyInvolvement[]> {
  const [edges, rows] = await Promise.all([
    readAll((page) => scope.store.responsibilities({ documentIds: [documentId] }, page)),
    scope.read.children('LEDGER_ROW', 'LEDGER_OF_DOCUMENT', documentId),
  ])
  const counts = new Map<string, Counts>()
  const add = (agencyId: string, key: keyof Counts): void => {
    const count = counts.get(agencyId) ?? {
      lead: 0,
      support: 0,
      responsible: 0,
      ledgerLead: 0,
      ledgerSupport: 0,
    }
    count[key] += 1
    counts.set(agencyId, count)
  }
  for (const edge of edges) add(edge.agencyId, COUNT_OF_ROLE[edge.role])
  for (const row of rows) {
    for (const id of new Set(row.leadIds)) add(id, 'ledgerLead')
    for (const id of new Set(row.supportIds)) add(id, 'ledgerSupport')
  }
  const involved = await Promise.all(
    [...counts].map(async ([id, count]) => ({ agency: await scope.read.get('AGENCY', id), ...count })),
  )
  return involved.filter((each) => role == null || hasRole(each, role)).sort(byInvolvement)
}

function hasRole(involvement: AgencyInvolvement, role: Role): boolean {
  const ledger = LEDGER_COUNT_OF_ROLE[role]
  return involvement[COUNT_OF_ROLE[role]] > 0 || (ledger !== null && involvement[ledger] > 0)
}

function byInvolvement(a: AgencyInvolvement, b: AgencyInvolvement): number {
  return (
    b.lead - a.lead ||
    b.responsible - a.responsible ||
    b.support - a.support ||
    b.ledgerLead - a.ledgerLead ||
    b.ledgerSupport - a.ledgerSupport ||
    (a.agency.id < b.agency.id ? -1 : 1)
  )
}
