import type { Notice } from '../../src/domain/notice.ts'
import type { TextRange } from '../../src/domain/span.ts'
import { findDates } from '../../src/text/dates.ts'
import { foldKey } from '../../src/text/fold.ts'
import { bigrams, containment } from '../../src/text/similarity.ts'
import { type LedgerFact, type Outline, spanOf } from '../values.ts'
import { type KnowsAgency, readAgencyList } from './agencyList.ts'
import { isAgencyName } from './agencyNames.ts'
import { type LedgerRow, readLedgerTables } from './ledgerTables.ts'
import { readNote } from './noteReader.ts'
import { RANKING_RULE } from './noteRules.ts'

/** Below this share of common character pairs a row belongs to no clause (a ledger rewords little: the seeds' lowest is 0.93). */
const MIN_LIKENESS = 0.5

/** The label that a task is printed with: （三）, 5., 第六条, 一、. */
const PRINTED_LABEL =
  /^(?:（[\d一二三四五六七八九十]{1,3}）|\d{1,3}[.、]|第[\d一二三四五六七八九十百]+[条项]|[一二三四五六七八九十]{1,3}、)/u

/** Reads the work ledgers of a document and finds the clause that each row belongs to by its wording. */
export function readLedger(
  outline: Outline,
  knows: KnowsAgency = () => false,
): { rows: LedgerFact[]; notices: Notice[] } {
  const text = outline.normal.text
  const rows = readLedgerTables(text)
  mendCutCells(rows)
  const ranking = RANKING_RULE.test(text)
  const clauses = outline.clauses.map((clause) =>
    bigrams(text.slice(clause.content.start, clause.content.end)),
  )
  const notices: Notice[] = []
  let printed = ''
  const facts = rows.map((row, i): LedgerFact => {
    if (row.task !== '') printed = row.task
    const clause = bestClause(bigrams(row.measure), clauses) ?? namedClause(printed || row.measure, outline)
    const owner = clause === null ? undefined : outline.clauses[clause]
    const task = owner === undefined ? printed || null : labelOf(text, owner.node)
    if (owner !== undefined && !sameLabel(printed, owner.node.label)) {
      notices.push({
        code: 'ledger/shifted-label',
        severity: 'WARNING',
        message: `台账第${i + 1}行印作“${printed}”，按措施原文属于“${task}”，以原文为准`,
        span: spanOf(outline.normal, row.range.start, row.range.end),
      })
    }
    if (owner === undefined && clauses.length > 0) {
      notices.push({
        code: 'ledger/no-clause',
        severity: 'WARNING',
        message: `台账第${i + 1}行在正文中没有对应条款`,
        span: spanOf(outline.normal, row.range.start, row.range.end),
      })
    }
    return {
      ordinal: i + 1,
      task,
      measure: row.measure,
      ...readParties(row, ranking, knows),
      deadline: findDates(row.deadline).at(-1)?.date ?? null,
      clause,
      range: row.range,
    }
  })
  const unled = facts.find(({ responsible }) => responsible.length > 0)
  if (unled !== undefined) {
    notices.push({
      code: 'ledger/no-lead',
      severity: 'INFO',
      message: '表中只列责任单位，没有说谁牵头；这些机构列在 lead 和 responsible 中',
      span: spanOf(outline.normal, unled.range.start, unled.range.end),
    })
  }
  return { rows: facts, notices }
}

/**
 * A cell that the end of a page cut goes on in the next row's cell, before a blank: `…济南片区` | `管委会、相关区县政府 市工信局…`.
 */
function mendCutCells(rows: readonly LedgerRow[]): void {
  rows.forEach((row, i) => {
    const previous = rows[i - 1]
    const [head, ...rest] = row.support.split(' ')
    if (previous === undefined || head === undefined || rest.length === 0) return
    const last = previous.support.split('、').at(-1) ?? ''
    const first = head.split('、')[0] ?? ''
    const cut = last !== '' && !(isAgencyName(last) && isAgencyName(first) && first.length > 4)
    if (!cut) return
    previous.support += head
    row.support = rest.join('、')
  })
}

type Parties = Pick<LedgerFact, 'lead' | 'responsible' | 'support'>

/**
 * Who leads, answers and takes part. Under 责任单位 nobody is said to lead: those bodies answer for the row and are listed in
 * `lead` and in `responsible`; where a rule ranks them, the first one leads and the others take part. Beside a column of
 * 牵头单位 they take part.
 */
function readParties(row: LedgerRow, ranking: boolean, knows: KnowsAgency): Parties {
  const lead = names(row.lead, knows)
  const support = names(row.support, knows)
  const note = readCellNote(row.responsible, knows)
  if (note !== null) return joinParties(lead, note, support)
  const responsible = names(row.responsible, knows)
  // beside those who lead, those who are responsible take part
  if (lead.length > 0) return { lead, responsible: [], support: [...responsible, ...support] }
  if (!ranking) return joinParties(lead, { lead: [], responsible, support: [] }, support)
  const [first, ...others] = responsible
  return joinParties(
    first === undefined ? [] : [first],
    { lead: [], responsible: [], support: others },
    support,
  )
}

function joinParties(lead: readonly string[], more: Parties, support: readonly string[]): Parties {
  const leads = [...new Set([...lead, ...more.lead])]
  const responsible = more.responsible.filter((name) => !leads.includes(name))
  return { lead: [...leads, ...responsible], responsible, support: [...more.support, ...support] }
}

/** A cell that tells the roles itself: 市科技局牵头，市财政局配合. */
function readCellNote(cell: string, knows: KnowsAgency): Parties | null {
  const whole = { start: 0, end: cell.length }
  const note = readNote(cell, whole, whole, { knows, bare: false })
  if (note === null) return null
  const of = (role: string) =>
    note.agencies.filter((agency) => agency.role === role).map(({ printed }) => printed)
  return { lead: of('LEAD'), responsible: of('RESPONSIBLE'), support: of('SUPPORT') }
}

function names(cell: string, knows: KnowsAgency): string[] {
  const list = cell.replace(/[ ；;/]/g, '、')
  return readAgencyList(list, { start: 0, end: list.length }, knows).map(({ printed }) => printed)
}

function bestClause(measure: ReadonlySet<string>, clauses: readonly ReadonlySet<string>[]): number | null {
  let best: number | null = null
  let likeness = MIN_LIKENESS
  clauses.forEach((clause, i) => {
    const share = containment(measure, clause)
    if (share > likeness) {
      best = i
      likeness = share
    }
  })
  return best
}

/** A heading that opens a task says as much as one that is the task; a shorter one could open any. */
const SHORTEST_OPENING = 6

/** The clause whose heading the task repeats or opens with, where the measure is worded anew. */
function namedClause(task: string, { clauses, normal }: Outline): number | null {
  const key = foldKey(task.replace(PRINTED_LABEL, ''))
  const headings = clauses.map(({ node: { title } }) =>
    title === null ? '' : foldKey(normal.text.slice(title.start, title.end)),
  )
  const same = headings.indexOf(key)
  if (same !== -1 && key !== '') return same
  const opening = headings.findIndex(
    (heading) => heading.length >= SHORTEST_OPENING && key.startsWith(heading),
  )
  return opening === -1 ? null : opening
}

function labelOf(text: string, node: { label: string; title: TextRange | null }): string {
  return node.label + (node.title === null ? '' : text.slice(node.title.start, node.title.end))
}

function sameLabel(printed: string, label: string): boolean {
  return printed === '' || !PRINTED_LABEL.test(printed) || printed.startsWith(label)
}
