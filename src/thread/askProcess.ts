import type { ChildProcess } from 'node:child_process'

/** The end of what a process wrote on standard error, kept for the cause of a failure. */
const KEPT_STDERR = 2000
/** Above it a timer ends at once: a signed 32-bit number of ms. */
const LONGEST_WAIT = 2 ** 31 - 1

export interface Asking {
  /** How long to wait, in ms; the process is left as it is. */
  readonly patience: number
  /** The error where the time is over. */
  readonly late: () => Error
  /** The error where the process cannot be asked or ends without a reply. */
  readonly ended: (reason: string) => Error
}

/** Sends one request to a process and waits for its one reply; one request at a time. */
export function askProcess<Reply>(
  child: ChildProcess,
  request: object,
  { patience, late, ended }: Asking,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    let stderr = ''
    const hear = (chunk: Buffer): void => {
      stderr = (stderr + chunk.toString()).slice(-KEPT_STDERR)
    }
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      child.stderr?.off('data', hear)
      child.off('message', onMessage).off('error', onFailure).off('close', onClose)
      act()
    }
    const onMessage = (reply: unknown): void => settle(() => resolve(reply as Reply))
    const onFailure = (error: Error): void => settle(() => reject(ended(error.message)))
    // not `exit`: what it wrote last may still be on its way then
    const onClose = (code: number | null, signal: string | null): void =>
      settle(() => reject(ended(`exit ${code ?? signal}: ${stderr}`)))
    const onTime = (): void => settle(() => reject(late()))
    const timer = setTimeout(onTime, Math.min(Math.max(0, patience), LONGEST_WAIT))
    child.stderr?.on('data', hear)
    child.on('message', onMessage).on('error', onFailure).on('close', onClose)
    child.send(request, (error) => {
      // a process that is just ending tells more when it has ended
      if (error && (child.exitCode === null || !child.connected)) setImmediate(() => onFailure(error))
    })
  })
}
