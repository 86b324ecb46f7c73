import { ZhengmaiError } from '../errors/error.ts'
import type { ServiceDeps } from '../service/scope.ts'
import type { OutputLanguage } from './language.ts'
import { AGENCIES } from './lists/agencies.ts'
import { CLAUSES } from './lists/clauses.ts'
import { DOCUMENTS, WANTED } from './lists/documents.ts'
import { CITATIONS, RESPONSIBILITIES, TARGETS } from './lists/facts.ts'
import type { FilterWords } from './lists/filters.ts'
import { LEDGER } from './lists/ledger.ts'
import { type ListSpec, openTable } from './lists/listSpec.ts'
import type { Table } from './table.ts'

/** A list whose kind of item is not known outside. */
interface OpenList extends Pick<ListSpec<never>, 'name' | 'title' | 'filters'> {
  open(deps: ServiceDeps, words: FilterWords, language: OutputLanguage): Promise<Table>
}

const asOpenList = <T>(spec: ListSpec<T>): OpenList => ({
  name: spec.name,
  title: spec.title,
  filters: spec.filters,
  open: (deps, words, language) => openTable(deps, spec, words, language),
})

/** All lists that can be exported, by name. */
export const LISTS: readonly OpenList[] = [
  asOpenList(DOCUMENTS),
  asOpenList(CLAUSES),
  asOpenList(RESPONSIBILITIES),
  asOpenList(AGENCIES),
  asOpenList(TARGETS),
  asOpenList(CITATIONS),
  asOpenList(LEDGER),
  asOpenList(WANTED),
]

/** @throws ZhengmaiError BAD_INPUT, NOT_FOUND, AMBIGUOUS */
export async function openList(
  deps: ServiceDeps,
  name: string,
  words: FilterWords,
  language: OutputLanguage,
): Promise<Table> {
  const list = LISTS.find((each) => each.name === name)
  if (list === undefined) {
    const known = LISTS.map((each) => each.name).join('、')
    throw new ZhengmaiError('BAD_INPUT', `没有列表 ${name.slice(0, 100)}，可用：${known}`)
  }
  return list.open(deps, words, language)
}
