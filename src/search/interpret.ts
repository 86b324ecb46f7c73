import type { Synonym } from './expand.ts'

/** What was added to a query, one sentence each, in Chinese. */
export function describeSynonyms(synonyms: readonly Synonym[]): readonly string[] {
  return synonyms.map(({ term, means }) => `同义词：${term} → ${means.join('、')}`)
}
