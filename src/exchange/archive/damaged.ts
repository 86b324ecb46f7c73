import { ZhengmaiError } from '../../errors/error.ts'

/** @param entry the name of the entry at fault */
export function damaged(entry: string, reason: string, cause?: unknown): ZhengmaiError {
  return new ZhengmaiError('ARCHIVE_DAMAGED', `档案损坏：${entry}：${reason}；没有写入任何内容`, {
    cause,
    details: { entry },
  })
}
