/** What a column of a work ledger holds. */
export type LedgerColumn =
  | 'ordinal'
  | 'section'
  | 'task'
  | 'measure'
  | 'lead'
  | 'responsible'
  | 'support'
  | 'person'
  | 'deadline'
  | 'other'

export interface ColumnRule {
  readonly column: LedgerColumn
  readonly pattern: RegExp
  readonly example: string
}

const UNIT = '(?:单位|部门|处室|科室|机构|主体|局办|委办局)'

/** Headings of ledgers (工作台账, 重点任务分工表); the first rule that matches wins. */
export const COLUMN_RULES: readonly ColumnRule[] = [
  { column: 'ordinal', pattern: /^(?:序号|编号|项次|序列)$/, example: '序号' },
  { column: 'person', pattern: /(?:领导|责任人|负责人|联系人|联络员|牵头人|电话)/, example: '责任领导' },
  {
    column: 'lead',
    pattern: new RegExp(
      `^(?:总)?(?:牵头|主责|主办|主要责任|第一责任|首要责任)(?:责任|负责|考核|实施|落实)*${UNIT}`,
      'u',
    ),
    example: '牵头单位',
  },
  {
    column: 'support',
    pattern: new RegExp(
      `^(?:配合|协办|会办|协同|参与|协助|参加|支持|支撑|技术支撑|监督|督导)(?:责任|落实|实施)*${UNIT}`,
      'u',
    ),
    example: '配合单位',
  },
  {
    column: 'responsible',
    pattern: new RegExp(
      `^(?:责任|负责|承办|实施|落实|执行|承担|指导|主管|组织实施|推进)(?:责任|落实)*${UNIT}|^责任分工$`,
      'u',
    ),
    example: '指导部门',
  },
  { column: 'deadline', pattern: /(?:时限|时间|期限|进度安排|时间节点|时序)/, example: '完成时限' },
  {
    column: 'measure',
    pattern: /(?:措施|举措|内容|具体任务|主要任务|工作要求|任务分解|具体要求)/,
    example: '工作措施',
  },
  { column: 'task', pattern: /(?:任务|目标|事项|项目|类别|指标|工作)/, example: '目标任务' },
]

/** A column of an indicator table: 2024年, 2025年目标值, 计量单位. Two of them, and the table is one of numbers. */
const NUMBER_COLUMN =
  /^(?:(?:19|20)\d{2}年?(?:度)?(?:目标|目标值|实际|基期|现状|预期)?值?|“?十[一二三四五六]五”?.{0,6}|基期值?|目标值|现状值?|计量单位|指标属性|属性|累计|年均.{0,6})$/u

/** The columns of a header row; null where the cells are no header of a ledger. */
export function readHeader(printed: readonly string[]): LedgerColumn[] | null {
  const cells = printed.map((cell) => cell.replace(/\s/g, ''))
  if (cells.some((cell) => cell.length > LONGEST_HEADING)) return null
  if (cells.filter((cell) => NUMBER_COLUMN.test(cell)).length >= 2) return null
  const columns = cells.map((cell) => COLUMN_RULES.find((rule) => rule.pattern.test(cell))?.column ?? 'other')
  const isLedger = columns.includes('lead') || columns.includes('responsible')
  if (!isLedger || !(columns.includes('task') || columns.includes('measure'))) return null
  // A heading over two columns leaves the second cell empty: the sections of the tasks, then the tasks.
  const task = columns.indexOf('task')
  if (task >= 0 && cells[task + 1] === '') {
    columns[task] = 'section'
    columns[task + 1] = 'task'
  }
  // 改革举措 | 主要内容: the first of two names the task, the second says what is done.
  const measure = columns.indexOf('measure')
  if (task === -1 && columns.indexOf('measure', measure + 1) > measure) columns[measure] = 'task'
  if (!columns.includes('measure')) columns[columns.lastIndexOf('task')] = 'measure'
  return columns
}

/**
 * The columns of a header of two rows, where the second stands below merged cells of the first and holds nothing but
 * headings of columns; null where it is a row of the table, or the two make no ledger's header.
 */
export function readTwoRowHeader(upper: readonly string[], lower: readonly string[]): LedgerColumn[] | null {
  const cells = lower.map((cell) => cell.replace(/\s/g, ''))
  const filled = cells.filter((cell) => cell !== '')
  if (cells[0] !== '' || filled.length < 2 || !filled.every(isHeading)) return null
  const merged = Array.from(
    { length: Math.max(upper.length, cells.length) },
    (_, i) => cells[i] || (upper[i] ?? ''),
  )
  return readHeader(merged)
}

function isHeading(cell: string): boolean {
  return cell.length <= LONGEST_SUBHEADING && COLUMN_RULES.some(({ pattern }) => pattern.test(cell))
}
/** 协同配合单位 below 责任分工. */
const LONGEST_SUBHEADING = 8

/** A heading is a few words; 责任单位（排名第一的为牵头单位） is among the longest. */
const LONGEST_HEADING = 24
