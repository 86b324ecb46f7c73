import { z } from 'zod'
import type { DocumentNode } from '../domain/nodes.ts'
import { implementsOf } from '../service/implementation.ts'
import { type ImplementationColumn, readMatrix } from '../service/implementationMatrix.ts'
import { documentReference } from '../service/reference.ts'
import type { Scope } from '../service/scope.ts'
import { cursor, id, limit, maxChars, places } from './arguments.ts'
import { type ChosenPlaces, choosePlaces } from './chosenPlaces.ts'
import { describeCoverage, describeDocument, quoteClauses } from './describe.ts'
import { clauseProper, findDocumentOrClause } from './find.ts'
import { defineOperation } from './operation.ts'
import { slicePage } from './pages.ts'
import { coverageShape, documentShape, kinship, listEnd, nullableText, passageShape } from './shapes.ts'
import { lowerParts, readLower } from './traceLower.ts'

const lowerDocument = z.object({
  document: documentShape,
  kind: kinship.describe('下级文件对上级文件：IMPLEMENTS 落实 · PARALLEL 无引用链'),
  covered: z.number().describe('有同一举措对应的上级条款数 · upper clauses with the same measure'),
  topic_only: z.number().describe('只有同一主题的上级条款数'),
  clause_count: z.number().describe('上级条款总数 · clauses of the upper document'),
  lag_days: z.number().nullable().describe('晚于上级文件多少天；负数为先行 · days after the upper document'),
  ...lowerParts,
})

const NOT_HELD =
  '上级文件尚未收录，没有条款可比，只列出落实它的文件 (the upper document is only cited: its clauses are not held)'
/** Share of the texts' budget for the clause that was asked about. */
const UPPER_SHARE = 0.25

export const traceImplementationOperation = defineOperation({
  name: 'trace_implementation',
  title: '追踪落实 Trace implementation',
  description:
    '上级文件或条款在各下级文件中如何落实：对应条款、缺口（没有对应）、下级新增的条款；给条款编号时附双方原文、目标比较与理由。' +
    'How lower documents implement an upper document or clause: counterparts, gaps, local additions; for a clause with both texts, targets and reasons.',
  input: z.strictObject({
    id: id.describe('上级文件或条款的编号，或发文字号 · upper document or clause'),
    places: places.optional(),
    limit: limit(3).describe('最多几份下级文件 · lower documents at most'),
    cursor,
    max_chars: maxChars(8000),
  }),
  output: z.object({
    upper: documentShape,
    clause: passageShape.nullable().describe('所问的条款；问整份文件时为 null'),
    lower: z.array(lowerDocument),
    ...listEnd,
    places_without: z.array(z.string()).describe('没有下级文件的地方 · places asked for that have none'),
    note: nullableText,
    coverage: coverageShape,
  }),
  run: async (scope, input) => {
    const node = await findDocumentOrClause(scope, input.id)
    const asked = node.kind === 'CLAUSE' ? await clauseProper(scope, node) : null
    const upper = node.kind === 'DOCUMENT' ? node : await scope.read.get('DOCUMENT', node.documentId)
    const chosen = await choosePlaces(scope, input.places)
    const lower = chosen === null ? null : await documentsOfPlaces(scope, upper, chosen)
    const matrix = await readMatrix(scope, { upper: upper.id, lower })
    const page = slicePage(matrix.columns, input)
    const rows = await matrix.rows(page.items)
    const shown = asked === null ? rows : rows.filter(({ clause }) => clause.id === asked.id)
    const budget = Math.floor((input.max_chars * (1 - UPPER_SHARE)) / Math.max(1, page.items.length))
    const [quotedClause, described, columns, coverage, note] = await Promise.all([
      asked === null ? [] : quoteClauses(scope, [asked], Math.floor(input.max_chars * UPPER_SHARE)),
      describeDocument(scope, upper),
      Promise.all(
        page.items.map(async (column, at) => ({
          ...(await describeColumn(scope, column)),
          ...(await readLower(scope, { column, at, rows: shown, budget, isWhole: asked === null })),
        })),
      ),
      describeCoverage(scope),
      explain(scope, upper, matrix.columns.length),
    ])
    return {
      upper: described,
      clause: quotedClause[0] ?? null,
      lower: columns,
      total: page.total,
      next_cursor: page.next_cursor,
      places_without:
        chosen === null ? [] : [...chosen.without(matrix.columns.map(({ document }) => document.placeId))],
      note,
      coverage,
    }
  },
})

/** Documents of the chosen places that implement the upper one or have links to it, whatever the places' levels. */
async function documentsOfPlaces(
  scope: Scope,
  upper: DocumentNode,
  chosen: ChosenPlaces,
): Promise<readonly string[]> {
  const [links, chain] = await Promise.all([
    scope.store.linkOutlines({ documentIds: [upper.id] }),
    scope.read.chainDown(upper.id),
  ])
  const ids = new Set([
    ...links.flatMap(({ documentIds }) => documentIds),
    ...chain.map((step) => step.documentId),
  ])
  const documents = await scope.read.list('DOCUMENT', [...ids])
  return documents
    .filter(({ id, ingested, placeId }) => ingested && id !== upper.id && chosen.has(placeId))
    .map(({ id }) => id)
}

async function describeColumn(scope: Scope, column: ImplementationColumn) {
  const { document, kind, covered, topicOnly, total, lagDays } = column
  return {
    document: await describeDocument(scope, document),
    ...{ kind, covered, topic_only: topicOnly, clause_count: total, lag_days: lagDays },
  }
}

/** A model that asked about a lower document is told which one to ask about. */
async function explain(scope: Scope, document: DocumentNode, lower: number): Promise<string | null> {
  if (lower > 0) return document.ingested ? null : NOT_HELD
  const above = await implementsOf(scope, document.id)
  const none = '库中没有落实它的文件 (no document of the corpus implements it)'
  if (above.length === 0) return none
  const names = above.map((each) => `${documentReference(each)} ${each.id}`).join('、')
  return `${none}；它所落实的上级文件 (it implements)：${names}`
}
