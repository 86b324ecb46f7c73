/** A condition that the service read from the question. */
export interface ReadCondition {
  /** The words of the question that name it. */
  readonly words: readonly string[]
}

/**
 * The question that no longer asks for one of several conditions: its words in quotation marks, which the service takes for
 * words. Null where that cannot be said so, since the words stand there otherwise or there is no other condition to keep.
 */
export function withoutCondition(
  query: string,
  { words }: ReadCondition,
  all: readonly ReadCondition[],
): string | null {
  if (all.length < 2 || !words.every((each) => query.includes(each))) return null
  return words.reduce((asked, each) => asked.replace(each, `“${each}”`), query)
}
