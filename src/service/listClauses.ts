import type { ClauseNode } from '../domain/nodes.ts'
import { type ClauseConditions, translateClauseFilter } from './clauseFilter.ts'
import { type Connection, type PageArguments, readPage, toConnection } from './page.ts'
import type { Scope } from './scope.ts'

/** @throws ZhengmaiError BAD_INPUT */
export async function listClauses(
  scope: Scope,
  conditions: ClauseConditions | null | undefined,
  args: PageArguments,
): Promise<Connection<ClauseNode>> {
  const page = readPage(args)
  return toConnection(await scope.store.clauses(await translateClauseFilter(scope, conditions), page), page)
}

/** Clauses of a document that is at hand: by its id, which nothing has to look for. @throws ZhengmaiError BAD_INPUT */
export async function listClausesOfDocument(
  scope: Scope,
  documentId: string,
  args: PageArguments,
): Promise<Connection<ClauseNode>> {
  const page = readPage(args, 100)
  return toConnection(await scope.store.clauses({ documentIds: [documentId] }, page), page)
}

/** Clauses about a product type; of narrower types too, unless `exact`. */
export async function listClausesAbout(
  scope: Scope,
  productTypeId: string,
  exact: boolean,
  args: PageArguments,
): Promise<Connection<ClauseNode>> {
  const page = readPage(args)
  const productTypeIds = exact
    ? [productTypeId]
    : (await scope.names.current()).productTypesWithin(productTypeId)
  return toConnection(await scope.store.clauses({ productTypeIds }, page), page)
}
