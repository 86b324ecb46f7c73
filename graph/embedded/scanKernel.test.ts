import { expect, it } from 'vitest'
import { seededRandom } from '../../test/support/bundle.ts'
import { makeScanKernel } from './scanKernel.ts'

const ROWS_AT = 65_536

// one row, an odd number, more than one turn of the inner loop; the last holds the greatest sums that may occur
it.each([
  [1, 64],
  [3, 192],
  [65, 512],
])('sums %i rows of %i products as plain JavaScript does', (rows, dimensions) => {
  const memory = new WebAssembly.Memory({ initial: 4 })
  const random = seededRandom(rows)
  const query = new Int16Array(memory.buffer, 0, dimensions).map(() =>
    Math.round((random() * 2 - 1) * 32_767),
  )
  new Int16Array(memory.buffer, 0, dimensions).set(query)
  const values = new Int8Array(memory.buffer, ROWS_AT, rows * dimensions)
  for (let i = 0; i < values.length; i++) values[i] = Math.round((random() * 2 - 1) * 127)
  // the first row points the way of the query: the greatest sum
  for (let i = 0; i < dimensions; i++) values[i] = Math.sign(query[i]!) * 127
  makeScanKernel(memory)(0, ROWS_AT, ROWS_AT + values.length, dimensions, 32_768)
  const expected = Array.from({ length: rows }, (_, row) =>
    query.reduce((sum, value, i) => sum + value * values[row * dimensions + i]!, 0),
  )
  expect([...new Int32Array(memory.buffer, 32_768, rows)]).toEqual(expected)
})
