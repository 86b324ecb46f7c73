import type { DocumentNode } from '../domain/nodes.ts'
import type { Connection, PageArguments } from './page.ts'
import { emptyConnection, readPage, toConnection } from './page.ts'
import type { Scope } from './scope.ts'

/** Documents whose title, preamble or closing part cites this one as IMPLEMENTS or BASED_ON, newest first. */
export async function implementedBy(
  scope: Scope,
  documentId: string,
  args: PageArguments,
): Promise<Connection<DocumentNode>> {
  const page = readPage(args)
  const direct = (await scope.read.chainDown(documentId)).filter((step) => step.distance === 1)
  if (direct.length === 0) return emptyConnection()
  return toConnection(await scope.store.documents({ ids: direct.map((step) => step.documentId) }, page), page)
}

/** Documents that this one's title, preamble or closing part cites in that way, in the order of the text. */
export async function implementsOf(scope: Scope, documentId: string): Promise<readonly DocumentNode[]> {
  const direct = (await scope.read.chainUp(documentId)).filter((step) => step.distance === 1)
  const inTextOrder = direct.sort((a, b) => a.citation.ordinal - b.citation.ordinal)
  return scope.read.list(
    'DOCUMENT',
    inTextOrder.map((step) => step.documentId),
  )
}

/** Ids of the documents that implement this one, directly or along a chain; a document in a circle does not implement itself. */
export async function implementersOf(scope: Scope, documentId: string): Promise<readonly string[]> {
  return (await scope.read.chainDown(documentId)).map((step) => step.documentId)
}
