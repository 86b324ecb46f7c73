import type { ClauseNode, DocumentNode } from '../domain/nodes.ts'
import type { Correspondence } from './correspondences.ts'
import type { Scope } from './scope.ts'

/** The clause of a group whose document was issued first. */
export interface FirstMover {
  readonly clause: ClauseNode
  readonly document: DocumentNode
}

/**
 * Who went first among a clause and its counterparts; of one day the first by id. Null where the date of any of them is
 * unknown, since that one may have been first.
 */
export async function firstMoverOf(
  scope: Scope,
  clause: ClauseNode,
  links: readonly Correspondence[],
): Promise<FirstMover | null> {
  const clauses = new Map([clause, ...links.map(({ other }) => other)].map((each) => [each.id, each]))
  const group = await Promise.all(
    [...clauses.values()].map(async (each) => ({
      clause: each,
      document: await scope.read.get('DOCUMENT', each.documentId),
    })),
  )
  if (group.some(({ document }) => document.issuedOn === null)) return null
  return group.toSorted(byDate)[0] ?? null
}

function byDate(a: FirstMover, b: FirstMover): number {
  const [one, other] = [a.document.issuedOn ?? '', b.document.issuedOn ?? '']
  return one < other ? -1 : one > other ? 1 : a.clause.id < b.clause.id ? -1 : 1
}
