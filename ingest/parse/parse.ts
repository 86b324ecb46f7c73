import type { Notice } from '../../src/domain/notice.ts'
import type { TextRange } from '../../src/domain/span.ts'
import { kindOfTitle } from '../../src/text/documentKind.ts'
import { type NormalText, type Outline, type OutlineNode, spanOf } from '../values.ts'
import { findSignature, readAnnexes, readBackMatter, type SignatureBlock } from './back.ts'
import { divide } from './clauses.ts'
import { readFrontMatter } from './front.ts'
import { type Line, readLines } from './lines.ts'
import { buildTree } from './tree.ts'

/** Forms that end the numbered body. */
const AFTER_BODY = new Set(['annex', 'copied', 'imprint', 'annotation'])

/**
 * Finds the parts of a document by their form: 版头, 主体 with its numbered elements, 版记, annexes.
 * Never throws; a text without any form of an official document gives an outline without title and clauses.
 */
export function parseOutline(normal: NormalText): Outline {
  const lines = readLines(normal.text)
  const front = readFrontMatter(lines)
  const bodyStart = indexOrEnd(lines, front.next, (line) => line.form === 'labelled')
  const early = findSignature(lines.slice(0, bodyStart), front.next)
  const bodyEnd = findBodyEnd(lines, bodyStart)
  const body = lines.slice(bodyStart, bodyEnd)
  const closingFrom = findClosing(body, normal.text)
  const roots = body.length === 0 ? [] : buildTree(body.slice(0, closingFrom))
  const late = early === null ? findSignature(lines, bodyEnd) : null
  const signature = early ?? late
  const prelude = readPrelude(lines.slice(front.next, bodyStart), early, front.next)
  return {
    normal,
    metadata: front.metadata,
    redHeader: front.redHeader,
    number: front.number,
    title: front.title,
    carriedTitle: prelude.carriedTitle,
    recipients: front.recipients,
    preamble: prelude.paragraphs,
    ...divide(roots, normal.text),
    closing: body.slice(closingFrom),
    signatories: signature?.signatories ?? [],
    signedOn: signature?.signedOn ?? null,
    ...readBackMatter(lines, front.next),
    annexes: readAnnexes(lines, bodyEnd),
    notices: noticeGaps(roots, normal),
  }
}

function indexOrEnd(lines: readonly Line[], from: number, test: (line: Line) => boolean): number {
  const at = lines.findIndex((line, i) => i >= from && test(line))
  return at === -1 ? lines.length : at
}

/** The body ends at the signature, the annex, the notes or the imprint, whichever comes first after its first line. */
function findBodyEnd(lines: readonly Line[], bodyStart: number): number {
  const mark = indexOrEnd(lines, bodyStart, (line) => AFTER_BODY.has(line.form))
  const signature = findSignature(lines, bodyStart)
  return Math.min(mark, signature?.first ?? lines.length)
}

/** Between recipients and body: the notice's own paragraphs and, in a notice that issues another document, its title. */
function readPrelude(lines: readonly Line[], early: SignatureBlock | null, offset: number) {
  const signed = new Set<number>()
  if (early !== null) for (let i = early.first; i < early.next; i++) signed.add(i - offset)
  const paragraphs: TextRange[] = []
  let heading: Line[] = []
  let carriedTitle: Line[] = []
  lines.forEach((line, i) => {
    if (signed.has(i)) return
    if (line.form === 'heading' || line.form === 'agency') heading.push(line)
    else if (line.form === 'paragraph' || line.form === 'recipients') {
      if (isTitle(heading)) carriedTitle = heading
      heading = []
      paragraphs.push(line)
    }
  })
  if (isTitle(heading)) carriedTitle = heading
  return { paragraphs, carriedTitle }
}

function isTitle(lines: readonly Line[]): boolean {
  return lines.length > 0 && kindOfTitle(lines.map((line) => line.text).join('')) !== null
}

/** A closing paragraph speaks of the whole document: its entry into force, its term, or what all units shall do. */
const CLOSING =
  /^(?:本(?:政策|措施|意见|办法|方案|通知|规定|细则|实施意见|若干措施|政策措施|行动计划|条例|文件)|上述(?:政策|措施)|以上(?:政策|措施)|自(?:发布|印发|公布)之日|各(?:地|级|市|县|区|部门|有关|相关|责任|牵头|成员|单位)|(?:此前|以前|之前).{0,20}不一致|未尽事宜|有效期)/

/**
 * Index of the first line after the last numbered element's own text. Unlabelled paragraphs at the end belong to the
 * last element while they carry a responsibility note, and to the closing part from the first that speaks of the whole.
 */
function findClosing(body: readonly Line[], text: string): number {
  const lastLabelled = body.findLastIndex((line) => line.form === 'labelled')
  for (let at = lastLabelled + 1; at < body.length; at++) {
    const line = body[at] as Line
    const noted = /（[^（）]*(?:牵头|负责|配合|责任单位)[^（）]*）。?$/.test(line.text)
    const before = text.slice(0, line.start).trimEnd()
    const closed = /(?:牵头|负责|配合|责任单位：[^（）]*)[^（）。]*）$/.test(before.slice(-200))
    if (line.form === 'row') continue
    if (!noted && (closed || CLOSING.test(line.text))) return at
  }
  return body.length
}

/** Siblings are numbered in steps of one; anything else is noticed, not mended. */
function noticeGaps(roots: readonly OutlineNode[], normal: NormalText): Notice[] {
  const notices: Notice[] = []
  const last = new Map<string, number>()
  const walk = (nodes: readonly OutlineNode[]) => {
    for (const node of nodes) {
      const previous = last.get(node.scheme)
      // A numbering may run on over sections or begin again with 1.
      if (
        node.number !== null &&
        node.number !== 1 &&
        previous !== undefined &&
        node.number !== previous + 1
      ) {
        notices.push({
          code: node.number === previous ? 'parse/duplicate-label' : 'parse/label-gap',
          severity: 'WARNING',
          message: `编号不连续：“${node.label}”前一个同级编号是第${previous}号`,
          span: spanOf(normal, node.range.start, node.range.start + node.label.length),
        })
      }
      if (node.number !== null) last.set(node.scheme, node.number)
      walk(node.children)
    }
  }
  walk(roots)
  return notices
}
