/**
 * Characters of the block CJK Radicals Supplement, and one that Unicode folds to a form of Taiwan, and the ideographs that they stand for, character by character.
 * Source: EquivalentUnifiedIdeograph.txt of Unicode 14; the few equivalents outside the BMP are components only.
 */
const RADICALS =
  '⼾⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳'
const IDEOGRAPHS =
  '户厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'

const IDEOGRAPH_OF = new Map([...RADICALS].map((radical, index) => [radical, [...IDEOGRAPHS][index]!]))

/**
 * Writes radicals as the ideographs they look like (⾼ → 高, ⻔ → 门), which browsers and word processors leave in the
 * text of a PDF. Length and offsets stay.
 */
export function foldRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (character) => {
    // Unicode decomposes the block Kangxi Radicals, but not the supplement
    return IDEOGRAPH_OF.get(character) ?? character.normalize('NFKC')
  })
}
