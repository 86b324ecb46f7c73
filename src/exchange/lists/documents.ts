import type { DocumentNode } from '../../domain/nodes.ts'
import { type DocumentConditions, translateDocumentFilter } from '../../service/listDocuments.ts'
import { validityOf } from '../../service/validity.ts'
import { LEGAL_FORCE_LABELS, LEVEL_LABELS, labelOf, VALIDITY_LABELS } from '../labels.ts'
import { LIST_FILTERS } from './listFilters.ts'
import { agencyNames, idCell, type ListColumn, type ListSpec, placeName } from './listSpec.ts'

const KNOWN_OF_ALL: readonly ListColumn<DocumentNode>[] = [
  { title: { zh: '标题', en: 'Title' }, width: 60, cell: ({ title }) => title },
  { title: { zh: '发文字号', en: 'Number' }, width: 24, cell: ({ number }) => number },
  { title: { zh: '文种', en: 'Kind' }, cell: ({ documentKind }) => documentKind },
  {
    title: { zh: '层级', en: 'Level' },
    width: 12,
    cell: ({ level }, { language }) => labelOf(LEVEL_LABELS, level, language),
  },
  { title: { zh: '适用地区', en: 'Place' }, cell: ({ placeId }, context) => placeName(placeId, context) },
  {
    title: { zh: '效力位阶', en: 'Legal force' },
    cell: ({ legalForce }, { language }) => labelOf(LEGAL_FORCE_LABELS, legalForce, language),
  },
]
const ID: ListColumn<DocumentNode> = {
  title: { zh: '编号', en: 'Id' },
  width: 36,
  cell: ({ id }, context) => idCell(id, context),
}

export const DOCUMENTS: ListSpec<DocumentNode> = {
  name: 'documents',
  title: { zh: '文件', en: 'Documents' },
  filters: LIST_FILTERS.documents,
  columns: [
    ID,
    ...KNOWN_OF_ALL,
    {
      title: { zh: '发文机关', en: 'Issuers' },
      width: 28,
      cell: ({ issuerIds }, context) => agencyNames(issuerIds, context),
    },
    { title: { zh: '成文日期', en: 'Issued on' }, width: 12, cell: ({ issuedOn }) => issuedOn },
    { title: { zh: '印发日期', en: 'Printed on' }, width: 12, cell: ({ printedOn }) => printedOn },
    { title: { zh: '发布日期', en: 'Published on' }, width: 12, cell: ({ publishedOn }) => publishedOn },
    {
      title: { zh: '施行日期', en: 'Effective from' },
      width: 12,
      cell: ({ effectiveFrom }) => effectiveFrom,
    },
    {
      title: { zh: '有效期至', en: 'Effective until' },
      width: 12,
      cell: ({ effectiveUntil }) => effectiveUntil,
    },
    {
      title: { zh: '今日效力', en: 'Validity today' },
      width: 12,
      cell: async (document, { scope, language }) =>
        labelOf(VALIDITY_LABELS, await validityOf(scope, document, scope.today()), language),
    },
    {
      title: { zh: '收录', en: 'Ingested' },
      width: 8,
      cell: ({ ingested }, { language }) => (language === 'en' ? String(ingested) : ingested ? '是' : '否'),
    },
    { title: { zh: '来源文件', en: 'Source file' }, width: 28, cell: ({ source }) => source?.name ?? null },
    { title: { zh: 'SHA-256', en: 'SHA-256' }, width: 24, cell: ({ source }) => source?.sha256 ?? null },
  ],
  open: async (scope, conditions) => {
    const filter = await translateDocumentFilter(scope, conditions as DocumentConditions)
    return (page) => scope.store.documents(filter, page)
  },
}

export const WANTED: ListSpec<DocumentNode> = {
  name: 'wanted',
  title: { zh: '被引未收录的文件', en: 'Wanted documents' },
  filters: LIST_FILTERS.wanted,
  columns: [
    ID,
    ...KNOWN_OF_ALL,
    {
      title: { zh: '被引次数', en: 'Citations' },
      width: 10,
      cell: async ({ id }, { scope }) =>
        (await scope.store.citations({ targetIds: [id] }, { first: 1, after: null })).totalCount,
    },
  ],
  open: async (scope) => (page) => scope.store.wantedDocuments(page),
}
