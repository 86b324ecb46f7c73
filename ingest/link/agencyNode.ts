import { agencyId, NATIONAL_CODE } from '../../src/domain/ids.ts'
import type { AgencyNode, PlaceNode } from '../../src/domain/nodes.ts'
import type { AgencyKind } from '../../src/domain/vocabulary.ts'
import { shortPlaceName } from '../../src/text/placeNames.ts'
import type { AgencyName } from './agencyTable.ts'

/** An agency that a name stands for. */
export interface ResolvedAgency {
  readonly agency: AgencyNode
  readonly place: PlaceNode | null
  /** Zones that must be stored for it. */
  readonly zones: readonly PlaceNode[]
  /** Bodies that it hangs below, nearest first; they must be stored too. */
  readonly parents: readonly AgencyNode[]
  /** Whose agency it is, for output: 济宁市, 国家, a zone, or the body of a department; empty where unknown. */
  readonly region: string
}

interface AgencyFields {
  readonly name: string
  readonly place: PlaceNode | null
  readonly placeId?: string | null
  readonly officialName?: string | null
  readonly aliases?: readonly string[]
  readonly agencyKind?: AgencyKind
  readonly function?: string | null
  readonly parent?: AgencyNode
}

/** An agency with what hangs on it; the region follows from its place, or from its body. */
export function agencyNode(fields: AgencyFields): ResolvedAgency {
  const { name, place, parent } = fields
  const officialName = fields.officialName ?? null
  const agency: AgencyNode = {
    kind: 'AGENCY',
    id: agencyId(codeOf(place, fields.placeId), name),
    name,
    officialName,
    aliases: [...new Set(fields.aliases ?? [])].filter((each) => each !== name && each !== officialName),
    agencyKind: fields.agencyKind ?? 'BODY',
    function: fields.function ?? null,
    placeId: fields.placeId ?? place?.id ?? null,
    parentId: parent?.id ?? null,
  }
  return {
    agency,
    place,
    zones: place !== null && place.code === null ? [place] : [],
    parents: parent ? [parent] : [],
    region: parent?.name ?? regionOf(place),
  }
}

/** A body of the table at a place; one that is run from the centre belongs to 国家. */
export function bodyNode(
  known: AgencyName,
  place: PlaceNode | null,
  nation: PlaceNode | null,
): ResolvedAgency {
  if (place?.level !== 'NATIONAL') {
    const owner = known.row.vertical ? nation : place
    return namedPlaceAgency(known, place, owner)
  }
  const { official, short } = known.names
  return agencyNode({
    name: short[0] ?? official,
    officialName: official,
    aliases: short,
    function: known.row.function,
    place,
  })
}

/** A body named after one place and, where it is run from elsewhere, owned by another. */
export function namedPlaceAgency(
  { row, names }: AgencyName,
  place: PlaceNode | null,
  owner: PlaceNode | null = place,
): ResolvedAgency {
  const [usual = names.official, ...others] = names.short
  const render = (name: string): string => renderName(name, place)
  return agencyNode({
    name: render(usual),
    officialName: render(names.official),
    aliases: others.map(render),
    function: row.function,
    place: owner,
  })
}

/** A name of the table with its place: 科技局 → 济宁市科技局, 中共{P}委编办 → 中共济宁市委编办. */
export function renderName(name: string, place: PlaceNode | null): string {
  const placeName = place?.name ?? ''
  const template = /\{[PS]\}/.test(name) ? name : `{P}${name}`
  // An autonomous region's committee is its 党委, since 区委 is that of a district; in full 中共…自治区委员会.
  const word = template.startsWith('中共') ? '{P}委员会' : '{P}党委'
  const committee = /自治区$|兵团$/.test(placeName) ? template.replace(/\{P\}委(?!员会$)/g, word) : template
  return committee.replaceAll('{P}', placeName).replaceAll('{S}', shortPlaceName(placeName) ?? placeName)
}

function regionOf(place: PlaceNode | null): string {
  return place?.name ?? ''
}

function codeOf(place: PlaceNode | null, placeId: string | null | undefined): string | null {
  if (place === null) return /^place\/(\d{6})/.exec(placeId ?? '')?.[1] ?? null
  return place.code ?? /^place\/(\d{6})/.exec(place.id)?.[1] ?? NATIONAL_CODE
}
