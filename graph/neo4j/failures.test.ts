import { expect, it } from 'vitest'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { FAILURE_RULES, toStoreError } from './failures.ts'

it.each(FAILURE_RULES)('$id: $example.code becomes $code', ({ example, code, reason }) => {
  const failure = Object.assign(new Error(example.message), { code: example.code })
  const error = toStoreError(failure, 'bolt://db:7687')
  expect(error).toMatchObject({ name: 'ZhengmaiError', code, cause: failure })
  expect((error as ZhengmaiError).message).toContain(reason)
  expect((error as ZhengmaiError).message).toContain('bolt://db:7687')
})

it('calls any other failure of the server STORE_FAILED and leaves other errors alone', () => {
  const failure = Object.assign(new Error('Invalid input'), { code: 'Neo.ClientError.Statement.SyntaxError' })
  expect(toStoreError(failure, 'x')).toMatchObject({ code: 'STORE_FAILED' })
  const own = new ZhengmaiError('BAD_INPUT', 'x')
  expect(toStoreError(own, 'x')).toBe(own)
  const plain = new TypeError('x')
  expect(toStoreError(plain, 'x')).toBe(plain)
})
