import { describe, expect, it } from 'vitest'
import { ZhengmaiError } from './error.ts'
import { fromErrorMessage, toErrorMessage } from './errorMessage.ts'

const FALLBACK = { code: 'STORE_FAILED', prefix: '存储操作失败：' } as const
const over = (error: unknown) => fromErrorMessage(structuredClone(toErrorMessage(error, FALLBACK)))

describe('an error between threads', () => {
  it('keeps code, message, details and the trace of its cause', () => {
    const cause = new Error('disk I/O error')
    const error = over(new ZhengmaiError('STORE_FULL', '磁盘已满', { cause, details: { free: 0 } }))
    expect(error).toMatchObject({ code: 'STORE_FULL', message: '磁盘已满', details: { free: 0 } })
    expect(String((error.cause as Error).message)).toContain('disk I/O error')
  })

  it.each([
    [new TypeError('x is not a function'), '存储操作失败：x is not a function'],
    ['thrown text', '存储操作失败：thrown text'],
  ])('names %s by the fallback', (error, message) => {
    expect(over(error)).toMatchObject({ code: 'STORE_FAILED', message })
  })

  it('does not take over a code that this version lacks', () => {
    const message = { code: 'FROM_TOMORROW', message: 'm', details: {}, cause: null }
    expect(fromErrorMessage(message as never).code).toBe('INTERNAL')
  })
})
