import type { Worker } from 'node:worker_threads'
import { ZhengmaiError } from '../../src/errors/error.ts'
import { fromErrorMessage } from '../../src/errors/errorMessage.ts'
import type { Request, Response } from './protocol.ts'

interface Pending {
  resolve(value: unknown): void
  reject(error: ZhengmaiError): void
}

/** Sends requests to the worker and settles them by number. */
export class WorkerClient {
  readonly #worker: Worker
  readonly #pending = new Map<number, Pending>()
  #lastId = 0
  /** Why nothing can be sent any more. */
  #ended: ZhengmaiError | null = null
  #closing: Promise<void> | null = null

  constructor(worker: Worker) {
    this.#worker = worker
    worker.unref() // a store that was not closed does not keep its process alive
    worker.on('message', (response: Response) => this.#settle(response))
    worker.on('error', (error) =>
      this.#end(new ZhengmaiError('STORE_FAILED', `存储线程异常终止：${error.message}`, { cause: error })),
    )
    worker.on('exit', () => this.#end(new ZhengmaiError('STORE_FAILED', '存储已关闭')))
  }

  /** Whether nothing can be sent any more. */
  get isEnded(): boolean {
    return this.#ended !== null
  }

  #settle(response: Response): void {
    const pending = this.#pending.get(response.id)
    this.#pending.delete(response.id)
    if (this.#pending.size === 0) this.#worker.unref()
    if ('error' in response) pending?.reject(fromErrorMessage(response.error))
    else pending?.resolve(response.result)
  }

  #end(error: ZhengmaiError): void {
    this.#ended ??= error
    for (const { reject } of this.#pending.values()) reject(this.#ended)
    this.#pending.clear()
  }

  send(method: Request['method'], args: readonly unknown[]): Promise<unknown> {
    if (this.#ended !== null) return Promise.reject(this.#ended)
    return new Promise((resolve, reject) => {
      this.#lastId += 1
      try {
        this.#worker.postMessage({ id: this.#lastId, method, args })
      } catch (error) {
        reject(new ZhengmaiError('BAD_INPUT', '参数无法传给存储线程', { cause: error }))
        return
      }
      this.#pending.set(this.#lastId, { resolve, reject })
      this.#worker.ref()
    })
  }

  /** Finishes what was sent before, then ends the worker; the second call waits for the first. */
  close(): Promise<void> {
    this.#closing ??= this.#shutDown()
    return this.#closing
  }

  async #shutDown(): Promise<void> {
    const closed = this.#ended === null ? this.send('close', []) : null // a dead worker has nothing to finish
    this.#ended ??= new ZhengmaiError('STORE_FAILED', '存储已关闭')
    try {
      await closed
    } finally {
      await this.#worker.terminate()
    }
  }
}
