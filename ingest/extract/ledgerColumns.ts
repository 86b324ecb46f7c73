/** What a column of a work ledger holds. */
export type LedgerColumn =
  | 'ordinal'
  | 'section'
  | 'task'
  | 'measure'
  | 'lead'
  | 'support'
  | 'deadline'
  | 'other'

export interface ColumnRule {
  readonly column: LedgerColumn
  readonly pattern: RegExp
  readonly example: string
}

/** Headings of ledgers (工作台账, 重点任务分工表); the first rule that matches wins. */
export const COLUMN_RULES: readonly ColumnRule[] = [
  { column: 'ordinal', pattern: /^(?:序号|编号|项次)$/, example: '序号' },
  {
    column: 'support',
    pattern: /^(?:配合|协办|协同|参与|协助|参加)(?:责任)?(?:单位|部门|处室)/,
    example: '配合单位',
  },
  {
    column: 'lead',
    pattern: /^(?:牵头|责任|主责|负责|主办|承办)(?:责任)?(?:单位|部门|处室|主体)/,
    example: '牵头单位',
  },
  { column: 'deadline', pattern: /(?:时限|时间|期限|进度安排|时间节点)/, example: '完成时限' },
  {
    column: 'measure',
    pattern: /(?:措施|举措|内容|具体任务|主要任务|工作要求|任务分解)/,
    example: '工作措施',
  },
  { column: 'task', pattern: /(?:任务|目标|事项|项目|类别|指标)/, example: '目标任务' },
]

/** The columns of a header row; null where the cells are no header of a ledger. */
export function readHeader(cells: readonly string[]): LedgerColumn[] | null {
  const columns = cells.map((cell) => COLUMN_RULES.find((rule) => rule.pattern.test(cell))?.column ?? 'other')
  if (!columns.includes('lead') || !(columns.includes('task') || columns.includes('measure'))) return null
  // A heading over two columns leaves the second cell empty: the sections of the tasks, then the tasks.
  const task = columns.indexOf('task')
  if (task >= 0 && cells[task + 1] === '') {
    columns[task] = 'section'
    columns[task + 1] = 'task'
  }
  if (!columns.includes('measure') && task >= 0) columns[task] = 'measure'
  return columns
}
