import { setTimeout } from 'node:timers/promises'
import type { Session } from 'neo4j-driver'
import { STORE_LABELS } from '../schema/relationships.ts'

/** How long a process that cannot have its turn tries again (ms), and the pause between attempts. */
const PATIENCE_MS = 10_000
const PAUSE_MS = 200

/**
 * Runs `task` while no other process runs one: each holds a lock in a transaction that stays open. A process that dies loses
 * its connection and with it the lock.
 * @param session one for this alone
 * @param timeout most time of a turn, the wait for it included (ms)
 */
export async function inTurn<T>(session: Session, timeout: number, task: () => Promise<T>): Promise<T> {
  const turn = await takeTurn(session, timeout)
  try {
    return await task()
  } finally {
    // what the task wrote stands in transactions of its own; where the connection is gone, so is the lock
    await turn.commit().catch(() => undefined)
  }
}

async function takeTurn(session: Session, timeout: number) {
  for (const end = Date.now() + PATIENCE_MS; ; await setTimeout(PAUSE_MS)) {
    const turn = await session.beginTransaction({ timeout })
    try {
      await turn.run(`MERGE (turn:${STORE_LABELS.META} {key: 'turn'}) SET turn.takenAt = timestamp()`)
      return turn
    } catch (error) {
      await turn.rollback().catch(() => undefined)
      if ((error as { retriable?: boolean }).retriable !== true || Date.now() > end) throw error
    }
  }
}
