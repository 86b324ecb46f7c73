import type { TextRange } from '../../src/domain/span.ts'
import { kindOfTitle } from '../../src/text/documentKind.ts'
import type { OutlineAnnex } from '../values.ts'
import type { Line } from './lines.ts'
import type { Part } from './part.ts'

/** 发文机关署名 and 成文日期. */
export interface SignatureBlock {
  readonly signatories: readonly TextRange[]
  readonly signedOn: TextRange
  /** Where the block begins. */
  readonly start: number
  /** Index of the first line of the block, and of the first line after it. */
  readonly first: number
  readonly next: number
}

/** Longest line of a signature block; the longest names of bodies have about 40 characters. */
const MAX_SIGNATORY = 45

/** The first signature block at or after line `from`: short lines without punctuation, then a date. */
export function findSignature(lines: readonly Line[], from: number): SignatureBlock | null {
  for (let at = from; at < lines.length; at++) {
    if (lines[at]?.form !== 'date') continue
    let first = at
    while (first > from && isSignatory(lines[first - 1])) first--
    const signatories = joinBrokenNames(lines.slice(first, at))
    const { start } = lines[first] as Line
    return { signatories, signedOn: lines[at] as Line, start, first, next: at + 1 }
  }
  return null
}

function isSignatory(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    (line.form === 'agency' || line.form === 'heading') &&
    line.text.length <= MAX_SIGNATORY &&
    // 责任单位：市水务局 above a signature is the note of the last clause
    !line.text.includes('：')
  )
}

/** A name that is broken over two lines ends in the middle of a word: only its last line ends like a body's name. */
function joinBrokenNames(lines: readonly Line[]): TextRange[] {
  const names: TextRange[] = []
  let start: number | null = null
  for (const line of lines) {
    start ??= line.start
    if (line.form !== 'agency') continue
    names.push({ start, end: line.end })
    start = null
  }
  return names
}

/** 附注 and 版记 of the lines from `from` on. */
export function readBackMatter(lines: readonly Line[], from: number) {
  const annotations: TextRange[] = []
  const copiedTo: TextRange[] = []
  let imprint: TextRange | null = null
  let copying = false
  const back = lines.slice(from)
  for (const [at, line] of back.entries()) {
    const next = back[at + 1]
    // the office of the imprint, on a line of its own above 2024年3月2日印发
    if (line.form === 'agency' && next?.form === 'imprint' && /^\d{4}年/.test(next.text)) continue
    if (line.form === 'imprint') imprint ??= line
    else if (line.form === 'copied') copiedTo.push(line)
    else if (line.form === 'annotation') annotations.push(line)
    // 抄送 runs on over line ends until the imprint.
    else if (copying && (line.form === 'paragraph' || line.form === 'heading' || line.form === 'agency'))
      copiedTo.push(line)
    copying = line.form === 'copied' || (copying && line.form !== 'imprint')
  }
  return { annotations, copiedTo, imprint }
}

/** The mark 附件2 of a line, and the title beside it. */
export function readMark(line: Line): { label: string | null; beside: Line | null } {
  const mark = /^(?:—|-)?(附[件表录]?(?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,2})?)[：.．、]*/.exec(
    line.text,
  )
  if (mark === null || line.form !== 'annex') return { label: null, beside: null }
  const text = line.text.slice(mark[0].length)
  const beside = text === '' ? null : { ...line, text, start: line.start + mark[0].length }
  return { label: mark[1] ?? null, beside }
}

/** A line of an annex's title is no longer; what is longer is its text. */
const MAX_TITLE_LINES = 3

/** An annex or a further document; its title stands beside or below its mark. */
export function readAnnex({ lines, kind }: Part, prose: readonly TextRange[]): OutlineAnnex {
  const first = lines[0] as Line
  const last = lines.at(-1) as Line
  const { label, beside } = readMark(first)
  const firstContent = lines.findIndex(
    (line) => line.form === 'row' || line.form === 'paragraph' || line.form === 'labelled',
  )
  const head = lines.slice(0, firstContent === -1 ? lines.length : firstContent)
  const below = titleLines(head.filter((line) => line.form === 'heading' || line.form === 'agency'))
  return {
    label: label ?? (kind === 'annex' ? '附件' : ''),
    title: below.length > 0 ? below : beside === null ? [] : [beside],
    range: { start: first.start, end: last.end },
    rows: lines.filter((line) => line.form === 'row'),
    prose,
  }
}

/** The lines up to the one that completes a 文种 or the name of a table; else the one right above the content. */
function titleLines(lines: readonly Line[]): Line[] {
  let words = ''
  for (const [i, line] of lines.slice(0, MAX_TITLE_LINES).entries()) {
    words += line.text
    if (kindOfTitle(words) !== null || /[表单录册图]$/.test(words.replace(/（[^（）]*）$/, '')))
      return lines.slice(0, i + 1)
  }
  return lines.slice(-1)
}
