import type { Connection } from './connection/connection.ts'

/** Changes with each write, of this connection or of another one: tells when copies in memory may be out of date. */
export function storeState(connection: Connection): string {
  const others = connection.get('PRAGMA data_version')?.['data_version']
  const own = connection.get('SELECT total_changes() AS n')?.['n']
  return `${String(others)}:${String(own)}`
}
