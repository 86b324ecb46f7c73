import type { ClauseNode, DocumentNode } from '../../domain/nodes.ts'
import { wordingBandOf } from '../../service/correspondenceWording.ts'
import { documentReference } from '../../service/reference.ts'
import { pageUrl } from '../../service/urls.ts'
import { VALIDITY_LABELS } from '../labels.ts'
import {
  type ComparedCell,
  type ComparedClause,
  type ComparedColumn,
  type ComparedLink,
  type ComparedRow,
  type Comparison,
  clauseHeading,
} from './comparison.ts'
import { DEGREE_LABELS, KIND_LABELS, LEAD_LABELS, REVIEW_LABELS, WORDING_LABELS } from './labels.ts'
import { comparisonWords, evidenceWords } from './table.ts'

/** Read on paper as well as on a screen: one page of overview, then each clause kept together where it fits. */
const STYLE =
  'body{font:11pt/1.6 "Noto Serif CJK SC","Songti SC",SimSun,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}' +
  'h1{font-size:1.5em}h2{font-size:1.2em;border-bottom:1px solid #59636e}h3{font-size:1em;margin-bottom:0}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #8c959f;padding:.2em .5em;text-align:left;vertical-align:top}' +
  'td.n{text-align:right}section{break-inside:avoid-page}.text{margin:.2em 0 .6em}.gap{color:#a40e26}.note{color:#59636e;font-size:.9em}' +
  'ul{margin:.2em 0}a{color:inherit}@media print{body{margin:0;max-width:none}.overview{break-after:page}a{text-decoration:none}}'

/** The matrix as one HTML page in Chinese, without scripts, written piece by piece. */
export async function* implementationReport(comparison: Comparison): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const title = `政策落实对照：${comparison.upper.title}`
  yield encoder.encode(
    `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">\n<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>\n`,
  )
  yield encoder.encode(await overview(comparison, title))
  yield encoder.encode('<h2>逐条对照</h2>\n')
  for await (const row of comparison.rows()) yield encoder.encode(clauseSection(comparison, row))
  for (const column of comparison.columns) yield encoder.encode(await additionSection(comparison, column))
  yield encoder.encode('</body></html>\n')
}

async function overview(comparison: Comparison, title: string): Promise<string> {
  const { upper, columns, scope } = comparison
  const rows = await Promise.all(columns.map((column) => overviewRow(comparison, column)))
  const heads = [
    '下位文件',
    '成文日期',
    '间隔天数',
    '关系',
    '效力',
    '同一举措',
    '仅同主题',
    '缺口',
    '地方新增',
  ]
  const table = `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
  return [
    '<div class="overview">',
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>上位文件：${linkTo(comparison, upper.id, documentReference(upper))}，${upper.issuedOn ?? '日期不明'}，共 ${comparison.total} 条。生成日期 ${scope.today()}。</p>`,
    columns.length === 0 ? '<p>没有可比的下位文件。</p>' : table,
    '<p class="note">“落实”以文件标题、开头或结尾的贯彻、依据引文为准，其余为“平行”。条款对应由程序按语义和术语推断，得分和理由列于各条之下；“缺口”指没有找到足够相近的条款，不等于没有落实。间隔天数为负者早于上位文件。</p>',
    '</div>\n',
  ].join('\n')
}

async function overviewRow(comparison: Comparison, column: ComparedColumn): Promise<string> {
  const { document, kind, covered, topicOnly, total, lagDays, validity } = column
  const additions = await column.additions()
  const texts = [document.issuedOn ?? '不明', lagDays ?? '不明', KIND_LABELS[kind], VALIDITY_LABELS[validity]]
  const counts = [covered, topicOnly, total - covered - topicOnly, additions.length]
  return `<tr><td>${linkTo(comparison, document.id, documentReference(document))}</td>${texts
    .map((text) => `<td>${text}</td>`)
    .join('')}${counts.map((count) => `<td class="n">${count}</td>`).join('')}</tr>`
}

function clauseSection(comparison: Comparison, { upper, cells, first }: ComparedRow): string {
  const went =
    first === null ? '' : `<p class="note">先行：${escapeHtml(documentReference(first.document))}</p>`
  return [
    '<section>',
    clauseParagraph(comparison, upper),
    ...cells.map((cell) => cellPart(comparison, cell)),
    cells.some(({ links }) => links.length > 0) ? went : '',
    '</section>\n',
  ].join('\n')
}

function cellPart(comparison: Comparison, { document, links, nearest }: ComparedCell): string {
  const name = escapeHtml(shortName(document))
  if (links.length > 0) return links.map((link) => linkPart(comparison, name, link)).join('\n')
  const close =
    nearest === null
      ? ''
      : `；最接近的是${linkTo(comparison, nearest.other.id, clauseHeading(nearest.other))}（${nearest.edge.score.toFixed(2)}，未入选）`
  return `<p class="gap">缺口　${name}${close}</p>`
}

function linkPart(comparison: Comparison, name: string, compared: ComparedLink): string {
  const { link, other, targets, roles } = compared
  const shared = link.edge.sharedWording[link.side === 0 ? 1 : 0]
  const facts = [
    DEGREE_LABELS[link.edge.degree],
    `得分 ${link.edge.score.toFixed(2)}`,
    link.review === null ? '' : REVIEW_LABELS[link.review.verdict],
    `用语${WORDING_LABELS[wordingBandOf(shared)]}（${Math.round(shared * 100)}%）`,
    roles.verdict === 'UNKNOWN' ? '' : `牵头${LEAD_LABELS[roles.verdict]}`,
  ].filter((fact) => fact !== '')
  const points = [
    ...targets.map((each) => comparisonWords(each, 'zh')),
    `理由　${evidenceWords(compared, 'zh')}`,
  ]
  return [
    `<h3>${name}</h3>`,
    clauseParagraph(comparison, other),
    `<p class="note">${facts.join('；')}</p>`,
    `<ul class="note">${points.map((point) => `<li>${escapeHtml(point)}</li>`).join('')}</ul>`,
  ].join('\n')
}

async function additionSection(comparison: Comparison, column: ComparedColumn): Promise<string> {
  const additions = await comparison.additions(column)
  if (additions.length === 0) return ''
  const parts = additions.map((addition) => clauseParagraph(comparison, addition))
  return `<section><h2>地方新增：${escapeHtml(documentReference(column.document))}</h2>\n${parts.join('\n')}\n</section>\n`
}

function clauseParagraph(comparison: Comparison, { clause, leads }: ComparedClause): string {
  const lead = leads.length === 0 ? '' : `　<span class="note">${escapeHtml(leads.join('、'))}</span>`
  return `<p class="text"><b>${linkTo(comparison, clause.id, clauseHeading(clause))}</b>${lead}<br>${escapeHtml(bodyOf(clause))}</p>`
}

function bodyOf({ text }: ClauseNode): string {
  return text.replaceAll('\n', ' ')
}

function shortName({ number, title }: DocumentNode): string {
  return number ?? `《${title}》`
}

function linkTo({ scope }: Comparison, id: string, text: string): string {
  return `<a href="${escapeHtml(pageUrl(scope.baseUrl, id))}">${escapeHtml(text)}</a>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
