import { expect, test } from 'vitest'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { readTogether } from './together.ts'
import type { Row, Transaction } from './transaction.ts'

/** Reads that note their statements; a statement fails where it is `refused`. */
function makeReads() {
  const reads: string[][] = []
  const read = async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => {
    const statements: string[] = []
    reads.push(statements)
    return work({
      async run(query): Promise<Row[]> {
        statements.push(query)
        if (query === 'refused') throw new Error('refused')
        return [{ query }]
      },
    })
  }
  const light = readTogether(read)
  const ask = (query: string) => light(async (transaction) => (await transaction.run(query))[0]?.['query'])
  return { reads, light, ask }
}

test('reads asked for in one turn are one read, later ones have their own', async () => {
  const { reads, ask } = makeReads()
  expect(await Promise.all([ask('a'), ask('b')])).toEqual(['a', 'b'])
  expect(await ask('c')).toBe('c')
  expect(reads).toEqual([['a', 'b'], ['c']])
})

test('sixteen are one read at most', async () => {
  const { reads, ask } = makeReads()
  await Promise.all(Array.from({ length: 20 }, (_, i) => ask(`${i}`)))
  expect(reads.map((statements) => statements.length)).toEqual([16, 4])
})

test('what the server refuses one of them fails alone', async () => {
  const { ask } = makeReads()
  const [first, second] = await Promise.allSettled([ask('refused'), ask('b')])
  expect(first).toMatchObject({ status: 'rejected', reason: { message: 'refused' } })
  expect(second).toMatchObject({ status: 'fulfilled', value: 'b' })
})

test('what one of them finds bad is no matter of the others, and is not asked again', async () => {
  const { reads, light, ask } = makeReads()
  const bad = light(async () => {
    throw new ZhengmaiError('BAD_INPUT', 'first')
  })
  const [first, second] = await Promise.allSettled([bad, ask('b')])
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'BAD_INPUT' } })
  expect(second).toMatchObject({ status: 'fulfilled', value: 'b' })
  expect(reads).toHaveLength(1)
})
