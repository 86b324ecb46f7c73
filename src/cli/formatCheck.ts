import type { Evidence, Finding, FindingKind, FindingVerdict, TextCheck } from '../service/check/textCheck.ts'

const KINDS: Readonly<Record<FindingKind, string>> = {
  DOCUMENT: '文件',
  CLAUSE: '条款号',
  QUOTATION: '引文',
  PASSAGE: '转述',
  DUTY: '职责',
  FIGURE: '数字',
}
const VERDICTS: Readonly<Record<FindingVerdict, string>> = {
  RIGHT: '属实',
  WRONG: '不符',
  NOT_FOUND: '未找到',
  UNCONFIRMED: '无法核实',
}
/** Longer words are shown by their beginning and end. */
const SHOWN = 60

/** The findings for a person, one paragraph each: where, what, whether it is so, and what the corpus says. */
export function formatCheck({ text, findings, wrong, counts }: TextCheck): string {
  const lines = findings.flatMap((finding) => formatFinding(text, finding))
  if (findings.length === 0) lines.push('没有发现可核对的文号、标题、条款号、引文、数字或职责')
  const kinds = Object.entries(VERDICTS).map(
    ([verdict, word]) => `${word} ${counts[verdict as FindingVerdict]}`,
  )
  lines.push(`共 ${findings.length} 处：${kinds.join('，')}；有误 ${wrong} 处`)
  return `${lines.join('\n')}\n`
}

function formatFinding(text: string, finding: Finding): string[] {
  const { kind, span, quote, verdict, faults, match, evidence } = finding
  const [line, column] = positionOf(text, span.start)
  const near = match === 'NEAR' && faults.length === 0 ? '（略有出入）' : ''
  return [
    `${line}:${column} ${faults.length > 0 ? '✗' : '✓'} ${KINDS[kind]}${VERDICTS[verdict]}${near}：${shorten(quote)}`,
    ...(faults.length > 0 ? faults.map(({ message }) => `    ${message}`) : [`    ${finding.message}`]),
    ...evidence.slice(0, faults.length > 0 ? 3 : 1).flatMap(formatEvidence),
  ]
}

function formatEvidence({ document, clause, text }: Evidence): string[] {
  const words = text === null ? [] : [`    原文：${shorten(text)}`]
  return [...words, `    ${clause?.id ?? document.id}`]
}

function shorten(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN / 2)}……${line.slice(-SHOWN / 2)}`
}

/** Line and column from 1. */
function positionOf(text: string, offset: number): readonly [number, number] {
  const before = text.slice(0, offset).split('\n')
  return [before.length, (before.at(-1)?.length ?? 0) + 1]
}
