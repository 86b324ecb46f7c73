import { describe, expect, it } from 'vitest'
import {
  bySection,
  type CellFacts,
  countRows,
  type Filter,
  isShown,
  type LinkFacts,
  moveInGrid,
  readCell,
} from './cells.ts'

const link = (facts: Partial<LinkFacts>): LinkFacts => ({
  degree: 'SAME_MEASURE',
  score: 0.6,
  basis: 'INFERRED',
  targets: [],
  ...facts,
})

describe('readCell', () => {
  it.each([
    ['no link', [], 'gap', null],
    ['one topic', [link({ degree: 'SAME_TOPIC', score: 0.4 })], 'topic', 0.4],
    // a topic never looks like a measure, however well it scores
    ['one topic of a high score', [link({ degree: 'SAME_TOPIC', score: 0.9 })], 'topic', 0.9],
    ['one measure', [link({ score: 0.74 })], 'measure', 0.74],
    ['a measure that is printed as 0.75', [link({ score: 0.7483 })], 'strong', 0.7483],
    ['a sure measure first', [link({ score: 0.75 }), link({ degree: 'SAME_TOPIC' })], 'strong', 0.75],
  ] as const)('draws %s', (_name, links, tone, score) => {
    expect(readCell(links)).toMatchObject({ tone, score, count: links.length })
  })

  it('reads the verdicts from the side of the lower document, each once', () => {
    const upperView = (verdict: LinkFacts['targets'][number]['verdict']) =>
      ({ verdict, deadlineVerdict: null }) as const
    const cell = readCell([
      link({ targets: [upperView('STRICTER'), upperView('EQUAL'), upperView('STRICTER')] }),
      link({ targets: [upperView('LOWER'), upperView('INCOMPARABLE')] }),
    ])
    expect(cell.verdicts).toEqual(['HIGHER', 'LOOSER', 'EQUAL'])
  })

  it('turns deadlines round too', () => {
    const cell = readCell([link({ targets: [{ verdict: 'EQUAL', deadlineVerdict: 'LATER' }] })])
    expect(cell.deadlines).toEqual(['EARLIER'])
    expect(isShown('stricter', [cell])).toBe(true)
    expect(isShown('looser', [cell])).toBe(false)
  })

  it('knows what a person confirmed', () => {
    expect(readCell([link({}), link({ basis: 'REVIEWED' })]).confirmed).toBe(true)
    expect(readCell([link({})]).confirmed).toBe(false)
  })
})

const gap = readCell([])
const linked = readCell([link({})])
const stricter = readCell([link({ targets: [{ verdict: 'LOOSER', deadlineVerdict: null }] })])
const looser = readCell([link({ targets: [{ verdict: 'STRICTER', deadlineVerdict: null }] })])

describe('isShown', () => {
  const cases: readonly [Filter, readonly CellFacts[], boolean][] = [
    ['all', [], true],
    ['gaps', [linked, gap], true],
    ['gaps', [linked, stricter], false],
    ['nowhere', [gap, gap], true],
    ['nowhere', [gap, linked], false],
    ['nowhere', [], false],
    ['stricter', [gap, stricter], true],
    ['stricter', [looser], false],
    ['looser', [looser], true],
  ]
  it.each(cases)('%s %#', (filter, cells, shown) => {
    expect(isShown(filter, cells)).toBe(shown)
  })

  it('is counted for each filter', () => {
    expect(countRows([[gap, gap], [gap, stricter], [linked]])).toEqual({
      all: 3,
      gaps: 2,
      nowhere: 1,
      stricter: 1,
      looser: 0,
    })
  })
})

describe('moveInGrid', () => {
  it.each([
    ['ArrowDown', [0, 0], [1, 0]],
    ['ArrowDown', [2, 1], [2, 1]],
    ['ArrowUp', [0, 1], [0, 1]],
    ['ArrowLeft', [1, 0], [1, 0]],
    ['ArrowRight', [1, 0], [1, 1]],
    ['Home', [1, 1], [1, 0]],
    ['End', [1, 0], [1, 1]],
    ['Enter', [1, 0], null],
  ] as const)('%s from %j', (key, from, to) => {
    expect(moveInGrid(key, from, [3, 2])).toEqual(to)
  })
})

describe('bySection', () => {
  it('names a section once for neighbouring rows, and rows without one', () => {
    const row = (id: string | null) => ({ clause: { section: id === null ? null : { id } } })
    const groups = bySection([row('a'), row('a'), row(null), row('b'), row('a')])
    expect(groups.map(({ section, rows }) => [section?.id, rows.length])).toEqual([
      ['a', 2],
      [undefined, 1],
      ['b', 1],
      ['a', 1],
    ])
  })
})
