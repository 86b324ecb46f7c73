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
      documentId: `d${i % 7}`,
      proper: i % 5 !== 4,
      vectors: Float32Array.from(rows.flatMap((row) => [...row])),
    })
  })
  return { matrix, vectors }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
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
      const nearest = new Set(matrix.nearest(query, null, 10))
      found += exact(query, vectors, 10).filter((seq) => nearest.has(seq)).length
    }
    expect(found).toBe(200)
  },
)

it('finds nearly all of the best in a large corpus, where windows resemble their clause', () => {
  const random = seededRandom(17)
  const matrix = new PassageMatrix(32)
  const near = (base: Float32Array) => {
    const noise = randomVector(random, 32)
    return unit(base.map((value, i) => value + 0.8 * noise[i]!))
  }
  const topics = Array.from({ length: 50 }, () => randomVector(random, 32))
  const vectors = Array.from({ length: 6_000 }, (_, i) => {
    const whole = near(topics[i % topics.length]!)
    return [whole, near(whole), near(whole)]
  })
  vectors.forEach((rows, i) => {
    const joined = Float32Array.from(rows.flatMap((row) => [...row]))
    matrix.add({ seq: i + 1, clauseSeq: i, documentId: 'd', proper: true, vectors: joined })
  })
  let found = 0
  for (let i = 0; i < 10; i++) {
    const query = near(topics[i]!)
    const nearest = new Set(matrix.nearest(query, null, 100))
    found += exact(query, vectors, 100).filter((seq) => nearest.has(seq)).length
  }
  expect(found / 1_000).toBeGreaterThanOrEqual(0.99)
})

it('looks at allowed clauses only, few or many', () => {
  const random = seededRandom(3)
  const { matrix, vectors } = filled(32, 100, random)
  const query = randomVector(random, 32)
  for (const share of [2, 50]) {
    const allowed = vectors.map((_, i) => i).filter((i) => i % share === 0)
    const mask = new Uint8Array(2_000)
    for (const i of allowed) mask[1_000 + i] = 1
    const nearest = matrix.nearest(query, mask, 1)
    const best = allowed.sort((a, b) => total(query, vectors[b]!) - total(query, vectors[a]!))[0]!
    expect(nearest).toContain(best + 1)
    for (const seq of nearest) expect(allowed).toContain(seq - 1)
  }
})

it('finds the nearest whole clauses proper of other documents', () => {
  const random = seededRandom(11)
  // more queries than the matrix takes at a time
  const { matrix, vectors } = filled(512, 300, random)
  const queries = vectors.slice(0, 70).map(([whole], i) => ({ vector: whole!, documentId: `d${i % 7}` }))
  const found = matrix.nearestWholes(queries, 5)
  queries.forEach(({ vector, documentId }, index) => {
    const expected = vectors
      .map(([whole], i) => ({ i, cosine: dot(vector, whole!) }))
      .filter(({ i }) => i % 5 !== 4 && `d${i % 7}` !== documentId)
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, 5)
    expect(found[index]).toEqual(expect.arrayContaining(expected.map(({ i }) => i + 1)))
    for (const seq of found[index]!) {
      expect((seq - 1) % 5).not.toBe(4)
      expect(`d${(seq - 1) % 7}`).not.toBe(documentId)
    }
  })
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
  expect(matrix.size).toBe(kept.size)
  matrix.retain(new Set())
  expect(matrix.nearest(query, null, 5)).toEqual([])
})

it('takes some of very many equal clauses only', () => {
  const matrix = new PassageMatrix(16)
  const vector = randomVector(seededRandom(2), 16)
  for (let seq = 1; seq <= 500; seq++)
    matrix.add({ seq, clauseSeq: seq, documentId: `d${seq}`, proper: true, vectors: vector })
  expect(matrix.nearest(vector, null, 10)).toEqual(Array.from({ length: 84 }, (_, i) => i + 1))
  expect(matrix.nearestWholes([{ vector, documentId: 'd1' }], 10)[0]).toHaveLength(84)
})

it('scores a zero query and a zero vector without failing', () => {
  const matrix = new PassageMatrix(16)
  matrix.add({ seq: 1, clauseSeq: 1, documentId: 'd', proper: true, vectors: new Float32Array(16) })
  expect(matrix.nearest(new Float32Array(16), null, 3)).toEqual([1])
})
