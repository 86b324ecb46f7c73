import type { ClauseNode } from '../domain/nodes.ts'
import { clauseReference } from './reference.ts'
import type { Scope } from './scope.ts'

/** How to cite a clause or item, with the sections and clauses that it stands in. */
export async function citeClause(scope: Scope, clause: ClauseNode): Promise<string> {
  const { read } = scope
  const above: ClauseNode[] = []
  for (let parentId = clause.parentId; parentId !== null; ) {
    const parent = await read.get('CLAUSE', parentId)
    above.unshift(parent)
    parentId = parent.parentId
  }
  const outermost = above[0] ?? clause
  const [document, annex, section] = await Promise.all([
    read.get('DOCUMENT', clause.documentId),
    outermost.annexId === null ? null : read.find('ANNEX', outermost.annexId),
    outermost.sectionId === null ? null : read.find('SECTION', outermost.sectionId),
  ])
  return clauseReference(document, clause, { annex, section, above })
}
