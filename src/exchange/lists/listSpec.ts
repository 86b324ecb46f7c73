import type { Page, PageRequest } from '../../../graph/port/graphStore.ts'
import type { AgencyNode, ClauseNode, DocumentNode } from '../../domain/nodes.ts'
import { openScope, type Scope, type ServiceDeps } from '../../service/scope.ts'
import { pageUrl } from '../../service/urls.ts'
import type { Localised, OutputLanguage } from '../language.ts'
import type { Cell, Column, Table } from '../table.ts'
import { type Conditions, type FilterSpec, type FilterWords, readConditions } from './filters.ts'
import type { ListName } from './listFilters.ts'

/** What the cells of a row are made with; its reads are batched and forgotten page by page. */
export interface RowContext {
  readonly scope: Scope
  readonly language: OutputLanguage
}

export interface ListColumn<T> extends Column {
  readonly cell: (item: T, context: RowContext) => Cell | Promise<Cell>
}

/** A list of the corpus that can be written as a table. */
export interface ListSpec<T> {
  readonly name: ListName
  readonly title: Localised
  readonly filters: readonly FilterSpec[]
  readonly columns: readonly ListColumn<T>[]
  /** Opens the list once; it is then read page by page. @throws ZhengmaiError BAD_INPUT */
  readonly open: (scope: Scope, conditions: Conditions) => Promise<(page: PageRequest) => Promise<Page<T>>>
}

/** Rows whose facts are read from the store together. */
const ROWS_AT_ONCE = 500

/**
 * A list as a table whose rows are read while it is written.
 * @throws ZhengmaiError BAD_INPUT, NOT_FOUND, AMBIGUOUS for its conditions, before the first row
 */
export async function openTable<T>(
  deps: ServiceDeps,
  spec: ListSpec<T>,
  words: FilterWords,
  language: OutputLanguage,
): Promise<Table> {
  const scope = openScope(deps)
  const list = await spec.open(scope, await readConditions(scope, spec.filters, words))
  return { name: spec.title, columns: spec.columns, rows: readRows(deps, spec, list, language) }
}

async function* readRows<T>(
  deps: ServiceDeps,
  spec: ListSpec<T>,
  list: (page: PageRequest) => Promise<Page<T>>,
  language: OutputLanguage,
): AsyncGenerator<readonly Cell[]> {
  for (let after: string | null = null; ; ) {
    const page: Page<T> = await list({ first: ROWS_AT_ONCE, after })
    const context = { scope: openScope(deps), language }
    const rows = page.items.map(({ node }) =>
      Promise.all(spec.columns.map(async ({ cell }) => cell(node, context))),
    )
    yield* await Promise.all(rows)
    after = page.items.at(-1)?.cursor ?? null
    if (!page.hasNextPage || after === null) return
  }
}

/** The id as a link to its page, where it has one. */
export function idCell(id: string, { scope }: RowContext, pageOf = id): Cell {
  return { text: id, url: pageUrl(scope.baseUrl, pageOf) }
}

export function documentOf(id: string, { scope }: RowContext): Promise<DocumentNode> {
  return scope.read.get('DOCUMENT', id)
}

export async function placeName(id: string | null, { scope }: RowContext): Promise<string | null> {
  return id === null ? null : ((await scope.read.find('JURISDICTION', id))?.name ?? null)
}

export async function agencyNames(ids: readonly string[], { scope }: RowContext): Promise<string> {
  return joinNames(await scope.read.list('AGENCY', ids))
}

export async function productNames(ids: readonly string[], { scope }: RowContext): Promise<string> {
  return joinNames(await scope.read.list('PRODUCT_TYPE', ids))
}

/** Label and heading: （五）加强创新. */
export function clauseHeading({ label, title }: Pick<ClauseNode, 'label' | 'title'>): string {
  return `${label}${title ?? ''}`
}

export function joinNames(nodes: readonly Pick<AgencyNode, 'name'>[]): string {
  return nodes.map(({ name }) => name).join('、')
}
