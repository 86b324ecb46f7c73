import { expect, test } from 'vitest'
import { guardStatement, haveOneState, wasSettled } from './gate.ts'

/** What an answer shows: the last commit before it, the last one after it, and whether the former was under way. */
const answer = (before: number, after = before, busy = false) => ({
  before: { begun: before, busy },
  after: { begun: after },
})

test.each([
  ['nothing happened', answer(3), true],
  ['a commit was announced between', answer(3, 4), false],
  ['one was under way from the beginning', answer(3, 3, true), false],
])('wasSettled: %s', (_, { before, after }, settled) => {
  expect(wasSettled(before, after)).toBe(settled)
})

test.each([
  ['no statement', [], true],
  ['all between the same commits', [answer(3), answer(3)], true],
  ['a whole commit between two statements', [answer(3), answer(4)], false],
  ['a commit during the second', [answer(3), answer(3, 4)], false],
  ['a commit under way at the second', [answer(3), answer(3, 3, true)], false],
])('haveOneState: %s', (_, answers, settled) => {
  expect(haveOneState(answers)).toBe(settled)
})

test('a guarded statement stands between the looks, and its rows have their names again', () => {
  const { query, read } = guardStatement('MATCH (n) RETURN n.id AS id, n.props AS props')
  const places = ['AS busy', 'MATCH (n) RETURN', 'size(guarded)', 'AS after'].map((part) =>
    query.indexOf(part),
  )
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
  expect(read({ begun: 3, busy: true, guarded: [['a', null]], after: 4 })).toEqual({
    rows: [{ id: 'a', props: null }],
    before: { begun: 3, busy: true },
    after: { begun: 4 },
  })
})
