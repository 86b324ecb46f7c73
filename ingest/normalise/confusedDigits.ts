import type { Edit } from '../../src/text/edits.ts'
import type { Step, StepNotice } from './step.ts'

interface DigitRule {
  readonly id: string
  readonly pattern: RegExp
  readonly example: string
  readonly expected: string
}

/** What stands behind a number: a unit, a bracket, a sign. */
const BEHIND = String.raw`(?=\s*[\p{Script=Han}〕\])）%‰])`

/** Digits that recognition took for letters, each pattern's match being the whole number. */
export const CONFUSED_DIGITS: readonly DigitRule[] = [
  {
    id: 'number',
    pattern: new RegExp(String.raw`(?<![A-Za-z\d.])(?=[OoIl]*\d)(?=\d*[OoIl])[\dOoIl]{2,}${BEHIND}`, 'gu'),
    example: '齐政发〔2O1O〕l2号',
    expected: '齐政发〔2010〕12号',
  },
  {
    id: 'broken-year',
    pattern: /(?<=(?:19|20)\d\n\s*)[Oo](?=年)/gu,
    example: '201\nO年',
    expected: '201\n0年',
  },
  {
    id: 'han-year',
    pattern: /(?=.{1,3}[OoＯ])[一二][一二三四五六七八九〇零○OoＯ]{3}(?=年)/gu,
    example: '二O一O年',
    expected: '二〇一〇年',
  },
]
/** O2O is a trade, O3 ozone. */
const NAMES = /^(?:[Oo]2[Oo]|[Oo][23])$/

/** Writes 〔2O1O〕, l2处 and 二O一O年 with the digits that recognition of a scan took for letters. */
export const confusedDigits: Step = {
  name: 'confusedDigits',
  run(text) {
    const edits: Edit[] = []
    for (const { id, pattern } of CONFUSED_DIGITS) {
      for (const match of text.matchAll(pattern)) {
        if (NAMES.test(match[0])) continue
        const zero = id === 'han-year' ? '〇' : '0'
        const insert = match[0].replace(/[OoＯ]/g, zero).replace(/[Il]/g, '1')
        edits.push({ start: match.index, end: match.index + match[0].length, insert })
      }
    }
    edits.sort((a, b) => a.start - b.start)
    const notices: StepNotice[] = edits.map(({ start, end, insert }) => {
      const message = `数字中误认的字母“${text.slice(start, end)}”改为“${insert}”。`
      return { rule: 'confused-digits', severity: 'INFO', message, start, end }
    })
    return { edits, notices }
  },
}
