import { ZhengmaiError } from '../../../src/errors/error.ts'
import type { Connection } from './connection.ts'
import { SCHEMA_1 } from './schema.ts'
import { SCHEMA_2 } from './schema2.ts'

/** Marks the file as ours: 'ZhMa' as a big-endian number, in the header of the file (`PRAGMA application_id`). */
export const APPLICATION_ID = 0x5a684d61

/** Step n brings a store from schema version n to n + 1 (`PRAGMA user_version`). Steps are never changed, only added. */
export const MIGRATIONS: readonly string[] = [SCHEMA_1, SCHEMA_2]

function pragma(connection: Connection, name: string): number {
  return Number(Object.values(connection.get(`PRAGMA ${name}`) ?? {})[0] ?? 0)
}

/**
 * The schema version of the file, 0 for an empty one; changes nothing.
 * @throws ZhengmaiError STORE_NEWER_SCHEMA, STORE_UNREADABLE (a database of another program)
 */
export function readSchemaVersion(connection: Connection, file: string): number {
  const version = pragma(connection, 'user_version')
  const tables = connection.get('SELECT count(*) AS n FROM sqlite_schema')
  if (Number(tables?.['n']) === 0) return 0
  if (pragma(connection, 'application_id') !== APPLICATION_ID) {
    throw new ZhengmaiError('STORE_UNREADABLE', `不是政脉的数据文件：${file}`, { details: { file } })
  }
  if (version > MIGRATIONS.length) {
    throw new ZhengmaiError(
      'STORE_NEWER_SCHEMA',
      `数据文件由较新版本的政脉写入（结构版本 ${version}，本程序支持到 ${MIGRATIONS.length}）：请升级程序，数据未作改动：${file}`,
      { details: { file, found: version, supported: MIGRATIONS.length } },
    )
  }
  return version
}

/** Brings the store to the newest schema in one transaction. */
export function migrate(connection: Connection, from: number): void {
  if (from === MIGRATIONS.length) return
  connection.transaction('write', () => {
    for (const step of MIGRATIONS.slice(from)) connection.exec(step)
    connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    connection.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
  })
}
