import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ZhengmaiError } from '../../../src/errors/error.ts'
import { Connection } from './connection.ts'
import { toStoreError } from './failures.ts'
import { lockWriter, type WriterLock } from './lock.ts'
import { MIGRATIONS, migrate, readSchemaVersion } from './migrations.ts'
import { openSqlite } from './openSqlite.ts'

/** The one file of a store in its data folder (beside it `-wal`, `-shm` and the writer's lock). */
export const STORE_FILE = 'zhengmai.sqlite'

/** Milliseconds to wait for another process that is in the middle of a write or a checkpoint. */
const BUSY_TIMEOUT = 5_000
/** Vectors of a clause (6 to 8 kB) spill into overflow pages, which small pages fill best: measured 4,096 against 16,384. */
const PAGE_SIZE = 4_096

export interface OpenStore {
  readonly connection: Connection
  /** Path of the database, for messages. */
  readonly file: string
  close(): void
}

function notReady(file: string): ZhengmaiError {
  return new ZhengmaiError(
    'STORE_UNREADABLE',
    `数据目录中还没有政脉数据：${file}；请先运行 zhengmai ingest 导入文件`,
    {
      details: { file },
    },
  )
}

async function openForReading(file: string): Promise<OpenStore> {
  if (!existsSync(file)) throw notReady(file)
  const connection = new Connection(await openSqlite(file, { readOnly: true }))
  try {
    connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`)
    const version = readSchemaVersion(connection, file)
    if (version === 0) throw notReady(file)
    if (version < MIGRATIONS.length) {
      throw new ZhengmaiError(
        'STORE_UNREADABLE',
        `数据文件为旧版本结构（${version}），请先以写入方式打开一次（如 zhengmai ingest）：${file}`,
        {
          details: { file, found: version, supported: MIGRATIONS.length },
        },
      )
    }
  } catch (error) {
    connection.close()
    throw error
  }
  return { connection, file, close: () => connection.close() }
}

function prepareForWriting(connection: Connection, file: string): void {
  connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`)
  const version = readSchemaVersion(connection, file) // before anything is changed
  if (version === 0) connection.exec(`PRAGMA page_size = ${PAGE_SIZE}`)
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON')
  migrate(connection, version)
}

async function openForWriting(dataDir: string, file: string): Promise<OpenStore> {
  mkdirSync(dataDir, { recursive: true })
  const lock: WriterLock = await lockWriter(dataDir)
  let connection: Connection | null = null
  try {
    connection = new Connection(await openSqlite(file, { readOnly: false }))
    prepareForWriting(connection, file)
    const opened = connection
    return {
      connection,
      file,
      close: () => {
        try {
          opened.exec('PRAGMA optimize') // statistics for the query planner; https://sqlite.org/pragma.html#pragma_optimize
        } catch {
          // a full disk must not keep the store from closing
        }
        opened.close()
        lock.release()
      },
    }
  } catch (error) {
    connection?.close()
    lock.release()
    throw error
  }
}

/**
 * Opens the store of a data folder.
 * @throws ZhengmaiError STORE_LOCKED, STORE_UNREADABLE, STORE_NEWER_SCHEMA, STORE_FULL
 */
export async function openStore(dataDir: string, mode: 'write' | 'read'): Promise<OpenStore> {
  const file = join(dataDir, STORE_FILE)
  try {
    return await (mode === 'read' ? openForReading(file) : openForWriting(dataDir, file))
  } catch (error) {
    throw toStoreError(error, file)
  }
}
