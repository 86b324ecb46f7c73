import type { z } from 'zod'
import type { AgencyNode, ClauseNode, DocumentNode } from '../domain/nodes.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { type Coverage, readCoverage } from '../service/retrieval/coverage.ts'
import {
  describeClause as readClause,
  describeDocument as readDocument,
  describeSource as readSource,
} from '../service/retrieval/describe.ts'
import type { PassageClause, PassageDocument } from '../service/retrieval/passage.ts'
import { quoteWithin } from '../service/retrieval/quote.ts'
import type { Scope } from '../service/scope.ts'
import { pageUrl } from '../service/urls.ts'
import type {
  agencyShape,
  briefClauseShape,
  clauseShape,
  coverageShape,
  documentShape,
  passageShape,
  sourceShape,
} from './shapes.ts'

/** What the services give, as the replies say it. */

export type DocumentReply = z.input<typeof documentShape>
export type ClauseReply = z.input<typeof clauseShape>
export type SourceReply = z.input<typeof sourceShape>
export type PassageReply = z.input<typeof passageShape>

export function documentReply(document: PassageDocument): DocumentReply {
  const { id, title, number, place, level, issuedOn, validity, url } = document
  return { id, title, number, place, level, issued_on: issuedOn, status: validity, url }
}

export function clauseReply({ id, label, title, reference, url }: PassageClause): ClauseReply {
  return { id, label, heading: title, reference, url }
}

/** What a clause is called where it stands alone. */
export function titleReply(document: { readonly title: string }, clause: PassageClause): string {
  return `${document.title} ${clause.label}${clause.title ?? ''}`.trim()
}

export async function describeDocument(scope: Scope, document: DocumentNode): Promise<DocumentReply> {
  return documentReply(await readDocument(scope, document))
}

export async function describeClause(scope: Scope, clause: ClauseNode): Promise<ClauseReply> {
  return clauseReply(await readClause(scope, clause))
}

export function describeBriefly(
  { baseUrl }: Scope,
  { id, label, title }: ClauseNode,
): z.input<typeof briefClauseShape> {
  return { id, label, heading: title, url: pageUrl(baseUrl, id) }
}

export async function describeSource(scope: Scope, clause: ClauseNode): Promise<SourceReply> {
  const source = await readSource(scope, clause)
  return { ...clauseReply(source.clause), document: documentReply(source.document) }
}

/** Clauses with as much of their words as the budget (UTF-16 units) gives to all of them together. */
export async function quoteClauses(
  scope: Scope,
  clauses: readonly ClauseNode[],
  budget: number,
): Promise<readonly PassageReply[]> {
  return Promise.all(
    quoteWithin(clauses, budget).map(async ({ clause, text, complete }) => ({
      ...(await describeSource(scope, clause)),
      ...{ text, complete, quoted: true as const },
    })),
  )
}

export async function describeAgency(
  scope: Scope,
  { id, name, placeId }: AgencyNode,
): Promise<z.input<typeof agencyShape>> {
  const place = placeId === null ? null : await scope.read.find('JURISDICTION', placeId)
  return {
    id,
    name,
    place: place?.name ?? null,
    level: place?.level ?? null,
    url: pageUrl(scope.baseUrl, id),
  }
}

export async function describeCoverage(scope: Scope): Promise<z.input<typeof coverageShape>> {
  return coverageReply(await readCoverage(scope))
}

export function coverageReply(coverage: Coverage): z.input<typeof coverageShape> {
  const { placeCount, places, levels, ...rest } = coverage
  return { ...rest, places: [...places], levels: [...levels], place_count: placeCount }
}

/** @throws ZhengmaiError NOT_FOUND */
export function notFound(id: string): never {
  throw new ZhengmaiError('NOT_FOUND', `没有这个编号或发文字号 (nothing has this id or number)：${id}`, {
    details: { id },
  })
}
