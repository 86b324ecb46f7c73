/** A key to be made, as a person asks for it. */
export interface KeyWords {
  readonly name: string
  /** `read,ingest`. */
  readonly scopes: string
  /** Requests a minute; null: what holds for all. */
  readonly ratePerMinute: number | null
}
export interface ListedKey {
  readonly name: string
  readonly scopes: readonly string[]
  readonly ratePerMinute: number | null
  readonly createdAt: string
}
/** One change of data or keys. */
export interface AuditLine {
  readonly at: string
  readonly by: string | null
  readonly address: string | null
  readonly what: string
  readonly target: string
  readonly result: string
}

/** What the commands `key` and `audit` need of the program. */
export interface KeyRuntime {
  /** The key itself. */
  addKey(words: KeyWords): Promise<string>
  keys(): Promise<readonly ListedKey[]>
  /** How many are left. */
  revokeKey(name: string): Promise<number>
  /** Latest first. */
  audit(first: number): Promise<readonly AuditLine[]>
}
