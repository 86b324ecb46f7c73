import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, type Edit, type OffsetMap, toOutputThrough, toSourceThrough } from './edits.ts'

/** A text of characters that are all different, so that each survivor is known by itself. */
function distinct(length: number, from: number): string {
  return String.fromCharCode(...Array.from({ length }, (_, index) => from + index))
}

/** Random edits of a text of the given length; what they insert occurs nowhere else. */
function editsFor(length: number, insertFrom: number): fc.Arbitrary<Edit[]> {
  return fc
    .array(fc.record({ gap: fc.nat(6), length: fc.nat(4), insert: fc.nat(3) }), { maxLength: 8 })
    .map((steps) => {
      const edits: Edit[] = []
      let at = 0
      let next = insertFrom
      for (const step of steps) {
        const start = at + step.gap
        const end = start + step.length
        if (end > length) break
        edits.push({ start, end, insert: distinct(step.insert, next) })
        next += step.insert
        at = end
      }
      return edits
    })
}

const chains = fc.integer({ min: 1, max: 4 }).chain((steps) =>
  fc.record({
    length: fc.nat(40),
    seeds: fc.array(editsFor(200, 0), { minLength: steps, maxLength: steps }),
  }),
)

function run(length: number, seeds: readonly (readonly Edit[])[]) {
  const source = distinct(length, 0x4e00)
  const maps: OffsetMap[] = []
  let text = source
  for (const [step, seed] of seeds.entries()) {
    const room = text.length
    const edits = seed
      .filter(({ end }) => end <= room)
      // the characters that a step inserts are its own
      .map((edit, index) => ({
        ...edit,
        insert: distinct(edit.insert.length, 0xac00 + step * 1000 + index * 10),
      }))
    const edited = applyEdits(text, edits)
    text = edited.text
    maps.push(edited.map)
  }
  return { source, text, maps }
}

describe('applyEdits', () => {
  it.each([
    ['insert', 'ab', [{ start: 1, end: 1, insert: 'x' }], 'axb'],
    ['delete', 'abc', [{ start: 1, end: 2, insert: '' }], 'ac'],
    [
      'replace two',
      'abcd',
      [
        { start: 0, end: 1, insert: 'xy' },
        { start: 3, end: 4, insert: '' },
      ],
      'xybc',
    ],
    ['nothing', 'ab', [], 'ab'],
    ['all', 'ab', [{ start: 0, end: 2, insert: '' }], ''],
  ])('%s', (_, text, edits, expected) => {
    expect(applyEdits(text, edits).text).toBe(expected)
  })

  it('rejects edits that overlap or leave the text', () => {
    expect(() =>
      applyEdits('abc', [
        { start: 0, end: 2, insert: '' },
        { start: 1, end: 3, insert: '' },
      ]),
    ).toThrow(RangeError)
    expect(() => applyEdits('abc', [{ start: 2, end: 4, insert: '' }])).toThrow(RangeError)
  })
})

describe('OffsetMap', () => {
  it('leads a surviving character to exactly itself, there and back', () => {
    fc.assert(
      fc.property(chains, ({ length, seeds }) => {
        const { source, text, maps } = run(length, seeds)
        for (let at = 0; at < text.length; at++) {
          const origin = source.indexOf(text[at]!)
          if (origin < 0) continue
          expect(toSourceThrough(maps, { start: at, end: at + 1 })).toEqual({
            start: origin,
            end: origin + 1,
          })
          expect(toOutputThrough(maps, { start: origin, end: origin + 1 })).toEqual({
            start: at,
            end: at + 1,
          })
        }
      }),
      { numRuns: 500 },
    )
  })

  it('covers every survivor of a range, in a range of the source', () => {
    fc.assert(
      fc.property(chains, fc.nat(80), fc.nat(80), ({ length, seeds }, a, b) => {
        const { source, text, maps } = run(length, seeds)
        const start = Math.min(a, b, text.length)
        const end = Math.min(Math.max(a, b), text.length)
        const range = toSourceThrough(maps, { start, end })
        expect(range.start).toBeLessThanOrEqual(range.end)
        expect(range.end).toBeLessThanOrEqual(source.length)
        const covered = source.slice(range.start, range.end)
        for (const character of text.slice(start, end)) {
          if (source.includes(character)) expect(covered).toContain(character)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('shows where a removed piece stood', () => {
    const { map } = applyEdits('abcdef', [{ start: 2, end: 4, insert: '' }])
    expect(map.toOutput({ start: 2, end: 4 })).toEqual({ start: 2, end: 2 })
    expect(map.toSource({ start: 1, end: 3 })).toEqual({ start: 1, end: 5 })
  })

  it('leads two characters made from one to that one', () => {
    const { map } = applyEdits('Ⅲ期', [{ start: 0, end: 1, insert: 'III' }])
    expect(map.toSource({ start: 1, end: 2 })).toEqual({ start: 0, end: 1 })
    expect(map.toSource({ start: 3, end: 4 })).toEqual({ start: 1, end: 2 })
  })
})
