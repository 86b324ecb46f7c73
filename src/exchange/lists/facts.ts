import type { CitationFilter, ResponsibilityFilter } from '../../../graph/port/graphStore.ts'
import type { CitationEdge, ResponsibilityEdge, TargetNode } from '../../domain/nodes.ts'
import type { Relation, Role } from '../../domain/vocabulary.ts'
import { withoutUndefined } from '../../service/filterParts.ts'
import { findAgencyIds } from '../../service/findAgencies.ts'
import { type TargetConditions, translateTargetFilter } from '../../service/listTargets.ts'
import {
  BOUND_LABELS,
  labelOf,
  ORIGIN_LABELS,
  RELATION_LABELS,
  ROLE_LABELS,
  TARGET_KIND_LABELS,
} from '../labels.ts'
import { documentColumns } from './columns.ts'
import type { Conditions } from './filters.ts'
import { LIST_FILTERS } from './listFilters.ts'
import {
  agencyNames,
  clauseHeading,
  documentOf,
  idCell,
  type ListColumn,
  type ListSpec,
  productNames,
} from './listSpec.ts'

export const RESPONSIBILITIES: ListSpec<ResponsibilityEdge> = {
  name: 'responsibilities',
  title: { zh: '职责', en: 'Responsibilities' },
  filters: LIST_FILTERS.responsibilities,
  columns: [
    {
      title: { zh: '机关', en: 'Agency' },
      width: 24,
      cell: ({ agencyId }, context) => agencyNames([agencyId], context),
    },
    {
      title: { zh: '职责', en: 'Role' },
      width: 10,
      cell: ({ role }, { language }) => labelOf(ROLE_LABELS, role, language),
    },
    { title: { zh: '原文写法', en: 'As printed' }, width: 24, cell: ({ printed }) => printed },
    ...clauseColumns<ResponsibilityEdge>(),
    {
      title: { zh: '出处', en: 'Origin' },
      cell: ({ origin }, { language }) => labelOf(ORIGIN_LABELS, origin, language),
    },
    { title: { zh: '置信度', en: 'Confidence' }, width: 10, cell: ({ confidence }) => confidence },
    ...documentColumns<ResponsibilityEdge>(),
    {
      title: { zh: '机关编号', en: 'Agency id' },
      width: 32,
      cell: ({ agencyId }, context) => idCell(agencyId, context),
    },
  ],
  open: async (scope, conditions) => {
    const filter = withoutUndefined<ResponsibilityFilter>({
      documentIds: idsOf(conditions, 'document'),
      agencyIds: await findAgencyIds(scope, textOf(conditions, 'agency')),
      role: textOf(conditions, 'role') as Role | undefined,
    })
    return (page) => scope.store.responsibilities(filter, page)
  },
}

export const TARGETS: ListSpec<TargetNode> = {
  name: 'targets',
  title: { zh: '目标与期限', en: 'Targets' },
  filters: LIST_FILTERS.targets,
  columns: [
    { title: { zh: '指标', en: 'Metric' }, width: 36, cell: ({ metric }) => metric },
    {
      title: { zh: '类别', en: 'Kind' },
      width: 12,
      cell: ({ targetKind }, { language }) => labelOf(TARGET_KIND_LABELS, targetKind, language),
    },
    {
      title: { zh: '界限', en: 'Bound' },
      width: 10,
      cell: ({ bound }, { language }) => labelOf(BOUND_LABELS, bound, language),
    },
    { title: { zh: '数值', en: 'Value' }, width: 10, cell: ({ value }) => value },
    { title: { zh: '数值上端', en: 'Value up to' }, width: 10, cell: ({ valueMax }) => valueMax },
    { title: { zh: '单位', en: 'Unit' }, width: 10, cell: ({ unit }) => unit },
    { title: { zh: '折算值', en: 'Amount' }, cell: ({ amount }) => amount },
    { title: { zh: '折算单位', en: 'Amount unit' }, width: 10, cell: ({ amountUnit }) => amountUnit },
    { title: { zh: '原值', en: 'Baseline' }, width: 10, cell: ({ baseline }) => baseline },
    { title: { zh: '期限', en: 'Deadline' }, width: 12, cell: ({ deadline }) => deadline },
    { title: { zh: '条件', en: 'Condition' }, width: 28, cell: ({ condition }) => condition },
    {
      title: { zh: '原文', en: 'As printed' },
      width: 60,
      cell: async ({ clauseId, span }, { scope }) => {
        const { text, bodySpan } = await scope.read.get('CLAUSE', clauseId)
        const isInBody = span.start >= bodySpan.start && span.end <= bodySpan.end
        return isInBody ? text.slice(span.start - bodySpan.start, span.end - bodySpan.start) : null
      },
    },
    {
      title: { zh: '牵头单位', en: 'Lead' },
      width: 24,
      cell: ({ leadIds }, context) => agencyNames(leadIds, context),
    },
    {
      title: { zh: '产品类型', en: 'Product types' },
      cell: ({ productTypeIds }, context) => productNames(productTypeIds, context),
    },
    ...clauseColumns<TargetNode>(),
    ...documentColumns<TargetNode>(),
    {
      title: { zh: '编号', en: 'Id' },
      width: 40,
      cell: ({ id, clauseId }, context) => idCell(id, context, clauseId),
    },
  ],
  open: async (scope, conditions) => {
    const filter = await translateTargetFilter(scope, conditions as TargetConditions)
    return (page) => scope.store.targets(filter, page)
  },
}

export const CITATIONS: ListSpec<CitationEdge> = {
  name: 'citations',
  title: { zh: '引用', en: 'Citations' },
  filters: LIST_FILTERS.citations,
  columns: [
    ...documentColumns<CitationEdge>(),
    ...clauseColumns<CitationEdge>(),
    {
      title: { zh: '关系', en: 'Relation' },
      width: 12,
      cell: ({ relation }, { language }) => labelOf(RELATION_LABELS, relation, language),
    },
    { title: { zh: '引导语', en: 'Cue' }, cell: ({ cue }) => cue },
    { title: { zh: '所印题名', en: 'Title as printed' }, width: 40, cell: ({ title }) => title },
    { title: { zh: '所印文号', en: 'Number as printed' }, width: 24, cell: ({ number }) => number },
    { title: { zh: '条目', en: 'Locator' }, cell: ({ locator }) => locator },
    {
      title: { zh: '被引文件', en: 'Cited document' },
      width: 48,
      cell: async ({ targetId }, context) => (await documentOf(targetId, context)).title,
    },
    {
      title: { zh: '被引文件收录', en: 'Cited one ingested' },
      width: 12,
      cell: async ({ targetId }, context) => {
        const { ingested } = await documentOf(targetId, context)
        return context.language === 'en' ? String(ingested) : ingested ? '是' : '否'
      },
    },
    {
      title: { zh: '被引文件编号', en: 'Cited id' },
      width: 36,
      cell: ({ targetId }, context) => idCell(targetId, context),
    },
    { title: { zh: '置信度', en: 'Confidence' }, width: 10, cell: ({ confidence }) => confidence },
  ],
  open: async (scope, conditions) => {
    const relation = textOf(conditions, 'relation') as Relation | undefined
    const filter = withoutUndefined<CitationFilter>({
      documentIds: idsOf(conditions, 'document'),
      targetIds: idsOf(conditions, 'cited'),
      relations: relation === undefined ? undefined : [relation],
    })
    return (page) => scope.store.citations(filter, page)
  },
}

function clauseColumns<T extends { readonly clauseId: string | null }>(): readonly ListColumn<T>[] {
  return [
    {
      title: { zh: '条款', en: 'Clause' },
      width: 32,
      cell: async ({ clauseId }, { scope }) =>
        clauseId === null ? null : clauseHeading(await scope.read.get('CLAUSE', clauseId)),
    },
    {
      title: { zh: '条款编号', en: 'Clause id' },
      width: 40,
      cell: ({ clauseId }, context) => (clauseId === null ? null : idCell(clauseId, context)),
    },
  ]
}

function textOf(conditions: Conditions, key: string): string | undefined {
  const value = conditions[key]
  return value === undefined ? undefined : String(value)
}

function idsOf(conditions: Conditions, key: string): readonly string[] | undefined {
  const value = textOf(conditions, key)
  return value === undefined ? undefined : [value]
}
