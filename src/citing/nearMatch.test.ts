import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changesBetween } from './editScript.ts'
import { findNear } from './nearMatch.ts'

/** Least edit distance of a pattern to any substring of a text, cell by cell (Sellers 1980). */
function leastDistance(pattern: string, text: string): number {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row)
  let least = pattern.length
  for (const character of text) {
    const next = [0]
    for (let row = 1; row <= pattern.length; row++) {
      const same = pattern[row - 1] === character ? 0 : 1
      next.push(Math.min(column[row - 1]! + same, column[row]! + 1, next[row - 1]! + 1))
    }
    column = next
    least = Math.min(least, column.at(-1)!)
  }
  return least
}

/** Edit distance of two texts. */
function distanceOf(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    for (let j = 1; j <= right.length; j++)
      next.push(Math.min(row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1))
    row = next
  }
  return row.at(-1)!
}

const few = (maxLength: number, minLength = 0) =>
  fc
    .array(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength, maxLength })
    .map((characters) => characters.join(''))

it.each([
  // words, text, where they stand, distance
  ['不得授权', '涉及秘密的数据不得授权运营', [7, 11], 0],
  ['数据得授权', '涉及秘密的数据不得授权运营', [5, 11], 1],
  ['数据不得全授权', '涉及秘密的数据不得授权运营', [5, 11], 1],
  ['数据不可授权', '涉及秘密的数据不得授权运营', [5, 11], 1],
])('finds %s', (pattern, text, [start, end], distance) => {
  expect(findNear(pattern, text, 2)).toEqual({ start, end, distance })
})

it('finds nothing beyond the limit, in an empty text or for an empty pattern', () => {
  expect(findNear('甲乙丙丁', '一二三四五', 2)).toBeNull()
  expect(findNear('甲乙', '', 1)).toBeNull()
  expect(findNear('', '甲', 1)).toBeNull()
})

it('finds what the cell-by-cell computation finds, over several machine words', () => {
  fc.assert(
    fc.property(few(90, 1), few(160), (pattern, text) => {
      const least = leastDistance(pattern, text)
      const found = findNear(pattern, text, pattern.length - 1)
      if (least >= pattern.length) return found === null
      return found?.distance === least && distanceOf(pattern, text.slice(found.start, found.end)) === least
    }),
    { numRuns: 300 },
  )
})

it('the changes of two texts lead from one to the other, as few as there are', () => {
  fc.assert(
    fc.property(few(40), few(40), (left, right) => {
      const distance = distanceOf(left, right)
      const changes = changesBetween(left, right, distance)
      let built = ''
      let at = 0
      let cost = 0
      for (const change of changes) {
        built += left.slice(at, change.left.start) + right.slice(change.right.start, change.right.end)
        at = change.left.end
        cost += Math.max(change.left.end - change.left.start, change.right.end - change.right.start)
      }
      return built + left.slice(at) === right && cost === distance
    }),
    { numRuns: 300 },
  )
})
