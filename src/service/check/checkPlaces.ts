import type { DocumentNode, PlaceNode } from '../../domain/nodes.ts'
import type { NameIndex } from '../nameIndex.ts'

/** The place that an answer names last before a mention; null where it names none. */
export function placeBefore({ gazetteer }: NameIndex, words: string): PlaceNode | null {
  return gazetteer.find(words).at(-1)?.place ?? null
}

/** Whether a document can be that of a place: of the place itself, of one above it or of one below it. */
export function canBeOf({ gazetteer }: NameIndex, document: DocumentNode, place: PlaceNode): boolean {
  const own = document.placeId === null ? null : gazetteer.byId(document.placeId)
  if (own === null || own.id === place.id || own.level === 'NATIONAL') return true
  const above = (of: PlaceNode) => gazetteer.ancestors(of).map(({ id }) => id)
  return above(own).includes(place.id) || above(place).includes(own.id)
}
