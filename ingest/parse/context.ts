import type { Line } from './lines.ts'

/** 1.1, 2.1.1 before Chinese text that is no unit: 1.5万亩 is a quantity. */
const DECIMAL =
  /^(\d{1,2}(?:\.\d{1,2}){1,3})[.、]?(?=[\p{Script=Han}“《])(?!万|亿|倍|[公千]?[米克斤里吨亩元]|平方|立方|[个年月日人次%])/u
const BARE = /^(\d{1,2})(?=[\p{Script=Han}“])/u
const LONGEST_BARE = 30
/** Below 条 and above 一、: decimals of depth 1 to 4. */
const DECIMAL_RANK = 3
/** An entry of 附件说明; the longest titles of annexes have about 100 characters. */
const LONGEST_ENTRY = 120
const LONGEST_CONTENTS_ENTRY = 60
/** Entries of the longest table of contents. */
const MAX_CONTENTS = 600

/** Re-reads lines whose form shows only by the lines around them: contents, decimal numbering, entries of 附件说明. */
export function readContext(lines: readonly Line[]): Line[] {
  return markAnnouncements(markDecimals(markContents(lines)))
}

/** 附件：1.甲⏎2.乙: the entries after the first belong to the announcement, they are no clauses. */
function markAnnouncements(lines: readonly Line[]): Line[] {
  const out = [...lines]
  for (let at = 0; at < out.length; at++) {
    const line = out[at] as Line
    if (line.form !== 'annex') continue
    let expected = /^附[件表录]?：?1[.．、]/.test(line.text) ? 2 : 1
    for (let next = at + 1; next < out.length; next++) {
      const entry = out[next] as Line
      if (entry.label?.scheme === 'arabic' && entry.label.number === expected && isEntry(entry)) expected++
      else if (!(expected > 1 && isContinued(out, next, expected))) break
      out[next] = { ...entry, label: null, form: 'announced' }
      at = next
    }
  }
  return out
}

function isEntry({ text }: Line): boolean {
  return text.length <= LONGEST_ENTRY && !/[。；]$/.test(text) && !/[。；]/.test(text)
}

/** The rest of an entry's title on a line of its own: the next entry follows. */
function isContinued(lines: readonly Line[], at: number, expected: number): boolean {
  const next = lines[at + 1]
  return lines[at]?.form === 'heading' && next?.label?.scheme === 'arabic' && next.label.number === expected
}

/** 1 总则⏎1.1 目的: a text with X.1 and X.2 is numbered so; a bare 1 counts only where 1.1 follows. */
function markDecimals(lines: readonly Line[]): Line[] {
  const printed = lines.map((line) =>
    line.label === null && line.form !== 'row' && line.form !== 'contents'
      ? (DECIMAL.exec(line.text)?.[1] ?? null)
      : null,
  )
  const known = new Set(printed.filter((label) => label !== null))
  if (![...known].some((label) => known.has(nextDecimal(label)))) return [...lines]
  const out = [...lines]
  let chapter = 0
  printed.forEach((label, i) => {
    if (label !== null) out[i] = withLabel(lines[i] as Line, label)
    const line = lines[i] as Line
    const bare =
      line.label === null && line.form !== 'row' && line.form !== 'contents'
        ? BARE.exec(line.text)?.[1]
        : undefined
    if (bare === undefined || label !== null || line.text.length > LONGEST_BARE || /[。；，]/.test(line.text))
      return
    if (Number(bare) !== chapter + 1 || (!known.has(`${bare}.1`) && chapter === 0)) return
    chapter = Number(bare)
    out[i] = withLabel(line, bare)
  })
  return out
}

function nextDecimal(label: string): string {
  const parts = label.split('.')
  return [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join('.')
}

function withLabel(line: Line, label: string): Line {
  const parts = label.split('.')
  const separator = /^[.、]/.test(line.text.slice(label.length)) ? 1 : 0
  return {
    ...line,
    form: 'labelled',
    label: {
      scheme: `decimal${parts.length}`,
      rank: DECIMAL_RANK + parts.length / 10,
      label,
      number: Number(parts.at(-1)),
      length: label.length + separator,
    },
  }
}

/** A table of contents names each heading a first time: short lines up to the one that repeats the first of them. */
function markContents(lines: readonly Line[]): Line[] {
  const out = [...lines]
  const last = new Map<string, number>()
  lines.forEach((line, i) => {
    last.set(contentsKey(line.text), i)
  })
  for (let at = 0; at < lines.length; at++) {
    const titled = /^目[录次]$/.test((lines[at] as Line).text)
    const first = titled ? at + 1 : at
    const line = lines[first]
    if (line === undefined || !(titled || isStructural(line))) continue
    const repeat = firstRepeat(lines, first, last)
    if (repeat - first < 2) continue
    for (let i = at; i < repeat; i++) out[i] = { ...(lines[i] as Line), label: null, form: 'contents' }
    return out
  }
  return out
}

function isStructural(line: Line): boolean {
  return line.label !== null && line.label.rank <= 4 && line.label.scheme !== 'article'
}

/** Index of the line that repeats line `first` after nothing but short lines; −1 where there is none. */
function firstRepeat(lines: readonly Line[], first: number, last: ReadonlyMap<string, number>): number {
  const key = contentsKey((lines[first] as Line).text)
  if ((last.get(key) ?? -1) <= first) return -1
  for (let at = first + 1; at < Math.min(lines.length, first + MAX_CONTENTS); at++) {
    const { text } = lines[at] as Line
    if (contentsKey(text) === key) return at
    if (text.length > LONGEST_CONTENTS_ENTRY || /[。；]/.test(text)) return -1
  }
  return -1
}

/** Without the dots and the page number that end an entry of a table of contents. */
function contentsKey(text: string): string {
  if (text.length > 2 * LONGEST_CONTENTS_ENTRY) return text
  return text.replace(/[\s.…·—（(]*\d{0,4}[）)]?$/, '').replace(/[.…·]+$/, '')
}
