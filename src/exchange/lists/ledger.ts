import type { DocumentFilter, Page, PageRequest } from '../../../graph/port/graphStore.ts'
import type { LedgerRowNode } from '../../domain/nodes.ts'
import { withoutUndefined } from '../../service/filterParts.ts'
import { findAgencyIds } from '../../service/findAgencies.ts'
import { findPlaceIds } from '../../service/findPlaces.ts'
import type { Scope } from '../../service/scope.ts'
import { documentColumns } from './columns.ts'
import { LIST_FILTERS } from './listFilters.ts'
import { agencyNames, idCell, type ListSpec } from './listSpec.ts'

/** Rows of annexed work ledgers (工作台账). The store knows them by document: a page is the rows of a page of documents. */
export const LEDGER: ListSpec<LedgerRowNode> = {
  name: 'ledger',
  title: { zh: '工作台账', en: 'Work ledgers' },
  filters: LIST_FILTERS.ledger,
  columns: [
    { title: { zh: '序号', en: 'No.' }, width: 8, cell: ({ ordinal }) => ordinal },
    { title: { zh: '任务', en: 'Task' }, width: 36, cell: ({ task }) => task },
    { title: { zh: '措施', en: 'Measure' }, width: 60, cell: ({ measure }) => measure },
    {
      title: { zh: '牵头单位', en: 'Lead' },
      width: 28,
      cell: ({ leadIds }, context) => agencyNames(leadIds, context),
    },
    {
      title: { zh: '配合单位', en: 'Support' },
      width: 28,
      cell: ({ supportIds }, context) => agencyNames(supportIds, context),
    },
    { title: { zh: '完成时限', en: 'Deadline' }, width: 12, cell: ({ deadline }) => deadline },
    {
      title: { zh: '条款编号', en: 'Clause id' },
      width: 40,
      cell: ({ clauseId }, context) => (clauseId === null ? null : idCell(clauseId, context)),
    },
    ...documentColumns<LedgerRowNode>(),
    {
      title: { zh: '编号', en: 'Id' },
      width: 36,
      cell: ({ id, documentId }, context) => idCell(id, context, documentId),
    },
  ],
  open: async (scope, { document, within, agency }) => {
    const agencyIds = await findAgencyIds(scope, agency === undefined ? null : String(agency))
    const filter = withoutUndefined<DocumentFilter>({
      ids: document === undefined ? undefined : [String(document)],
      placeIds: await findPlaceIds(scope, { within: within === undefined ? null : String(within) }),
      ingested: true,
    })
    return (page) => readLedger(scope, filter, agencyIds, page)
  },
}

/** Documents whose ledgers are read together: they have few rows or none. */
const DOCUMENTS_AT_ONCE = 100

async function readLedger(
  { store }: Scope,
  filter: DocumentFilter,
  agencyIds: readonly string[] | undefined,
  { after }: PageRequest,
): Promise<Page<LedgerRowNode>> {
  const nodes: LedgerRowNode[] = []
  let cursor = after
  for (;;) {
    const page = await store.documents(filter, { first: DOCUMENTS_AT_ONCE, after: cursor })
    const ids = page.items.map(({ node }) => node.id)
    const rows = await store.childrenOf(ids, 'LEDGER_OF_DOCUMENT')
    for (const id of ids) {
      for (const row of rows.get(id) ?? []) {
        if (row.kind === 'LEDGER_ROW' && takesPart(row, agencyIds)) nodes.push(row)
      }
    }
    cursor = page.items.at(-1)?.cursor ?? null
    const hasNextPage = page.hasNextPage && cursor !== null
    // a page without any row would look like the end of the list
    if (nodes.length === 0 && hasNextPage) continue
    const items = nodes.map((node) => ({ node, cursor: cursor ?? '' }))
    return { items, hasNextPage, totalCount: items.length }
  }
}

function takesPart(
  { leadIds, supportIds }: LedgerRowNode,
  agencyIds: readonly string[] | undefined,
): boolean {
  return agencyIds?.some((id) => leadIds.includes(id) || supportIds.includes(id)) ?? true
}
