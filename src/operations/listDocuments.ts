import { z } from 'zod'
import { translateClauseFilter } from '../service/clauseFilter.ts'
import { withoutUndefined } from '../service/filterParts.ts'
import { findAgencyIds } from '../service/findAgencies.ts'
import { translateDocumentFilter } from '../service/listDocuments.ts'
import { readAll } from '../service/page.ts'
import { describeDocument } from '../service/retrieval/describe.ts'
import type { Scope } from '../service/scope.ts'
import { cursor, type Filters, filters, limit } from './arguments.ts'
import { toConditions } from './conditions.ts'
import { describeCoverage, documentReply } from './describe.ts'
import { defineOperation } from './operation.ts'
import { coverageShape, documentShape, listEnd, nullableText } from './shapes.ts'
import { explainUnknownNames } from './unknownNames.ts'

const listed = documentShape.extend({
  kind: nullableText.describe('文种'),
  issuers: z.array(z.string()),
  clause_count: z.number(),
})

export const listDocumentsOperation = defineOperation({
  name: 'list_documents',
  title: '列出文件 List documents',
  description:
    '按层级、地方、机关、产品类型、成文日期列出库中文件，新的在前；给出文号、日期、条款数。' +
    'Documents of the corpus by level, place, agency, product type and date, newest first.',
  input: z.strictObject({ ...filters, limit: limit(20), cursor }),
  output: z.object({
    documents: z.array(listed),
    ...listEnd,
    notes: z.array(z.string()).describe('条件里没有人认得的名称 · names in the filters that nothing bears'),
    coverage: coverageShape,
  }),
  run: async (scope, { limit: first, cursor: after, ...given }) => {
    const [page, notes, coverage] = await Promise.all([
      readPage(scope, given, { first, after: after ?? null }),
      explainUnknownNames(scope, given),
      describeCoverage(scope),
    ])
    const documents = await Promise.all(
      page.items.map(async ({ node }) => {
        const [described, { totalCount }] = await Promise.all([
          describeDocument(scope, node),
          scope.store.clauses({ documentIds: [node.id] }, { first: 1, after: null }),
        ])
        const { kind, issuers } = described
        return { ...documentReply(described), kind, issuers: [...issuers], clause_count: totalCount }
      }),
    )
    return {
      documents,
      total: page.totalCount,
      next_cursor: page.hasNextPage ? (page.items.at(-1)?.cursor ?? null) : null,
      notes,
      coverage,
    }
  },
})

async function readPage(scope: Scope, given: Filters, page: { first: number; after: string | null }) {
  const { level, within, issuedFrom, issuedUntil } = toConditions(given)
  const conditions = { level, within, issuedFrom, issuedUntil, ingested: true }
  const filter = await translateDocumentFilter(scope, conditions)
  const ids = await documentsOfParts(scope, given)
  return scope.store.documents(withoutUndefined({ ...filter, ids }), page)
}

/**
 * Ids of the documents that hold a clause of this agency, role and product type, and without the latter two those that the
 * agency issued; undefined where none of them is asked for.
 */
async function documentsOfParts(scope: Scope, given: Filters): Promise<readonly string[] | undefined> {
  const { agency, role, product_type } = given
  if (agency === undefined && role === undefined && product_type === undefined) return undefined
  const filter = await translateClauseFilter(scope, toConditions(given))
  const ids = new Set<string>()
  for (const { documentId } of await readAll((page) => scope.store.clauses(filter, page))) ids.add(documentId)
  if (agency === undefined || role !== undefined || product_type !== undefined) return [...ids]
  const issuerIds = (await findAgencyIds(scope, agency)) ?? []
  for (const { id } of await readAll((page) => scope.store.documents({ issuerIds }, page))) ids.add(id)
  return [...ids]
}
