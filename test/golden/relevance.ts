import { readFileSync } from 'node:fs'

/**
 * Questions that the sample documents answer (`answerable`) and that they do not (`foreign`: daily life, other fields of
 * policy, matters next to theirs), written before the threshold was chosen. It was chosen on the part `fit` alone.
 */
export interface RelevanceQuestion {
  readonly q: string
  readonly part: 'fit' | 'held'
  /** Of a foreign one. */
  readonly kind?: string
}
export interface RelevanceQuestions {
  readonly answerable: readonly RelevanceQuestion[]
  readonly foreign: readonly RelevanceQuestion[]
}

/** How often a search was wrong on whether the corpus holds an answer. */
export interface RelevanceErrors {
  readonly part: string
  /** Answerable questions told to have no answer. */
  readonly refused: readonly string[]
  readonly answerable: number
  /** Foreign questions told to have one. */
  readonly accepted: readonly string[]
  readonly foreign: number
}

export function readRelevanceQuestions(): RelevanceQuestions {
  return JSON.parse(
    readFileSync(new URL('./relevance/questions.json', import.meta.url), 'utf8'),
  ) as RelevanceQuestions
}

/** @param isRelevant what the search says of a question */
export async function measureRelevance(
  part: string,
  questions: { readonly answerable: readonly string[]; readonly foreign: readonly string[] },
  isRelevant: (question: string) => Promise<boolean>,
): Promise<RelevanceErrors> {
  const refused: string[] = []
  const accepted: string[] = []
  for (const question of questions.answerable) if (!(await isRelevant(question))) refused.push(question)
  for (const question of questions.foreign) if (await isRelevant(question)) accepted.push(question)
  const { answerable, foreign } = questions
  return { part, refused, accepted, answerable: answerable.length, foreign: foreign.length }
}

/** The questions of one part. */
export function questionsOf(
  { answerable, foreign }: RelevanceQuestions,
  part: RelevanceQuestion['part'],
): { readonly answerable: readonly string[]; readonly foreign: readonly string[] } {
  const of = (list: readonly RelevanceQuestion[]) =>
    list.filter((each) => each.part === part).map(({ q }) => q)
  return { answerable: of(answerable), foreign: of(foreign) }
}
