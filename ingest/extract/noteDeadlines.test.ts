import { expect, it } from 'vitest'
import { findNoteDeadlines } from './noteDeadlines.ts'

it.each([
  [
    'a labelled time',
    '（责任单位：县水务局；完成时限：2024年9月底前）',
    ['完成时限：2024年9月底前 2024-09-30'],
  ],
  ['a line of its own', '责任单位：县水利局\n完成时限：2025年6月底', ['完成时限：2025年6月底 2025-06-30']],
  ['a year', '（牵头单位：县教育局，办结时间：2025年）', ['办结时间：2025年 2025-12-31']],
  ['a month without a year', '（县住建局负责；完成时限：11月底前）', ['完成时限：11月底前 2024-11-30']],
  ['a time without a label', '（市林业局牵头，2026年底前完成）', ['2026年底前完成 2026-12-31']],
  ['a beginning', '（责任单位：县文旅局；完成时限：2024年起持续推进）', []],
  ['no time', '（责任单位：县文旅局；完成时限：长期坚持）', []],
  ['a past time', '（市林业局牵头，2019年底前完成）', []],
  ['who is meant', '（2026年底前完成改造的县区政府负责）', []],
])('%s in a note', (_, note, expected) => {
  const time = { issuedOn: '2024-03-01', titleYear: null }
  const found = findNoteDeadlines(note, [{ start: 0, end: note.length }], time)
  expect(found.map(({ range, deadline }) => `${note.slice(range.start, range.end)} ${deadline}`)).toEqual(
    expected,
  )
})
