/** A cell as a table of HTML or Word has it. */
export interface SpanningCell<T> {
  readonly content: T
  /** From 1. */
  readonly columns: number
  /** From 1. */
  readonly rows: number
}

/** A table that claims more columns is damaged. */
const MOST_COLUMNS = 64
const MOST_ROWS = 5000

/**
 * The rows of a table as a grid: of a merged cell the first place holds the content and the others are null, to the
 * right and below, which is the form that ledgers are printed in.
 */
export function expandSpans<T>(rows: readonly (readonly SpanningCell<T>[])[]): (T | null)[][] {
  const taken: boolean[][] = []
  return rows.map((cells, row) => {
    const grid: (T | null)[] = []
    let column = 0
    const free = () => {
      while (taken[row]?.[column] === true) grid[column++] = null
    }
    for (const cell of cells) {
      free()
      const columns = Math.min(Math.max(cell.columns, 1), MOST_COLUMNS)
      const below = Math.min(Math.max(cell.rows, 1), MOST_ROWS, rows.length - row)
      for (let right = 0; right < columns; right++) {
        grid[column + right] = right === 0 ? cell.content : null
        for (let down = 1; down < below; down++) {
          taken[row + down] ??= []
          taken[row + down]![column + right] = true
        }
      }
      column += columns
    }
    free()
    return grid
  })
}
