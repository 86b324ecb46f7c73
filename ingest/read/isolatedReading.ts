import type { ChildProcess } from 'node:child_process'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { fromErrorMessage } from '../../src/errors/errorMessage.ts'
import { askProcess } from '../../src/thread/askProcess.ts'
import { forkModule } from '../../src/thread/forkModule.ts'
import { createQueue } from '../../src/thread/queue.ts'
import type { InputFile, SourceText } from '../values.ts'
import { isHtml } from './formats.ts'
import { timeError } from './ocrSession.ts'
import type { ReadOptions } from './reader.ts'
import { MEMORY_EXCEEDED, type ReadReply, type ReadRequest } from './readMessages.ts'
import { type ReadFile, readSource } from './readSource.ts'
import { formatOf } from './signature.ts'

export interface IsolatedReading {
  /**
   * Decodes a file, in a process of its own where that takes a program: plain text is decoded here.
   * @throws ZhengmaiError as `readSource`; LIMIT where it takes longer or more memory than it may
   */
  readonly read: ReadFile
  /** Ends the processes; files under way fail with UNAVAILABLE. */
  close(): void
}

/** The readers look at the clock themselves and give a better message; this long after them the process is ended. */
const GRACE = 2_000
/** How long a process waits for the next file (ms): starting one takes some 0.2 s. */
const IDLE = 10_000
/** A process that holds more than this share of its memory when a file is done is not used again: the rest is garbage. */
const SPENT = 0.5
/** In the process's words or in those of V8. */
const OUT_OF_MEMORY = new RegExp(`${MEMORY_EXCEEDED}|heap out of memory|Array buffer allocation failed`)
const MIB = 1024 * 1024

/** PDF and pictures may need recognition, which takes minutes: other files do not wait behind them. */
const SLOW_FORMATS = /^(?:application\/pdf$|image\/)/

export function openIsolatedReading(): IsolatedReading {
  const lanes = { slow: new Lane(), quick: new Lane() }
  return {
    read: (file, options) => {
      const signature = formatOf(file.bytes)
      // refusals, too, cost nothing here
      if (file.bytes.length > options.limits.fileBytes) return readSource(file, options)
      if (signature === null && !isHtml(file)) return readSource(file, options)
      return SLOW_FORMATS.test(signature?.mediaType ?? '')
        ? lanes.slow.read(file, options)
        : lanes.quick.read(file, options)
    },
    close: () => {
      lanes.slow.close()
      lanes.quick.close()
    },
  }
}

/** One process and the files that wait for it. */
class Lane {
  #child: ChildProcess | null = null
  #memory = 0
  readonly #inTurn = createQueue()
  #idle: NodeJS.Timeout | undefined
  #closed = false

  read(file: InputFile, options: ReadOptions): Promise<SourceText> {
    return this.#inTurn(() => this.#readNow(file, options))
  }

  close(): void {
    this.#closed = true
    this.#end()
  }

  async #readNow(file: InputFile, options: ReadOptions): Promise<SourceText> {
    if (this.#closed) throw endedError(file.name, 'closed')
    const { milliseconds, memoryBytes } = options.limits
    const child = this.#process(memoryBytes)
    const request: ReadRequest = { file, options }
    const reply = await askProcess<ReadReply>(child, request, {
      patience: milliseconds + GRACE,
      late: () => timeError(file.name),
      ended: (reason) =>
        OUT_OF_MEMORY.test(reason) ? memoryError(file.name, memoryBytes) : endedError(file.name, reason),
    }).catch((error: unknown) => {
      // whatever went wrong on the way, the next file gets a fresh process
      this.#end()
      throw error
    })
    if (reply.residentBytes > SPENT * memoryBytes) this.#end()
    else this.#rest(child)
    if ('error' in reply) throw fromErrorMessage(reply.error)
    return { ...reply.source, bytes: file.bytes }
  }

  #process(memory: number): ChildProcess {
    clearTimeout(this.#idle)
    if (this.#child !== null && (this.#memory !== memory || !this.#child.connected)) this.#end()
    this.#memory = memory
    this.#child ??= forkModule(
      './readProcess',
      import.meta.url,
      [`--max-old-space-size=${Math.ceil(memory / MIB)}`],
      [String(memory)],
    )
    this.#child.ref()
    this.#child.channel?.ref()
    return this.#child
  }

  #rest(child: ChildProcess): void {
    child.unref()
    child.channel?.unref()
    this.#idle = setTimeout(() => this.#end(), IDLE)
    this.#idle.unref()
  }

  #end(): void {
    clearTimeout(this.#idle)
    this.#child?.kill('SIGKILL')
    this.#child = null
  }
}

function memoryError(name: string, limit: number): ZhengmaiError {
  const message = `读取文件“${name}”需要的内存超过上限 ${Math.round(limit / MIB)} MB（设置 ZHENGMAI_MAX_FILE_MEMORY_MB）。`
  return new ZhengmaiError('LIMIT', message, { details: { limit } })
}

function endedError(name: string, reason: string): ZhengmaiError {
  return new ZhengmaiError('UNAVAILABLE', `读取文件“${name}”的进程异常结束。`, { cause: new Error(reason) })
}
