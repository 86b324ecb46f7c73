import { type ErrorCode, ZhengmaiError } from '../../../src/errors/error.ts'

interface FailureRule {
  /** Primary (0–255) or extended result codes of SQLite: https://sqlite.org/rescode.html */
  readonly codes: readonly number[]
  readonly code: ErrorCode
  readonly reason: string
}

/** First match wins: extended codes stand before their primary code. */
export const FAILURE_RULES: readonly FailureRule[] = [
  // FULL; IOERR_WRITE, _FSYNC, _TRUNCATE, _SHMSIZE: a size limit (EFBIG) or a quota comes as one of these
  {
    codes: [13, 778, 1034, 1546, 4874],
    code: 'STORE_FULL',
    reason: '磁盘空间不足或超出文件大小限制，本次写入已撤销，原有数据不受影响',
  },
  { codes: [11, 26], code: 'STORE_UNREADABLE', reason: '数据文件已损坏，或不是政脉的数据文件' },
  { codes: [14], code: 'STORE_UNREADABLE', reason: '无法打开数据文件，请检查路径和权限' },
  { codes: [3, 8, 23], code: 'STORE_UNREADABLE', reason: '没有数据文件的读写权限' },
  { codes: [5, 6], code: 'STORE_LOCKED', reason: '数据文件正被另一进程占用' },
  { codes: [19], code: 'BAD_INPUT', reason: '写入的图谱数据自相矛盾（标识重复或引用了不存在的节点）' },
]

/** A failure of SQLite or of the file system as an error with a code; other errors stay as they are. */
export function toStoreError(error: unknown, file: string): unknown {
  if (error instanceof ZhengmaiError || !(error instanceof Error)) return error
  const { errcode, code } = error as { errcode?: unknown; code?: unknown }
  if (typeof errcode === 'number') {
    const rule =
      FAILURE_RULES.find((row) => row.codes.includes(errcode)) ??
      FAILURE_RULES.find((row) => row.codes.includes(errcode & 0xff))
    const reason = rule?.reason ?? '数据文件读写失败'
    return new ZhengmaiError(rule?.code ?? 'STORE_FAILED', `${reason}：${file}（${error.message}）`, {
      cause: error,
      details: { file, sqliteCode: errcode },
    })
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
    return new ZhengmaiError('STORE_UNREADABLE', `没有数据目录的读写权限：${file}（${error.message}）`, {
      cause: error,
      details: { file },
    })
  }
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new ZhengmaiError('STORE_FULL', `磁盘空间不足：${file}（${error.message}）`, {
      cause: error,
      details: { file },
    })
  }
  return error
}
