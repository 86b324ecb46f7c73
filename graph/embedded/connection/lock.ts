import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ZhengmaiError } from '../../../src/errors/error.ts'
import { toStoreError } from './failures.ts'
import { openSqlite } from './openSqlite.ts'

/** SQLITE_BUSY: https://sqlite.org/rescode.html#busy */
const BUSY = 5

/** Who holds the lock, for the message only: the lock itself is the one that the system takes away with the process. */
interface Holder {
  readonly pid: number
  readonly since: string
}

export interface WriterLock {
  release(): void
}

function readHolder(file: string): Holder | null {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>
    return typeof pid === 'number' && typeof since === 'string' ? { pid, since } : null
  } catch {
    return null // not written yet, or by hand
  }
}

/**
 * Takes the one writer's place on a data folder: an open exclusive transaction on an empty database, so that it ends
 * with its process, however that ends.
 * @throws ZhengmaiError STORE_LOCKED (details: pid, since), STORE_UNREADABLE
 */
export async function lockWriter(dataDir: string): Promise<WriterLock> {
  const file = join(dataDir, 'writer.lock')
  const holderFile = join(dataDir, 'writer.json')
  const database = await openSqlite(file, { readOnly: false }).catch((error: unknown) => {
    throw toStoreError(error, file)
  })
  try {
    database.exec('BEGIN EXCLUSIVE')
    const holder: Holder = { pid: process.pid, since: new Date().toISOString() }
    writeFileSync(holderFile, JSON.stringify(holder))
  } catch (error) {
    database.close()
    if (((error as { errcode?: number }).errcode ?? 0) % 256 !== BUSY) throw toStoreError(error, file)
    const holder = readHolder(holderFile)
    const who = holder === null ? '另一进程' : `进程 ${holder.pid}（自 ${holder.since}）`
    throw new ZhengmaiError(
      'STORE_LOCKED',
      `数据目录正由${who}写入：${dataDir}；请先停止它，或改用只读命令`,
      {
        details: { dataDir, ...holder },
      },
    )
  }
  return { release: () => database.close() }
}
