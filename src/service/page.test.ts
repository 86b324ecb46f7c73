import { describe, expect, it } from 'vitest'
import type { PageRequest } from '../../graph/port/graphStore.ts'
import { connectList, type PageArguments, readAll, readFirst, toConnection } from './page.ts'

describe('readFirst', () => {
  it.each([
    [null, 20],
    [undefined, 20],
    [0, 0],
    [7, 7],
    [100, 100],
    [101, 100],
    [2_147_483_647, 100],
  ])('%s → %s', (given, first) => {
    expect(readFirst(given, 20)).toBe(first)
  })
  it.each([-1, 1.5, Number.NaN])('%s is BAD_INPUT', (given) => {
    expect(() => readFirst(given, 20)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
  })
})

it('a page behind another has a previous one', () => {
  const page = { items: [{ node: 'b', cursor: '2' }], hasNextPage: true, totalCount: 3 }
  expect(toConnection(page, { first: 1, after: '1' }).pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: true,
    startCursor: '2',
    endCursor: '2',
  })
})

it('readAll follows the cursors to the end', async () => {
  const letters = ['a', 'b', 'c']
  const list = async ({ after }: PageRequest) => {
    const start = after === null ? 0 : Number(after)
    const node = letters[start] as string
    const items = [{ node, cursor: String(start + 1) }]
    return { items, hasNextPage: start + 1 < letters.length, totalCount: letters.length }
  }
  expect(await readAll(list)).toEqual(letters)
})

describe('connectList', () => {
  const list = ['甲', '乙', '丙']
  const page = (args: PageArguments) => connectList(list, (item) => item, args, 2)
  it('pages through a list at hand', () => {
    const first = page({})
    expect(first.edges.map(({ node }) => node)).toEqual(['甲', '乙'])
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true, hasPreviousPage: false } })
    const second = page({ after: first.pageInfo.endCursor })
    expect(second.edges.map(({ node }) => node)).toEqual(['丙'])
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  })
  it.each([{ after: 'nonsense' }, { after: '' }, { first: -1 }])('refuses %j', (args) => {
    expect(() => page(args)).toThrowError(expect.objectContaining({ code: 'BAD_INPUT' }))
  })
})
