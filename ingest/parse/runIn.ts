import { formatNumeral, parseNumeral } from '../../src/text/numerals.ts'

/** A heading whose first clause goes on in the same paragraph. */
interface RunInRule {
  readonly id: string
  /** Group 1 is the heading, group 2 the numeral of the element that follows it, group 3 the words behind that. */
  readonly pattern: RegExp
  /** The label of the next element of its kind: where it stands in the same paragraph, that is an enumeration. */
  readonly sibling: (next: string) => string
  readonly example: { readonly line: string; readonly heading: string }
}

const HAN = '[一二三四五六七八九十百]{1,4}'
const PLAIN = '[^。；：，？！（）《》“”\\d]'

/** In this order; the first that matches wins. */
export const RUN_IN_RULES: readonly RunInRule[] = [
  {
    id: 'run-in/bracket',
    pattern: new RegExp(`^(${HAN}、[^。；：？！（）《》]{2,40}。)（(${HAN})）(?![、，和及至项款])(.+)`),
    sibling: (next) => `（${next}）`,
    example: {
      line: '三、健全管护机制。（五）落实河长责任。逐段明确责任人。',
      heading: '三、健全管护机制。',
    },
  },
  {
    // without a full stop the clause must have a heading of its own
    id: 'run-in/bracket-bare',
    pattern: new RegExp(`^(${HAN}、${PLAIN}{2,24})（(${HAN})）(${PLAIN}{2,30}。.+)`),
    sibling: (next) => `（${next}）`,
    example: { line: '一、工作要求（一）总体思路。统筹治水兴水。', heading: '一、工作要求' },
  },
  {
    id: 'run-in/number',
    pattern: new RegExp(`^(${HAN}、[^。；：？！（）《》]{2,40}。)(\\d{1,2})[.．、](?!\\d)(.+)`),
    sibling: (next) => `${next}.`,
    example: { line: '二、重点工作。1.疏浚河道。清理淤积。', heading: '二、重点工作。' },
  },
  {
    id: 'run-in/article',
    pattern: new RegExp(
      `^(第(?:${HAN}|\\d{1,3})[章节]${PLAIN}{2,24})第(${HAN})条(?![第款项的、和及与至规])(.+)`,
    ),
    sibling: (next) => `第${next}条`,
    example: { line: '第二章堤防管护第六条堤防由所在乡镇巡查。', heading: '第二章堤防管护' },
  },
]

/** The numeral after `numeral`, in the same script. */
function following(numeral: string): string | null {
  const value = parseNumeral(numeral)
  if (value === null) return null
  return /^\d+$/.test(numeral) ? String(value + 1) : formatNumeral(value + 1)
}

/**
 * Length of a section's heading where its first clause is run in (一、总体要求。（一）基本思路。坚持……), otherwise 0.
 * 一、标准。（一）甲；（二）乙。 is an enumeration within one paragraph and stays whole.
 */
export function runInLength(line: string): number {
  for (const { pattern, sibling } of RUN_IN_RULES) {
    const match = pattern.exec(line)
    if (match === null) continue
    const next = following(match[2] as string)
    const rest = match[3] as string
    if (next !== null && new RegExp(`[。；]${sibling(next).replace('.', '[.．、]')}`).test(rest)) return 0
    return (match[1] as string).length
  }
  return 0
}
