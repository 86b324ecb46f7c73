/** A condition that the service read from the question. */
export interface ReadCondition {
  /** As the service says it: 筛选地区：济南市. */
  readonly sentence: string
  /** What it is on: 济南市. */
  readonly value: string
}

export interface Interpretation {
  readonly conditions: readonly ReadCondition[]
  /** What was understood besides: synonyms, and what was seen but made no condition. */
  readonly asides: readonly string[]
}

const CONDITION = /^筛选([^：]+)：(.+)（取自检索词）$/u
/** How programs undo it; on the page a click does. */
const FOR_PROGRAMS = /understand/

/** Sorts what the service understood of the question: conditions that can be taken back, and the rest. */
export function readInterpretation(sentences: readonly string[]): Interpretation {
  const conditions = sentences.flatMap((each) => {
    const [, name, value] = CONDITION.exec(each) ?? []
    return name === undefined || value === undefined ? [] : [{ sentence: `${name}：${value}`, value }]
  })
  const asides = sentences.filter((each) => !CONDITION.test(each) && !FOR_PROGRAMS.test(each))
  return { conditions, asides }
}

/**
 * The question that no longer asks for one of several conditions: its words in quotation marks, which the service takes for
 * words. Null where that cannot be said so, since the words are others or there is no other condition to keep.
 */
export function withoutCondition(
  query: string,
  condition: ReadCondition,
  all: readonly ReadCondition[],
): string | null {
  if (all.length < 2) return null
  // of an agency with its role the name stands in the question
  const words = condition.value.split('，')[0]!
  return query.includes(words) ? query.replace(words, `“${words}”`) : null
}
