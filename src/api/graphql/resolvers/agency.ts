import { listCounterparts } from '../../../service/listAgencies.ts'
import { listDocumentsOfIssuer } from '../../../service/listDocuments.ts'
import { listResponsibilities } from '../../../service/listResponsibilities.ts'
import { pageUrl } from '../../../service/urls.ts'
import type { StrictResolvers } from '../strictResolvers.ts'

export const agencyResolvers = {
  Agency: {
    kind: (agency) => agency.agencyKind,
    jurisdiction: ({ placeId }, _args, { scope }) =>
      placeId === null ? null : scope.read.find('JURISDICTION', placeId),
    parent: ({ parentId }, _args, { scope }) =>
      parentId === null ? null : scope.read.find('AGENCY', parentId),
    departments: ({ id }, _args, { scope }) => scope.read.children('AGENCY', 'DEPARTMENTS_OF_AGENCY', id),
    counterparts: (agency, args, { scope }) => listCounterparts(scope, agency, args, args),
    responsibilities: ({ id }, args, { scope }) => listResponsibilities(scope, id, args, args),
    ledger: async ({ id }, { role }, { scope }) => {
      const rows = await scope.read.children('LEDGER_ROW', 'LEDGER_OF_AGENCY', id)
      if (role == null) return rows
      return rows.filter(
        (row) =>
          (role === 'LEAD' && row.leadIds.includes(id)) ||
          (role === 'SUPPORT' && row.supportIds.includes(id)),
      )
    },
    documents: ({ id }, args, { scope }) => listDocumentsOfIssuer(scope, id, args),
    url: ({ id }, _args, { scope }) => pageUrl(scope.baseUrl, id),
  },
} satisfies Partial<StrictResolvers>
