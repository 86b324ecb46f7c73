import type { PlaceNode } from '../domain/nodes.ts'
import type { Level } from '../domain/vocabulary.ts'
import { isCommonWord, middlePlaceName, shortPlaceName } from './placeNames.ts'

/** A name that a place does not bear today, or another usual name of a zone. */
export interface FormerName {
  readonly name: string
  readonly placeId: string
  /** Year of the change; null where the name is still in use. */
  readonly until: number | null
}

/** How a place was named: `full` 济南市, `short` 济南, `former` 莱芜市. */
export type PlaceForm = 'full' | 'short' | 'former'

export interface PlacePrefix {
  readonly place: PlaceNode
  /** UTF-16 units of the text that name it, its path included: 6 for 山东省济南市. */
  readonly length: number
  readonly form: PlaceForm
}

export interface PlaceOccurrence extends PlacePrefix {
  readonly start: number
  readonly end: number
}

/** Where names are looked for: places that belong to `within` (an id), lie in it or contain it are preferred. */
export interface PlaceScope {
  readonly within?: string | undefined
}

/** Look-up of places by name, code and position in the hierarchy; holds no data of its own. */
export interface Gazetteer {
  byId(id: string): PlaceNode | null
  byCode(code: string): PlaceNode | null
  /** Places of this full, short or former name or full path (山东省济南市), strictly inside `within` or equal to it. */
  named(name: string, filter?: { readonly within?: string; readonly level?: Level }): PlaceNode[]
  /** Nearest first, up to 国家. */
  ancestors(place: PlaceNode): PlaceNode[]
  /** The place itself or its nearest ancestor of that level. */
  atLevel(place: PlaceNode, level: Level): PlaceNode | null
  /** Names from the province down, the place included: ['山东省', '济南市']; [] for 国家. */
  pathNames(place: PlaceNode): string[]
  /** The place that a name begins with; null where there is none or it stays ambiguous. */
  longestPrefix(text: string, scope?: PlaceScope): PlacePrefix | null
  /** All places named in a text; one whose name stays ambiguous is left out. Short names count for provinces and cities only. */
  find(text: string, scope?: PlaceScope): PlaceOccurrence[]
}

/** A parent named this many characters before resolves an ambiguous name (measured on division lists in documents). */
const PARENT_DISTANCE = 12

/** Counties whose names are also 和 or 会同 before a 县: 市和县级机关, 县林业局会同县水务局. */
const CONJUNCTIONS: readonly { readonly name: string; readonly before: RegExp; readonly after: RegExp }[] = [
  {
    name: '和县',
    before: /[省市区县州旗级局委部厅府办门关构位院者乡镇地方]$/u,
    after: /^(?:级|区|市|乡|域|以|直|属|委|政|[（、〔])/u,
  },
  {
    name: '会同县',
    before: /[局委部厅府办门关构位院处署会应当要须可]$/u,
    after: /^(?:级|区|域|直|属|[（、〔])/u,
  },
]

function isConjunction(text: string, at: number, length: number): boolean {
  const name = text.slice(at, at + length)
  const row = CONJUNCTIONS.find((each) => name.startsWith(each.name))
  if (row === undefined) return false
  return (
    row.before.test(text.slice(Math.max(0, at - 1), at)) || row.after.test(text.slice(at + row.name.length))
  )
}

interface NameEntry {
  readonly place: PlaceNode
  readonly form: PlaceForm
}

/** @param places divisions and zones, parents included; @param formerNames other names of the same places */
export function createGazetteer(
  places: readonly PlaceNode[],
  formerNames: readonly FormerName[] = [],
): Gazetteer {
  return new MapGazetteer(places, formerNames)
}

class MapGazetteer implements Gazetteer {
  readonly #byId = new Map<string, PlaceNode>()
  readonly #byCode = new Map<string, PlaceNode>()
  readonly #byName = new Map<string, NameEntry[]>()
  /** Lengths of the names that begin with a character, longest first. */
  readonly #lengths = new Map<string, number[]>()

  constructor(places: readonly PlaceNode[], formerNames: readonly FormerName[]) {
    for (const place of places) {
      this.#byId.set(place.id, place)
      if (place.code !== null) this.#byCode.set(place.code, place)
      this.#add(place.name, { place, form: 'full' })
      const short = place.code === null ? null : shortPlaceName(place.name)
      if (short !== null) this.#add(short, { place, form: 'short' })
      const middle = middlePlaceName(place.name)
      if (middle !== null) this.#add(middle, { place, form: 'full' })
    }
    for (const former of formerNames) {
      const place = this.#byId.get(former.placeId)
      if (place) this.#add(former.name, { place, form: former.until === null ? 'full' : 'former' })
    }
    for (const lengths of this.#lengths.values()) lengths.sort((a, b) => b - a)
  }

  #add(name: string, entry: NameEntry): void {
    const entries = this.#byName.get(name)
    if (entries) entries.push(entry)
    else this.#byName.set(name, [entry])
    const head = name.charAt(0)
    const lengths = this.#lengths.get(head) ?? []
    if (!lengths.includes(name.length)) lengths.push(name.length)
    this.#lengths.set(head, lengths)
  }

  byId(id: string): PlaceNode | null {
    return this.#byId.get(id) ?? null
  }

  byCode(code: string): PlaceNode | null {
    return this.#byCode.get(code) ?? null
  }

  ancestors(place: PlaceNode): PlaceNode[] {
    const found: PlaceNode[] = []
    for (let at = place.parentId; at !== null; ) {
      const parent = this.#byId.get(at)
      if (!parent) break
      found.push(parent)
      at = parent.parentId
    }
    return found
  }

  atLevel(place: PlaceNode, level: Level): PlaceNode | null {
    return (
      [place, ...this.ancestors(place)].find((each) => each.level === level && each.code !== null) ?? null
    )
  }

  pathNames(place: PlaceNode): string[] {
    return [place, ...this.ancestors(place)]
      .filter((each) => each.level !== 'NATIONAL')
      .map((each) => each.name)
      .reverse()
  }

  named(name: string, filter: { readonly within?: string; readonly level?: Level } = {}): PlaceNode[] {
    const entries = this.#byName.get(name) ?? this.#path(name)
    const found = new Set<PlaceNode>()
    for (const { place } of entries) {
      if (filter.level !== undefined && place.level !== filter.level) continue
      if (filter.within !== undefined && !this.#isInside(place, filter.within)) continue
      found.add(place)
    }
    return [...found]
  }

  /** Places whose path from an ancestor down is spelled out: 山东省济南市, 济南市历下区. */
  #path(name: string): NameEntry[] {
    const found: NameEntry[] = []
    for (const [length, entries] of this.#candidates(name, 0)) {
      const rest = name.slice(length)
      const below = this.#byName.get(rest) ?? this.#path(rest)
      for (const child of below) {
        if (entries.some(({ place }) => child.place !== place && this.#isInside(child.place, place.id)))
          found.push(child)
      }
    }
    return found
  }

  longestPrefix(text: string, scope: PlaceScope = {}): PlacePrefix | null {
    return this.#prefixAt(text, 0, scope, null)
  }

  find(text: string, scope: PlaceScope = {}): PlaceOccurrence[] {
    const found: PlaceOccurrence[] = []
    for (let at = 0; at < text.length; ) {
      const last = found.at(-1)
      const before = last && at - last.end <= PARENT_DISTANCE ? last.place : null
      const hit = this.#prefixAt(text, at, scope, before)
      // 国家 is a word of every second sentence, and says nothing about where.
      const named = hit !== null && !isConjunction(text, at, hit.length)
      if (!named || hit.place.level === 'NATIONAL' || (hit.form === 'short' && !isWide(hit.place))) {
        at += 1
        continue
      }
      found.push({ ...hit, start: at, end: at + hit.length })
      at += hit.length
    }
    return found
  }

  /** The place named at a position, followed down its path: 山东省济南市历下区 is 历下区. */
  #prefixAt(text: string, at: number, scope: PlaceScope, before: PlaceNode | null): PlacePrefix | null {
    for (const [length, entries] of this.#candidates(text, at)) {
      const common = isCommonWord(text.slice(at, at + length))
      const allowed = entries.filter(
        (entry) => !(common || isWeak(entry, length)) || this.#isRelated(entry.place, scope.within, before),
      )
      const below = this.#below(text, at + length, allowed)
      if (below) return { ...below, length: length + below.length }
      const chosen = this.#choose(allowed, scope.within, before)
      if (chosen) return { place: chosen.place, length, form: chosen.form }
      // An ambiguous full name must not be read as the short name of something else.
      if (allowed.length > 0) return null
    }
    return null
  }

  #below(text: string, at: number, parents: readonly NameEntry[]): PlacePrefix | null {
    for (const [length, entries] of this.#candidates(text, at)) {
      const inside = entries.filter(
        (entry) =>
          entry.form !== 'short' &&
          parents.some(({ place }) => entry.place !== place && this.#isInside(entry.place, place.id)),
      )
      const only = inside[0]
      if (only === undefined || new Set(inside.map(({ place }) => place)).size > 1) continue
      const deeper = this.#below(text, at + length, [only])
      return deeper
        ? { ...deeper, length: length + deeper.length }
        : { place: only.place, length, form: only.form }
    }
    return null
  }

  *#candidates(text: string, at: number): Generator<[number, NameEntry[]]> {
    for (const length of this.#lengths.get(text.charAt(at)) ?? []) {
      if (at + length > text.length) continue
      const entries = this.#byName.get(text.slice(at, at + length))
      if (entries) yield [length, entries]
    }
  }

  #choose(
    entries: readonly NameEntry[],
    within: string | undefined,
    before: PlaceNode | null,
  ): NameEntry | null {
    // 历下区、市中区: the district named before leads to its sisters too.
    for (const at of before === null ? [] : [before, ...this.ancestors(before)]) {
      if (at.level === 'NATIONAL') break
      const below = entries.filter(({ place }) => place !== at && this.#isInside(place, at.id))
      if (below.length > 0) return this.#top(below)
    }
    if (within !== undefined) {
      const related = entries.filter(({ place }) => this.#isRelated(place, within, null))
      if (related.length > 0) return this.#top(related)
      const province = this.#provinceOf(within)
      const near = province ? entries.filter(({ place }) => this.#isInside(place, province.id)) : []
      if (near.length > 0) return this.#top(near)
    }
    return this.#top(entries)
  }

  /** The only entry, or the one that contains all others (吉林: the province), or the only province (海南). */
  #top(entries: readonly NameEntry[]): NameEntry | null {
    const first = entries[0]
    if (first && entries.every(({ place }) => place === first.place)) return first
    const top = entries.find((each) => entries.every(({ place }) => this.#isInside(place, each.place.id)))
    if (top) return top
    const provinces = entries.filter(({ place }) => place.level === 'PROVINCIAL')
    return provinces.length === 1 ? (provinces[0] ?? null) : null
  }

  #provinceOf(id: string): PlaceNode | null {
    const place = this.#byId.get(id)
    return place ? this.atLevel(place, 'PROVINCIAL') : null
  }

  #isInside(place: PlaceNode, id: string): boolean {
    for (let at: PlaceNode | undefined = place; at; at = this.#byId.get(at.parentId ?? '')) {
      if (at.id === id) return true
    }
    return false
  }

  #isRelated(place: PlaceNode, within: string | undefined, before: PlaceNode | null): boolean {
    if (before && this.#isInside(place, before.id)) return true
    const scope = within === undefined ? undefined : this.#byId.get(within)
    if (scope === undefined || scope.level === 'NATIONAL') return false
    return this.#isInside(place, scope.id) || this.#isInside(scope, place.id)
  }
}

/** A name that is too easily another word: the short name of a county, a former name like 沙县. */
function isWeak({ place, form }: NameEntry, length: number): boolean {
  return (form === 'short' && !isWide(place)) || (form === 'former' && length < 3)
}

/** Provinces and cities are known by their short names everywhere; those of counties are ordinary words too often. */
function isWide(place: PlaceNode): boolean {
  return place.code !== null && (place.level === 'PROVINCIAL' || place.level === 'MUNICIPAL')
}
