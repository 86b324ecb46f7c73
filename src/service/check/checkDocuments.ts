import type { Mention } from '../../citing/mentions.ts'
import type { DocumentNode } from '../../domain/nodes.ts'
import type { TextRange } from '../../domain/span.ts'
import { foldKey } from '../../text/fold.ts'
import { LAW_NAMES } from '../../text/lawNames.ts'
import { bigrams, containment } from '../../text/similarity.ts'
import { isContainedTitle, isSameTitle, titleKeys } from '../../text/titleKeys.ts'
import type { Scope } from '../scope.ts'

/** What the corpus knows of a document that an answer names. */
export interface KnownMention {
  readonly mention: Mention
  /** The document meant; null where the corpus has none. */
  readonly document: DocumentNode | null
  /** Others that it may mean, and of one that is not there the nearest. */
  readonly others: readonly DocumentNode[]
  /** Where its number begins in the answer: running text may stand right before it. */
  readonly range: TextRange
  readonly number: NumberState | null
  readonly title: TitleState | null
}
/** LAW: a law in force. TOLD: a clause of the corpus names it, but as no document that it knows. */
export type TitleState = 'KNOWN' | 'OTHER' | 'UNKNOWN' | 'LAW' | 'TOLD'
/** KNOWN: the document's. OTHER: another document's. UNKNOWN: of none. UNTOLD: the corpus does not know the document's number. */
export type NumberState = 'KNOWN' | 'OTHER' | 'UNKNOWN' | 'UNTOLD'

const NUMBER = /^(?<code>.+?)〔(?<year>\d{4})〕(?<serial>\d+)号$/u
const ORDER = /^(?<body>.+?)(?<rest>令第\d+号)$/u
/** A 机关代字 has at least two characters, the name of a body that gives orders at least three. */
const LEAST_CODE = 2
const LEAST_BODY = 3
/** Running text of an answer right before a 机关代字 that the corpus does not know. */
const BEFORE_CODE =
  /^.*(?:是|为|号|在|见|的|由|依|据|按|照|到|年|查|出台了?|印发了?|发布了?|以及|了)(?=.{2})/u
/** Nearest documents that are named. */
const NEAREST = 5
/** Clauses that the words of an unknown title lead to. */
const CLAUSES = 50
/** Share of pairs of characters by which two titles are alike. */
const ALIKE = 0.5

/**
 * The document that a mention means.
 * @param isNamedPlace whether a document belongs to the place that the answer names beside it; null where it names none
 */
export async function knowMention(
  scope: Scope,
  mention: Mention,
  isNamedPlace: ((document: DocumentNode) => boolean) | null,
): Promise<KnownMention> {
  const [byNumber, byTitle] = await Promise.all([
    mention.number === null ? null : findNumbered(scope, mention.number.words),
    mention.title === null ? [] : findTitled(scope, mention.title.words),
  ])
  const numbered = byNumber?.documents ?? []
  const cut = byNumber?.cut ?? 0
  const range = { start: cutStart(mention, cut), end: mention.end }
  const number = mention.number === null ? null : { ...mention.number, start: mention.number.start + cut }
  const cleaned =
    number === null ? mention : { ...mention, number: { ...number, words: number.words.slice(cut) } }
  const found = choose(cleaned, numbered, byTitle, isNamedPlace)
  if (found.document !== null) return { mention: cleaned, range, ...found }
  const near = await findNearest(scope, cleaned)
  const title = found.title === 'UNKNOWN' && near.isTold ? 'TOLD' : found.title
  return { mention: cleaned, range, ...found, title, others: near.documents.slice(0, NEAREST) }
}

type Choice = Pick<KnownMention, 'document' | 'others' | 'number' | 'title'>

function choose(
  { number, title }: Mention,
  numbered: readonly DocumentNode[],
  titled: readonly DocumentNode[],
  isNamedPlace: ((document: DocumentNode) => boolean) | null,
): Choice {
  const ofPlace = (documents: readonly DocumentNode[]) =>
    documents.toSorted((a, b) => rank(b, isNamedPlace) - rank(a, isNamedPlace))
  if (title === null) {
    const [document = null, ...others] = ofPlace(numbered)
    return { document, others, number: document === null ? 'UNKNOWN' : 'KNOWN', title: null }
  }
  if (number === null) {
    const [document = null, ...others] = ofPlace(titled)
    return { document, others, number: null, title: document === null ? titleState(title.words) : 'KNOWN' }
  }
  const both = numbered.find(
    (document) => titled.some(({ id }) => id === document.id) || bearsTitle(document, title.words),
  )
  if (both !== undefined) return { document: both, others: [], number: 'KNOWN', title: 'KNOWN' }
  const [byTitle] = ofPlace(titled)
  const [byNumber] = ofPlace(numbered)
  if (byTitle !== undefined) {
    const state = byTitle.number === null ? 'UNTOLD' : byNumber === undefined ? 'UNKNOWN' : 'OTHER'
    return { document: byTitle, others: numbered, number: state, title: 'KNOWN' }
  }
  if (byNumber !== undefined) return { document: byNumber, others: [], number: 'KNOWN', title: 'OTHER' }
  return { document: null, others: [], number: 'UNKNOWN', title: titleState(title.words) }
}

function rank(document: DocumentNode, isNamedPlace: ((document: DocumentNode) => boolean) | null): number {
  return (isNamedPlace?.(document) === true ? 2 : 0) + (document.ingested ? 1 : 0)
}

/** A law in force is no invention, though the corpus may not hold it. */
function titleState(title: string): 'LAW' | 'UNKNOWN' {
  return LAW_NAMES.includes(title.replace(/^中华人民共和国/u, '').replace(/（[^（）]*）$/u, ''))
    ? 'LAW'
    : 'UNKNOWN'
}

function bearsTitle(document: DocumentNode, title: string): boolean {
  return [document.title, document.carriedTitle].some(
    (own) => own !== null && (isSameTitle(own, title) || isContainedTitle(own, title)),
  )
}

/** The documents of the longest number that the corpus knows, and how many characters before it are running text. */
async function findNumbered(
  scope: Scope,
  words: string,
): Promise<{ readonly documents: readonly DocumentNode[]; readonly cut: number }> {
  const groups = (NUMBER.exec(words) ?? ORDER.exec(words))?.groups ?? {}
  const code = groups['code'] ?? groups['body'] ?? words
  const least = groups['code'] === undefined ? LEAST_BODY : LEAST_CODE
  const tails = Array.from({ length: Math.max(1, code.length - least + 1) }, (_, cut) => words.slice(cut))
  const found = await scope.store.documentsByKey({ numbers: tails.map(foldKey) })
  for (const [cut, tail] of tails.entries()) {
    const documents = found.filter(({ number }) => number !== null && foldKey(number) === foldKey(tail))
    if (documents.length > 0) return { documents, cut }
  }
  const cut = BEFORE_CODE.exec(code)?.[0].length ?? 0
  return { documents: [], cut: code.length - cut >= least ? cut : 0 }
}

async function findTitled(scope: Scope, words: string): Promise<readonly DocumentNode[]> {
  const known = await scope.store.documentsByKey({ titles: titleKeys(words) })
  if (known.length > 0) return known
  const page = await scope.store.documents({ text: words }, { first: NEAREST, after: null })
  return page.items.map(({ node }) => node).filter((document) => bearsTitle(document, words))
}

function cutStart({ start, number }: Mention, cut: number): number {
  return number !== null && number.start === start ? start + cut : start
}

interface Nearest {
  readonly documents: readonly DocumentNode[]
  /** Whether a clause names the title. */
  readonly isTold: boolean
}

/** Documents that a mention that the corpus does not know may have meant. */
async function findNearest(scope: Scope, { number, title }: Mention): Promise<Nearest> {
  const variants = number === null ? [] : numberVariants(number.words)
  const [numbered, titled] = await Promise.all([
    variants.length === 0 ? [] : scope.store.documentsByKey({ numbers: variants }),
    title === null ? { documents: [], isTold: false } : findAlike(scope, title.words),
  ])
  const all = [...titled.documents, ...numbered]
  return {
    documents: [...new Map(all.map((document) => [document.id, document])).values()],
    isTold: titled.isTold,
  }
}

/** Numbers that differ by what is mistaken most: the year, two digits, 办, 字, 发 or 规 in the 机关代字. */
function numberVariants(number: string): string[] {
  const { code, year, serial } = NUMBER.exec(number)?.groups ?? {}
  if (code === undefined || year === undefined || serial === undefined) return []
  const years = [-2, -1, 0, 1, 2].map((step) => String(Number(year) + step))
  const turned = serial.length > 1 ? [[...serial].reverse().join('')] : []
  const serials = [serial, ...turned, serial.slice(1), serial.slice(0, -1)].filter((each) => each !== '')
  const codes = new Set([code])
  for (let at = 1; at <= code.length; at++) {
    codes.add(code.slice(0, at - 1) + code.slice(at))
    for (const added of '办字发规政') codes.add(code.slice(0, at) + added + code.slice(at))
  }
  const same = [...codes].map((each) => `${each}〔${year}〕${serial}号`)
  const other = years.flatMap((each) => serials.map((nth) => `${code}〔${each}〕${nth}号`))
  return [...same, ...other].map(foldKey)
}

/** Documents whose titles share most with one, by the clauses that its words lead to. */
async function findAlike(scope: Scope, title: string): Promise<Nearest> {
  const { segmenter } = scope.search()
  const tokens = [...new Set(segmenter.tokens(title))]
  const ids = tokens.length === 0 ? [] : await scope.store.keywordCandidates(tokens, {}, CLAUSES)
  const clauses = await scope.read.list('CLAUSE', ids)
  const documents = await scope.read.list('DOCUMENT', [
    ...new Set(clauses.map(({ documentId }) => documentId)),
  ])
  const [pairs, key] = [bigrams(title), foldKey(title)]
  const alike = documents
    .map((document) => ({ document, like: containment(pairs, bigrams(document.title)) }))
    .filter(({ like }) => like >= ALIKE)
    .sort((a, b) => b.like - a.like)
  return {
    documents: alike.map(({ document }) => document),
    isTold: clauses.some(({ text }) => foldKey(text).includes(key)),
  }
}
