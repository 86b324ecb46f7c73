import type { TextRange } from '../../src/domain/span.ts'
import { parseNumeral } from '../../src/text/numerals.ts'
import type { InnerReference, OutlineClause } from '../values.ts'

const N = '[一二三四五六七八九十百零〇\\d]+'
/** 前款, 前两款, 本条第一款, 前条, 本办法第三条第二款; a 款 may also follow 前 and a number. */
const REFERENCE = new RegExp(
  `前(?<back>[两二三四])?款|本条第(?<paragraph>${N})款|(?<previous>前条)(?:第(?<ofPrevious>${N})款)?` +
    `|本(?:办法|条例|规定|细则|法|规则|实施办法|方案|意见|措施|规范|章程)第(?<article>${N})条(?:第(?<ofArticle>${N})款)?`,
  'gu',
)
/** Items of a list are no paragraphs of the article. */
const ITEM = /^(?:（[一二三四五六七八九十\d]+）|\d{1,2}[.、．])/

/** What the provisions that a clause refers to are, over the paragraphs of the clause and over clauses. */
export function findInnerReferences(
  text: string,
  clauses: readonly OutlineClause[],
  index: number,
): InnerReference[] {
  const clause = clauses[index] as OutlineClause
  const paragraphs = paragraphsOf(text, clause)
  const { start } = clause.content
  return [...text.slice(start, clause.content.end).matchAll(REFERENCE)].map((match): InnerReference => {
    const range = { start: start + match.index, end: start + match.index + match[0].length }
    const groups = match.groups as Readonly<Record<string, string | undefined>>
    const found = { words: match[0], range }
    const nth = (printed: string | undefined, of: readonly TextRange[]) =>
      printed === undefined ? null : (of[(parseNumeral(printed) ?? 0) - 1] ?? null)
    if (groups['article'] !== undefined || groups['previous'] !== undefined) {
      const number =
        groups['article'] === undefined ? (clause.node.number ?? 0) - 1 : parseNumeral(groups['article'])
      const at = clauses.findIndex(
        ({ node, annex }) => isArticle(node.scheme, node.number, number) && annex === clause.annex,
      )
      const target = clauses[at]
      const printed = groups['ofArticle'] ?? groups['ofPrevious']
      if (target === undefined) return { ...found, clause: null, paragraph: null }
      return { ...found, clause: at, paragraph: nth(printed, paragraphsOf(text, target)) }
    }
    if (groups['paragraph'] !== undefined)
      return { ...found, clause: index, paragraph: nth(groups['paragraph'], paragraphs) }
    const own = paragraphs.findIndex((each) => each.start <= range.start && range.end <= each.end)
    const count = groups['back'] === undefined ? 1 : (parseNumeral(groups['back']) ?? 1)
    const [first, last] = [paragraphs[own - count], paragraphs[own - 1]]
    const paragraph = first === undefined || last === undefined ? null : { start: first.start, end: last.end }
    return { ...found, clause: index, paragraph }
  })
}

function isArticle(scheme: string, number: number | null, wanted: number | null): boolean {
  return scheme === 'article' && number !== null && number === wanted
}

/** The paragraphs (款) of a clause, each with the items that it introduces. */
function paragraphsOf(text: string, { content }: OutlineClause): TextRange[] {
  const paragraphs: { start: number; end: number }[] = []
  let start = content.start
  for (const line of text.slice(content.start, content.end).split('\n')) {
    const end = start + line.length
    const last = paragraphs.at(-1)
    if (last !== undefined && ITEM.test(line)) last.end = end
    else if (line.trim() !== '') paragraphs.push({ start, end })
    start = end + 1
  }
  return paragraphs
}
