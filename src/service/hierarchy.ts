import type { CitationEdge, DocumentNode } from '../domain/nodes.ts'
import type { Scope } from './scope.ts'

/** One step upward along IMPLEMENTS and BASED_ON citations of title, preamble and closing part. */
export interface HierarchyStep {
  readonly document: DocumentNode
  readonly from: DocumentNode
  /** Number of steps from the document asked for, from 1. */
  readonly distance: number
  readonly citation: CitationEdge
}

/**
 * Every document above this one, each by a shortest way, nearest first, through documents that were never ingested too.
 * A citation of a document already reached adds no step, so circles end.
 */
export async function hierarchyOf(scope: Scope, start: DocumentNode): Promise<readonly HierarchyStep[]> {
  const steps: HierarchyStep[] = []
  const reached = new Set([start.id])
  let frontier: readonly DocumentNode[] = [start]
  for (let distance = 1; frontier.length > 0; distance += 1) {
    const citations = await Promise.all(frontier.map((from) => scope.read.upwardOf(from.id)))
    const next: DocumentNode[] = []
    for (const [position, from] of frontier.entries()) {
      for (const citation of citations[position] ?? []) {
        const document = await scope.read.get('DOCUMENT', citation.targetId)
        if (reached.has(document.id)) continue
        reached.add(document.id)
        next.push(document)
        steps.push({ document, from, distance, citation })
      }
    }
    frontier = next
  }
  return steps
}
