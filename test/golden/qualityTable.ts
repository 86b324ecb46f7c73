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

function cells({ gold, got, precision, recall, f1 }: Figure): string {
  if (gold + got === 0) return '0 | — | — | —'
  return [gold, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3)].join(' | ')
}

/** The text of the README with its table replaced by these figures. */
export function updateTable(readme: string, seeds: readonly Figure[], invented: readonly Figure[]): string {
  const rows = Object.entries(NAMES).flatMap(([field, name]) => {
    const [a, b] = [seeds, invented].map((figures) => figures.find((figure) => figure.field === field))
    return a === undefined || b === undefined ? [] : [`| ${name} | ${cells(a)} | ${cells(b)} |`]
  })
  const table = [
    '| 字段 · field | 示例 · shipped | P | R | F1 | 自拟 · invented | P | R | F1 |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n')
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`README.md has no lines ${BEGIN} and ${END}`)
  return `${readme.slice(0, begin + BEGIN.length)}\n${table}\n${readme.slice(end)}`
}
