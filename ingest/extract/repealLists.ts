import { contains, type TextRange } from '../../src/domain/span.ts'
import { isDocumentTitle } from '../../src/text/citedTitles.ts'
import { findNumbers } from '../../src/text/documentNumbers.ts'
import type { CitationFact, Outline } from '../values.ts'
import { cellsOf } from './ledgerTables.ts'

/** Titles of annexes that list what is repealed, each with an example; a list of what stays in force is none. */
export const REPEAL_LIST = /(?:废止|失效|停止执行)/
const STAYS = /继续有效|保留|修改|修订|不再.{0,4}保留/
/** The column that holds the titles. */
const TITLE_COLUMN = /^(?:(?:规范性)?文件(?:名称|标题)|名称|标题|(?:规章|法规|文件)名称)$/
const NUMBER_COLUMN = /^(?:发文字号|文号|文件编号|发文文号)$/

/** The annexes of a document that list what it repeals; one that is numbered may stand as its body. */
function repealLists({ annexes, carriedTitle, clauses, normal: { text } }: Outline): TextRange[] {
  const repeals = (title: readonly TextRange[]) => {
    const words = title.map(({ start, end }) => text.slice(start, end)).join('')
    return REPEAL_LIST.test(words) && !STAYS.test(words)
  }
  const lists = annexes.filter(({ title }) => repeals(title)).map(({ range }) => range)
  const body = clauses.filter(({ annex }) => annex === null)
  const [first, last] = [body[0], body.at(-1)]
  if (first === undefined || last === undefined || !repeals(carriedTitle)) return lists
  return [...lists, { start: first.node.range.start, end: last.node.range.end }]
}

/** What stands in a list of repealed documents is repealed, if nothing else is said of it. */
export function repealListed(outline: Outline, citations: readonly CitationFact[]): CitationFact[] {
  const lists = repealLists(outline)
  return citations.map((citation) =>
    citation.relation === 'CITES' && lists.some((list) => contains(list, citation.range))
      ? { ...citation, relation: 'SUPERSEDES', cue: citation.cue ?? '废止' }
      : citation,
  )
}

/** The rows of tables of repealed documents: title and number in columns, without 《》. */
export function readRepealTables(outline: Outline): CitationFact[] {
  const { text } = outline.normal
  const lists = repealLists(outline)
  return outline.annexes.flatMap(({ range, rows }) => {
    if (!lists.includes(range)) return []
    let columns: { title: number; number: number } | null = null
    return rows.flatMap((row): CitationFact[] => {
      const cells = (cellsOf(text.slice(row.start, row.end)) ?? []).map((cell) => cell.trim())
      const title = cells.findIndex((cell) => TITLE_COLUMN.test(cell))
      if (title !== -1) {
        columns = { title, number: cells.findIndex((cell) => NUMBER_COLUMN.test(cell)) }
        return []
      }
      const named = columns === null ? '' : (cells[columns.title] ?? '').replace(/^《(.+)》$/, '$1')
      if (columns === null || named.length < SHORTEST_TITLE || !isDocumentTitle(named)) return []
      const printed = cells[columns.number] ?? ''
      const number = findNumbers(printed, { start: 0, end: printed.length })[0]?.number ?? null
      return [
        {
          title: named,
          number,
          range: { start: row.start, end: row.end },
          relation: 'SUPERSEDES',
          cue: '废止',
          issuerHint: null,
          locator: null,
        },
      ]
    })
  })
}

const SHORTEST_TITLE = 4
