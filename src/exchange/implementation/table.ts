import { wordingBandOf } from '../../service/correspondenceWording.ts'
import { documentReference } from '../../service/reference.ts'
import type { TargetComparison } from '../../service/targetVerdict.ts'
import { pageUrl } from '../../service/urls.ts'
import { labelOf, VALIDITY_LABELS } from '../labels.ts'
import type { OutputLanguage } from '../language.ts'
import type { Cell, Column, Table, TableFormat } from '../table.ts'
import {
  type ComparedClause,
  type ComparedLink,
  type ComparedRow,
  type Comparison,
  clauseHeading,
  targetWords,
} from './comparison.ts'
import {
  DEADLINE_VERDICT_LABELS,
  DEGREE_LABELS,
  FINDING_LABELS,
  KIND_LABELS,
  LEAD_LABELS,
  REVIEW_LABELS,
  TARGET_VERDICT_LABELS,
  WORDING_LABELS,
} from './labels.ts'

/** The matrix as tables: an overview and the comparison clause by clause; in CSV, which holds one table, the latter alone. */
export function implementationTables(
  comparison: Comparison,
  format: TableFormat,
  language: OutputLanguage,
): readonly Table[] {
  const clauses = clauseTable(comparison, language)
  return format === 'csv' ? [clauses] : [overviewTable(comparison, language), clauses]
}

const column = (zh: string, en: string, width?: number): Column => ({
  title: { zh, en },
  ...(width === undefined ? {} : { width }),
})

const OVERVIEW_COLUMNS: readonly Column[] = [
  column('下位文件', 'lower document', 60),
  column('成文日期', 'issued on', 12),
  column('与上位文件的关系', 'relation to the upper document'),
  column('间隔天数', 'lag in days', 10),
  column('效力', 'validity', 12),
  column('同一举措', 'same measure', 10),
  column('仅同主题', 'same topic only', 10),
  column('缺口', 'gaps', 10),
  column('上位条款', 'upper clauses', 10),
  column('地方新增', 'local additions', 10),
  column('文件编号', 'document id', 40),
]

function overviewTable(comparison: Comparison, language: OutputLanguage): Table {
  const { scope, columns, upper } = comparison
  async function* rows(): AsyncGenerator<readonly Cell[]> {
    for (const { document, kind, covered, topicOnly, total, lagDays, validity, additions } of columns) {
      yield [
        { text: documentReference(document), url: pageUrl(scope.baseUrl, document.id) },
        document.issuedOn,
        labelOf(KIND_LABELS, kind, language),
        lagDays,
        labelOf(VALIDITY_LABELS, validity, language),
        covered,
        topicOnly,
        total - covered - topicOnly,
        total,
        (await additions()).length,
        document.id,
      ]
    }
  }
  const name = documentReference(upper)
  return {
    name: { zh: `概览 ${name}`, en: `Overview ${name}` },
    columns: OVERVIEW_COLUMNS,
    rows: rows(),
  }
}

const CLAUSE_COLUMNS: readonly Column[] = [
  column('情形', 'finding', 10),
  column('上位条款', 'upper clause', 30),
  column('上位正文', 'upper text', 60),
  column('上位牵头', 'upper lead', 24),
  column('下位文件', 'lower document', 40),
  column('下位条款', 'lower clause', 30),
  column('下位正文', 'lower text', 60),
  column('下位牵头', 'lower lead', 24),
  column('关系', 'kind', 8),
  column('程度', 'degree', 10),
  column('得分', 'score', 8),
  column('复核', 'review', 10),
  column('牵头对口', 'leads', 12),
  column('沿用比例', 'shared wording', 10),
  column('用语', 'wording', 8),
  column('指标比较（下位对上位）', 'targets, lower to upper', 40),
  column('间隔天数', 'lag in days', 10),
  column('先行', 'first mover', 24),
  column('理由', 'evidence', 60),
  column('最接近而未入选的条款', 'nearest rejected clause', 40),
  column('上位编号', 'upper id', 36),
  column('下位编号', 'lower id', 36),
]

/** A row for each link and each gap, in the order of the upper text, then one for each local addition. */
function clauseTable(comparison: Comparison, language: OutputLanguage): Table {
  async function* rows(): AsyncGenerator<readonly Cell[]> {
    for await (const row of comparison.rows()) yield* cellsOfRow(comparison, row, language)
    for (const each of comparison.columns) {
      for (const addition of await comparison.additions(each)) {
        const lower = sideCells(comparison, addition)
        yield makeRow({
          finding: labelOf(FINDING_LABELS, 'ADDITION', language),
          document: documentReference(each.document),
          kind: labelOf(KIND_LABELS, each.kind, language),
          lower,
          lag: each.lagDays,
        })
      }
    }
  }
  return { name: { zh: '逐条对照', en: 'Clause by clause' }, columns: CLAUSE_COLUMNS, rows: rows() }
}

interface Side {
  readonly heading: Cell
  readonly text: Cell
  readonly leads: Cell
  readonly id: Cell
}
interface RowParts {
  readonly finding: Cell
  readonly upper?: Side
  readonly document: Cell
  readonly lower?: Side
  readonly kind: Cell
  readonly lag: number | null
  /** From the degree to the comparison of targets. */
  readonly link?: readonly Cell[]
  readonly first?: Cell
  readonly evidence?: Cell
  readonly nearest?: Cell
}
const NO_SIDE: Side = { heading: null, text: null, leads: null, id: null }
const NO_LINK: readonly Cell[] = Array.from({ length: 7 }, () => null)

function makeRow(parts: RowParts): readonly Cell[] {
  const { upper = NO_SIDE, lower = NO_SIDE, link = NO_LINK } = parts
  return [
    parts.finding,
    ...[upper.heading, upper.text, upper.leads],
    ...[parts.document, lower.heading, lower.text, lower.leads],
    parts.kind,
    ...link,
    parts.lag,
    ...[parts.first ?? null, parts.evidence ?? null, parts.nearest ?? null],
    ...[upper.id, lower.id],
  ]
}

function sideCells({ scope }: Comparison, { clause, leads }: ComparedClause): Side {
  return {
    heading: { text: clauseHeading(clause), url: pageUrl(scope.baseUrl, clause.id) },
    text: clause.text,
    leads: leads.join('、'),
    id: clause.id,
  }
}

function* cellsOfRow(
  comparison: Comparison,
  { upper, cells, first }: ComparedRow,
  language: OutputLanguage,
): Generator<readonly Cell[]> {
  const above = sideCells(comparison, upper)
  for (const { document, links, nearest } of cells) {
    const beside = comparison.columns.find((each) => each.document.id === document.id)
    const common = {
      upper: above,
      document: documentReference(document),
      kind: labelOf(KIND_LABELS, beside?.kind ?? null, language),
      lag: beside?.lagDays ?? null,
    }
    if (links.length === 0) {
      const finding = labelOf(FINDING_LABELS, 'GAP', language)
      const close =
        nearest === null ? null : `${clauseHeading(nearest.other)}（${nearest.edge.score.toFixed(2)}）`
      yield makeRow({ ...common, finding, nearest: close })
    }
    for (const each of links) {
      yield makeRow({
        ...common,
        finding: labelOf(FINDING_LABELS, 'COUNTERPART', language),
        lower: sideCells(comparison, each.other),
        link: linkCells(each, language),
        first: first === null ? null : documentReference(first.document),
        evidence: evidenceWords(each, language),
      })
    }
  }
}

function linkCells({ link, targets, roles }: ComparedLink, language: OutputLanguage): readonly Cell[] {
  // of the lower clause: how much of it was taken over
  const shared = link.edge.sharedWording[link.side === 0 ? 1 : 0]
  return [
    labelOf(DEGREE_LABELS, link.edge.degree, language),
    round(link.edge.score),
    labelOf(REVIEW_LABELS, link.review?.verdict ?? null, language),
    labelOf(LEAD_LABELS, roles.verdict, language),
    round(shared),
    labelOf(WORDING_LABELS, wordingBandOf(shared), language),
    targets.map((each) => comparisonWords(each, language)).join('；'),
  ]
}

/** 办理时限：20日 ⇔ 30日，更严（−10日） */
export function comparisonWords(
  { target, other, verdict, deadlineVerdict, difference, differenceUnit }: TargetComparison,
  language: OutputLanguage,
): string {
  const words = [labelOf(TARGET_VERDICT_LABELS, verdict, language)]
  if (difference !== null && difference !== 0)
    words.push(`（${difference > 0 ? '+' : '−'}${Math.abs(difference)}${differenceUnit ?? ''}）`)
  const deadline = labelOf(DEADLINE_VERDICT_LABELS, deadlineVerdict, language)
  const end = deadline === null ? '' : language === 'zh' ? `，时间${deadline}` : `, deadline ${deadline}`
  return `${target.metric ?? other.metric ?? ''}：${targetWords(target)} ⇔ ${targetWords(other)}，${words.join('')}${end}`
}

/** The reasons are written in Chinese; in an English table each is preceded by what sort of reason it is. */
export function evidenceWords({ evidence }: ComparedLink, language: OutputLanguage): string {
  return evidence
    .map(({ signal, reason }) => (language === 'zh' ? reason : `${signal}: ${reason}`))
    .join('；')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
