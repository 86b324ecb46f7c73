const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }
const SECTIONS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }
const TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' }

const ARABIC = /^(\d+(?:\.\d+)?)([十百千])?(万亿|万|亿)?$/
const BY_DIGIT = /^[〇零○一二三四五六七八九]{2,}$/

/** The characters that a Chinese numeral may consist of, as a regular expression class body. */
export const NUMERAL_CLASS = '〇零○一二两三四五六七八九十百千万亿廿卅'

/**
 * The value of a Chinese or Arabic numeral of any width: 二十五 → 25, ３.５亿 → 350000000, 二〇二四 → 2024, 一百二 → 120.
 * @returns null where the text is no numeral
 */
export function parseNumeral(text: string): number | null {
  const folded = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3})|\s+/g, '')
  const arabic = ARABIC.exec(folded)
  if (arabic) return arabicValue(arabic[1]!, arabic[2], arabic[3])
  if (BY_DIGIT.test(folded)) {
    let value = 0
    for (const character of folded) value = value * 10 + DIGITS[character]!
    return value
  }
  return chineseValue(folded.replace(/[廿卅]/g, (character) => TENS[character]!))
}

function arabicValue(number: string, unit: string | undefined, section: string | undefined): number {
  const factor = unit === undefined ? 1 : UNITS[unit]!
  const scale = section === undefined ? 1 : section === '万亿' ? 1e12 : SECTIONS[section]!
  // rounding keeps 1.1 × 1e8 whole
  return Number((Number(number) * factor * scale).toPrecision(15))
}

function chineseValue(text: string): number | null {
  if (text === '') return null
  let total = 0
  let section = 0
  let digit: number | null = null
  let lastUnit = 1
  for (const character of text) {
    const value = DIGITS[character]
    const unit = UNITS[character]
    const scale = SECTIONS[character]
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = value
      if (value === 0) lastUnit = 1
    } else if (unit !== undefined) {
      section += (digit === null || digit === 0 ? 1 : digit) * unit
      digit = null
      lastUnit = unit
    } else if (scale !== undefined) {
      section += digit ?? 0
      if (section === 0 && total === 0) return null
      // 一万亿: the section before counts too
      if (scale > total && total > 0) total = (total + section) * scale
      else total += section * scale
      section = 0
      digit = null
      lastUnit = scale
    } else {
      return null
    }
  }
  // 一百二 is 120, 一百零二 is 102
  return total + section + (digit ?? 0) * (lastUnit > 10 ? lastUnit / 10 : 1)
}

const NAMES = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']

/**
 * The usual Chinese print of a whole number below 10¹²: 25 → 二十五, 105 → 一百零五, 10010 → 一万零一十.
 * @throws RangeError for another number: a fault of the caller
 */
export function formatNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12)
    throw new RangeError(`no Chinese numeral for ${value}`)
  if (value === 0) return '零'
  return formatSections(value).replace(/^一十/, '十')
}

function formatSections(value: number): string {
  for (const [name, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    if (value < size) continue
    const rest = value % size
    const gap = rest > 0 && rest < size / 10 ? '零' : ''
    return formatSections(Math.floor(value / size)) + name + gap + (rest > 0 ? formatSections(rest) : '')
  }
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      gap = true
    } else {
      text += (gap && text !== '' ? '零' : '') + NAMES[digit]! + PLACES[place]!
      gap = false
    }
  }
  return text
}
