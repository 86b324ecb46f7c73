import type { Notice } from '../../src/domain/notice.ts'
import {
  applyEdits,
  type Edit,
  type OffsetMap,
  toOutputThrough,
  toSourceThrough,
} from '../../src/text/edits.ts'
import type { NormalText, SourceText, TextLayout } from '../values.ts'
import { cellLines } from './cellLines.ts'
import { confusedDigits } from './confusedDigits.ts'
import { gbkDamage } from './gbkDamage.ts'
import { lostLines } from './lostLines.ts'
import { markdown } from './markdown.ts'
import { newlines } from './newlines.ts'
import { ocrNoise } from './ocrNoise.ts'
import { pageFurniture } from './pageFurniture.ts'
import { pageMarks, surePageMarks } from './pageMarks.ts'
import { punctuation } from './punctuation.ts'
import { ruby } from './ruby.ts'
import { simplify } from './simplify.ts'
import { spaces } from './spaces.ts'
import type { Step, StepNotice } from './step.ts'
import { trimLines } from './trimLines.ts'
import { unwrap } from './unwrap.ts'
import { webHead } from './webHead.ts'
import { width } from './width.ts'

const CHARACTERS: readonly Step[] = [
  newlines,
  markdown,
  gbkDamage,
  ruby,
  width,
  simplify,
  punctuation,
  spaces,
  confusedDigits,
  lostLines,
  webHead,
  ocrNoise,
]
/** In this order: the repair needs the rubies, punctuation needs the width, the lines need all that is in them. */
const STEPS: Readonly<Record<TextLayout, readonly Step[]>> = {
  printed: [...CHARACTERS, cellLines, pageMarks, pageFurniture, unwrap],
  paragraphs: [...CHARACTERS, surePageMarks, pageFurniture, trimLines],
}

/** Brings a file's text to the one form that the later stages read, and keeps the way back to the file. */
export function normalise(source: SourceText): NormalText {
  const maps: OffsetMap[] = []
  const found: { readonly notice: StepNotice; readonly depth: number }[] = []
  let text = source.text
  const edit = (edits: readonly Edit[]) => {
    if (edits.length === 0) return
    const edited = applyEdits(text, edits)
    text = edited.text
    maps.push(edited.map)
  }
  edit(source.edits)
  for (const step of STEPS[source.layout]) {
    const { edits, notices } = step.run(text)
    for (const notice of notices) found.push({ notice, depth: maps.length })
    edit(edits)
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
