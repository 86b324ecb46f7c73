import type { ClauseNode } from '../domain/nodes.ts'
import type { Scope } from './scope.ts'

/** All that a clause's span holds, as it stands in the document. */
export async function clauseWords(scope: Scope, clause: ClauseNode): Promise<string> {
  const body = await scope.read.body(clause.documentId)
  return body?.text.slice(clause.span.start, clause.span.end) ?? clause.text
}
