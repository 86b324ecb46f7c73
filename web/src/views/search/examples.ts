/** What the corpus holds, as far as questions are made of it. */
export interface ExampleFacts {
  readonly places: readonly string[]
  /** Names of product types, the most often treated first. */
  readonly products: readonly string[]
  /** Names of agencies with the most leads first. */
  readonly leaders: readonly string[]
}

/** Kinds of questions; each takes what stands at its turn, so that different things are asked about. */
const QUESTIONS: readonly ((facts: ExampleFacts) => string | null)[] = [
  ({ products: [product] }) => (product === undefined ? null : `对${product}有哪些支持措施？`),
  ({ leaders: [leader] }) => (leader === undefined ? null : `${leader}牵头哪些工作？`),
  ({ places: [place], products: [, product] }) =>
    place === undefined || product === undefined ? null : `${place}怎样促进${product}发展？`,
  ({ products: [, , product] }) => (product === undefined ? null : `${product}审批要多长时间？`),
  ({ places: [, place] }) => (place === undefined ? null : `${place}的奖励和补助有多少？`),
]

/** Questions that the corpus has something to say about. */
export function exampleQuestions(facts: ExampleFacts): readonly string[] {
  return QUESTIONS.map((make) => make(facts)).filter((question) => question !== null)
}
