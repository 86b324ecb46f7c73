import { expect, it } from 'vitest'
import { randomVector, seededRandom } from '../../test/support/bundle.ts'
import { PassageMatrix } from './passageMatrix.ts'

function filled(
  dimensions: number,
  clauses: number,
  random: () => number,
): { matrix: PassageMatrix; vectors: Float32Array[][] } {
  const matrix = new PassageMatrix(dimensions)
  const vectors = Array.from({ length: clauses }, (_, i) =>
    Array.from({ length: 1 + (i % 4) }, () => randomVector(random, dimensions)),
  )
  vectors.forEach((rows, i) => {
    matrix.add({
      seq: i + 1,
      clauseSeq: 1_000 + i,
      vectors: Float32Array.from(rows.flatMap((row) => [...row])),
    })
  })
  return { matrix, vectors }
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
function total(query: Float32Array, [whole, ...windows]: readonly Float32Array[]): number {
  const first = dot(query, whole!)
  return first + (windows.length === 0 ? first : Math.max(...windows.map((window) => dot(query, window))))
}
function exact(query: Float32Array, vectors: readonly (readonly Float32Array[])[], limit: number): number[] {
  const order = vectors
    .map((rows, i) => ({ seq: i + 1, score: total(query, rows) }))
    .sort((a, b) => b.score - a.score)
  return order.slice(0, limit).map(({ seq }) => seq)
}

// a width that is no multiple of the kernel's sixteen, and the model's
it.each([[20], [512]])(
  'finds what an exact search finds among random vectors of %i dimensions',
  (dimensions) => {
    const random = seededRandom(dimensions)
    const { matrix, vectors } = filled(dimensions, 2_000, random)
    let found = 0
    for (let i = 0; i < 20; i++) {
      const query = randomVector(random, dimensions)
      const nearest = new Set(matrix.nearest(query, null, 52)) // what the store rescored for 10 asked
      found += exact(query, vectors, 10).filter((seq) => nearest.has(seq)).length
    }
    expect(found / 200).toBeGreaterThanOrEqual(0.99)
  },
)

it('looks at allowed clauses only, few or many', () => {
  const random = seededRandom(3)
  const { matrix, vectors } = filled(32, 100, random)
  const query = randomVector(random, 32)
  for (const share of [2, 50]) {
    const allowed = vectors.map((_, i) => i).filter((i) => i % share === 0)
    const nearest = matrix.nearest(query, new Set(allowed.map((i) => 1_000 + i)), 1)
    const best = allowed.sort((a, b) => total(query, vectors[b]!) - total(query, vectors[a]!))[0]!
    expect(nearest).toEqual([best + 1])
  }
})

it('closes the gaps of dropped clauses', () => {
  const random = seededRandom(5)
  const { matrix, vectors } = filled(32, 60, random)
  const kept = new Set(vectors.map((_, i) => i + 1).filter((seq) => seq % 3 !== 0))
  matrix.retain(kept)
  expect(matrix.lastSeq).toBe(59)
  for (const seq of kept)
    expect(matrix.nearest(vectors[seq - 1]![0]!, null, kept.size)).toHaveLength(kept.size)
  const query = vectors[49]![0]! // clause 50 has two passages: itself is the best match
  expect(matrix.nearest(query, null, 1)).toEqual([exact(query, vectors, 60).find((seq) => kept.has(seq))])
  matrix.retain(new Set())
  expect(matrix.nearest(query, null, 5)).toEqual([])
})

it('scores a zero query and a zero vector without failing', () => {
  const matrix = new PassageMatrix(16)
  matrix.add({ seq: 1, clauseSeq: 1, vectors: new Float32Array(16) })
  expect(matrix.nearest(new Float32Array(16), null, 3)).toEqual([1])
})
