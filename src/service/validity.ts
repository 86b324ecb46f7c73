import type { CitationEdge, DocumentNode, IsoDate } from '../domain/nodes.ts'
import type { Validity } from '../domain/vocabulary.ts'
import type { Scope } from './scope.ts'

/** A document that supersedes another, reduced to the day from which it does; null where it bears no date. */
export interface Superseding {
  readonly from: IsoDate | null
}

/**
 * Whether a document is in force on a day: begun (`effectiveFrom`, else its date of issue), not superseded by a document
 * of the corpus, not ended. One without any date is UNKNOWN, unless it is superseded.
 */
export function validityOn(
  document: DocumentNode,
  superseding: readonly Superseding[],
  day: IsoDate,
): Validity {
  const begin = beginOf(document)
  if (begin !== null && begin > day) return 'NOT_YET'
  if (superseding.some(({ from }) => from === null || from <= day)) return 'REPEALED'
  if (document.effectiveUntil !== null && document.effectiveUntil < day) return 'EXPIRED'
  const { effectiveUntil, printedOn, publishedOn } = document
  return (begin ?? effectiveUntil ?? printedOn ?? publishedOn) === null ? 'UNKNOWN' : 'IN_FORCE'
}

export async function validityOf(scope: Scope, document: DocumentNode, day: IsoDate): Promise<Validity> {
  const by = await supersededBy(scope, document.id)
  return validityOn(
    document,
    by.map((each) => ({ from: beginOf(each) })),
    day,
  )
}

/** Documents of the corpus that supersede this one as a whole, by id. */
export async function supersededBy(scope: Scope, documentId: string): Promise<readonly DocumentNode[]> {
  const citations: readonly CitationEdge[] = await scope.read.supersedingOf(documentId)
  const ids = new Set(citations.map((citation) => citation.documentId))
  ids.delete(documentId)
  return scope.read.list('DOCUMENT', [...ids].sort())
}

function beginOf(document: DocumentNode): IsoDate | null {
  return document.effectiveFrom ?? document.issuedOn
}
