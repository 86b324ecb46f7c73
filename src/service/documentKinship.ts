import type { DocumentNode } from '../domain/nodes.ts'
import type { CorrespondenceKind } from '../domain/vocabulary.ts'
import type { Scope } from './scope.ts'
import { daysBetween } from './targetVerdict.ts'

/**
 * How one document stands to another one: IMPLEMENTS along a chain of IMPLEMENTS and BASED_ON citations of title,
 * preamble and closing part, through documents that were never ingested too. One that is older than the other cannot
 * implement it, whatever its citations resolve to; two that stand in a circle are PARALLEL unless their dates tell.
 */
export async function kinshipOf(
  scope: Scope,
  own: DocumentNode,
  other: DocumentNode,
): Promise<CorrespondenceKind> {
  const [above, othersAbove] = await Promise.all([scope.read.chainUp(own.id), scope.read.chainUp(other.id)])
  const lag = lagDays(own, other)
  const isBelow = above.some((step) => step.documentId === other.id) && (lag === null || lag >= 0)
  const isAbove = othersAbove.some((step) => step.documentId === own.id) && (lag === null || lag <= 0)
  if (isBelow === isAbove) return 'PARALLEL'
  return isBelow ? 'IMPLEMENTS' : 'IMPLEMENTED_BY'
}

/** Whether one of the documents stands above the other along a chain of citations, whatever their dates: as the linker asks. */
export async function areChained(scope: Scope, one: DocumentNode, other: DocumentNode): Promise<boolean> {
  const [above, othersAbove] = await Promise.all([scope.read.chainUp(one.id), scope.read.chainUp(other.id)])
  const reaches = (steps: typeof above, id: string) => steps.some((step) => step.documentId === id)
  return reaches(above, other.id) || reaches(othersAbove, one.id)
}

/** Days from the issue of the other document to that of this one; null where either date is unknown. */
export function lagDays(
  own: Pick<DocumentNode, 'issuedOn'>,
  other: Pick<DocumentNode, 'issuedOn'>,
): number | null {
  return own.issuedOn === null || other.issuedOn === null ? null : daysBetween(other.issuedOn, own.issuedOn)
}
