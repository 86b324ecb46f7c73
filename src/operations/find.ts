import { isDocumentId } from '../domain/ids.ts'
import type { ClauseNode, DocumentNode } from '../domain/nodes.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { findDocument } from '../service/findDocuments.ts'
import type { Scope } from '../service/scope.ts'
import { notFound } from './describe.ts'

/**
 * The document or clause that an id means, the document of a 发文字号; a section, annex, target or row of a ledger means
 * what holds it.
 * @throws ZhengmaiError NOT_FOUND; AMBIGUOUS where several documents bear the number
 */
export async function findDocumentOrClause(scope: Scope, id: string): Promise<DocumentNode | ClauseNode> {
  if (!isDocumentId(id)) return findByNumber(scope, id)
  const node = await scope.read.node(id)
  switch (node?.kind) {
    case 'DOCUMENT':
    case 'CLAUSE':
      return node
    case 'TARGET':
      return scope.read.get('CLAUSE', node.clauseId)
    case 'LEDGER_ROW':
      return node.clauseId === null
        ? scope.read.get('DOCUMENT', node.documentId)
        : scope.read.get('CLAUSE', node.clauseId)
    case 'SECTION':
    case 'ANNEX':
      return scope.read.get('DOCUMENT', node.documentId)
    default:
      return notFound(id)
  }
}

async function findByNumber(scope: Scope, number: string): Promise<DocumentNode> {
  // without a digit it is no number: then it is an id that nothing has
  if (!/\d/.test(number)) return notFound(number)
  return (await findDocument(scope, { number })) ?? notFound(number)
}

/** The clause that holds an item: links and duties are those of clauses. */
export async function clauseProper(scope: Scope, clause: ClauseNode): Promise<ClauseNode> {
  let at = clause
  while (at.parentId !== null) at = await scope.read.get('CLAUSE', at.parentId)
  return at
}

/** @throws ZhengmaiError NOT_FOUND where the document is only cited: it has no words and no clauses */
export function requireIngested(document: DocumentNode): void {
  if (document.ingested) return
  const { id, title } = document
  throw new ZhengmaiError(
    'NOT_FOUND',
    `《${title}》仅被其他文件引用，尚未收录 (only cited, not ingested)：${id}`,
    {
      details: { id },
    },
  )
}
