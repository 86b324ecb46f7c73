import type { TextRange } from '../../src/domain/span.ts'
import { kindOfTitle } from '../../src/text/documentKind.ts'
import type {
  NormalText,
  Outline,
  OutlineAnnex,
  OutlineClause,
  OutlineNode,
  OutlineSection,
} from '../values.ts'
import { findSignature, readAnnex, readBackMatter, readMark, type SignatureBlock } from './back.ts'
import { divide } from './clauses.ts'
import { findClosing } from './closing.ts'
import { readContext } from './context.ts'
import { isOrder, readFrontMatter, splitTail } from './front.ts'
import { captionOf } from './frontRules.ts'
import { noticeGaps } from './gaps.ts'
import { type Line, readLines } from './lines.ts'
import type { Part } from './part.ts'
import { divideParts } from './parts.ts'
import { buildTree } from './tree.ts'
import { readUnnumbered } from './unnumbered.ts'

/** Forms that end the numbered body. */
const AFTER_BODY = new Set(['annex', 'announced', 'copied', 'imprint', 'annotation'])

/**
 * Finds the parts of a document by their form: 版头, 主体 with its numbered elements, 版记, annexes.
 * A notice without numbered elements of its own lends its place to the first numbered document that it carries.
 * Never throws; a text without any form of an official document gives an outline without title and clauses.
 */
export function parseOutline(normal: NormalText): Outline {
  const tail = splitTail(readContext(readLines(normal.text)))
  const { lines } = tail
  const front = readFrontMatter(lines)
  const parts = divideParts(lines.slice(front.next))
  const at = Math.max(0, parts.findIndex(isNumbered))
  const bodyPart = parts[at] as Part
  const body = readBody(bodyPart, normal.text)
  const head = [
    ...parts
      .slice(0, at)
      .filter(({ kind }) => kind !== 'annex')
      .flatMap((part) => part.lines),
    ...body.head,
  ]
  const main = findSignature((parts[0] as Part).lines, 0)
  const signature = main ?? findSignature(bodyPart.lines, 0)
  const mark = bodyPart.kind === 'annex' ? (bodyPart.lines[0] ?? null) : null
  const prelude = readPrelude(
    head.filter((line) => !isSigned(line, main)),
    mark,
  )
  const own = divide(body.roots, normal.text)
  const attached = readAttached(parts, at, body, normal.text, own.sections.length)
  const names = nameOrder(front.title, prelude.carriedTitle)
  const numbered = [...own.sections, ...own.clauses, ...attached.sections, ...attached.clauses].length > 0
  const plain = numbered ? null : readUnnumbered(prelude.paragraphs, normal.text)
  return {
    normal,
    metadata: [...front.metadata, ...tail.metadata],
    redHeader: front.redHeader,
    number: front.number,
    title: names.title,
    captions: [...front.captions, ...prelude.captions],
    carriedTitle: names.carriedTitle,
    recipients: front.recipients,
    preamble: plain?.preamble ?? prelude.paragraphs,
    sections: [...own.sections, ...attached.sections],
    clauses: plain?.clauses ?? [...own.clauses, ...attached.clauses],
    closing: body.closing,
    signatories: signature?.signatories ?? [],
    signedOn: signature?.signedOn ?? front.date,
    ...readBackMatter(lines, front.next),
    annexes: attached.annexes,
    notices: [body.roots, ...attached.roots].flatMap((roots) => noticeGaps(roots, normal)),
  }
}

/** An order has no title of its own: it bears that of the rules which it makes known. */
function nameOrder(title: readonly Line[], carriedTitle: readonly Line[]) {
  const words = (lines: readonly Line[]) => lines.map((line) => line.text).join('')
  const unnamed = title.length === 1 && isOrder(title[0] as Line)
  const rules = carriedTitle.length > 0 && !/(?:通知|决定|函)$/.test(words(title))
  if (rules && (unnamed || words(title) === words(carriedTitle)))
    return { title: carriedTitle, carriedTitle: [] }
  return { title, carriedTitle }
}

function isNumbered({ lines }: Part): boolean {
  return lines.some((line) => line.form === 'labelled')
}

function isSigned(line: Line, signature: SignatureBlock | null): boolean {
  return signature !== null && line.start >= signature.start && line.end <= signature.signedOn.end
}

interface Body {
  /** Lines before the first numbered element. */
  readonly head: readonly Line[]
  readonly roots: readonly OutlineNode[]
  readonly closing: readonly Line[]
  /** Lines after it. */
  readonly rest: readonly Line[]
}

/** The numbered elements of a part. The body ends at the signature, the annex, the notes or the imprint. */
function readBody({ lines, kind }: Part, text: string): Body {
  const start = indexOrEnd(lines, 0, (line) => line.form === 'labelled')
  const mark = indexOrEnd(lines, start, (line) => AFTER_BODY.has(line.form))
  const table = kind === 'annex' ? tableAtEnd(lines, start) : lines.length
  const end = Math.min(mark, findSignature(lines, start)?.first ?? lines.length, table)
  const body = lines.slice(start, Math.max(start, end))
  const closingFrom = findClosing(body, text)
  return {
    head: lines.slice(0, start),
    roots: body.length === 0 ? [] : buildTree(body.slice(0, closingFrom)),
    closing: body.slice(closingFrom),
    rest: lines.slice(Math.max(start, end)),
  }
}

/** A table after the last numbered element of an annex is none of its text. */
function tableAtEnd(lines: readonly Line[], start: number): number {
  const last = lines.findLastIndex((line) => line.form === 'labelled')
  return indexOrEnd(lines, Math.max(start, last), (line) => line.form === 'row')
}

function indexOrEnd(lines: readonly Line[], from: number, test: (line: Line) => boolean): number {
  const at = lines.findIndex((line, i) => i >= from && test(line))
  return at === -1 ? lines.length : at
}

/** The parts beside the body: annexes and further documents, numbered or with tables. */
function readAttached(parts: readonly Part[], at: number, own: Body, text: string, offset: number) {
  const annexes: OutlineAnnex[] = []
  const sections: OutlineSection[] = []
  const clauses: OutlineClause[] = []
  const roots: (readonly OutlineNode[])[] = []
  const add = (part: Part) => {
    const body = readBody(part, text)
    const outlined = isOutlined(body, part)
    const divided = divide(outlined ? body.roots : [], text, annexes.length, offset + sections.length)
    annexes.push(readAnnex(part, outlined ? [...paragraphs(body.head), ...body.closing] : []))
    sections.push(...divided.sections)
    clauses.push(...divided.clauses)
    if (outlined) roots.push(body.roots)
  }
  if (own.rest.some((line) => line.form === 'row')) add({ kind: 'annex', lines: own.rest })
  parts.forEach((part, i) => {
    if (i === at || (i === 0 && part.kind === 'main')) return
    const holdsTable = part.lines.some((line) => line.form === 'row')
    if (part.kind === 'annex' || holdsTable || (i > at && isNumbered(part))) add(part)
  })
  return { annexes, sections, clauses, roots }
}

/** A list of 1. 2. beside a table explains the table, and bare headings between tables divide it. */
function isOutlined({ roots }: Body, { lines }: Part): boolean {
  if (lines.some((line) => line.form === 'row') && !lines.some(isSentence)) return false
  if (roots.some(({ scheme }) => scheme !== 'circled' && !scheme.startsWith('arabic'))) return true
  return roots.length >= 2 && !lines.some((line) => line.form === 'row')
}

function isSentence(line: Line): boolean {
  return line.form === 'paragraph' || (line.form === 'labelled' && /[。；]/.test(line.text))
}

function paragraphs(lines: readonly Line[]): Line[] {
  return lines.filter((line) => line.form === 'paragraph')
}

/** Before the body: the notice's own paragraphs and, in a notice that issues another document, its title. */
function readPrelude(lines: readonly Line[], mark: Line | null) {
  const found: Line[] = []
  const captions: TextRange[] = []
  let heading: Line[] = []
  let carriedTitle: Line[] = []
  const settle = () => {
    // the bodies that signed it stand below the title of what is forwarded
    const last = heading.findLastIndex((line) => line.form !== 'agency')
    const title = isTitle(heading) ? heading : heading.slice(0, last + 1)
    if (isTitle(title)) carriedTitle = title
    heading = []
  }
  for (const line of lines) {
    if (captionOf(line) !== null && heading.length > 0) captions.push(line)
    // 根据《甲办法》，市人民政府决定：
    else if (line.form === 'heading' && /[，》）].*：$/.test(line.text)) {
      settle()
      found.push(line)
    } else if (line.form === 'heading' || line.form === 'agency') heading.push(line)
    else if (line.form === 'annex') heading = line === mark ? besideMark(line) : []
    else if (line.form === 'paragraph' || line.form === 'recipients') {
      settle()
      found.push(line)
    }
  }
  settle()
  return { paragraphs: found, captions, carriedTitle }
}

function besideMark(line: Line): Line[] {
  const { beside } = readMark(line)
  return beside === null ? [] : [beside]
}

function isTitle(lines: readonly Line[]): boolean {
  return lines.length > 0 && kindOfTitle(lines.map((line) => line.text).join('')) !== null
}
