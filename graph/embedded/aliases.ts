import type { Connection } from './connection/connection.ts'
import { listParameter } from './rows.ts'

/** The id that an id or an alias stands for; itself where it is unknown. */
export function resolveId(connection: Connection, id: string): string {
  return (connection.get('SELECT id FROM alias WHERE alias = ?', id)?.['id'] as string | undefined) ?? id
}

/** The same for many: by the id asked for. */
export function resolveIds(connection: Connection, ids: readonly string[]): Map<string, string> {
  const resolved = new Map(ids.map((id) => [id, id]))
  const rows = connection.all(
    'SELECT alias, id FROM alias WHERE alias IN (SELECT value FROM json_each(?))',
    listParameter(ids),
  )
  for (const row of rows) resolved.set(row['alias'] as string, row['id'] as string)
  return resolved
}
