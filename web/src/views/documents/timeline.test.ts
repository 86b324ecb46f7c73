import { expect, it } from 'vitest'
import { layOutTimeline } from './timeline.ts'

it('sets years downward and levels across', () => {
  const a = { issuedOn: '2022-12-18', level: 'MUNICIPAL' } as const
  const b = { issuedOn: '2024-06-01', level: 'MUNICIPAL' } as const
  const c = { issuedOn: '2024-07-18', level: 'MUNICIPAL' } as const
  const d = { issuedOn: '2024-01-01', level: 'PROVINCIAL' } as const
  const e = { issuedOn: null, level: null }
  expect(layOutTimeline([a, b, c, d, e])).toEqual({
    levels: ['PROVINCIAL', 'MUNICIPAL', null],
    rows: [
      { year: '2024', cells: [[d], [c, b], []] },
      { year: '2022', cells: [[], [a], []] },
      { year: null, cells: [[], [], [e]] },
    ],
  })
})
