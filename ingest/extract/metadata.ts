import type { IsoDate, PlaceNode } from '../../src/domain/nodes.ts'
import type { TextRange } from '../../src/domain/span.ts'
import type { Level } from '../../src/domain/vocabulary.ts'
import { splitTopLevel } from '../../src/text/brackets.ts'
import { findDates } from '../../src/text/dates.ts'
import { kindOfTitle } from '../../src/text/documentKind.ts'
import { findNumbers, findOrders } from '../../src/text/documentNumbers.ts'
import type { Gazetteer } from '../../src/text/gazetteer.ts'
import type { Outline } from '../values.ts'
import { isAgencyName, splitAgencies } from './agencyNames.ts'
import { type CaptionEvent, madeEvent, newestEvent, readCaptions } from './captions.ts'
import { readValidity } from './validity.ts'

/** A value with the place that it was read from. */
export interface Read<T> {
  readonly value: T
  readonly range: TextRange
}

/** The bibliographic facts of a document. */
export interface DocumentFacts {
  readonly title: Read<string> | null
  readonly number: Read<string> | null
  readonly kind: string | null
  readonly carriedTitle: Read<string> | null
  readonly issuers: readonly Read<string>[]
  /** Place that it applies to, and the issuer's level. */
  readonly place: PlaceNode | null
  readonly level: Level | null
  readonly issuedOn: Read<IsoDate> | null
  readonly printedOn: Read<IsoDate> | null
  readonly publishedOn: Read<IsoDate> | null
  readonly effectiveFrom: Read<IsoDate> | null
  readonly effectiveUntil: Read<IsoDate> | null
  readonly recipients: readonly Read<string>[]
  readonly copiedTo: readonly Read<string>[]
  /** Further elements: 附注, fields of a portal's table. */
  readonly elements: readonly ElementFact[]
}

/** An element of the document's form by name; the confidence is that of the rule and the place it was read by, 0 to 1. */
export interface ElementFact extends Read<string> {
  readonly name: string
  readonly confidence: number
}

/** Read by its place and brackets, from a field that the portal names, by the words of a 题注. */
const ELEMENT_CONFIDENCE = { marked: 0.98, field: 0.95, worded: 0.9 }

/** Reads what the parts of an outline say about the document as a whole. */
export function readMetadata(outline: Outline, gazetteer: Gazetteer): DocumentFacts {
  const text = outline.normal.text
  const field = (...names: string[]) =>
    outline.metadata.find((row) => names.includes(row.name))?.value ?? null
  const title = joined(text, outline.title) ?? readField(text, field('标题', '名称'))
  const history = readCaptions(text, outline.captions)
  const newest = newestEvent(history)
  const made = outline.signedOn === null ? madeEvent(history) : null
  const order = findHeadOrder(outline)
  const number =
    readNumber(text, outline.number ?? field('发文字号', '文号')) ??
    (order === null ? readNotice(outline) : { value: order.number, range: rangeOf(order) }) ??
    newest?.order ??
    null
  const issuers = readIssuers(
    outline,
    title,
    field('发布机构', '发文机关', '公开主体', '发布单位', '发文单位', '制定机关'),
    [...(order === null ? [] : [bodyOf(order)]), ...issuersOf(history)],
  )
  const { place, level } = placeOf(outline, issuers, title, gazetteer)
  const issuedOn =
    readDate(text, outline.signedOn) ??
    readDate(text, field('成文日期', '发文日期')) ??
    readBareDate(outline) ??
    (newest === null ? null : { value: newest.date, range: newest.range })
  const printedOn = readDate(text, outline.imprint)
  const carriedTitle = joined(text, outline.carriedTitle)
  return {
    title,
    number,
    kind: title === null ? null : kindOfTitle(title.value),
    carriedTitle,
    issuers,
    place,
    level,
    issuedOn,
    printedOn,
    publishedOn: readDate(text, field('发布日期', '发布时间', '公开日期', '时间')),
    ...readValidity(
      outline,
      made === null ? issuedOn : { value: made.date, range: made.range },
      printedOn,
      readDate(text, field('施行日期')),
      readDate(text, field('废止日期', '失效日期')),
    ),
    recipients: readRecipients(text, outline.recipients),
    copiedTo: readCopied(text, outline.copiedTo),
    elements: readElements(outline, history),
  }
}

function joined(text: string, lines: readonly TextRange[]): Read<string> | null {
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return null
  const value = lines.map((line) => text.slice(line.start, line.end)).join('')
  return { value: value.replace(/\s/g, ''), range: { start: first.start, end: last.end } }
}

function readField(text: string, range: TextRange | null): Read<string> | null {
  return range === null ? null : { value: text.slice(range.start, range.end).trim(), range }
}

function readNumber(text: string, range: TextRange | null): Read<string> | null {
  if (range === null) return null
  const order = findOrders(text, range)[0]
  if (order !== undefined) return { value: order.number, range }
  const found = findNumbers(text, range)[0]
  if (found === undefined) {
    // 〔2023〕12号 of minutes has no 机关代字
    const notice = /(?:19|20)\d{2}年第\d{1,4}号|^（?〔\d{4}〕\d{1,5}号/.exec(
      text.slice(range.start, range.end),
    )
    return notice === null ? null : { value: notice[0].replace(/^（/, ''), range }
  }
  // A line that holds nothing else is the number as a whole: no word before it belongs to other text.
  const whole = text.slice(range.start, range.end).replace('〕第', '〕')
  return { value: whole.endsWith('号') && whole.length < 30 ? whole : found.number, range }
}

function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end }
}

/** Where the head of a document ends at the latest, in characters; its order or notice number stands before. */
const HEAD = 600

function headOf({ normal, preamble, clauses }: Outline): TextRange {
  const end = Math.min(preamble[0]?.start ?? HEAD, clauses[0]?.node.range.start ?? HEAD, HEAD)
  return { start: 0, end: Math.min(end, normal.text.length) }
}

/** 某市人民政府令 ⏎ 第6号 on lines of their own. */
function findHeadOrder(outline: Outline) {
  const { text } = outline.normal
  return (
    findOrders(text, headOf(outline)).find(({ start, end }) => {
      const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
      return /^(?:中华人民共和国)?$/.test(line) && /^[）\s]*(?:\n|$)/.test(text.slice(end, end + 3))
    }) ?? null
  )
}

function bodyOf(order: TextRange & { readonly number: string }): Read<string> {
  return { value: order.number.replace(/令第.*$/, ''), range: rangeOf(order) }
}

/** 2023年第12号: the number of a 公告 or 通告, on a line of its own. */
function readNotice(outline: Outline): Read<string> | null {
  const head = headOf(outline)
  const match = /(?:^|\n)（?((?:19|20)\d{2}年第\d{1,4}号)）?(?=\n|$)/.exec(
    outline.normal.text.slice(head.start, head.end),
  )
  if (match === null) return null
  const value = match[1] as string
  const start = head.start + match.index + match[0].indexOf(value)
  return { value, range: { start, end: start + value.length } }
}

/** （2023年5月6日） below the title. */
function readBareDate({ captions, normal: { text } }: Outline): Read<IsoDate> | null {
  const bare = captions.find(({ start, end }) =>
    /^（?[\d〇○零一二三四五六七八九十年月]+日）?$/.test(text.slice(start, end)),
  )
  return bare === undefined ? null : readDate(text, bare)
}

/** Who passed or made known a rule; the one that passed it is its issuer. */
function issuersOf(history: readonly CaptionEvent[]): Read<string>[] {
  const passed = history.find(
    ({ name, body }) => name === '通过' && body !== null && /人民代表大会/.test(body.value),
  )
  const body = (passed ?? history.findLast((event) => event.body !== null && event.name !== '批准'))?.body
  return body == null ? [] : [body]
}

function readDate(text: string, range: TextRange | null): Read<IsoDate> | null {
  if (range === null) return null
  const date = findDates(text.slice(range.start, range.end)).findLast((found) => found.precision === 'DAY')
  if (date === undefined) return null
  return { value: date.date, range: { start: range.start + date.start, end: range.start + date.end } }
}

/** Signatories, else the red header, the portal's field, the body that the title begins with, an order or the 题注. */
function readIssuers(
  outline: Outline,
  title: Read<string> | null,
  field: TextRange | null,
  others: readonly Read<string>[],
): Read<string>[] {
  const text = outline.normal.text
  const read = (ranges: readonly TextRange[]) =>
    ranges.map((range) => ({
      value: text.slice(range.start, range.end).replace(/\s/g, '').replace(/文件$/, ''),
      range,
    }))
  if (outline.signatories.length > 0) return read(outline.signatories)
  const header = read(outline.redHeader).filter(({ value }) => isAgencyName(value))
  if (header.length > 0) return header
  if (field !== null) return read(splitTopLevel(text, field, '、，；'))
  if (others[0] !== undefined) return [others[0]]
  const before = title === null ? -1 : title.value.search(/关于|印发|转发/)
  if (title !== null && before > 2 && isAgencyName(title.value.slice(0, before))) {
    return [
      {
        value: title.value.slice(0, before),
        range: { start: title.range.start, end: title.range.start + before },
      },
    ]
  }
  return []
}

const NATIONAL_BODY =
  /^(?:国务院|中共中央|全国人大|全国人民代表大会|最高人民|中华人民共和国(?!.{0,8}海关)|国家[^（]{1,20}(?:局|委员会|委|署|办公室)$|[^省市县区]{2,12}部(?:办公厅)?$|中国(?:人民银行|证券监督管理委员会|民用航空局|气象局))/

/** The first issuer's place and level; without issuers the province or city that the text calls its own. */
function placeOf(
  outline: Outline,
  issuers: readonly Read<string>[],
  title: Read<string> | null,
  gazetteer: Gazetteer,
) {
  for (const name of [...issuers.map(({ value }) => value), ...(title === null ? [] : [title.value])]) {
    if (NATIONAL_BODY.test(name)) return { place: gazetteer.byCode('000000'), level: 'NATIONAL' as const }
    const prefix = gazetteer.longestPrefix(name.replace(/^中共/, ''))
    if (prefix !== null) return { place: prefix.place, level: prefix.place.level }
  }
  const own = ownPlace(outline.normal.text, gazetteer)
  // 某某条例 and 某某法 that name no place and no issuer are acts of the state.
  if (
    own.place === null &&
    title !== null &&
    /(?:条例|(?<![办方做看想说])法)(?:（[^（）]*）)*$/.test(title.value)
  )
    return { place: gazetteer.byCode('000000'), level: 'NATIONAL' as const }
  return own
}

const OWN: readonly { readonly words: RegExp; readonly level: Level }[] = [
  { words: /[我本全]省|省委|省政府/g, level: 'PROVINCIAL' },
  { words: /[我本全]市|市委|市政府/g, level: 'MUNICIPAL' },
  { words: /[我本全][县区]|县委|县政府|区委|区政府/g, level: 'COUNTY' },
]

/** 我省 … 吉林省: the level that the text calls its own most often, and the place of that level named most often. */
function ownPlace(text: string, gazetteer: Gazetteer): { place: PlaceNode | null; level: Level | null } {
  const levels = OWN.map(({ words, level }) => ({ level, count: [...text.matchAll(words)].length }))
  const own = levels.toSorted((a, b) => b.count - a.count)[0]
  if (own === undefined || own.count === 0) return { place: null, level: null }
  const counts = new Map<PlaceNode, number>()
  for (const { place } of gazetteer.find(text)) {
    const at = gazetteer.atLevel(place, own.level)
    if (at !== null) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  const best = [...counts].toSorted((a, b) => b[1] - a[1])[0]
  return { place: best?.[0] ?? null, level: own.level }
}

/** 主送机关: split at ，; at 、 only where there is no ， and every part is a class or body of its own. */
function readRecipients(text: string, range: TextRange | null): Read<string>[] {
  if (range === null) return []
  const end = text[range.end - 1] === '：' ? range.end - 1 : range.end
  const inner = { start: range.start, end }
  const byComma = splitTopLevel(text, inner, '，；')
  const finer = byComma.length > 1 ? [] : splitTopLevel(text, inner, '、')
  const whole = (part: TextRange) =>
    /^(?:各|有关|省|市|县|区|国务院)/.test(text.slice(part.start, part.end)) &&
    isAgencyName(text.slice(part.start, part.end))
  const parts = finer.length > 1 && finer.every(whole) ? finer : byComma
  return parts.map((part) => ({ value: text.slice(part.start, part.end), range: part }))
}

/** 抄送: split at ， and 。, over line ends. */
function readCopied(text: string, lines: readonly TextRange[]): Read<string>[] {
  return joinBrokenNames(text, lines).flatMap((line) => {
    const label = /^(?:抄送|抄报|分送)：?/.exec(text.slice(line.start, line.end))?.[0].length ?? 0
    return splitTopLevel(text, { start: line.start + label, end: line.end }, '，。；')
      .flatMap((part, _, all) => (all.length > 1 ? [part] : splitBodies(text, part)))
      .map((part) => ({ value: text.slice(part.start, part.end).replace(/\s/g, ''), range: part }))
  })
}

/** 市监 | 委，市法院: a line that ends within a name goes on in the next one. */
function joinBrokenNames(text: string, lines: readonly TextRange[]): readonly TextRange[] {
  const joined: TextRange[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const name =
      last === undefined ? '' : (/[^，。；、：]*$/.exec(text.slice(last.start, last.end))?.[0] ?? '')
    const goesOn = name !== '' && !isAgencyName(name) && !/^(?:抄送|抄报|分送)/.test(text.slice(line.start))
    if (last !== undefined && goesOn) joined[joined.length - 1] = { start: last.start, end: line.end }
    else joined.push(line)
  }
  return joined
}

/** 抄送：市财政局、市水利局。 A line without any ， parts the bodies by 、, if all of them are bodies. */
function splitBodies(text: string, line: TextRange): readonly TextRange[] {
  const parts = splitAgencies(text, line)
  return parts.every((part) => isAgencyName(text.slice(part.start, part.end))) ? parts : [line]
}

function readElements(outline: Outline, history: readonly CaptionEvent[]): ElementFact[] {
  const text = outline.normal.text
  const notes = outline.annotations.map((range) => ({
    name: '附注',
    value: text.slice(range.start + 1, range.end - 1),
    range,
    confidence: ELEMENT_CONFIDENCE.marked,
  }))
  const fields = outline.metadata.map(({ name, value }) => ({
    name,
    value: text.slice(value.start, value.end),
    range: value,
    confidence: ELEMENT_CONFIDENCE.field,
  }))
  const steps = history.map(({ name, range }) => ({
    name,
    value: text.slice(range.start, range.end),
    range,
    confidence: ELEMENT_CONFIDENCE.worded,
  }))
  return [...notes, ...fields, ...steps]
}
