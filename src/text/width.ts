import type { Edit } from './edits.ts'

/**
 * Radicals (U+2E80–2EFF) that fonts put in the place of characters, and that NFKC leaves alone.
 * Source: Unicode EquivalentUnifiedIdeograph, without radicals that are no character on their own in Chinese text.
 */
const RADICALS =
  '⼾户⺁厂⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻏邑⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻳龟'

/**
 * Full-width signs that are written half-width beside digits and Latin letters; Chinese punctuation stays. The small
 * and half-width forms of Chinese punctuation become the usual ones.
 */
const SIGNS =
  '％%＋+－-／/＝=＆&＠@＃#＊*．.＿_｜|＂"＇\'＜<＞>［[］]｛{｝}＄$｡。､、｢「｣」･·﹝〔﹞〕﹐，﹑、﹒.﹔；﹕：﹖？﹗！﹙（﹚）﹪%'

/** Digits, letters, Roman numerals, signs, radicals and compatibility ideographs that have a usual form. */
const FOLDABLE =
  /[０-９Ａ-Ｚａ-ｚⅠ-Ⅻⅰ-ⅻ\u2e80-\u2fdf\uf900-\ufaff％＋－／＝＆＠＃＊．＿｜＂＇＜＞［］｛｝＄｡､｢｣･﹐-﹒﹔-﹗﹙﹚﹝﹞﹪]/gu

const FOLDED = pairs(RADICALS + SIGNS)

/** The edits that bring digits, Latin letters and signs to half width and compatibility forms to their usual character. */
export function widthEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (const match of text.matchAll(FOLDABLE)) {
    const insert = foldCharacter(match[0])
    if (insert !== match[0]) edits.push({ start: match.index, end: match.index + match[0].length, insert })
  }
  return edits
}

/** The text with digits and Latin letters at half width and compatibility forms folded: ２０２４年Ⅲ期 → 2024年III期. */
export function foldWidth(text: string): string {
  return text.replace(FOLDABLE, foldCharacter)
}

function foldCharacter(character: string): string {
  return FOLDED.get(character) ?? character.normalize('NFKC')
}

function pairs(table: string): ReadonlyMap<string, string> {
  const characters = [...table]
  return new Map(
    characters.flatMap((from, index) => (index % 2 === 0 ? [[from, characters[index + 1]!] as const] : [])),
  )
}
