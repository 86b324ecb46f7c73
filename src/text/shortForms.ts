/** A short name that a text introduces: 某市行政审批局（以下简称审批局）, 《某规划》（某发〔2024〕1号，以下简称《规划》）. */
export interface ShortForm {
  /** Without quotation marks and 《》. */
  readonly short: string
  /** Offset of the bracket that introduces it; the full name ends here, its number may stand inside the bracket. */
  readonly start: number
  /** Behind the bracket. */
  readonly end: number
}

const CALLED = '(?:(?:以下|下)?(?:统一|分别|均)?[简统]称|(?:以下|下)称)为?：?'
const SHORT = '[“‘《]{0,2}(?<short>[^“”‘’《》（），；。]{2,20})[”’》]{0,2}'
/** In brackets, or behind a comma where the marks show where it ends: 《某湿地规划》，以下简称《规划》. */
const DEFINITION = new RegExp(
  `（(?:[^（）]{0,40}[，；、])?${CALLED}${SHORT}(?:，下同)?）|(?<=[》）])，以?下简?称[“《]{1,2}(?<marked>[^“”《》（），；。]{2,20})[”》]{1,2}`,
  'gu',
)

/** All short names of a text, in the order of their introduction. */
export function findShortForms(text: string): ShortForm[] {
  return [...text.matchAll(DEFINITION)].map((match) => ({
    short: (match.groups?.['short'] ?? match.groups?.['marked']) as string,
    start: match.index,
    end: match.index + match[0].length,
  }))
}
