import type { ReviewedCorrespondence } from '../domain/correspondence.ts'
import type { ClauseNode, DocumentNode } from '../domain/nodes.ts'
import { byCodeUnits, byId } from '../domain/order.ts'
import type { Level } from '../domain/vocabulary.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { readName } from './chooseOne.ts'
import { type Correspondence, orient, readMinScore } from './correspondences.ts'
import { findPlaceIds } from './findPlaces.ts'
import { type FirstMover, firstMoverOf } from './implementationFirst.ts'
import type { Scope } from './scope.ts'

export interface PeerArguments {
  readonly clause: string
  readonly level?: Level | null
  /** The place and all below it. */
  readonly within?: string | null
  readonly minScore?: number | null
}
/** How one document treats the clause. */
export interface Peer {
  readonly document: DocumentNode
  /** From the clause asked about, or from the clause above that both have as counterpart, to clauses of the document; best first. */
  readonly correspondences: readonly Correspondence[]
  /** That clause above; null where the document's clauses are linked to the clause itself. */
  readonly via: ClauseNode | null
}
export interface Peers {
  readonly clause: ClauseNode
  /** By date of issue, undated last, then by id. */
  readonly peers: readonly Peer[]
  readonly firstMover: FirstMover | null
}

/**
 * How other documents treat one clause, side by side: those linked to it, and those linked to a clause that it
 * implements, as when ten cities carry out one clause of the province.
 * @throws ZhengmaiError NOT_FOUND, BAD_INPUT
 */
export async function readPeers(scope: Scope, args: PeerArguments): Promise<Peers> {
  const minScore = readMinScore(args.minScore)
  const condition = minScore === undefined ? {} : { minScore }
  const clause = await scope.read.find('CLAUSE', readName('clause', args.clause))
  if (clause === null) throw new ZhengmaiError('NOT_FOUND', `没有这个条款：${args.clause}`)
  const placeIds = await findPlaceIds(scope, { within: args.within ?? null })
  const direct = await linksFrom(scope, clause.id, condition)
  const above = direct.filter(({ kind }) => kind === 'IMPLEMENTS').map(({ other }) => other)
  const beside = await Promise.all(above.map((upper) => linksFrom(scope, upper.id, condition)))
  const peers = groupByDocument(clause, direct, beside.flat())
  const described = await Promise.all(
    peers.map(async (peer) => ({ ...peer, document: await scope.read.get('DOCUMENT', peer.documentId) })),
  )
  const shown = described.filter(
    ({ document: { level, placeId } }) =>
      (args.level == null || level === args.level) &&
      (placeIds === undefined || (placeId !== null && placeIds.includes(placeId))),
  )
  const links = shown.flatMap(({ correspondences }) => correspondences)
  return {
    clause,
    peers: shown
      .map(({ document, correspondences, via }) => ({ document, correspondences, via }))
      .toSorted((a, b) => compareDocuments(a.document, b.document)),
    firstMover: await firstMoverOf(scope, clause, links),
  }
}

async function linksFrom(
  scope: Scope,
  clauseId: string,
  condition: { readonly minScore?: number },
): Promise<Correspondence[]> {
  const links: readonly ReviewedCorrespondence[] = await scope.read.links(clauseId, condition)
  return Promise.all(links.map((link) => orient(scope, link, clauseId)))
}

interface Group {
  readonly documentId: string
  readonly correspondences: readonly Correspondence[]
  readonly via: ClauseNode | null
}

/** A document that is linked to the clause itself is not shown by way of the clause above too. */
function groupByDocument(
  clause: ClauseNode,
  direct: readonly Correspondence[],
  beside: readonly Correspondence[],
): Group[] {
  const groups = new Map<string, Group>()
  const add = (link: Correspondence, via: ClauseNode | null): void => {
    const { documentId } = link.other
    const group = groups.get(documentId)
    if (documentId === clause.documentId || (group !== undefined && group.via?.id !== via?.id)) return
    groups.set(documentId, {
      documentId,
      correspondences: [...(group?.correspondences ?? []), link],
      via,
    })
  }
  for (const link of direct) add(link, null)
  for (const link of beside) add(link, link.clause)
  return [...groups.values()]
}

function compareDocuments(a: DocumentNode, b: DocumentNode): number {
  const [one, other] = [a.issuedOn ?? '9999', b.issuedOn ?? '9999']
  return byCodeUnits(one, other) || byId(a, b)
}
