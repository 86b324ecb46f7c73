/** A short name that a text introduces: 某市行政审批局（以下简称审批局）, 《某规划》（某发〔2024〕1号，以下简称《规划》）. */
export interface ShortForm {
  /** Without quotation marks and 《》. */
  readonly short: string
  /** Offset of the bracket that introduces it; the full name ends here, its number may stand inside the bracket. */
  readonly start: number
  /** Behind the bracket. */
  readonly end: number
}

const DEFINITION =
  /（(?:[^（）]{0,40}[，；、])?(?:以下|下)?(?:统一)?[简统]称为?：?[“‘《]{0,2}(?<short>[^“”‘’《》（），；]{2,20})[”’》]{0,2}(?:，下同)?）/gu

/** All short names of a text, in the order of their introduction. */
export function findShortForms(text: string): ShortForm[] {
  return [...text.matchAll(DEFINITION)].map((match) => ({
    short: match.groups?.['short'] as string,
    start: match.index,
    end: match.index + match[0].length,
  }))
}
