import type { Edit } from '../../src/text/edits.ts'
import { toSimplified } from '../../src/text/simplified.ts'
import { type Repair, repairLostSign, repairShifted } from './gbkRepair.ts'
import { NOTHING, type Step, type StepNotice } from './step.ts'

const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ'
/** A ruby whose opening bracket became a question mark together with a byte of the character before it. */
const SHIFTED = new RegExp(
  `(?<=\\p{Script=Han}(?:[(（][a-zü${TONED}]{1,6}[)）])?)\\?([a-zü]*[${TONED}][a-zü]*)\\)`,
  'gu',
)
/** A full-width sign that was replaced across the border of two characters. */
const LOST_SIGN = /(?<=\p{Script=Han})\?([!,:;])\?/gu
const SIGNATURE = new RegExp(`${SHIFTED.source}|${LOST_SIGN.source}`, 'u')

/**
 * Repairs text in GBK in which a program replaced bytes without regard to the borders of characters: it put the
 * reading of a character that stood there only by chance, half of one character and half of the next, and so shifted
 * the rest by a byte. What was there follows from the bytes; where a byte is lost, the likeliest words are taken.
 */
export const gbkDamage: Step = {
  name: 'gbkDamage',
  run(text) {
    if (!SIGNATURE.test(text)) return NOTHING
    const edits: Edit[] = []
    const notices: StepNotice[] = []
    let end = 0
    for (const repair of repairsOf(text)) {
      if (repair.start < end) continue
      end = repair.end
      edits.push({ start: repair.start, end, insert: repair.fixed })
      notices.push(noticeOf(text, repair))
    }
    return { edits, notices }
  },
}

function repairsOf(text: string): Repair[] {
  const repairs: Repair[] = []
  for (const match of text.matchAll(SHIFTED)) {
    const repair = repairShifted(text, match.index, match[1]!, match.index + match[0].length)
    if (repair !== null) repairs.push(repair)
  }
  for (const match of text.matchAll(LOST_SIGN)) {
    // a repair above that reaches this far has explained the sign already
    if (repairs.some(({ start, end }) => start <= match.index && match.index < end)) continue
    const repair = repairLostSign(text, match.index, match[1]!)
    if (repair !== null) repairs.push(repair)
  }
  return repairs.sort((a, b) => a.start - b.start)
}

function noticeOf(text: string, { start, end, fixed, exact, margin }: Repair): StepNotice {
  const raw = text.slice(start, end)
  const words = toSimplified(fixed)
  if (exact) {
    return {
      rule: 'gbk-exact',
      severity: 'INFO',
      message: `按字节还原乱码“${raw}”为“${words}”。`,
      start,
      end,
    }
  }
  const lead = Number.isFinite(margin) ? `领先次优候选 ${margin.toFixed(1)} 奈特` : '没有其他候选'
  const message = `推断乱码“${raw}”原为“${words}”（部分字节已丢失，${lead}），请核对。`
  return { rule: 'gbk-inferred', severity: 'WARNING', message, start, end }
}
