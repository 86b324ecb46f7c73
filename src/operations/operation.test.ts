import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ZhengmaiError } from '../errors/error.ts'
import type { Scope } from '../service/scope.ts'
import { level, role, words } from './arguments.ts'
import { toFault } from './fault.ts'
import { callOperation, defineOperation } from './operation.ts'
import { readOffset, slicePage, writeOffset } from './pages.ts'
import { readId } from './readId.ts'

const NO_SCOPE = {} as Scope
const echo = defineOperation({
  name: 'echo',
  title: '回声 Echo',
  description: '说回来。Says it back.',
  input: z.strictObject({
    word: words(5),
    count: z.int().min(1).max(3).default(1),
    level: level.optional(),
    role: role.optional(),
  }),
  output: z.object({ said: z.string(), level: z.string().optional(), role: z.string().optional() }),
  run: async (_scope, { word, count, ...rest }) => ({ said: word.repeat(count), ...rest }),
})

describe('callOperation', () => {
  it.each<[string, unknown, object]>([
    ['usual values', { word: '政' }, { said: '政' }],
    ['null and blanks as absent', { word: '政', count: null, level: '' }, { said: '政' }],
    ['a level in Chinese', { word: '政', level: '省级' }, { said: '政', level: 'PROVINCIAL' }],
    ['a level in small letters', { word: '政', level: 'county' }, { said: '政', level: 'COUNTY' }],
    ['a role in Chinese', { word: '政', role: '牵头' }, { said: '政', role: 'LEAD' }],
  ])('takes %s', async (_what, given, expected) => {
    expect(await callOperation(echo, NO_SCOPE, given)).toEqual(expected)
  })
  it.each<[string, unknown, string, string]>([
    ['nothing', undefined, 'BAD_INPUT', 'word'],
    ['a list', [], 'BAD_INPUT', '参数'],
    ['a long word', { word: '政政政政政政' }, 'LIMIT', 'word'],
    ['control characters', { word: 'a\u0007' }, 'BAD_INPUT', '控制字符'],
    ['a number out of range', { word: '政', count: 4 }, 'BAD_INPUT', 'count'],
    ['an unknown argument', { word: '政', wrod: 1 }, 'BAD_INPUT', '没有参数 wrod，可用 word、count'],
    ['an unknown level', { word: '政', level: '乡' }, 'BAD_INPUT', 'level'],
  ])('refuses %s', async (_what, given, code, message) => {
    const failed = callOperation(echo, NO_SCOPE, given)
    await expect(failed).rejects.toMatchObject({ code, message: expect.stringContaining(message) })
  })
  it('gives nothing that the schema does not allow', async () => {
    const broken = { ...echo, run: async () => ({ said: 1 }) }
    await expect(callOperation(broken, NO_SCOPE, { word: '政' })).rejects.toMatchObject({ code: 'INTERNAL' })
  })
})

it.each([
  ['cn/370100/济政办字/2024/23', 'cn/370100/济政办字/2024/23'],
  ['cn/370100/%E6%B5%8E%E6%94%BF%E5%8A%9E%E5%AD%97/2024/23', 'cn/370100/济政办字/2024/23'],
  [' policy://clause/cn/370100/0000/ab/sec_1__cl_2 ', 'cn/370100/0000/ab/sec_1__cl_2'],
  ['http://127.0.0.1:4000/id/agency/370100/%E6%B5%8E?plain', 'agency/370100/济'],
  ['济政办字〔2024〕23号', '济政办字〔2024〕23号'],
  ['cn/%E6%B5', 'cn/%E6%B5'],
])('readId(%j) is %j', (given, expected) => {
  expect(readId(given)).toBe(expected)
})

describe('slicePage', () => {
  it('gives every item once and then ends', () => {
    const first = slicePage([1, 2, 3], { limit: 2 })
    expect(first).toEqual({ items: [1, 2], total: 3, next_cursor: writeOffset(2) })
    expect(slicePage([1, 2, 3], { limit: 2, cursor: first.next_cursor ?? '' })).toMatchObject({
      items: [3],
      next_cursor: null,
    })
  })
  it('refuses a cursor of another list', () => {
    expect(() => readOffset('aGl0OjE')).toThrow(ZhengmaiError)
  })
})

it.each<[unknown, string, boolean]>([
  [new ZhengmaiError('AMBIGUOUS', '两个', { details: { candidates: [] } }), 'AMBIGUOUS', false],
  [new ZhengmaiError('STORE_FAILED', '/srv/secret'), 'UNAVAILABLE', true],
  [new ZhengmaiError('SEEDS_INVALID', '/srv/secret'), 'INTERNAL', true],
  [new Error('/srv/secret'), 'INTERNAL', true],
])('toFault tells what was made for callers: %s', (error, code, isOurs) => {
  const fault = toFault(error)
  expect(fault).toMatchObject({ code, isOurs })
  expect(JSON.stringify(fault)).not.toContain('secret')
})
