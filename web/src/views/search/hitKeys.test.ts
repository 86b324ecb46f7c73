import { expect, it } from 'vitest'
import { type Place, type Step, stepOf } from './hitKeys.ts'

const NO_KEYS = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false }
const PAGE: Place = { tag: 'BODY', current: -1, count: 3 }

it.each<[string, string, Partial<Place>, Step]>([
  ['slash leads to the box', '/', {}, { focus: 'box' }],
  ['slash in the box is a slash', '/', { tag: 'INPUT' }, null],
  ['j leads to the first hit', 'j', {}, { focus: 0 }],
  ['j leads on', 'j', { tag: 'A', current: 1 }, { focus: 2 }],
  ['j stays on the last', 'j', { tag: 'A', current: 2 }, { focus: 2 }],
  ['j without hits', 'j', { count: 0 }, null],
  ['j in the box is a letter', 'j', { tag: 'INPUT' }, null],
  ['k leads back', 'k', { tag: 'A', current: 2 }, { focus: 1 }],
  ['k from the first hit leads to the box', 'k', { tag: 'A', current: 0 }, { focus: 'box' }],
  ['k without a hit', 'k', {}, null],
  ['an arrow scrolls where no hit is focused', 'ArrowDown', {}, null],
  ['an arrow leads on from a hit', 'ArrowDown', { tag: 'A', current: 0 }, { focus: 1 }],
  ['an arrow leads back', 'ArrowUp', { tag: 'A', current: 1 }, { focus: 0 }],
  ['an arrow leads from the box to the hits', 'ArrowDown', { tag: 'INPUT' }, { focus: 0 }],
  ['an arrow in a choice chooses', 'ArrowDown', { tag: 'SELECT' }, null],
  ['any other key', 'x', {}, null],
])('%s', (_what, key, place, expected) => {
  expect(stepOf({ key, code: '', ...NO_KEYS }, { ...PAGE, ...place })).toEqual(expected)
})

it('knows the slash under a Chinese input method', () => {
  expect(stepOf({ key: '、', code: 'Slash', ...NO_KEYS }, PAGE)).toEqual({ focus: 'box' })
})

it('leaves shortcuts of the browser and choices of an input method alone', () => {
  for (const held of ['ctrlKey', 'metaKey', 'altKey', 'isComposing']) {
    expect(stepOf({ key: 'j', code: 'KeyJ', ...NO_KEYS, [held]: true }, PAGE)).toBeNull()
  }
})
