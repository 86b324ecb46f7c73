import type { Worker } from 'node:worker_threads'

export interface PoolOptions {
  /** Starts a thread; it sends one reply when it is ready, then one per request, in order. */
  readonly spawn: () => Worker
  /** Greatest number of threads. The first one stays; the others come with the load and go without it. */
  readonly limit: number
  /** How long a thread beyond the first may idle (ms). */
  readonly idle: number
  /**
   * Asks a thread to free what it holds and to end by itself: one that is cut off while native code holds memory can
   * take the process with it. Without it, or where it does not end in time, a thread is terminated.
   */
  readonly farewell?: unknown
}

/** How long a thread may take to end by itself (ms). */
const FAREWELL_PATIENCE = 5000

interface Job<Request, Reply> {
  readonly request: Request
  resolve(reply: Reply): void
  reject(error: Error): void
}

interface Member<Request, Reply> {
  readonly worker: Worker
  /** Undefined while it starts or idles. */
  job: Job<Request, Reply> | undefined
  ready: boolean
  timer: NodeJS.Timeout | undefined
}

/** Threads that take requests from one queue, each request by one thread. */
export class WorkerPool<Request, Reply> {
  readonly #options: PoolOptions
  readonly #queue: Job<Request, Reply>[] = []
  readonly #members = new Set<Member<Request, Reply>>()
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /** @param urgent before all that wait: a reader's query does not queue behind an ingestion */
  run(request: Request, urgent = false): Promise<Reply> {
    if (this.#closed) return Promise.reject(new Error('the pool is closed'))
    return new Promise<Reply>((resolve, reject) => {
      const job = { request, resolve, reject }
      if (urgent) this.#queue.unshift(job)
      else this.#queue.push(job)
      this.#dispatch()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const gone = new Error('the pool was closed')
    for (const job of this.#queue.splice(0)) job.reject(gone)
    const members = [...this.#members]
    await Promise.all(members.map((member) => this.#drop(member, gone)))
  }

  #dispatch(): void {
    for (const member of this.#members) {
      if (this.#queue.length === 0) break
      if (member.ready && member.job === undefined) this.#give(member)
    }
    const starting = [...this.#members].filter((member) => !member.ready).length
    if (this.#queue.length > starting && this.#members.size < this.#options.limit) this.#start()
  }

  #give(member: Member<Request, Reply>): void {
    clearTimeout(member.timer)
    member.job = this.#queue.shift()
    // only work keeps the process alive
    member.worker.ref()
    member.worker.postMessage(member.job?.request)
  }

  #start(): void {
    const worker = this.#options.spawn()
    const member: Member<Request, Reply> = { worker, job: undefined, ready: false, timer: undefined }
    this.#members.add(member)
    worker.on('message', (reply: Reply) => this.#receive(member, reply))
    worker.on('error', (error: Error) => void this.#drop(member, error))
    worker.on('exit', (status) => void this.#drop(member, new Error(`the thread ended with ${status}`)))
  }

  #receive(member: Member<Request, Reply>, reply: Reply): void {
    const { job } = member
    member.job = undefined
    member.ready = true
    job?.resolve(reply)
    if (this.#queue.length > 0) this.#give(member)
    else this.#rest(member)
    this.#dispatch()
  }

  #rest(member: Member<Request, Reply>): void {
    member.worker.unref()
    if (this.#members.size < 2) return
    member.timer = setTimeout(() => {
      if (this.#members.size > 1) void this.#drop(member, new Error('idle'))
    }, this.#options.idle)
    member.timer.unref()
  }

  async #drop(member: Member<Request, Reply>, error: Error): Promise<void> {
    if (!this.#members.delete(member)) return
    clearTimeout(member.timer)
    member.job?.reject(error)
    // a thread that cannot even start would be started for ever
    if (!member.ready) for (const job of this.#queue.splice(0)) job.reject(error)
    await this.#end(member.worker)
    if (!this.#closed && this.#queue.length > 0) this.#dispatch()
  }

  /** Also a thread that is still loading: cut off then, native code takes the process with it. */
  async #end(worker: Worker): Promise<void> {
    const { farewell } = this.#options
    if (farewell !== undefined && worker.threadId !== -1) {
      const ended = new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), FAREWELL_PATIENCE)
        worker.once('exit', () => {
          clearTimeout(timer)
          resolve(true)
        })
      })
      worker.ref()
      worker.postMessage(farewell)
      if (await ended) return
    }
    await worker.terminate()
  }
}
