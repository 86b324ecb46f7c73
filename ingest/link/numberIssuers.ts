import { NATIONAL_CODE } from '../../src/domain/ids.ts'
import type { PlaceNode } from '../../src/domain/nodes.ts'
import type { Gazetteer } from '../../src/text/gazetteer.ts'

/** How the 机关代字 of national bodies begin, as printed on the documents that their sites publish. */
const NATIONAL_CODES = new RegExp(
  '^(?:国|中发|中办|中央|厅字|厅函|发改|工信|人社|卫健|税总|自然资|文旅|应急|海关|总署|市监|标委|食药监|药监|银[发保]|证监|保监|' +
    '财(?:税|社|建|金|综|会|企|行|教|库|预|关|资|农|办)|医保[发办函]|民[发函]|建[城办市标]|环[发办规]|教[高发研]|商[办建服]|农[办发]|林发)',
  'u',
)

/** Codes of the provinces by the first character of their 机关代字; several where a city uses the same one. */
const PROVINCES: Readonly<Record<string, readonly string[]>> = {
  京: ['110000'],
  津: ['120000'],
  冀: ['130000'],
  晋: ['140000'],
  内: ['150000'],
  蒙: ['150000'],
  辽: ['210000'],
  吉: ['220000'],
  黑: ['230000'],
  沪: ['310000'],
  苏: ['320000'],
  浙: ['330000'],
  皖: ['340000'],
  闽: ['350000'],
  赣: ['360000'],
  鲁: ['370000'],
  豫: ['410000'],
  鄂: ['420000'],
  湘: ['430000'],
  粤: ['440000'],
  桂: ['450000'],
  琼: ['460000'],
  渝: ['500000'],
  川: ['510000'],
  黔: ['520000'],
  云: ['530000'],
  滇: ['530000'],
  藏: ['540000'],
  陕: ['610000'],
  甘: ['620000'],
  // 青政发 is 青岛's in 山东 and 青海's elsewhere; so with 南京 and 新乡
  青: ['630000', '370200'],
  宁: ['640000', '320100'],
  新: ['650000', '410700'],
}

/** What is known of the document that cites. */
export interface Citing {
  readonly place: PlaceNode | null
  /** Its own 发文字号, canonical. */
  readonly number: string | null
}

/** The place of a 机关代字, from its own words and those of the citing document; null where it stays open. */
export function placeOfAgencyCode(code: string, citing: Citing, gazetteer: Gazetteer): PlaceNode | null {
  if (NATIONAL_CODES.test(code)) return gazetteer.byCode(NATIONAL_CODE)
  const head = code.charAt(0)
  const candidates = PROVINCES[head] ?? []
  const own = citing.number ?? ''
  const ownPlace = citing.place?.level === 'NATIONAL' ? null : citing.place
  if (candidates.length === 0) return own.charAt(0) === head ? ownPlace : null
  // 苏府办 of 苏州 cites 苏府: two characters alike outweigh the province's own 苏.
  const isOwn = own.slice(0, 2) === code.slice(0, 2) || ownPlace?.code === candidates[0]
  if (isOwn && own.charAt(0) === head) return ownPlace
  const province = ownPlace ? gazetteer.atLevel(ownPlace, 'PROVINCIAL') : null
  const places = candidates.map((each) => gazetteer.byCode(each)).filter((each) => each !== null)
  const near = places.find((each) => province !== null && gazetteer.atLevel(each, 'PROVINCIAL') === province)
  return near ?? places[0] ?? null
}
