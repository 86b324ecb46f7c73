/** Factories of links between clauses for tests: each gives a whole value, and a test states only what differs. */
import { type CorrespondenceEdge, correspondenceId, pairOf } from '../../src/domain/correspondence.ts'

/** The document that a clause's id belongs to: all before `/sec_`, `/art_` or `/att_`. */
export function documentIdOf(clauseId: string): string {
  return clauseId.replace(/\/(?:sec|art|att)_.*$/u, '')
}

/** A link of two clauses; `shared` and `ranges` are given for the first and the second clause named, whatever their order by id. */
export function linkOf(
  one: string,
  other: string,
  overrides: Partial<Omit<CorrespondenceEdge, 'clauseIds' | 'documentIds' | 'id'>> = {},
): CorrespondenceEdge {
  const clauseIds = pairOf(one, other)
  const isSwapped = clauseIds[0] !== one
  const { sharedWording = [0.5, 0.25] as const, evidence = [], ...rest } = overrides
  const turn = <T>(pair: readonly [T, T]): readonly [T, T] => (isSwapped ? [pair[1], pair[0]] : pair)
  return {
    id: correspondenceId(clauseIds),
    clauseIds,
    documentIds: [documentIdOf(clauseIds[0]), documentIdOf(clauseIds[1])],
    degree: 'SAME_MEASURE',
    score: 0.8,
    certainty: 0.5,
    ...rest,
    sharedWording: turn(sharedWording),
    evidence: evidence.map((each) => ({ ...each, ranges: turn(each.ranges) })),
  }
}
