import { describe, expect, it } from 'vitest'
import { ZhengmaiError } from '../src/errors/error.ts'
import { formatReport } from './formatReport.ts'
import { type FileReport, failedReport, NO_COUNTS, positionNotices, type ReportedNotice } from './report.ts'

function report(over: Partial<FileReport>): FileReport {
  return {
    name: 'a.txt',
    outcome: 'created',
    documentId: 'cn/370800/济政办字/2024/23',
    title: '某意见',
    number: '济政办字〔2024〕23号',
    counts: { ...NO_COUNTS, sections: 2, clauses: 3, embedded: 3 },
    notices: [],
    leftOut: [],
    error: null,
    ms: 100,
    ...over,
  }
}
function notice(code: string, severity: ReportedNotice['severity'], line: number | null): ReportedNotice {
  const position = line === null ? null : { line, column: 1, endLine: line, endColumn: 4 }
  return { code, severity, message: `见${code}`, span: null, position }
}

describe('positionNotices', () => {
  // line ends of all three kinds; offsets in UTF-16 units
  const text = 'ab\r\n丙丁\n\re𠮷f'
  it.each([
    [0, 2, [1, 1, 1, 3]],
    [4, 6, [2, 1, 2, 3]],
    [7, 8, [3, 1, 4, 1]],
    [9, 12, [4, 2, 4, 5]],
    [12, 12, [4, 5, 4, 5]],
  ])('places %i to %i', (start, end, [line, column, endLine, endColumn]) => {
    const span = { start: 0, end: 0, source: { start, end } }
    const [placed] = positionNotices([{ code: 'x/y', severity: 'INFO', message: '', span }], text)
    expect(placed?.position).toEqual({ line, column, endLine, endColumn })
  })

  it('leaves a notice on the whole file without a place', () => {
    const [placed] = positionNotices([{ code: 'x/y', severity: 'INFO', message: '', span: null }], text)
    expect(placed?.position).toBeNull()
  })
})

describe('formatReport', () => {
  it('names what was read, what is in doubt and what was left out', () => {
    const notices = [
      notice('read/truncated', 'WARNING', null),
      ...[3, 5, 7, 9, 11].map((line) => notice('normalise/page-mark', 'INFO', line)),
    ]
    expect(formatReport([report({ notices, leftOut: ['附图 1：不是文字'] })]).split('\n')).toEqual([
      'a.txt：新收录　《某意见》（济政办字〔2024〕23号）',
      '  编号 cn/370800/济政办字/2024/23',
      '  读到 2 个部分、3 条',
      '  存疑 1 处：',
      '    a.txt 见read/truncated（read/truncated）',
      '  已处理 5 处：',
      '    a.txt:3:1-3:4 见normalise/page-mark（normalise/page-mark）',
      '    a.txt:5:1-5:4 见normalise/page-mark（normalise/page-mark）',
      '    a.txt:7:1-7:4 见normalise/page-mark（normalise/page-mark）',
      '    另有 2 处同类（normalise/page-mark）',
      '  未收录：',
      '    附图 1：不是文字',
      '共 1 个文件：新收录 1，已更新 0，未变 0，失败 0；存疑 1 处；用时 0.1 秒',
    ])
  })

  it('names a failure by its code', () => {
    const failed = failedReport('b.txt', new ZhengmaiError('FILE_EMPTY', '文件是空的'), 5)
    expect(formatReport([failed]).split('\n')).toEqual([
      'b.txt：失败 FILE_EMPTY：文件是空的',
      '共 1 个文件：新收录 0，已更新 0，未变 0，失败 1；存疑 0 处；用时 0.0 秒',
    ])
  })

  it('tells no counts of a file that was read before', () => {
    const text = formatReport([report({ outcome: 'unchanged', counts: NO_COUNTS })])
    expect(text.split('\n').slice(0, -1)).toEqual([
      'a.txt：未变　《某意见》（济政办字〔2024〕23号）',
      '  编号 cn/370800/济政办字/2024/23',
    ])
  })

  it('says which clauses lack vectors', () => {
    const text = formatReport([report({ counts: { ...NO_COUNTS, clauses: 3 } })])
    expect(text).toContain('读到 3 条；3 条还没有语义向量')
  })
})
