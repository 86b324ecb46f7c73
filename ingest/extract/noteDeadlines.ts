import type { TextRange } from '../../src/domain/span.ts'
import { splitTopLevel } from '../../src/text/brackets.ts'
import type { TargetFact } from '../values.ts'
import { TIME, TIMED } from './noteRules.ts'
import { datesOf, deadlineTarget, setsDeadline, type TargetTime } from './targetDates.ts'

/** 完成时限：, 办结时间：: the part of a note that says until when. */
const TIME_LABEL = new RegExp(`^(?:${TIMED})*(?:${TIME})(?:要求|安排)?：`)
/** 2026年底前完成, 2026年6月底前: nothing but a time and that something is done. */
const BARE_TIME =
  /^(?:力争|确保|计划|于)?[^，；：]{0,24}前(?:(?:全部|全面|基本)?(?:完成|办结|建成|落实|到位|实施|印发|出台|见效))?$/

/** The times that responsibility notes set: targets without a quantity. Dates that only begin a period set none. */
export function findNoteDeadlines(text: string, notes: readonly TextRange[], time: TargetTime): TargetFact[] {
  return notes.flatMap((note) => {
    const bracketed = /[（【〔[]/.test(text[note.start] ?? '') ? 1 : 0
    const inner = { start: note.start + bracketed, end: note.end - bracketed }
    return splitTopLevel(text, inner, '；，。\n')
      .map((part) => readPart(text, part, time))
      .filter((target) => target !== null)
  })
}

function readPart(text: string, part: TextRange, time: TargetTime): TargetFact | null {
  const words = text.slice(part.start, part.end)
  const label = TIME_LABEL.exec(words)?.[0] ?? null
  if (label === null && !BARE_TIME.test(words)) return null
  const dates = datesOf(words, time)
  const due = dates.filter((date) => setsDeadline(words, date, dates, time)).at(-1)
  // 2024—2027年 says how long, 2024年 as the label's value by when
  if (due === undefined || (label === null && !due.by)) return null
  const metric = label === null ? null : label.slice(0, -1)
  return deadlineTarget({ metric, deadline: due.date, range: part, confidence: 0.9 })
}
