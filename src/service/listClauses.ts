import type { ClauseNode } from '../domain/nodes.ts'
import { type ClauseConditions, translateClauseFilter } from './clauseFilter.ts'
import { type Connection, type PageArguments, readPage, toConnection } from './page.ts'
import type { Scope } from './scope.ts'

/** @throws ZhengmaiError BAD_INPUT */
export async function listClauses(
  scope: Scope,
  conditions: ClauseConditions | null | undefined,
  args: PageArguments,
  fallback = 20,
): Promise<Connection<ClauseNode>> {
  const page = readPage(args, fallback)
  return toConnection(await scope.store.clauses(await translateClauseFilter(scope, conditions), page), page)
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
