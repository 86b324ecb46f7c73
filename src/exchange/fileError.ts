import { ZhengmaiError } from '../errors/error.ts'

/** For a rejected promise of the file system: says what is wrong with the file, in the user's words. */
export function toFileError(path: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code === 'ENOENT')
      throw new ZhengmaiError('FILE_NOT_FOUND', `找不到：${path}`, { cause: error })
    if (error.code === 'ENOSPC') throw new ZhengmaiError('STORE_FULL', `磁盘已满：${path}`, { cause: error })
    throw new ZhengmaiError('FILE_UNREADABLE', `不能读写 ${path}（${error.code ?? error.message}）`, {
      cause: error,
    })
  }
}
