import type { TextRange } from '../domain/span.ts'

/** Where two texts differ: a range of each, either may be empty. */
export interface Change {
  readonly left: TextRange
  readonly right: TextRange
}

/**
 * The fewest changes that lead from one text to the other, in order, neighbouring ones as one. Wagner & Fischer 1974 within
 * the band that the distance allows (Ukkonen 1985): O(length × distance).
 * @param distance at least the edit distance of the two
 */
export function changesBetween(left: string, right: string, distance: number): Change[] {
  const band = Math.max(distance, Math.abs(left.length - right.length)) + 1
  const width = 2 * band + 1
  const far = left.length + right.length + 1
  const costs = new Int32Array((left.length + 1) * width).fill(far)
  const at = (row: number, column: number): number => row * width + column - row + band
  for (let row = 0; row <= left.length; row++) {
    const from = Math.max(0, row - band)
    const to = Math.min(right.length, row + band)
    for (let column = from; column <= to; column++) {
      const here = at(row, column)
      if (row === 0 || column === 0) {
        costs[here] = row + column
        continue
      }
      const same = left[row - 1] === right[column - 1] ? 0 : 1
      let cost = costs[at(row - 1, column - 1)]! + same
      if (column < row + band) cost = Math.min(cost, costs[at(row - 1, column)]! + 1)
      if (column > row - band) cost = Math.min(cost, costs[at(row, column - 1)]! + 1)
      costs[here] = cost
    }
  }
  return traceBack(left, right, (row, column) =>
    Math.abs(row - column) > band ? far : costs[at(row, column)]!,
  )
}

/** Walks from both ends to the beginnings along the least costs. */
function traceBack(left: string, right: string, costAt: (row: number, column: number) => number): Change[] {
  const changes: { left: { start: number; end: number }; right: { start: number; end: number } }[] = []
  let [row, column] = [left.length, right.length]
  const change = (rows: number, columns: number) => {
    const last = changes.at(-1)
    const joins = last !== undefined && last.left.start === row && last.right.start === column
    const place = { left: { start: row - rows, end: row }, right: { start: column - columns, end: column } }
    if (joins) {
      last.left.start = place.left.start
      last.right.start = place.right.start
    } else changes.push(place)
    row -= rows
    column -= columns
  }
  while (row > 0 || column > 0) {
    const here = costAt(row, column)
    if (
      row > 0 &&
      column > 0 &&
      left[row - 1] === right[column - 1] &&
      costAt(row - 1, column - 1) === here
    ) {
      row -= 1
      column -= 1
    } else if (row > 0 && column > 0 && costAt(row - 1, column - 1) + 1 === here) change(1, 1)
    else if (row > 0 && costAt(row - 1, column) + 1 === here) change(1, 0)
    else change(0, 1)
  }
  return changes.reverse()
}
