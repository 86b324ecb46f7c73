import type { CitationEdge, DocumentNode } from '../domain/nodes.ts'
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
  const ids = citing(await scope.read.downwardOf(documentId), documentId)
  if (ids.length === 0) return emptyConnection()
  return toConnection(await scope.store.documents({ ids }, page), page)
}

/** Documents that this one's title, preamble or closing part cites in that way, in the order of the text. */
export async function implementsOf(scope: Scope, documentId: string): Promise<readonly DocumentNode[]> {
  const citations = await scope.read.upwardOf(documentId)
  const ids = new Set(citations.map((citation) => citation.targetId))
  ids.delete(documentId)
  return scope.read.list('DOCUMENT', [...ids])
}

/** Ids of the documents that implement this one, directly or along a chain; a document in a circle does not implement itself. */
export async function implementersOf(scope: Scope, documentId: string): Promise<readonly string[]> {
  const found = new Set<string>()
  for (let frontier: readonly string[] = [documentId]; frontier.length > 0; ) {
    const steps = await Promise.all(frontier.map(async (id) => citing(await scope.read.downwardOf(id), id)))
    frontier = [...new Set(steps.flat())].filter((id) => id !== documentId && !found.has(id))
    for (const id of frontier) found.add(id)
  }
  return [...found]
}

function citing(citations: readonly CitationEdge[], documentId: string): string[] {
  return [...new Set(citations.map((citation) => citation.documentId))].filter((id) => id !== documentId)
}
