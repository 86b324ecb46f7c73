import type { FileCounts, FileReport, Outcome, ReportedNotice } from './report.ts'

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  created: '新收录',
  replaced: '已更新',
  unchanged: '未变',
  failed: '失败',
}
/** Unit word and noun of each count, in the order of the report. */
const COUNT_WORDS: readonly (readonly [keyof FileCounts, string])[] = [
  ['sections', '个部分'],
  ['clauses', '条'],
  ['responsibilities', '项责任'],
  ['citations', '处引文'],
  ['targets', '个目标'],
  ['productTypes', '类产品'],
  ['ledgerRows', '行台账'],
]
/** More places of one kind than this are only counted; `--json` names them all. */
const PLACES_SHOWN = 3

/** The reports as text for a person: per file what was read, what is in doubt and what was left out; then a total. */
export function formatReport(reports: readonly FileReport[]): string {
  return [...reports.map(formatFile), formatTotal(reports)].join('\n')
}

/** One file's part of the report. */
export function formatFile(report: FileReport): string {
  const { name, outcome, error } = report
  if (error !== null) return `${name}：失败 ${error.code}：${error.message}`
  const lines = [
    `${name}：${OUTCOME_WORDS[outcome]}　${nameOf(report)}`,
    `  编号 ${report.documentId ?? '（无）'}`,
  ]
  // the same bytes were read before: nothing new to tell
  if (outcome === 'unchanged') return lines.join('\n')
  lines.push(`  读到 ${formatCounts(report.counts)}`)
  lines.push(
    ...formatNotices(
      '存疑',
      name,
      report.notices.filter((notice) => notice.severity !== 'INFO'),
    ),
  )
  lines.push(
    ...formatNotices(
      '已处理',
      name,
      report.notices.filter((notice) => notice.severity === 'INFO'),
    ),
  )
  if (report.leftOut.length > 0) lines.push('  未收录：', ...report.leftOut.map((what) => `    ${what}`))
  return lines.join('\n')
}

/** The last line: how many files met which fate. */
export function formatTotal(reports: readonly FileReport[]): string {
  const count = (outcome: Outcome) => reports.filter((report) => report.outcome === outcome).length
  const doubts = reports
    .flatMap((report) => report.notices)
    .filter((notice) => notice.severity !== 'INFO').length
  const seconds = (reports.reduce((sum, report) => sum + report.ms, 0) / 1000).toFixed(1)
  const fates = (['created', 'replaced', 'unchanged', 'failed'] as const).map(
    (o) => `${OUTCOME_WORDS[o]} ${count(o)}`,
  )
  return `共 ${reports.length} 个文件：${fates.join('，')}；存疑 ${doubts} 处；用时 ${seconds} 秒`
}

function nameOf({ title, number }: FileReport): string {
  return `${title === null ? '（无标题）' : `《${title}》`}${number === null ? '' : `（${number}）`}`
}

function formatCounts(counts: FileCounts): string {
  const read = COUNT_WORDS.filter(([key]) => counts[key] > 0).map(([key, word]) => `${counts[key]} ${word}`)
  const vectors =
    counts.embedded === counts.clauses ? '' : `；${counts.clauses - counts.embedded} 条还没有语义向量`
  return `${read.length === 0 ? '标题和正文，没有条款' : read.join('、')}${vectors}`
}

function formatNotices(heading: string, file: string, notices: readonly ReportedNotice[]): string[] {
  if (notices.length === 0) return []
  const groups = new Map<string, ReportedNotice[]>()
  for (const notice of notices) groups.set(notice.code, [...(groups.get(notice.code) ?? []), notice])
  const lines = [...groups.values()].flatMap((group) => {
    const shown = group
      .slice(0, PLACES_SHOWN)
      .map((n) => `    ${file}${formatPlace(n)} ${n.message}（${n.code}）`)
    const more = group.length - shown.length
    return more > 0 ? [...shown, `    另有 ${more} 处同类（${group[0]!.code}）`] : shown
  })
  return [`  ${heading} ${notices.length} 处：`, ...lines]
}

/** `:12:3-12:9`, the form that editors link; nothing for the file as a whole. */
function formatPlace({ position }: ReportedNotice): string {
  if (position === null) return ''
  const { line, column, endLine, endColumn } = position
  const end = endLine === line && endColumn === column ? '' : `-${endLine}:${endColumn}`
  return `:${line}:${column}${end}`
}
