import type {
  CorrespondenceEdge,
  CorrespondenceReview,
  ReviewedCorrespondence,
} from '../domain/correspondence.ts'
import type { ClauseNode } from '../domain/nodes.ts'
import {
  type CorrespondenceDegree,
  type CorrespondenceKind,
  LEVELS,
  type Level,
} from '../domain/vocabulary.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { kinshipOf, lagDays } from './documentKinship.ts'
import { withoutUndefined } from './filterParts.ts'
import { findDocumentIds } from './findDocuments.ts'
import type { LinkCondition } from './linkReader.ts'
import { readFirst } from './page.ts'
import type { Scope } from './scope.ts'

/** A stored link as read from one of its two clauses. */
export interface Correspondence {
  readonly clause: ClauseNode
  readonly other: ClauseNode
  readonly edge: CorrespondenceEdge
  /** Where `clause` stands in the pairs of the edge. */
  readonly side: 0 | 1
  readonly kind: CorrespondenceKind
  /** Days from the issue of the other's document to that of this one's. */
  readonly lagDays: number | null
  readonly review: CorrespondenceReview | null
}

export interface CorrespondenceArguments {
  readonly kind?: CorrespondenceKind | null
  readonly degree?: CorrespondenceDegree | null
  readonly document?: string | null
  /** Of the other clause's document. */
  readonly level?: Level | null
  readonly minScore?: number | null
  readonly first?: number | null
}

/**
 * Links of a clause to clauses of other documents, best first; rejected ones are left out.
 * @throws ZhengmaiError BAD_INPUT
 */
export async function listCorrespondences(
  scope: Scope,
  clause: ClauseNode,
  args: CorrespondenceArguments,
): Promise<readonly Correspondence[]> {
  const first = readFirst(args.first, 20)
  const minScore = readMinScore(args.minScore)
  const documentIds = await findDocumentIds(scope, args.document)
  if (documentIds?.length === 0 || clause.parentId !== null) return []
  const condition = withoutUndefined<LinkCondition>({
    otherDocumentIds: documentIds,
    otherLevels: args.level == null ? undefined : [args.level],
    degrees: args.degree == null ? undefined : [args.degree],
    minScore,
  })
  const links = await scope.read.links(clause.id, condition)
  const wanted = await findWanted(scope, clause, links, { ...args, documentIds })
  const chosen = links.filter(({ edge }) => wanted.has(otherDocumentOf(edge, clause.id))).slice(0, first)
  return Promise.all(chosen.map((link) => orient(scope, link, clause.id)))
}

/**
 * The documents on the other side whose links pass. The store's condition on the other side may have been met by this
 * one, where a page holds both clauses of a link; the kind follows from the documents.
 */
async function findWanted(
  scope: Scope,
  clause: ClauseNode,
  links: readonly ReviewedCorrespondence[],
  {
    kind,
    level,
    documentIds,
  }: CorrespondenceArguments & { readonly documentIds: readonly string[] | undefined },
): Promise<ReadonlySet<string>> {
  const ids = new Set(links.map(({ edge }) => otherDocumentOf(edge, clause.id)))
  const [own, others] = await Promise.all([
    scope.read.get('DOCUMENT', clause.documentId),
    scope.read.list(
      'DOCUMENT',
      [...ids].filter((id) => documentIds?.includes(id) ?? true),
    ),
  ])
  const passing = await Promise.all(
    others.map(
      async (other) =>
        (level == null || other.level === level) &&
        (kind == null || (await kinshipOf(scope, own, other)) === kind),
    ),
  )
  return new Set(others.filter((_other, at) => passing[at]).map(({ id }) => id))
}

function otherDocumentOf({ clauseIds, documentIds }: CorrespondenceEdge, clauseId: string): string {
  return documentIds[clauseIds[0] === clauseId ? 1 : 0]
}

/** The link as read from the clause with this id, which is one of its two. */
export async function orient(
  scope: Scope,
  { edge, review }: ReviewedCorrespondence,
  clauseId: string,
): Promise<Correspondence> {
  const side = edge.clauseIds[0] === clauseId ? 0 : 1
  const { read } = scope
  const [clause, other, ownDocument, otherDocument] = await Promise.all([
    read.get('CLAUSE', edge.clauseIds[side]),
    read.get('CLAUSE', edge.clauseIds[1 - side] as string),
    read.get('DOCUMENT', edge.documentIds[side]),
    read.get('DOCUMENT', edge.documentIds[1 - side] as string),
  ])
  const kind = await kinshipOf(scope, ownDocument, otherDocument)
  return { clause, other, edge, side, kind, lagDays: lagDays(ownDocument, otherDocument), review }
}

/**
 * The link as read from its lower clause: that of the document that implements the other one, else of the lower level,
 * else the later one, else the first by id.
 */
export async function orientDown(scope: Scope, link: ReviewedCorrespondence): Promise<Correspondence> {
  const [first, second] = link.edge.clauseIds
  const one = await orient(scope, link, first)
  if (one.kind !== 'PARALLEL') return one.kind === 'IMPLEMENTS' ? one : orient(scope, link, second)
  const [own, other] = await Promise.all([
    scope.read.get('DOCUMENT', one.clause.documentId),
    scope.read.get('DOCUMENT', one.other.documentId),
  ])
  const depth = (level: Level | null) => (level === null ? -1 : LEVELS.indexOf(level))
  const order = depth(own.level) - depth(other.level) || (one.lagDays ?? 0)
  return order >= 0 ? one : orient(scope, link, second)
}

const ID = /^correspondence\/(.+?)~(cn\/.+)$/u

/** The link with this id, rejected or not, as read from its lower clause; null where there is none. */
export async function findCorrespondence(scope: Scope, id: string): Promise<Correspondence | null> {
  const [, first, second] = ID.exec(id) ?? []
  if (first === undefined || second === undefined) return null
  const link = await findLink(scope, first, second)
  return link === null ? null : orientDown(scope, link)
}

/** The stored link of two clauses, rejected or not. */
export async function findLink(
  scope: Scope,
  clauseId: string,
  otherId: string,
): Promise<ReviewedCorrespondence | null> {
  const links = await scope.read.links(clauseId, { review: 'ANY' })
  return links.find(({ edge }) => edge.clauseIds.includes(otherId)) ?? null
}

/** @throws ZhengmaiError BAD_INPUT unless it is absent or from 0 to 1 */
export function readMinScore(minScore: number | null | undefined): number | undefined {
  if (minScore == null) return undefined
  if (minScore >= 0 && minScore <= 1) return minScore
  throw new ZhengmaiError('BAD_INPUT', `minScore 应为 0 到 1，收到 ${minScore}`)
}
