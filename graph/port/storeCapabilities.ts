/** What a store can do beyond the contract; contract tests branch on these, never on the adapter's name. */
export interface StoreCapabilities {
  readonly name: 'embedded' | 'neo4j'
  /** Survives the end of the process. */
  readonly durable: boolean
  /** Several processes may write. */
  readonly concurrentWriters: boolean
  /** Dense search finds the nearest as good as always (ADR 0016 measures it), not only usually as an approximate index does. */
  readonly exactVectors: boolean
}
