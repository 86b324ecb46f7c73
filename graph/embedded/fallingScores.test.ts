import { expect, it } from 'vitest'
import { seededRandom } from '../../test/support/bundle.ts'
import { FallingScores } from './fallingScores.ts'

it('hands out all items that have a score once, better ones before worse ones', () => {
  const random = seededRandom(7)
  const scores = Float32Array.from({ length: 5_000 }, (_, i) =>
    i % 10 === 0 ? -Infinity : 2.2 * random() - 1.1,
  )
  const falling = new FallingScores(scores)
  expect(falling.count).toBe(4_500)
  const parts: (readonly number[])[] = []
  for (let taken = 0; taken < falling.count; ) {
    const part = falling.next(700)
    expect(part.length).toBeGreaterThanOrEqual(Math.min(700, falling.count - taken))
    expect(part.length).toBeLessThan(750)
    expect(part).toEqual([...part].sort((a, b) => a - b))
    parts.push(part)
    taken += part.length
  }
  expect(parts.flat().sort((a, b) => a - b)).toEqual([...scores.keys()].filter((i) => i % 10 !== 0))
  const clamped = (item: number) => Math.min(1, Math.max(-1, scores[item]!))
  for (const [index, part] of parts.slice(1).entries()) {
    const worstBefore = Math.min(...parts[index]!.map(clamped))
    for (const item of part) expect(clamped(item)).toBeLessThanOrEqual(worstBefore)
  }
})

it('has nothing to hand out where nothing has a score', () => {
  const falling = new FallingScores(new Float32Array(3).fill(-Infinity))
  expect(falling.count).toBe(0)
  expect(falling.next(5)).toEqual([])
})
