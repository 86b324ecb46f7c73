import type { DocumentNode } from '../../src/domain/nodes.ts'
import { foldKey } from '../../src/text/fold.ts'
import { isContainedTitle, titleKeys } from '../../src/text/titleKeys.ts'
import type { DocumentLookup } from './citations.ts'

/**
 * Ids of the stubs that an ingested document turns out to be, sorted: its own number at its place or at none, also where the
 * stub's place was guessed wrong and the titles agree; or one of its title's forms (without 中华人民共和国, issuer or
 * wrapper) at its place or at none.
 */
export async function findTakeovers(document: DocumentNode, store: DocumentLookup): Promise<string[]> {
  const forms = new Set(titleKeys(document.title))
  for (const form of document.carriedTitle === null ? [] : titleKeys(document.carriedTitle)) forms.add(form)
  const number = document.number === null ? null : foldKey(document.number)
  const found = await store.documentsByKey({ numbers: number === null ? [] : [number], titles: [...forms] })
  const taken = found.filter(
    (stub) =>
      !stub.ingested &&
      stub.id !== document.id &&
      (isSameNumber(stub, document) || isSameWork(stub, document, forms)),
  )
  return [...new Set(taken.map((stub) => stub.id))].sort()
}

function isSameNumber(stub: DocumentNode, document: DocumentNode): boolean {
  if (stub.number === null || document.number === null) return false
  if (foldKey(stub.number) !== foldKey(document.number)) return false
  if (isAtPlace(stub, document)) return true
  const titles = document.carriedTitle === null ? [document.title] : [document.title, document.carriedTitle]
  return titles.some((title) => isContainedTitle(title, stub.title))
}

function isSameWork(stub: DocumentNode, document: DocumentNode, forms: ReadonlySet<string>): boolean {
  const contradicts =
    stub.number !== null && document.number !== null && foldKey(stub.number) !== foldKey(document.number)
  if (contradicts || !isAtPlace(stub, document)) return false
  return titleKeys(stub.title).some((form) => forms.has(form))
}

function isAtPlace(stub: DocumentNode, document: DocumentNode): boolean {
  return stub.placeId === null || document.placeId === null || stub.placeId === document.placeId
}
