import { open, rm, stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { ZhengmaiError } from '../errors/error.ts'

/** What is done under a lock takes milliseconds; one this old (ms) was left by a process that ended. */
const STALE = 10_000
/** Between two tries (ms). */
const PAUSE = 10
/** How long to wait for others (ms). */
const PATIENCE = 30_000

/**
 * Runs a task while no other process, and no other task of this one, holds the lock of the same path: `<path>.lock`.
 * @throws ZhengmaiError UNAVAILABLE where others hold it for too long
 */
export async function withFileLock<T>(path: string, task: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`
  await take(lock)
  try {
    return await task()
  } finally {
    await rm(lock, { force: true })
  }
}

async function take(lock: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await setTimeout(PAUSE)) {
    try {
      // created only where it does not exist: one of two wins
      const handle = await open(lock, 'wx', 0o600)
      await handle.close()
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const held = await stat(lock).catch(() => null)
    if (held !== null && Date.now() - held.mtimeMs > STALE) await rm(lock, { force: true })
  }
  throw new ZhengmaiError('UNAVAILABLE', `另一个进程一直占用 ${lock}`)
}
