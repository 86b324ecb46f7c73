import type { ClauseNode } from '../../domain/nodes.ts'
import type { Role } from '../../domain/vocabulary.ts'
import { type ClauseConditions, translateClauseFilter } from '../../service/clauseFilter.ts'
import { documentColumns } from './columns.ts'
import { LIST_FILTERS } from './listFilters.ts'
import {
  agencyNames,
  idCell,
  type ListColumn,
  type ListSpec,
  productNames,
  type RowContext,
} from './listSpec.ts'

export const CLAUSES: ListSpec<ClauseNode> = {
  name: 'clauses',
  title: { zh: '条款', en: 'Clauses' },
  filters: LIST_FILTERS.clauses,
  columns: [
    { title: { zh: '条款编号', en: 'Id' }, width: 40, cell: ({ id }, context) => idCell(id, context) },
    {
      title: { zh: '章节', en: 'Section' },
      width: 24,
      cell: async ({ sectionId }, { scope }) =>
        sectionId === null ? null : ((await scope.read.find('SECTION', sectionId))?.title ?? null),
    },
    { title: { zh: '标号', en: 'Label' }, width: 10, cell: ({ label }) => label },
    { title: { zh: '小标题', en: 'Heading' }, width: 28, cell: ({ title }) => title },
    { title: { zh: '正文', en: 'Text' }, width: 80, cell: ({ text }) => text },
    roleColumn('LEAD', '牵头单位', 'Lead'),
    roleColumn('RESPONSIBLE', '负责单位', 'Responsible'),
    roleColumn('SUPPORT', '配合单位', 'Support'),
    {
      title: { zh: '产品类型', en: 'Product types' },
      cell: async ({ id }, context) => {
        const { about } = await context.scope.read.products(id)
        return productNames(
          about.map(({ productTypeId }) => productTypeId),
          context,
        )
      },
    },
    ...documentColumns<ClauseNode>(),
  ],
  open: async (scope, conditions) => {
    const filter = await translateClauseFilter(scope, conditions as ClauseConditions)
    return (page) => scope.store.clauses(filter, page)
  },
}

function roleColumn(role: Role, zh: string, en: string): ListColumn<ClauseNode> {
  return {
    title: { zh, en },
    width: 28,
    cell: async ({ id }, context: RowContext) => {
      const edges = await context.scope.read.responsibilitiesOfClause(id)
      const ids = edges.filter((edge) => edge.role === role).map(({ agencyId }) => agencyId)
      return agencyNames(ids, context)
    },
  }
}
