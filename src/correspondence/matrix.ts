/** One figure for each clause of one document (rows) and each of another (columns). */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  /** Row by row. */
  readonly values: Float64Array
}

export function createMatrix(
  rows: number,
  columns: number,
  figureOf: (row: number, column: number) => number,
): Matrix {
  const values = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) values[row * columns + column] = figureOf(row, column)
  }
  return { rows, columns, values }
}

export function at({ columns, values }: Matrix, row: number, column: number): number {
  return values[row * columns + column] ?? 0
}

/**
 * How far each figure lies below the best of its row plus how far below the best of its column: 0 where it is the best of
 * both, negative elsewhere.
 */
export function gapToBest(matrix: Matrix): Matrix {
  const bestOfRow = new Float64Array(matrix.rows).fill(Number.NEGATIVE_INFINITY)
  const bestOfColumn = new Float64Array(matrix.columns).fill(Number.NEGATIVE_INFINITY)
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let column = 0; column < matrix.columns; column += 1) {
      const value = at(matrix, row, column)
      bestOfRow[row] = Math.max(bestOfRow[row]!, value)
      bestOfColumn[column] = Math.max(bestOfColumn[column]!, value)
    }
  }
  return createMatrix(
    matrix.rows,
    matrix.columns,
    (row, column) => 2 * at(matrix, row, column) - bestOfRow[row]! - bestOfColumn[column]!,
  )
}
