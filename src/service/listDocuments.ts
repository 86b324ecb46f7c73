import type { DocumentFilter, DocumentOrder } from '../../graph/port/graphStore.ts'
import type { DocumentNode, IsoDate } from '../domain/nodes.ts'
import type { LegalForce, Level } from '../domain/vocabulary.ts'
import { checkPeriod, withoutUndefined } from './filterParts.ts'
import { findAgencyIds } from './findAgencies.ts'
import { documentsNumbered } from './findDocuments.ts'
import { findPlaceIds, type PlaceCondition } from './findPlaces.ts'
import { type Connection, type PageArguments, readPage, toConnection } from './page.ts'
import type { Scope } from './scope.ts'

/** Conditions on documents in the words of a user; see the GraphQL input `DocumentFilter`. */
export interface DocumentConditions extends PlaceCondition {
  readonly number?: string | null
  readonly level?: Level | null
  readonly issuer?: string | null
  readonly kind?: string | null
  readonly legalForce?: LegalForce | null
  readonly text?: string | null
  readonly issuedFrom?: IsoDate | null
  readonly issuedUntil?: IsoDate | null
  readonly validOn?: IsoDate | null
  readonly ingested?: boolean | null
}

/** @throws ZhengmaiError BAD_INPUT */
export async function listDocuments(
  scope: Scope,
  conditions: DocumentConditions | null | undefined,
  args: PageArguments,
  orderBy?: DocumentOrder | null,
): Promise<Connection<DocumentNode>> {
  const page = readPage(args)
  const filter = await translateDocumentFilter(scope, conditions ?? {})
  return toConnection(await scope.store.documents(filter, page, orderBy ?? 'NEWEST'), page)
}

/** Documents that apply to this very place. */
export async function listDocumentsOfPlace(
  scope: Scope,
  placeId: string,
  args: PageArguments,
): Promise<Connection<DocumentNode>> {
  const page = readPage(args)
  return toConnection(await scope.store.documents({ placeIds: [placeId] }, page), page)
}

/** Documents that this agency issued. */
export async function listDocumentsOfIssuer(
  scope: Scope,
  agencyId: string,
  args: PageArguments,
): Promise<Connection<DocumentNode>> {
  const page = readPage(args)
  return toConnection(await scope.store.documents({ issuerIds: [agencyId] }, page), page)
}

/** Cited by others but never ingested, most cited first. */
export async function listWantedDocuments(
  scope: Scope,
  args: PageArguments,
): Promise<Connection<DocumentNode>> {
  const page = readPage(args)
  return toConnection(await scope.store.wantedDocuments(page), page)
}

/** @throws ZhengmaiError BAD_INPUT */
export async function translateDocumentFilter(
  scope: Scope,
  conditions: DocumentConditions,
): Promise<DocumentFilter> {
  checkPeriod('issuedFrom', conditions.issuedFrom, 'issuedUntil', conditions.issuedUntil)
  const [numbered, placeIds, issuerIds] = await Promise.all([
    conditions.number == null ? undefined : documentsNumbered(scope, conditions.number),
    findPlaceIds(scope, conditions),
    findAgencyIds(scope, conditions.issuer, 'issuer'),
  ])
  return withoutUndefined<DocumentFilter>({
    ids: numbered?.map((document) => document.id),
    levels: conditions.level == null ? undefined : [conditions.level],
    placeIds,
    issuerIds,
    documentKinds: conditions.kind == null ? undefined : [conditions.kind],
    legalForces: conditions.legalForce == null ? undefined : [conditions.legalForce],
    text: conditions.text ?? undefined,
    issuedFrom: conditions.issuedFrom ?? undefined,
    issuedUntil: conditions.issuedUntil ?? undefined,
    validOn: conditions.validOn ?? undefined,
    ingested: conditions.ingested ?? undefined,
  })
}
