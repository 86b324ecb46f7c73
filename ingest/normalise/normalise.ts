import type { Notice } from '../../src/domain/notice.ts'
import { applyEdits, type OffsetMap, toOutputThrough, toSourceThrough } from '../../src/text/edits.ts'
import type { NormalText, SourceText } from '../values.ts'
import { gbkDamage } from './gbkDamage.ts'
import { newlines } from './newlines.ts'
import { ocrNoise } from './ocrNoise.ts'
import { pageFurniture } from './pageFurniture.ts'
import { pageMarks } from './pageMarks.ts'
import { punctuation } from './punctuation.ts'
import { ruby } from './ruby.ts'
import { simplify } from './simplify.ts'
import { spaces } from './spaces.ts'
import type { Step, StepNotice } from './step.ts'
import { unwrap } from './unwrap.ts'
import { width } from './width.ts'

/** In this order: the repair needs the rubies, punctuation needs the width, the lines need all that is in them. */
export const STEPS: readonly Step[] = [
  newlines,
  gbkDamage,
  ruby,
  width,
  simplify,
  punctuation,
  spaces,
  ocrNoise,
  pageMarks,
  pageFurniture,
  unwrap,
]

/** Brings a file's text to the one form that the later stages read, and keeps the way back to the file. */
export function normalise(source: SourceText): NormalText {
  const maps: OffsetMap[] = []
  const found: { readonly notice: StepNotice; readonly depth: number }[] = []
  let text = source.text
  for (const step of STEPS) {
    const { edits, notices } = step.run(text)
    for (const notice of notices) found.push({ notice, depth: maps.length })
    if (edits.length === 0) continue
    const edited = applyEdits(text, edits)
    text = edited.text
    maps.push(edited.map)
  }
  return {
    text,
    toSource: (range) => toSourceThrough(maps, range),
    notices: found.map(({ notice, depth }) => place(notice, maps.slice(0, depth), maps.slice(depth))),
  }
}

function place(notice: StepNotice, before: readonly OffsetMap[], after: readonly OffsetMap[]): Notice {
  const { start, end, rule, severity, message } = notice
  const source = toSourceThrough(before, { start, end })
  return {
    code: `normalise/${rule}`,
    severity,
    message,
    span: { ...toOutputThrough(after, { start, end }), source },
  }
}
