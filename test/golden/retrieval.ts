import { readFileSync } from 'node:fs'

/** A question in a user's words and the clauses that answer it, labelled by hand. For measuring, never for tuning. */
export interface Question {
  readonly q: string
  readonly relevant: readonly { readonly file: string; readonly clause: number }[]
}

/** Ids are `<file>#<running number of the clause>`. */
export interface QuestionResult {
  readonly question: string
  readonly ndcg: number
  readonly recall5: number
  readonly mrr: number
  readonly wanted: readonly string[]
  readonly got: readonly string[]
}
export interface RetrievalResult {
  readonly questions: number
  /** Means over the questions, 0 to 1. */
  readonly ndcg10: number
  readonly recall5: number
  readonly mrr: number
  readonly results: readonly QuestionResult[]
}

const DEPTH = 10

export function readQuestions(): readonly Question[] {
  return JSON.parse(
    readFileSync(new URL('./retrieval/questions.json', import.meta.url), 'utf8'),
  ) as Question[]
}

/**
 * nDCG@10, recall@5 and mean reciprocal rank (over the first ten) of a search.
 * @param search the ten best clauses of a query as `<file>#<ordinal>`, best first
 */
export async function measureRetrieval(
  questions: readonly Question[],
  search: (query: string) => Promise<readonly string[]>,
): Promise<RetrievalResult> {
  const results: QuestionResult[] = []
  for (const question of questions) results.push(judge(question, await search(question.q)))
  const mean = (pick: (result: QuestionResult) => number) =>
    results.reduce((sum, result) => sum + pick(result), 0) / results.length
  return {
    questions: results.length,
    ndcg10: mean((result) => result.ndcg),
    recall5: mean((result) => result.recall5),
    mrr: mean((result) => result.mrr),
    results,
  }
}

function judge({ q, relevant }: Question, found: readonly string[]): QuestionResult {
  const got = found.slice(0, DEPTH)
  const wanted = [...new Set(relevant.map(({ file, clause }) => `${file}#${clause}`))]
  const gain = (rank: number) => 1 / Math.log2(rank + 2)
  const reached = got.reduce((sum, id, rank) => sum + (wanted.includes(id) ? gain(rank) : 0), 0)
  const ideal = wanted.slice(0, DEPTH).reduce((sum, _id, rank) => sum + gain(rank), 0)
  const first = got.findIndex((id) => wanted.includes(id))
  return {
    question: q,
    ndcg: reached / ideal,
    recall5: got.slice(0, 5).filter((id) => wanted.includes(id)).length / Math.min(5, wanted.length),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    wanted,
    got,
  }
}
