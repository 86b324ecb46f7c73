import { documentOf, idCell, type ListColumn, placeName } from './listSpec.ts'

/** The columns that say which document a fact stands in. */
export function documentColumns<T extends { readonly documentId: string }>(): readonly ListColumn<T>[] {
  return [
    {
      title: { zh: '文件', en: 'Document' },
      width: 48,
      cell: async ({ documentId }, context) => (await documentOf(documentId, context)).title,
    },
    {
      title: { zh: '发文字号', en: 'Number' },
      width: 24,
      cell: async ({ documentId }, context) => (await documentOf(documentId, context)).number,
    },
    {
      title: { zh: '适用地区', en: 'Place' },
      cell: async ({ documentId }, context) =>
        placeName((await documentOf(documentId, context)).placeId, context),
    },
    {
      title: { zh: '成文日期', en: 'Issued on' },
      width: 12,
      cell: async ({ documentId }, context) => (await documentOf(documentId, context)).issuedOn,
    },
    {
      title: { zh: '文件编号', en: 'Document id' },
      width: 32,
      cell: ({ documentId }, context) => idCell(documentId, context),
    },
  ]
}
