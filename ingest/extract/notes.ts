import type { TextRange } from '../../src/domain/span.ts'
import { overlaps } from '../../src/domain/span.ts'
import { findPairs, splitTopLevel } from '../../src/text/brackets.ts'
import type { KnowsAgency } from './agencyList.ts'
import { type Note, readNote } from './noteReader.ts'
import { ABOVE_NOTE, DOCUMENT_NOTE, NOTE_LABELS } from './noteRules.ts'

const BRACKETS = ['（', '【', '〔', '['] as const
/** What every label and every verb of a note holds one of; saves reading ordinary brackets. */
const HINT =
  /：|负责|牵头|主办|配合|协助|参与|参加|协办|会办|落实|实施|承[办担]|指导|支撑|负总责|[局委厅部办会府]/

/** All responsibility notes of a range, in the order of the text. */
export function findNotes(text: string, range: TextRange, knows: KnowsAgency = () => false): Note[] {
  const found: Note[] = []
  const add = (note: Note | null) => {
    if (note !== null && !found.some((known) => overlaps(known.range, note.range))) found.push(note)
  }
  for (const line of splitTopLevel(text, range, '\n')) add(readAbove(text, line, knows))
  for (const open of BRACKETS) {
    for (const pair of findPairs(text, range, open)) {
      const inner = { start: pair.start + 1, end: pair.end - 1 }
      if (!HINT.test(text.slice(inner.start, inner.end))) continue
      add(readNote(text, pair, inner, { knows, bare: closesParagraph(text, range, pair) }))
    }
  }
  for (const place of labelledPlaces(text, range)) {
    const end = text[place.end - 1] === '。' ? place.end - 1 : place.end
    add(readNote(text, place, { start: place.start, end }, { knows, bare: false }))
  }
  return found.map((note) => withScopeLines(text, range, note)).sort((a, b) => a.range.start - b.range.start)
}

/** A line of a note that only says until when, how far. */
const LONGEST_SCOPE = 60

/** 责任单位：市水利局 ⏎ 完成时限：2026年底: a line below a note that only limits it is part of it. */
function withScopeLines(text: string, range: TextRange, note: Note): Note {
  const scopes = note.scope === null ? [] : [note.scope]
  let { end } = note.range
  while (text[end] === '\n' && end + 1 < range.end) {
    const feed = text.indexOf('\n', end + 1)
    const line = text.slice(end + 1, feed === -1 ? range.end : Math.min(feed, range.end))
    const rule = NOTE_LABELS.find(({ pattern }) => pattern.test(line))
    if (rule?.says !== 'SCOPE' || line.length > LONGEST_SCOPE) break
    scopes.push(line.slice(line.indexOf('：') + 1).replace(/[。；]$/, ''))
    end += 1 + line.length
  }
  if (end === note.range.end) return note
  return { ...note, range: { start: note.range.start, end }, scope: scopes.join('，') }
}

/** What the text says of the whole document: 本方案由市科技局牵头组织实施. */
export function findDocumentNotes(text: string, range: TextRange, knows: KnowsAgency): Note[] {
  const found = findNotes(text, range, knows)
  for (const line of splitTopLevel(text, range, '\n')) {
    const match = DOCUMENT_NOTE.exec(text.slice(line.start, line.end))
    const words = match?.[1]
    if (match === null || words === undefined || /解释/.test(words)) continue
    const start = line.start + match.index + match[0].lastIndexOf(words)
    const inner = { start, end: start + words.length }
    const whole = { start: line.start + match.index, end: inner.end }
    const note = readNote(text, whole, inner, { knows, bare: false })
    if (note !== null && !found.some((known) => overlaps(known.range, whole))) found.push(note)
  }
  return found
}

/** 以上任务由市科技局牵头负责 as a paragraph of its own. */
function readAbove(text: string, line: TextRange, knows: KnowsAgency): Note | null {
  const words = text.slice(line.start, line.end)
  const says = ABOVE_NOTE.exec(words)?.[1]
  if (says === undefined) return null
  const start = line.start + words.lastIndexOf(says)
  const note = readNote(text, line, { start, end: start + says.length }, { knows, bare: false })
  return note === null ? null : { ...note, above: true }
}

/** Whether a bracket stands behind a full sentence and ends its paragraph: there a bare list of agencies is a note. */
function closesParagraph(text: string, range: TextRange, pair: TextRange): boolean {
  const after = text[pair.end]
  const ends =
    pair.end >= range.end ||
    after === '\n' ||
    (after === '。' && /^。?(?:\n|$)/.test(text.slice(pair.end, pair.end + 2)))
  return ends && (pair.start === range.start || /[。；！\n]/.test(text[pair.start - 1] as string))
}

/** 责任单位：市科技局 on a line of its own or behind the last sentence of a paragraph, without brackets. */
function labelledPlaces(text: string, range: TextRange): TextRange[] {
  const places: TextRange[] = []
  for (const line of splitTopLevel(text, range, '\n')) {
    const sentences = splitTopLevel(text, line, '。；')
    const first = sentences.findIndex(({ start, end }) => opensWithLabel(text.slice(start, end)))
    if (first === -1) continue
    let last = first
    // 责任单位：甲。完成时限：2024年。 is one note; a sentence without a label ends it.
    while (
      last + 1 < sentences.length &&
      continues(text, sentences[last] as TextRange, sentences[last + 1] as TextRange)
    )
      last++
    const { start } = sentences[first] as TextRange
    const { end } = sentences[last] as TextRange
    places.push({ start, end: text[end] === '。' ? end + 1 : end })
  }
  return places
}

function continues(text: string, sentence: TextRange, next: TextRange): boolean {
  return text[sentence.end] === '；' || opensWithLabel(text.slice(next.start, next.end))
}

function opensWithLabel(words: string): boolean {
  const rule = NOTE_LABELS.find(({ pattern }) => pattern.test(words.slice(0, 40).trimStart()))
  return rule !== undefined && rule.says !== 'UNKNOWN' && rule.says !== 'DIVISION'
}
