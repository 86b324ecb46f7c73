/** How much is measured. Each figure is a median of its repetitions, which other work on the machine disturbs less. */
export interface Sizes {
  /** Rounds of reading before the measured ones: regular expressions are compiled late. */
  readonly readingWarmUp: number
  /** Rounds of reading; each reads the documents `readingRepeats` times. */
  readonly readingRounds: number
  readonly readingRepeats: number
  /** Clauses that each run of an embedder gets. */
  readonly embeddingClauses: number
  readonly embeddingRuns: number
  /** Clauses of the synthetic corpus. */
  readonly largeClauses: number
  /** Documents whose clauses are linked with each other's. */
  readonly linkedDocuments: number
  readonly searches: number
  readonly relationQueries: number
  readonly starts: number
  /** Visits of each view of the page. */
  readonly visits: number
  /** Searches before the memory of a service is read. */
  readonly searchesBeforeMemory: number
  /** Calls of each kind that an assistant makes one after the other. */
  readonly assistantCalls: number
  /** Assistants that call at once, and for how long (s). */
  readonly assistants: number
  readonly assistantSeconds: number
}

export const SIZES = {
  full: {
    readingWarmUp: 4,
    readingRounds: 15,
    readingRepeats: 8,
    embeddingClauses: 400,
    embeddingRuns: 5,
    largeClauses: 20_000,
    linkedDocuments: 1_000,
    searches: 200,
    relationQueries: 200,
    starts: 7,
    visits: 5,
    searchesBeforeMemory: 100,
    assistantCalls: 200,
    assistants: 20,
    assistantSeconds: 60,
  },
  quick: {
    readingWarmUp: 3,
    readingRounds: 5,
    readingRepeats: 4,
    embeddingClauses: 60,
    embeddingRuns: 3,
    largeClauses: 20_000,
    linkedDocuments: 100,
    searches: 60,
    relationQueries: 50,
    starts: 3,
    visits: 3,
    searchesBeforeMemory: 30,
    assistantCalls: 40,
    assistants: 20,
    assistantSeconds: 15,
  },
  /** Only shows that everything runs. */
  tiny: {
    readingWarmUp: 0,
    readingRounds: 1,
    readingRepeats: 1,
    embeddingClauses: 2,
    embeddingRuns: 1,
    largeClauses: 1_100,
    linkedDocuments: 6,
    searches: 3,
    relationQueries: 3,
    starts: 1,
    visits: 1,
    searchesBeforeMemory: 3,
    assistantCalls: 3,
    assistants: 3,
    assistantSeconds: 1,
  },
} as const satisfies Readonly<Record<string, Sizes>>
export type SizeName = keyof typeof SIZES
