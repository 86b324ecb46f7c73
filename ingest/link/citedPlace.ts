import { type DocumentNumber, NATIONAL_CODE } from '../../src/domain/ids.ts'
import type { PlaceNode } from '../../src/domain/nodes.ts'
import type { Gazetteer } from '../../src/text/gazetteer.ts'
import { readPrefixes } from './agencyPrefix.ts'
import { isNationalAct } from './legalForce.ts'
import { type Citing, placeOfAgencyCode } from './numberIssuers.ts'

/** Whose document is cited, and whether the text names it or it was only inferred. */
export interface CitedPlace {
  readonly place: PlaceNode | null
  readonly sure: boolean
}

const NATIONAL_ISSUER = /^(?:国务院|国家|中央|中共中央|全国人大|中华人民共和国|最高人民)/u
const PARTY = /^中共/u
/** Titles do not begin with a place where they begin with what they are about. */
const SUBJECT = /^(?:关于|印发|转发|批转|《)/u

/** The issuer of a cited document: in its title, beside it, in its 机关代字, from its kind, or else the citing document's place. */
export function placeOfCited(
  citation: { readonly title: string | null; readonly issuerHint: string | null },
  number: DocumentNumber | null,
  citing: Citing,
  gazetteer: Gazetteer,
): CitedPlace {
  const named =
    placeInTitle(citation.title, citing.place, gazetteer) ??
    placeOfIssuer(citation.issuerHint, citing.place, gazetteer)
  if (named) return { place: named, sure: true }
  if (number) {
    const place = placeOfAgencyCode(number.agencyCode, citing, gazetteer)
    return { place: place ?? onlyCityIn(citation.title, gazetteer), sure: false }
  }
  if (citation.title !== null && isNationalAct(citation.title)) {
    return { place: gazetteer.byCode(NATIONAL_CODE), sure: true }
  }
  return { place: null, sure: false }
}

function placeInTitle(
  title: string | null,
  within: PlaceNode | null,
  gazetteer: Gazetteer,
): PlaceNode | null {
  if (title === null || SUBJECT.test(title)) return null
  if (NATIONAL_ISSUER.test(title)) return gazetteer.byCode(NATIONAL_CODE)
  const prefix = gazetteer.longestPrefix(
    title.replace(PARTY, ''),
    within === null ? {} : { within: within.id },
  )
  return prefix && prefix.form !== 'short' ? prefix.place : null
}

function placeOfIssuer(
  hint: string | null,
  within: PlaceNode | null,
  gazetteer: Gazetteer,
): PlaceNode | null {
  if (hint === null) return null
  if (NATIONAL_ISSUER.test(hint)) return gazetteer.byCode(NATIONAL_CODE)
  const prefix = readPrefixes(
    hint.replace(PARTY, '').replace(/^团(?=[省市县区])/u, ''),
    within,
    gazetteer,
  ).find((each) => !each.doubtful)
  return prefix && prefix.form !== 'none' ? prefix.place : null
}

/** 印发关于支持济宁市…的通知 under a city's 机关代字 is most likely that city's own. */
function onlyCityIn(title: string | null, gazetteer: Gazetteer): PlaceNode | null {
  const cities = gazetteer
    .find(title ?? '')
    .filter(({ place, form }) => form === 'full' && place.level === 'MUNICIPAL')
  return cities.length === 1 ? (cities[0]?.place ?? null) : null
}
