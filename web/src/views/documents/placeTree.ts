import { LEVELS } from '../../core/labels.ts'

export type Level = keyof typeof LEVELS

/** A place with what it belongs to. */
export interface PlaceStep {
  readonly id: string
  readonly name: string
  readonly code: string | null
  readonly level: Level
  readonly parent?: PlaceStep | null
}
export interface Placed {
  readonly place: PlaceStep | null
}

export interface PlaceBranch<T> {
  readonly place: PlaceStep
  /** Documents that apply to this very place, in the order they came. */
  readonly documents: readonly T[]
  readonly below: readonly PlaceBranch<T>[]
  /** Documents here and below. */
  readonly count: number
}
export interface PlaceTree<T> {
  readonly roots: readonly PlaceBranch<T>[]
  /** Documents whose place is unknown. */
  readonly elsewhere: readonly T[]
}

interface Growing<T> {
  readonly place: PlaceStep
  readonly documents: T[]
  readonly below: Map<string, Growing<T>>
}

/** The root of all places: stands for itself only, so that provinces are no branch of the documents of the state. */
const STATE = '000000'
const LEVEL_ORDER = Object.keys(LEVELS)

/** 国家 → 省 → 市 → 县: the documents under their places, highest first, then by code. */
export function growTree<T extends Placed>(documents: readonly T[]): PlaceTree<T> {
  const roots = new Map<string, Growing<T>>()
  const elsewhere: T[] = []
  for (const document of documents) {
    if (document.place === null) elsewhere.push(document)
    else plant(roots, wayTo(document.place), document)
  }
  return { roots: settle(roots), elsewhere }
}

/** From the province, or the state itself, down to the place. */
function wayTo(place: PlaceStep): readonly PlaceStep[] {
  const way: PlaceStep[] = [place]
  for (
    let above = place.parent ?? null;
    above !== null && above.code !== STATE;
    above = above.parent ?? null
  ) {
    way.unshift(above)
  }
  return way
}

function plant<T>(roots: Map<string, Growing<T>>, way: readonly PlaceStep[], document: T): void {
  let among = roots
  let last: Growing<T> | null = null
  for (const place of way) {
    last = among.get(place.id) ?? { place, documents: [], below: new Map() }
    among.set(place.id, last)
    among = last.below
  }
  last?.documents.push(document)
}

function settle<T>(among: ReadonlyMap<string, Growing<T>>): readonly PlaceBranch<T>[] {
  return [...among.values()]
    .sort(
      (a, b) =>
        LEVEL_ORDER.indexOf(a.place.level) - LEVEL_ORDER.indexOf(b.place.level) ||
        ((a.place.code ?? a.place.id) < (b.place.code ?? b.place.id) ? -1 : 1),
    )
    .map(({ place, documents, below }) => {
      const branches = settle(below)
      const count = branches.reduce((sum, branch) => sum + branch.count, documents.length)
      return { place, documents, below: branches, count }
    })
}
