import { expect, test } from 'vitest'
import { runCall } from './calls.ts'
import type { Parameters, Transaction } from './transaction.ts'

const STATEMENT = 'CALL () { MATCH (n) WHERE n.id IN $f0 RETURN n } WITH n, n.id AS id LIMIT $limit RETURN id'

/** A server that answers a call with its own first parameter, unless that is `refused`. */
function makeTransaction() {
  const asked: { readonly query: string; readonly parameters: Parameters }[] = []
  const transaction: Transaction = {
    async run(query, parameters = {}) {
      asked.push({ query, parameters })
      const calls = parameters['calls'] as readonly { readonly f0: string }[]
      if (calls.some(({ f0 }) => f0 === 'refused')) throw new Error('refused')
      return calls.map(({ f0 }, i) => ({ i, list0: [[f0]] }))
    },
  }
  const ask = async (f0: string, limit = 5n) => {
    const [rows] = await runCall(transaction, [STATEMENT], { own: { f0 }, common: { limit } })
    return rows?.[0]?.['id']
  }
  return { asked, ask }
}

test('what one turn asks by the same words is one statement, and each gets its own rows', async () => {
  const { asked, ask } = makeTransaction()
  expect(await Promise.all([ask('a'), ask('b')])).toEqual(['a', 'b'])
  expect(asked).toHaveLength(1)
  expect(asked[0]!.parameters).toEqual({ limit: 5n, calls: [{ f0: 'a' }, { f0: 'b' }] })
})

test('its own parameters come from the call, into every subquery; the common ones stay', async () => {
  const { asked, ask } = makeTransaction()
  await ask('a')
  const { query } = asked[0]!
  expect(query).toContain('CALL (call) { MATCH (n) WHERE n.id IN call.f0 RETURN n }')
  expect(query).toContain('LIMIT $limit')
  expect(query).not.toContain('CALL ()')
})

test.each([
  ['another limit', (ask: ReturnType<typeof makeTransaction>['ask']) => [ask('a'), ask('b', 6n)], 2],
  [
    'more than sixteen',
    (ask: ReturnType<typeof makeTransaction>['ask']) => Array.from({ length: 20 }, (_, i) => ask(`${i}`)),
    2,
  ],
])('%s is asked by itself', async (_name, askAll, statements) => {
  const { asked, ask } = makeTransaction()
  const answers = await Promise.all(askAll(ask))
  expect(asked).toHaveLength(statements)
  expect(new Set(answers).size).toBe(answers.length)
})

test('what is asked in a later turn is a statement of its own', async () => {
  const { asked, ask } = makeTransaction()
  await ask('a')
  await ask('b')
  expect(asked).toHaveLength(2)
})

test('what the server refuses is refused to all who shared the statement', async () => {
  const { ask } = makeTransaction()
  const outcomes = await Promise.allSettled([ask('a'), ask('refused')])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
