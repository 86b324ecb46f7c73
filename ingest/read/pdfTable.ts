import { linesOfPage, type PlacedText } from './geometry.ts'
import type { Rule } from './pdfDrawing.ts'

/** A row as read; its text is the cells with tabs between them. */
export interface TableRow extends PlacedText {
  readonly row: true
  readonly cells: readonly string[]
  /** For each cell whether its last line is full and ends no sentence: it may go on overleaf. */
  readonly open: readonly boolean[]
}

/** Rules nearer to each other than this are one, in points: the two sides of a drawn sliver, ends that almost meet. */
const NEAR = 3
/** More rules on one page are a drawing, not a table. */
const MOST_RULES = 4000
/** Centre of a line of type above its baseline, in em. */
const MIDDLE = 0.35

/** Takes the words inside ruled tables off a page and gives them back as rows. */
export function readTables(items: readonly PlacedText[], rules: readonly Rule[]): readonly PlacedText[] {
  if (rules.length < 5 || rules.length > MOST_RULES) return items
  let rest = items
  const rows: TableRow[] = []
  for (const grid of gridsOf(mergeRules(rules))) {
    const inside = rest.filter((item) => cellAt(grid, item) !== null)
    if (inside.length === 0) continue
    rows.push(...rowsOf(grid, inside))
    const taken = new Set(inside)
    rest = rest.filter((item) => !taken.has(item))
  }
  return rows.length === 0 ? items : [...rest, ...rows]
}

/** Joins rules that lie on one line and touch. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at)
  const merged: Rule[] = []
  for (const direction of ['across', 'down'] as const) {
    let group: Rule[] = []
    const close = (): void => {
      merged.push(...mergeGroup(group))
      group = []
    }
    for (const rule of sorted) {
      if (rule.direction !== direction) continue
      if (group.length > 0 && rule.at - group[0]!.at > NEAR) close()
      group.push(rule)
    }
    close()
  }
  return merged
}

/** Rules on one line: those whose ends meet become one. */
function mergeGroup(group: readonly Rule[]): Rule[] {
  const merged: Rule[] = []
  const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length
  for (const rule of [...group].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last !== undefined && rule.from <= last.to + NEAR) {
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, rule.to) }
    } else merged.push({ ...rule, at })
  }
  return merged
}

/** A table's borders, and the rules between its cells. */
interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}

/** The rules that hang together, where they enclose at least two columns and two rows or three columns. */
function gridsOf(rules: readonly Rule[]): Grid[] {
  const grids: Grid[] = []
  for (const group of connected(rules)) {
    const across = group.filter(({ direction }) => direction === 'across')
    const down = group.filter(({ direction }) => direction === 'down')
    if (across.length === 0 || down.length === 0) continue
    // tables without outer rules end where the others end
    const xs = borders([...down.map(({ at }) => at), ...ends(across)])
    const ys = borders([...across.map(({ at }) => at), ...ends(down)])
    const [columns, rows] = [xs.length - 1, ys.length - 1]
    if (columns < 2 || rows < 1 || columns * rows < 3) continue
    grids.push({ xs, ys, across, down })
  }
  return grids
}

function ends(rules: readonly Rule[]): [number, number] {
  return [Math.min(...rules.map(({ from }) => from)), Math.max(...rules.map(({ to }) => to))]
}

/** Positions in order, near ones once. */
function borders(positions: readonly number[]): number[] {
  const kept: number[] = []
  for (const position of [...positions].sort((a, b) => a - b)) {
    if (kept.length === 0 || position - kept.at(-1)! > NEAR) kept.push(position)
  }
  return kept
}

function connected(rules: readonly Rule[]): Rule[][] {
  const parents = rules.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!
    return root
  }
  for (const [index, rule] of rules.entries()) {
    for (let other = 0; other < index; other++) {
      if (crosses(rule, rules[other]!)) parents[rootOf(index)] = rootOf(other)
    }
  }
  const groups = new Map<number, Rule[]>()
  for (const [index, rule] of rules.entries()) {
    const root = rootOf(index)
    groups.set(root, [...(groups.get(root) ?? []), rule])
  }
  return [...groups.values()]
}

function crosses(a: Rule, b: Rule): boolean {
  if (a.direction === b.direction) return false
  return covers(a, b.at) && covers(b, a.at)
}

function covers({ from, to }: Rule, position: number): boolean {
  return from - NEAR <= position && position <= to + NEAR
}

/** Row and column of the field that the middle of a run lies in. */
function cellAt({ xs, ys }: Grid, { x, y, width, size }: PlacedText): readonly [number, number] | null {
  const row = intervalOf(ys, y - MIDDLE * size)
  // a run wider than its cell belongs where it begins
  const column = intervalOf(xs, x + Math.min(width / 2, size / 2))
  return row === null || column === null ? null : [row, column]
}

function intervalOf(positions: readonly number[], value: number): number | null {
  const after = positions.findIndex((position) => position > value)
  return after <= 0 ? null : after - 1
}

/** The rows of a table; a merged cell stands in its first row and column, the other fields are empty. */
function rowsOf(grid: Grid, items: readonly PlacedText[]): TableRow[] {
  const { xs, ys } = grid
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const anchors = anchorsOf(grid)
  const fields = Array.from({ length: rows * columns }, (): PlacedText[] => [])
  for (const item of items) {
    const [row, column] = cellAt(grid, item)!
    fields[anchors[row * columns + column]!]!.push(item)
  }
  const { size, page } = items[0]!
  const used = Array.from({ length: columns }, (_, column) => column).filter((column) => {
    // between the two lines of a double rule
    const sliver = xs[column + 1]! - xs[column]! < size
    return !sliver || fields.some((field, index) => index % columns === column && field.length > 0)
  })
  return Array.from({ length: rows }, (_, row): TableRow => {
    const own = used.map((column) => ({ words: fields[row * columns + column]!, right: xs[column + 1]! }))
    const cells = own.map(({ words }) => wordsOf(words))
    const open = own.map(({ words, right }) => isOpen(words, right))
    const y = ys[row]! + Math.min(size, (ys[row + 1]! - ys[row]!) / 2)
    const place = { page, x: xs[0]!, y, size, width: xs.at(-1)! - xs[0]! }
    return { ...place, text: cells.join('\t'), row: true, cells, open }
  }).filter(({ text }) => text.trim() !== '')
}

/** What a full line may leave free at the right of its cell, in em. */
const CELL_SLACK = 1.8

function isOpen(words: readonly PlacedText[], right: number): boolean {
  const last = linesOfPage(words).at(-1)
  return last !== undefined && last.end > right - CELL_SLACK * last.size && !/[。；！？]$/.test(last.text)
}

/** For each field the first field of the merged cell that it is part of: no rule stands between them. */
function anchorsOf({ xs, ys, across, down }: Grid): number[] {
  const columns = xs.length - 1
  const anchors: number[] = []
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [(xs[column]! + xs[column + 1]!) / 2, (ys[row]! + ys[row + 1]!) / 2]
      const above = row > 0 && !isRuled(across, ys[row]!, x)
      const left = column > 0 && !isRuled(down, xs[column]!, y)
      const index = row * columns + column
      if (above) anchors.push(anchors[index - columns]!)
      else anchors.push(left ? anchors[index - 1]! : index)
    }
  }
  return anchors
}

function isRuled(rules: readonly Rule[], at: number, position: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= position && position <= rule.to)
}

/** The words of a cell, its printed lines joined. */
function wordsOf(items: readonly PlacedText[]): string {
  let words = ''
  for (const { text } of linesOfPage(items)) {
    const latin = /[A-Za-z0-9,.;]$/.test(words) && /^[A-Za-z]/.test(text)
    words += (latin ? ' ' : '') + text.replaceAll('\t', ' ')
  }
  return words
}
