import { expect, it } from 'vitest'
import { ZhengmaiError } from '../../../src/errors/error.ts'
import { toStoreError } from './failures.ts'

const sqlite = (errcode: number) => Object.assign(new Error('sqlite'), { errcode })
const system = (code: string) => Object.assign(new Error('system'), { code })

it.each([
  [sqlite(13), 'STORE_FULL'], // SQLITE_FULL
  [sqlite(778), 'STORE_FULL'], // SQLITE_IOERR_WRITE
  [sqlite(266), 'STORE_FAILED'], // SQLITE_IOERR_READ
  [sqlite(11), 'STORE_UNREADABLE'], // SQLITE_CORRUPT
  [sqlite(267), 'STORE_UNREADABLE'], // SQLITE_CORRUPT_VTAB
  [sqlite(26), 'STORE_UNREADABLE'], // SQLITE_NOTADB
  [sqlite(14), 'STORE_UNREADABLE'], // SQLITE_CANTOPEN
  [sqlite(1032), 'STORE_UNREADABLE'], // SQLITE_READONLY_DBMOVED
  [sqlite(5), 'STORE_LOCKED'], // SQLITE_BUSY
  [sqlite(2067), 'BAD_INPUT'], // SQLITE_CONSTRAINT_UNIQUE
  [sqlite(1), 'STORE_FAILED'], // SQLITE_ERROR: a fault of ours
  [system('EACCES'), 'STORE_UNREADABLE'],
  [system('ENOSPC'), 'STORE_FULL'],
])('%o becomes %s', (error, code) => {
  const given = toStoreError(error, '/data/zhengmai.sqlite')
  expect(given).toBeInstanceOf(ZhengmaiError)
  expect(given).toMatchObject({
    code,
    cause: error,
    message: expect.stringContaining('/data/zhengmai.sqlite'),
  })
})

it('leaves other errors as they are', () => {
  for (const error of [new ZhengmaiError('LIMIT', 'x'), new TypeError('x'), 'x'])
    expect(toStoreError(error, 'f')).toBe(error)
})
