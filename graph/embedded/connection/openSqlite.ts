/** The part of the `node:sqlite` API that this adapter uses; both modules below provide it. */
export type SqlValue = string | number | bigint | null | Uint8Array
export type Row = Record<string, SqlValue>
export interface Statement {
  run(...values: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  get(...values: SqlValue[]): Row | undefined
  all(...values: SqlValue[]): Row[]
  iterate(...values: SqlValue[]): IterableIterator<Row>
}
export interface SqliteDatabase {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}
interface SqliteModule {
  readonly DatabaseSync: new (location: string, options: { readOnly?: boolean }) => SqliteDatabase
}

let loaded: SqliteModule | null = null

/** The built-in module where this Node has it (22.13 or later), else the package with the same API. */
async function loadSqlite(): Promise<SqliteModule> {
  if (loaded !== null) return loaded
  // a computed name, so that no bundler and no type checker of Node 20 looks for it
  const builtIn = ['node', 'sqlite'].join(':')
  try {
    loaded = (await import(builtIn)) as SqliteModule
  } catch {
    loaded = (await import('@photostructure/sqlite')) as unknown as SqliteModule
  }
  return loaded
}

/**
 * Opens a database file; the caller closes it.
 * @throws the error of SQLite with `errcode` (`failures.ts` gives it a code of ours)
 */
export async function openSqlite(file: string, options: { readOnly: boolean }): Promise<SqliteDatabase> {
  const { DatabaseSync } = await loadSqlite()
  return new DatabaseSync(file, options.readOnly ? { readOnly: true } : {})
}
