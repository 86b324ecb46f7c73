import type { Row, SqliteDatabase, SqlValue, Statement } from './openSqlite.ts'

/** A database with its prepared statements and one transaction at a time. */
export class Connection {
  readonly #database: SqliteDatabase
  readonly #statements = new Map<string, Statement>()

  constructor(database: SqliteDatabase) {
    this.#database = database
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  exec(sql: string): void {
    this.#database.exec(sql)
  }

  /** @returns number of rows changed */
  run(sql: string, ...values: SqlValue[]): number {
    return Number(this.#prepare(sql).run(...values).changes)
  }

  get(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#prepare(sql).get(...values)
  }

  all(sql: string, ...values: SqlValue[]): Row[] {
    return this.#prepare(sql).all(...values)
  }

  iterate(sql: string, ...values: SqlValue[]): IterableIterator<Row> {
    return this.#prepare(sql).iterate(...values)
  }

  /** All of `work` or nothing; what it reads is one state of the store. */
  transaction<T>(kind: 'read' | 'write', work: () => T): T {
    this.exec(kind === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN')
    try {
      const result = work()
      this.exec('COMMIT')
      return result
    } catch (error) {
      try {
        this.exec('ROLLBACK')
      } catch {
        // SQLite has rolled back by itself (disk full, I/O error): the first error tells why
      }
      throw error
    }
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }
}
