import type { AgencyNode } from '../../domain/nodes.ts'
import { type AgencyConditions, translateAgencyFilter } from '../../service/listAgencies.ts'
import { AGENCY_KIND_LABELS, LEVEL_LABELS, labelOf } from '../labels.ts'
import { LIST_FILTERS } from './listFilters.ts'
import { agencyNames, idCell, type ListSpec, placeName } from './listSpec.ts'

export const AGENCIES: ListSpec<AgencyNode> = {
  name: 'agencies',
  title: { zh: '机关', en: 'Agencies' },
  filters: LIST_FILTERS.agencies,
  columns: [
    { title: { zh: '编号', en: 'Id' }, width: 36, cell: ({ id }, context) => idCell(id, context) },
    { title: { zh: '名称', en: 'Name' }, width: 28, cell: ({ name }) => name },
    { title: { zh: '法定名称', en: 'Statutory name' }, width: 28, cell: ({ officialName }) => officialName },
    { title: { zh: '其他名称', en: 'Other names' }, width: 36, cell: ({ aliases }) => aliases.join('、') },
    {
      title: { zh: '类别', en: 'Kind' },
      width: 12,
      cell: ({ agencyKind }, { language }) => labelOf(AGENCY_KIND_LABELS, agencyKind, language),
    },
    { title: { zh: '职能', en: 'Function' }, cell: ({ function: charge }) => charge },
    { title: { zh: '地区', en: 'Place' }, cell: ({ placeId }, context) => placeName(placeId, context) },
    {
      title: { zh: '层级', en: 'Level' },
      width: 8,
      cell: async ({ placeId }, { scope, language }) => {
        const place = placeId === null ? null : await scope.read.find('JURISDICTION', placeId)
        return labelOf(LEVEL_LABELS, place?.level ?? null, language)
      },
    },
    {
      title: { zh: '所属机关', en: 'Body' },
      width: 28,
      cell: ({ parentId }, context) => (parentId === null ? null : agencyNames([parentId], context)),
    },
  ],
  open: async (scope, conditions) => {
    const filter = await translateAgencyFilter(scope, conditions as AgencyConditions)
    return (page) => scope.store.agencies(filter, page)
  },
}
