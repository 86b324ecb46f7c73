import { overlaps, type TextRange } from '../../src/domain/span.ts'

/** A document that the text speaks of without 《》 and without a number; no citation, since nobody can look it up by that. */
export interface MentionRule {
  readonly id: string
  readonly pattern: RegExp
  readonly example: { readonly text: string; readonly words: string }
}

const KIND =
  '(?:实施意见|指导意见|意见|若干措施|若干政策|政策措施|措施|规定|有关规定|办法|实施方案|方案|行动计划|计划|规划|决定|通知|协议)'

export const MENTION_RULES: readonly MentionRule[] = [
  {
    id: 'mention/about',
    pattern: new RegExp(
      `(?:国家|省|市|县|我省|我市|中央|党中央)[\\p{Script=Han}]{0,10}?关于[^，。；：《》、\\n]{4,50}?${KIND}(?![\\p{Script=Han}]{0,2}》)`,
      'gu',
    ),
    example: { text: '落实省关于促进产业发展的若干措施和要求', words: '省关于促进产业发展的若干措施' },
  },
  {
    id: 'mention/named',
    pattern: /[\p{Script=Han}]{4,24}?(?:行动计划|框架合作协议|若干措施)/gu,
    example: { text: '大力实施药品监管科学行动计划', words: '大力实施药品监管科学行动计划' },
  },
]

export interface Mention {
  readonly words: string
  readonly range: TextRange
}

/** Mentions in a range, none of them inside `masked` (titles in 《》, numbers). */
export function findMentions(text: string, range: TextRange, masked: readonly TextRange[]): Mention[] {
  const found: Mention[] = []
  for (const rule of MENTION_RULES) {
    for (const match of text.slice(range.start, range.end).matchAll(rule.pattern)) {
      const start = range.start + match.index
      const place = { start, end: start + match[0].length }
      if ([...masked, ...found.map((mention) => mention.range)].some((hole) => overlaps(hole, place)))
        continue
      found.push({ words: match[0], range: place })
    }
  }
  return found.sort((a, b) => a.range.start - b.range.start)
}
