import { NATIONAL_CODE } from '../../src/domain/ids.ts'
import type { PlaceNode } from '../../src/domain/nodes.ts'
import type { Level } from '../../src/domain/vocabulary.ts'
import type { Gazetteer } from '../../src/text/gazetteer.ts'

/** The words at the start of a name that say whose body it is. */
export interface AgencyPrefix {
  /** Null for 市科技局 in the document of a province: a body of each city. */
  readonly place: PlaceNode | null
  readonly length: number
  /** `place` 济南市, `short` 济南, `relative` 市, `none`. */
  readonly form: 'place' | 'short' | 'relative' | 'none'
  /** The words are more likely part of another one (市 of 市场); only a known name after them proves the prefix. */
  readonly doubtful?: boolean
}

/** 市 in the document of a place, relative to it; the first row that fits counts. */
const RELATIVE: readonly { pattern: RegExp; levels: readonly Level[]; ending: RegExp; example: string }[] = [
  {
    pattern: /^[本我]?(?:自治区|区(?=党委))/,
    levels: ['PROVINCIAL'],
    ending: /自治区$/,
    example: '自治区党委',
  },
  { pattern: /^[本我全]?省/, levels: ['PROVINCIAL'], ending: /[省区市]$/, example: '省药监局' },
  { pattern: /^[本我全]?(?:自治州|州)/, levels: ['MUNICIPAL'], ending: /州$/, example: '州财政局' },
  { pattern: /^[本我全]?盟/, levels: ['MUNICIPAL'], ending: /盟$/, example: '盟教育局' },
  { pattern: /^地区/, levels: ['MUNICIPAL'], ending: /地区$/, example: '地区行署' },
  {
    pattern: /^[本我全]?市/,
    levels: ['COUNTY', 'MUNICIPAL', 'PROVINCIAL'],
    ending: /市$/,
    example: '市科技局',
  },
  { pattern: /^[本我全]?(?:自治县|县)/, levels: ['COUNTY'], ending: /县$/, example: '县卫健局' },
  { pattern: /^[本我全]?(?:自治旗|旗)/, levels: ['COUNTY'], ending: /旗$/, example: '旗公安局' },
  { pattern: /^[本我全]?区/, levels: ['COUNTY'], ending: /区$/, example: '区应急局' },
]
/** Words that begin with 市, 区 … without meaning a place. */
const NO_PREFIX =
  /^(?:市场|市政(?!府|协|务|法|研)|市容|市民(?!政|族|宗|营|革|盟|建)|市值|市县|市区(?!域|块)|市辖|市[（、]|省际|省市(?!场|政|民)|省[（、]|区域|区块|区间|区划|区县|区市(?!场|政|民)|区[（、]|县域|县区|县级|县乡|县[（、]|州际|州市|旗下)/
const NATIONAL_WORDS = /^(?:中华人民共和国|国家|中央|全国)/

/** Every way to read whose body a name means, the likeliest first; the last one takes no words at all. */
export function readPrefixes(text: string, context: PlaceNode | null, gazetteer: Gazetteer): AgencyPrefix[] {
  const found: AgencyPrefix[] = []
  const scope = context === null ? {} : { within: context.id }
  const named = gazetteer.longestPrefix(text, scope)
  const short = named?.form === 'short'
  if (named && !short && named.place.level !== 'NATIONAL') {
    found.push({ place: named.place, length: named.length, form: 'place' })
  }
  const nation = NATIONAL_WORDS.exec(text)
  if (nation) found.push({ place: gazetteer.byCode(NATIONAL_CODE), length: nation[0].length, form: 'place' })
  const relative = readRelative(text, context, gazetteer)
  if (relative) found.push(relative)
  if (named && short) found.push({ place: named.place, length: named.length, form: 'short' })
  found.push({ place: context, length: 0, form: 'none' })
  return found
}

function readRelative(text: string, context: PlaceNode | null, gazetteer: Gazetteer): AgencyPrefix | null {
  for (const { pattern, levels, ending } of RELATIVE) {
    const match = pattern.exec(text)
    if (!match) continue
    const chain = context === null ? [] : [context, ...gazetteer.ancestors(context)]
    const place = levels
      .map((level) =>
        chain.find((each) => each.level === level && each.code !== null && ending.test(each.name)),
      )
      .find((each) => each !== undefined)
    return {
      place: place ?? null,
      length: match[0].length,
      form: 'relative',
      doubtful: NO_PREFIX.test(text),
    }
  }
  return null
}

export const RELATIVE_EXAMPLES = RELATIVE.map(({ pattern, example }) => ({ pattern, example }))
