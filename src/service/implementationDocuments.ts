import type { LinkOutline } from '../../graph/port/graphStore.ts'
import type { DocumentNode } from '../domain/nodes.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { readName } from './chooseOne.ts'
import { findDocumentNamed } from './findDocuments.ts'
import type { Scope } from './scope.ts'

/** More documents than anybody reads side by side; the set that is worked out has no such bound. */
const MAX_LOWER = 200
/**
 * The upper document, by id or number; also one that is only cited: it has no clauses, but documents that implement it.
 * @throws ZhengmaiError NOT_FOUND, AMBIGUOUS
 */
export function findUpper(scope: Scope, upper: string): Promise<DocumentNode> {
  return findOne(scope, 'upper', upper)
}

/**
 * The lower documents to compare with: the given ones in their order, or else all that implement the upper one and all
 * of places below it that the links lead to.
 * @throws ZhengmaiError NOT_FOUND, LIMIT; BAD_INPUT where the upper document is one of them
 */
export async function chooseLower(
  scope: Scope,
  upper: DocumentNode,
  given: readonly string[] | null,
  links: readonly LinkOutline[] = [],
): Promise<readonly DocumentNode[]> {
  return given === null ? implementersAndPlacesBelow(scope, upper, links) : findGiven(scope, upper, given)
}

async function findGiven(
  scope: Scope,
  upper: DocumentNode,
  given: readonly string[],
): Promise<readonly DocumentNode[]> {
  if (given.length > MAX_LOWER) {
    throw new ZhengmaiError('LIMIT', `lower 最多 ${MAX_LOWER} 份文件，收到 ${given.length} 份`)
  }
  const found = await Promise.all(given.map((id) => findOne(scope, 'lower', id)))
  for (const document of found) {
    if (document.id === upper.id) throw new ZhengmaiError('BAD_INPUT', 'lower 不能包含 upper 自身')
    if (!document.ingested) {
      throw new ZhengmaiError('NOT_FOUND', `${document.id} 仅被引用，尚未收录，没有条款可比`)
    }
  }
  return [...new Map(found.map((document) => [document.id, document])).values()]
}

async function implementersAndPlacesBelow(
  scope: Scope,
  upper: DocumentNode,
  links: readonly LinkOutline[],
): Promise<readonly DocumentNode[]> {
  const [chain, names] = await Promise.all([scope.read.chainDown(upper.id), scope.names.current()])
  const implementing = new Set(chain.map((step) => step.documentId))
  const linked = links.map(({ documentIds }) => documentIds[documentIds[0] === upper.id ? 1 : 0])
  const placesBelow = new Set(upper.placeId === null ? [] : names.placesWithin(upper.placeId))
  placesBelow.delete(upper.placeId ?? '')
  const documents = await scope.read.list('DOCUMENT', [...new Set([...implementing, ...linked])])
  return documents.filter(
    ({ id, ingested, placeId }) =>
      ingested && id !== upper.id && (implementing.has(id) || (placeId !== null && placesBelow.has(placeId))),
  )
}

async function findOne(scope: Scope, argument: string, asked: string): Promise<DocumentNode> {
  const name = readName(argument, asked)
  const found = await findDocumentNamed(scope, name)
  if (found === null) throw new ZhengmaiError('NOT_FOUND', `没有这份文件：${name}`)
  return found
}
