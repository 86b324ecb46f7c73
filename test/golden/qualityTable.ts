import type { Figure } from './measure.ts'

const BEGIN = '<!-- quality: written by `npm run quality -- --save` -->'
const END = '<!-- /quality -->'

/** What each field is called in the table of the README, in the order of the table. */
const NAMES: Readonly<Record<string, string>> = {
  'document.title': '标题 · title',
  'document.number': '发文字号 · number',
  'document.issuers': '发文机关 · issuers',
  'document.level': '层级 · level',
  'document.jurisdiction': '地域 · jurisdiction',
  'document.kind': '文种 · kind',
  'document.issuedOn': '成文日期 · issued on',
  'document.printedOn': '印发日期 · printed on',
  'document.publishedOn': '发布日期 · published on',
  'document.effectiveFrom': '施行日期 · effective from',
  'document.effectiveUntil': '失效日期 · effective until',
  'document.recipients': '主送 · recipients',
  'document.copiedTo': '抄送 · copied to',
  section: '节 · sections',
  clause: '条款 · clauses',
  'clause.title': '条款标题 · clause titles',
  'clause.text': '条款全文 · clause texts',
  responsibility: '责任单位 · duties',
  'responsibility+role': '及其角色 · with role',
  'responsibility+region': '及其地区 · with region',
  citation: '引用 · citations',
  'citation+relation': '及其关系 · with relation',
  target: '目标值 · targets',
  'target.deadline': '期限 · deadlines',
  productType: '产品类型 · product types',
  ledger: '台账 · ledger rows',
  'ledger.clause': '台账所属条款 · their clauses',
}

/** What each kind of finding in a checked answer is called, in the order of the second table. */
const ANSWER_NAMES: Readonly<Record<string, string>> = {
  'fault.NUMBER': '文号有误 · number',
  'fault.TITLE': '标题虚构 · title',
  'fault.PLACE': '同号异地 · place',
  'fault.CLAUSE_MISSING': '无此条款 · missing clause',
  'fault.CLAUSE': '不在该条 · other clause',
  'fault.DOCUMENT': '不在该文件 · other document',
  'fault.QUOTATION': '引文虚构 · invented quotation',
  'fault.WORDING': '引文改字 · changed words',
  'fault.NEGATION': '肯定否定颠倒 · negation',
  'fault.FIGURE': '数字不符 · figure',
  'fault.AGENCY': '机关不符 · agency',
  'fault.ROLE': '角色不符 · role',
  'fault.MERGED': '几条拼成 · merged clauses',
  'fault.SUPERSEDED': '已废止 · superseded',
  'fault.EXPIRED': '已过期 · expired',
  fault: '全部错误 · all faults',
  exact: '引文一字不差 · exact',
  near: '引文略有出入 · near',
  clause: '所在条款 · clause found',
}

function cells({ gold, got, precision, recall, f1 }: Figure): string {
  if (gold + got === 0) return '0 | — | — | —'
  return [gold, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3)].join(' | ')
}

export interface QualityFigures {
  readonly seeds: readonly Figure[]
  readonly invented: readonly Figure[]
  readonly answers: { readonly tuning: readonly Figure[]; readonly heldout: readonly Figure[] }
}

/** The text of the README with its tables replaced by these figures. */
export function updateTable(readme: string, { seeds, invented, answers }: QualityFigures): string {
  const tables = [
    '| 字段 · field | 示例 · shipped | P | R | F1 | 自拟 · invented | P | R | F1 |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows(NAMES, seeds, invented),
    '',
    '| 核对答复 · checked answers | 调试 · tuning | P | R | F1 | 留出 · held out | P | R | F1 |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows(ANSWER_NAMES, answers.tuning, answers.heldout),
  ].join('\n')
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`README.md has no lines ${BEGIN} and ${END}`)
  return `${readme.slice(0, begin + BEGIN.length)}\n${tables}\n${readme.slice(end)}`
}

function rows(
  names: Readonly<Record<string, string>>,
  left: readonly Figure[],
  right: readonly Figure[],
): string[] {
  return Object.entries(names).flatMap(([field, name]) => {
    const [a, b] = [left, right].map((figures) => figures.find((figure) => figure.field === field))
    return a === undefined || b === undefined ? [] : [`| ${name} | ${cells(a)} | ${cells(b)} |`]
  })
}
