import { describe, expect, it } from 'vitest'
import { type GraphState, readState, undoKey, writeState } from './address.ts'
import { observe, startHistory } from './history.ts'
import { AGENCY, clauseOf, LOWER, UPPER } from './sample.ts'

const fresh = (focus: string) => readState(new URLSearchParams({ focus }))

describe('state and address', () => {
  it.each<Partial<GraphState>>([
    {},
    { open: [LOWER, clauseOf(UPPER, 2)], hidden: [AGENCY] },
    { layout: 'free', view: 'list', all: true },
    { kinds: ['CLAUSE'], roles: [], relations: ['IMPLEMENTS'], edgeKinds: ['CITATION', 'PART_OF'] },
    { kinds: [] },
    { from: UPPER, to: AGENCY, selected: 'correspondence/a&b~c' },
  ])('reads what it wrote: %j', (changes) => {
    for (const focus of [UPPER, AGENCY]) {
      const state = { ...fresh(focus), ...changes }
      const address = writeState(new URLSearchParams(), state)
      expect(readState(new URLSearchParams(address.toString()))).toEqual(state)
    }
  })

  it('writes nothing but the focus where all is usual', () => {
    expect(writeState(new URLSearchParams(), fresh(UPPER)).toString()).toBe(
      `focus=${encodeURIComponent(UPPER)}`,
    )
  })

  it('passes over what nobody could have written, and keeps what is not its own', () => {
    const state = readState(
      new URLSearchParams('focus=x&layout=spiral&kinds=CLAUSE,TEAPOT&to=y&open=&open=a&open=a'),
    )
    expect(state).toMatchObject({ layout: 'lanes', kinds: ['CLAUSE'], from: '', to: '', open: ['a'] })
    expect(writeState(new URLSearchParams('utm=1'), state).get('utm')).toBe('1')
  })
})

describe('undo', () => {
  it('passes over selecting, but not over opening', () => {
    const key = (changes: Partial<GraphState>) =>
      undoKey(writeState(new URLSearchParams(), { ...fresh(UPPER), ...changes }))
    expect(key({ selected: AGENCY, view: 'list' })).toBe(key({}))
    expect(key({ open: [LOWER] })).not.toBe(key({}))
    expect(key({ layout: 'free' })).not.toBe(key({}))
  })

  it('understands steps back and forward, also by the buttons of the browser', () => {
    let history = startHistory('a')
    for (const address of ['b', 'b', 'c']) history = observe(history, address)
    expect(history).toEqual({ past: ['a', 'b'], present: 'c', future: [] })
    history = observe(history, 'b')
    history = observe(history, 'a')
    expect(history).toEqual({ past: [], present: 'a', future: ['c', 'b'] })
    history = observe(history, 'b')
    expect(history).toEqual({ past: ['a'], present: 'b', future: ['c'] })
    expect(observe(history, 'd')).toEqual({ past: ['a', 'b'], present: 'd', future: [] })
  })
})
