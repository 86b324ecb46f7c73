import type { SeedDocument } from './seedDocuments.ts'

/** Precision, recall and F1 of one field over all documents, micro-averaged. */
export interface Figure {
  readonly field: string
  readonly gold: number
  readonly got: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** `- missing` and `+ too much`. */
  readonly errors: readonly string[]
}

/** Fields where careful readers differ; they are held to a lower bar. */
export const SOFT_FIELDS = ['productType', 'target', 'target.deadline', 'citation+relation']

const SAME: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ';': '；',
  ':': '：',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '«': '《',
  '»': '》',
  '[': '〔',
  ']': '〕',
}
const fold = (text: string | null | undefined) =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[(),;:“”‘’«»[\]]/g, (mark) => SAME[mark] ?? mark)
const bare = (text: string | null | undefined) => fold(text).replace(/^[。；，、：]+|[。；，、：]+$/g, '')

// biome-ignore lint/suspicious/noExplicitAny: both sides are JSON of the documented shape
type Json = any
type Rows = (side: Json, other: Json) => string[]

const perClause = (key: (fact: Json) => string, facts: (clause: Json) => Json[]): Rows => {
  return ({ clauses }) =>
    clauses.flatMap((clause: Json) => facts(clause).map((fact) => `#${clause.ordinal} ${key(fact)}`))
}
const single = (field: string): [string, Rows] => [
  `document.${field}`,
  ({ document }) => (document[field] == null ? [] : [bare(document[field])]),
]
const list = (field: string): [string, Rows] => [
  `document.${field}`,
  ({ document }) => document[field].map(bare),
]
const duties = (key: (duty: Json) => string) => perClause(key, (clause) => clause.responsibilities)
const cited = (citation: Json) => bare(citation.number ?? citation.title)

/** Which facts of a document are compared, as strings: the gold first and what was read second. */
const FIELDS: readonly [string, Rows][] = [
  ...[
    'title',
    'number',
    'level',
    'kind',
    'issuedOn',
    'printedOn',
    'publishedOn',
    'effectiveFrom',
    'effectiveUntil',
  ].map(single),
  ...['issuers', 'jurisdiction', 'recipients', 'copiedTo'].map(list),
  ['section', ({ sections }) => sections.map((s: Json) => `${bare(s.label)} ${bare(s.title)}`)],
  ['clause', ({ clauses }) => clauses.map((c: Json) => `#${c.ordinal} ${bare(c.label)}`)],
  ['clause.title', ({ clauses }) => clauses.map((c: Json) => `#${c.ordinal} ${bare(c.title)}`)],
  ['responsibility', duties((d) => bare(d.agency))],
  ['responsibility+role', duties((d) => `${bare(d.agency)} ${d.role}`)],
  ['responsibility+region', duties((d) => `${bare(d.agency)} ${bare(d.region)}`)],
  ['citation', ({ citations }) => citations.map((c: Json) => `#${c.clause ?? 0} ${cited(c)}`)],
  [
    'citation+relation',
    ({ citations }) => citations.map((c: Json) => `#${c.clause ?? 0} ${cited(c)} ${c.relation}`),
  ],
  [
    'target',
    perClause(
      (t) => `${t.value}${bare(t.unit)}`,
      (c) => c.targets.filter((t: Json) => t.value != null),
    ),
  ],
  [
    'target.deadline',
    perClause(
      (t) => t.deadline,
      (c) => c.targets.filter((t: Json) => t.deadline),
    ),
  ],
  ['productType', perClause(bare, (c) => c.productTypes)],
  [
    'ledger',
    ({ ledger }) =>
      (ledger ?? []).map(
        (r: Json) =>
          `#${r.ordinal} ${r.lead.map(bare).join('、')} | ${r.support.map(bare).sort().join('、')}`,
      ),
  ],
  ['ledger.clause', ({ ledger }) => (ledger ?? []).map((r: Json) => `#${r.ordinal} → ${r.clause}`)],
]

/** Compares what was read with the annotations, field by field. */
export function measure(documents: readonly SeedDocument[]): Figure[] {
  return FIELDS.map(([field, rows]) => {
    const errors: string[] = []
    let [hits, gold, got] = [0, 0, 0]
    for (const document of documents) {
      const wanted = new Set(rows(document.gold, document.printed))
      const read = new Set(rows(document.printed, document.gold))
      const where = document.name.slice(0, 8)
      for (const fact of wanted) read.has(fact) ? hits++ : errors.push(`- ${where} ${fact}`)
      for (const fact of read) if (!wanted.has(fact)) errors.push(`+ ${where} ${fact}`)
      gold += wanted.size
      got += read.size
    }
    const precision = got === 0 ? (gold === 0 ? 1 : 0) : hits / got
    const recall = gold === 0 ? 1 : hits / gold
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    return { field, gold, got, precision, recall, f1, errors }
  })
}
