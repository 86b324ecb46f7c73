import type { Level, Role } from '../../../src/domain/vocabulary.ts'
import { seededRandom } from '../bundle.ts'
import { SYNTHETIC_PLACES, type SyntheticPlace } from './places.ts'
import { FIELDS, type Field, GENERAL_SENTENCES, MEASURES, SUPPORTERS } from './wording.ts'

export interface PlannedClause {
  /** Of the clause's field and measure: clauses that share both are about the same. */
  readonly topic: number
  readonly heading: string
  readonly text: string
  /** As printed in the responsibility note, the leading agency first. */
  readonly agencies: readonly { readonly role: Role; readonly name: string; readonly function: string }[]
}
export interface PlannedDocument {
  /** From 0. */
  readonly index: number
  readonly place: SyntheticPlace
  readonly year: number
  readonly month: number
  readonly serial: number
  /** 发文字号. */
  readonly number: string
  /** Of the office that issues it. */
  readonly office: string
  readonly title: string
  readonly documentKind: string
  readonly clauses: readonly PlannedClause[]
  /** The document that it implements, which comes before it; null for none. */
  readonly upper: UpperDocument | null
}
export interface UpperDocument {
  readonly index: number
  readonly id: string
  readonly number: string
  readonly title: string
}
export interface PlanOptions {
  /** Clauses of the corpus; the last document takes the rest. */
  readonly clauses: number
  readonly clausesPerDocument: number
  readonly seed?: number
}

/** Number of topics that clauses are about. */
export const TOPICS = FIELDS.length * MEASURES.length

const KINDS = ['实施意见', '若干措施', '行动方案', '实施方案'] as const
const FIRST_YEAR = 2015
const YEARS = 10
/** How the agencies of a level are called after their function. */
const SUFFIX: Readonly<Record<Level, string>> = {
  NATIONAL: '部',
  PROVINCIAL: '厅',
  MUNICIPAL: '局',
  COUNTY: '局',
}
const PREFIX: Readonly<Record<Level, string>> = {
  NATIONAL: '',
  PROVINCIAL: '省',
  MUNICIPAL: '市',
  COUNTY: '区',
}

type Choose = <T>(from: readonly T[]) => T

/**
 * The documents of a made-up corpus, one after the other: a corpus of any size needs no more memory than what is kept of
 * it. The same options give the same documents.
 */
export function* planDocuments({
  clauses,
  clausesPerDocument,
  seed = 1,
}: PlanOptions): Generator<PlannedDocument> {
  const random = seededRandom(seed)
  const pick: Choose = (from) => from[Math.floor(random() * from.length)]!
  /** Documents that lower ones may implement, by place and field: the latest of each. */
  const latest = new Map<string, UpperDocument>()
  const serials = new Map<string, number>()
  const count = Math.ceil(clauses / clausesPerDocument)
  for (let index = 0; index < count; index++) {
    // places take turns, those above before those below
    const place = SYNTHETIC_PLACES[index % SYNTHETIC_PLACES.length]!
    const year = FIRST_YEAR + Math.min(YEARS - 1, Math.floor((index / count) * YEARS))
    const serial = (serials.get(`${place.code}/${year}`) ?? 0) + 1
    serials.set(`${place.code}/${year}`, serial)
    const parent = place.parent === null ? undefined : SYNTHETIC_PLACES[place.parent]
    const above = FIELDS.filter(({ name }) => parent !== undefined && latest.has(`${parent.code}/${name}`))
    // most plans are made because one above was
    const field = above.length > 0 && random() < 0.7 ? pick(above) : pick(FIELDS)
    const size = Math.min(clausesPerDocument, clauses - index * clausesPerDocument)
    const office = place.level === 'NATIONAL' ? '国务院办公厅' : `${place.name}人民政府办公厅`
    const documentKind = pick(KINDS)
    const verb = pick(['促进', '加快', '推进', '支持'])
    const document: PlannedDocument = {
      ...{ index, place, year, serial, office, documentKind, month: 1 + Math.floor(random() * 12) },
      number: `${place.agencyCode}〔${year}〕${serial}号`,
      title: `${office}关于${verb}${field.name}高质量发展的${documentKind}`,
      clauses: Array.from({ length: size }, () => planClause(field, place, random, pick)),
      upper: (parent === undefined ? undefined : latest.get(`${parent.code}/${field.name}`)) ?? null,
    }
    yield document
    const { number, title } = document
    latest.set(`${place.code}/${field.name}`, { index, id: syntheticDocumentId(document), number, title })
  }
}

/** The id that reading gives such a document. */
export function syntheticDocumentId({
  place,
  year,
  serial,
}: Pick<PlannedDocument, 'place' | 'year' | 'serial'>): string {
  return `cn/${place.code}/${place.agencyCode}/${year}/${serial}`
}

function planClause(field: Field, place: SyntheticPlace, random: () => number, pick: Choose): PlannedClause {
  const measure = pick(MEASURES)
  const object = pick(field.objects)
  const fill = (words: string) =>
    words
      .replaceAll('{物}', () => (random() < 0.7 ? object : pick(field.objects)))
      .replaceAll('{众}', () => pick(field.groups))
      .replaceAll('{数}', () => String(pick([3, 5, 8, 10, 15, 20, 30, 50, 80, 100, 200, 500])))
      .replaceAll('{年}', () => String(2025 + Math.floor(random() * 6)))
  const some = (from: readonly string[], share: number) => {
    const chosen = from.filter(() => random() < share)
    return chosen.length === 0 ? from.slice(0, 1) : chosen
  }
  // the other measures of a clause say something of two more, as the long clauses of real plans do
  const others = [pick(MEASURES), pick(MEASURES)].filter((other) => other !== measure)
  const sentences = [measure, ...others].flatMap((each, index) =>
    some(each.sentences, index === 0 ? 0.8 : 0.5),
  )
  const text = [...sentences.map(fill), ...(random() < 0.4 ? [pick(GENERAL_SENTENCES)] : [])].join('')
  return {
    topic: FIELDS.indexOf(field) * MEASURES.length + MEASURES.indexOf(measure),
    heading: measure.heading.replaceAll('{物}', object),
    text,
    agencies: planAgencies(field, place.level, random, pick),
  }
}

function planAgencies(
  field: Field,
  level: Level,
  random: () => number,
  pick: Choose,
): PlannedClause['agencies'] {
  const lead = pick(field.leads)
  const others = new Set([pick(SUPPORTERS), ...(random() < 0.5 ? [pick(SUPPORTERS)] : [])])
  others.delete(lead)
  const named = (role: Role, agencyFunction: string) => ({
    role,
    name: `${PREFIX[level]}${agencyFunction}${SUFFIX[level]}`,
    function: agencyFunction,
  })
  return [named('LEAD', lead), ...[...others].map((other) => named('SUPPORT', other))]
}
