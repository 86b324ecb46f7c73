const DIGITS = '零一二三四五六七八九'
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const BIG_UNITS = [
  ['亿', 1e8],
  ['万', 1e4],
] as const

/** Number formats of Word that Chinese documents use, each with the print of 12. Source: ECMA-376-1, 17.18.59. */
export const COUNTER_FORMATS: readonly {
  readonly names: readonly string[]
  readonly print: (value: number) => string
  readonly example: string
}[] = [
  {
    names: [
      'chineseCounting',
      'chineseCountingThousand',
      'japaneseCounting',
      'taiwaneseCounting',
      'taiwaneseCountingThousand',
    ],
    print: (value) => count(value, DIGITS, '十百千').replace(/^一十/, '十'),
    example: '十二',
  },
  {
    names: ['chineseLegalSimplified', 'ideographLegalTraditional'],
    print: (value) => count(value, LEGAL_DIGITS, '拾佰仟'),
    example: '壹拾贰',
  },
  {
    names: ['ideographDigital', 'japaneseDigitalTenThousand', 'taiwaneseDigital'],
    print: (value) => [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''),
    example: '一二',
  },
  {
    names: ['ideographTraditional'],
    print: (value) => '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value),
    example: '12',
  },
  {
    names: ['ideographZodiac'],
    print: (value) => '子丑寅卯辰巳午未申酉戌亥'[value - 1] ?? String(value),
    example: '亥',
  },
  {
    names: ['decimalEnclosedCircle', 'decimalEnclosedCircleChinese'],
    print: (value) => (value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)),
    example: '⑫',
  },
  {
    names: ['decimalEnclosedParen'],
    print: (value) => `（${value}）`,
    example: '（12）',
  },
  {
    names: ['decimalEnclosedFullstop'],
    print: (value) => `${value}.`,
    example: '12.',
  },
  {
    names: ['decimalFullWidth', 'decimalFullWidth2'],
    print: (value) => String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    example: '１２',
  },
  { names: ['decimalZero'], print: (value) => String(value).padStart(2, '0'), example: '12' },
  { names: ['upperRoman'], print: roman, example: 'XII' },
  { names: ['lowerRoman'], print: (value) => roman(value).toLowerCase(), example: 'xii' },
  { names: ['upperLetter'], print: (value) => letter(value, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), example: 'L' },
  { names: ['lowerLetter'], print: (value) => letter(value, 'abcdefghijklmnopqrstuvwxyz'), example: 'l' },
  { names: ['numberInDash'], print: (value) => `- ${value} -`, example: '- 12 -' },
  { names: ['decimal', 'decimalHalfWidth'], print: String, example: '12' },
]
const PRINTERS = new Map(COUNTER_FORMATS.flatMap(({ names, print }) => names.map((name) => [name, print])))

/** A counter in a number format of Word; in Arabic digits where the format is not known. */
export function formatCounter(value: number, format: string): string {
  return (PRINTERS.get(format) ?? String)(value)
}

function count(value: number, digits: string, units: string): string {
  if (value <= 0) return digits[0]!
  for (const [unit, size] of BIG_UNITS) {
    if (value < size) continue
    const [high, rest] = [Math.floor(value / size), value % size]
    const gap = rest > 0 && rest < size / 10 ? digits[0]! : ''
    return count(high, digits, units) + unit + (rest > 0 ? gap + count(rest, digits, units) : '')
  }
  let text = ''
  let gap = false
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10
    if (digit > 0) {
      text += (gap && text !== '' ? digits[0]! : '') + digits[digit]! + (power > 0 ? units[power - 1]! : '')
      gap = false
    } else gap = true
  }
  return text
}

/** a … z, aa, bb … as Word counts on. */
function letter(value: number, letters: string): string {
  const index = Math.max(value - 1, 0)
  return letters[index % letters.length]!.repeat(Math.min(Math.floor(index / letters.length) + 1, 10))
}

function roman(value: number): string {
  const NUMERALS = [
    ['M', 1000],
    ['CM', 900],
    ['D', 500],
    ['CD', 400],
    ['C', 100],
    ['XC', 90],
    ['L', 50],
    ['XL', 40],
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const
  let rest = Math.min(value, 3999)
  let text = ''
  for (const [numeral, size] of NUMERALS) {
    while (rest >= size) {
      text += numeral
      rest -= size
    }
  }
  return text
}
