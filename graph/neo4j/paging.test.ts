import { expect, test } from 'vitest'
import { encodeCursor } from '../schema/cursor.ts'
import { type Listing, readPage } from './paging.ts'
import type { Parameters, Row, Transaction } from './transaction.ts'

const LISTING: Listing = { tag: 'letters', keys: [{ cypher: 'n.id', type: 'string' }] }
const CONDITION = { match: 'MATCH (n:Letter)', where: 'n.kind = $f0', parameters: { f0: 'vowel' } }

/** A server with `size` letters, which answers a list by itself or a list and its total as one. */
function makeServer(size: number) {
  const asked: string[] = []
  const letters = Array.from({ length: size }, (_, i) => `letter ${String(i).padStart(5, '0')}`)
  const transaction: Transaction = {
    async run(query: string, parameters: Parameters = {}): Promise<Row[]> {
      asked.push(query)
      const limit = Number(parameters['limit'])
      const [call] = (parameters['calls'] ?? []) as readonly Parameters[]
      const after = String((call ?? parameters)['k0'] ?? '')
      const rows = letters.filter((id) => id > after).slice(0, limit)
      if (call !== undefined)
        return [{ i: 0, list0: [[size]], list1: rows.map((id) => [JSON.stringify(id), id]) }]
      if (query.includes('count(*)')) return [{ total: size }]
      return rows.map((id) => ({ props: JSON.stringify(id), key0: id }))
    },
  }
  const read = async (first: number, after: string | null = null) => {
    const { items, ...rest } = await readPage<string>(transaction, LISTING, CONDITION, { first, after })
    return { ...rest, items: items.length, cursor: items.at(-1)?.cursor }
  }
  return { asked, read }
}

test.each([
  ['a page, with its total', 5, 3, { items: 3, hasNextPage: true, totalCount: 5 }, 1],
  ['the last page', 3, 3, { items: 3, hasNextPage: false, totalCount: 3 }, 1],
  [
    'a whole list, whose rows are its total',
    1_000,
    1_000,
    { items: 1_000, hasNextPage: false, totalCount: 1_000 },
    1,
  ],
  ['a list that was longer', 1_002, 1_000, { items: 1_000, hasNextPage: true, totalCount: 1_002 }, 2],
  ['nothing', 0, 1_000, { items: 0, hasNextPage: false, totalCount: 0 }, 1],
])('reads %s', async (_, size, first, page, statements) => {
  const { asked, read } = makeServer(size)
  expect(await read(first)).toMatchObject(page)
  expect(asked).toHaveLength(statements)
})

test.each([2, 1_000])('the total counts what was read before, also for %i more', async (first) => {
  const { read } = makeServer(5)
  const { cursor } = await read(3)
  expect(cursor).toBe(encodeCursor(LISTING, ['letter 00002']))
  expect(await read(first, cursor!)).toMatchObject({ items: 2, hasNextPage: false, totalCount: 5 })
})
