import type { AnnotatedDocument } from './seedDocuments.ts'

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
const SOFT_FIELDS = ['productType', 'target', 'target.deadline', 'citation+relation']
/** A line with fewer facts may miss its bar by one fact: there one fact weighs more than the bar allows. */
const FEW_FACTS = 25

/** Whether a field keeps its bar (F1, 0–1): the lower one where careful readers differ. */
export function keepsBar({ field, gold, f1, errors }: Figure, bar: number, softBar: number): boolean {
  if (f1 >= (SOFT_FIELDS.includes(field) ? softBar : bar)) return true
  const missing = errors.filter((error) => error.startsWith('-')).length
  return gold < FEW_FACTS && Math.max(missing, errors.length - missing) <= 1
}

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
/** The facts of one side as strings; the other side where what counts depends on it. */
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

/** The body's first and last words are where the annotation has them; only the printed side has texts. */
const clauseTexts: Rows = (side, other) => {
  const isPrinted = typeof side.text === 'string'
  const texts = new Map(side.clauses.map((clause: Json) => [clause.ordinal, bare(clause.text)]))
  const isWhole = ({ ordinal, head, tail }: Json) => {
    const text = String(texts.get(ordinal) ?? '')
    return text.startsWith(bare(head)) && text.endsWith(bare(tail))
  }
  const wanted = isPrinted ? other.clauses.filter(isWhole) : side.clauses
  return wanted.map(({ ordinal, head, tail }: Json) => `#${ordinal} ${head}…${tail}`)
}

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
  [
    'clause.title',
    ({ clauses }) =>
      clauses.flatMap((c: Json) => (c.title == null ? [] : [`#${c.ordinal} ${bare(c.title)}`])),
  ],
  ['clause.text', clauseTexts],
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
export function measure(documents: readonly AnnotatedDocument[]): Figure[] {
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
