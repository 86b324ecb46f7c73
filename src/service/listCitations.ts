import type { CitationFilter } from '../../graph/port/graphStore.ts'
import type { CitationEdge, ClauseNode } from '../domain/nodes.ts'
import type { Relation } from '../domain/vocabulary.ts'
import { NUMERAL_CLASS, parseNumeral } from '../text/numerals.ts'
import { type Connection, type PageArguments, readPage, toConnection } from './page.ts'
import type { Scope } from './scope.ts'

const ARTICLE = new RegExp(`第([\\d${NUMERAL_CLASS}]+)条`, 'u')

/** Citations that a document and its clauses make, in the order of the text. */
export function listCitations(
  scope: Scope,
  documentId: string,
  relation: Relation | null | undefined,
  args: PageArguments,
): Promise<Connection<CitationEdge>> {
  return list(scope, { documentIds: [documentId] }, relation, args, 100)
}

/** Citations that others make of a document. */
export function listIncomingCitations(
  scope: Scope,
  documentId: string,
  relation: Relation | null | undefined,
  args: PageArguments,
): Promise<Connection<CitationEdge>> {
  return list(scope, { targetIds: [documentId] }, relation, args, 20)
}

async function list(
  scope: Scope,
  filter: CitationFilter,
  relation: Relation | null | undefined,
  args: PageArguments,
  fallback: number,
): Promise<Connection<CitationEdge>> {
  const page = readPage(args, fallback)
  const whole = relation == null ? filter : { ...filter, relations: [relation] }
  return toConnection(await scope.store.citations(whole, page), page)
}

/** The article that a citation's locator names (第三十四条第二款), in the cited document or its first annex; null where not ingested. */
export async function citedClause(scope: Scope, citation: CitationEdge): Promise<ClauseNode | null> {
  const numeral = citation.locator === null ? undefined : ARTICLE.exec(citation.locator)?.[1]
  const article = numeral === undefined ? null : parseNumeral(numeral)
  if (article === null) return null
  const target = await scope.read.get('DOCUMENT', citation.targetId)
  if (!target.ingested) return null
  const ids = [`${target.id}/art_${article}`, `${target.id}/att_1/art_${article}`]
  return (await scope.read.list('CLAUSE', ids))[0] ?? null
}
