import type { Built } from './built.ts'
import type { Sizes } from './sizes.ts'

/** A store that measurements share: the documents that come with the program, or synthetic ones of a given number. */
export type CorpusName = 'seeds' | 'large'

/** What a measurement works with. */
export interface Bench {
  readonly built: Built
  readonly sizes: Sizes
  /** Data folder of a corpus that the measurement asked for. */
  readonly corpus: (name: CorpusName) => string
}
