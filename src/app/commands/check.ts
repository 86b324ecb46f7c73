import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { CheckWords } from '../../cli/runtime.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import { checkText } from '../../service/check/checkText.ts'
import type { TextCheck } from '../../service/check/textCheck.ts'
import type { CommandContext } from '../context.ts'
import { withScope } from './scoped.ts'

/** More bytes than the longest text that is checked can have (4 a character). */
const MOST_BYTES = 200_000

/**
 * `check`: a text against the store as it is, beside a running service too.
 * @throws ZhengmaiError FILE_NOT_FOUND, FILE_UNREADABLE, FILE_UNDECODABLE, LIMIT, BAD_INPUT, NOT_FOUND
 */
export async function runCheck(context: CommandContext, { path, document }: CheckWords): Promise<TextCheck> {
  const text = decode(path, await readBytes(path, context))
  return withScope(context, 'read', (scope) => checkText(scope, { text, document }))
}

async function readBytes(path: string, { workingDir, pipes }: CommandContext): Promise<Uint8Array> {
  try {
    const file = resolve(workingDir, path)
    if (path !== '-' && (await stat(file)).isDirectory())
      throw new ZhengmaiError('BAD_INPUT', `${path} 是文件夹，check 一次核对一个文件`)
    return await gather(path === '-' ? pipes().input : createReadStream(file))
  } catch (cause) {
    if (cause instanceof ZhengmaiError) throw cause
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    const words = isMissing ? `没有这个文件：${path}` : `读不了 ${path}`
    throw new ZhengmaiError(isMissing ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', words, { cause })
  }
}

/** @throws ZhengmaiError LIMIT as soon as there is too much */
async function gather(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > MOST_BYTES)
      throw new ZhengmaiError('LIMIT', `文字过长，超过 ${MOST_BYTES} 字节 (text too long)`, {
        details: { limit: MOST_BYTES },
      })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** UTF-8, else GB 18030. */
function decode(path: string, bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next one
    }
  }
  throw new ZhengmaiError('FILE_UNDECODABLE', `${path} 不是 UTF-8 或 GB 18030 文本`)
}
