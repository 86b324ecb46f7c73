import { isDocumentId } from '../domain/ids.ts'
import type { DocumentNode } from '../domain/nodes.ts'
import { documentsNumbered } from '../service/findDocuments.ts'
import type { Scope } from '../service/scope.ts'
import { foldKey } from '../text/fold.ts'

/** The most values that a completion may have (MCP). */
const MOST_VALUES = 100
/** Documents that are looked through for the beginning of an id. */
const MOST_DOCUMENTS = 1000
const CODE = /^cn\/(\d{6})\//

/** Ids of ingested documents that begin so, or whose title or number holds these words. */
export async function completeDocumentId(scope: Scope, value: string): Promise<string[]> {
  const found =
    isDocumentId(value) || value === '' ? await documentsAt(scope, value) : await documentsOf(scope, value)
  return [...new Set(found.map(({ id }) => id))].slice(0, MOST_VALUES)
}

/** Ids of clauses once a document's id stands there, ids of documents before. */
export async function completeClauseId(scope: Scope, value: string): Promise<string[]> {
  for (let base = value; base.includes('/'); base = base.slice(0, base.lastIndexOf('/'))) {
    const document = await scope.read.find('DOCUMENT', base)
    if (document === null) continue
    const clauses = await scope.read.children('CLAUSE', 'CLAUSES_OF_DOCUMENT', document.id)
    const ids = clauses.map(({ id }) => id)
    return ids.filter((id) => id.startsWith(value)).slice(0, MOST_VALUES)
  }
  return completeDocumentId(scope, value)
}

/** Names of places that the corpus covers, and of agencies in it, that hold these words. */
export async function completePlace(scope: Scope, value: string): Promise<string[]> {
  const { coveredPlaces } = await scope.names.current()
  return holding(
    coveredPlaces.map(({ name }) => name),
    value,
  )
}

export async function completeAgency(scope: Scope, value: string): Promise<string[]> {
  const { agenciesByName } = await scope.names.current()
  const names = new Set<string>()
  for (const agencies of agenciesByName.values()) for (const { name } of agencies) names.add(name)
  return holding([...names], value)
}

function holding(names: readonly string[], value: string): string[] {
  const key = foldKey(value)
  return names.filter((name) => foldKey(name).includes(key)).slice(0, MOST_VALUES)
}

async function documentsAt(scope: Scope, value: string): Promise<readonly DocumentNode[]> {
  const code = CODE.exec(value)?.[1]
  const filter = { ingested: true, ...(code === undefined ? {} : { placeIds: [`place/${code}`] }) }
  const { items } = await scope.store.documents(filter, { first: MOST_DOCUMENTS, after: null })
  return items.map(({ node }) => node).filter(({ id }) => id.startsWith(value))
}

async function documentsOf(scope: Scope, value: string): Promise<readonly DocumentNode[]> {
  const [titled, numbered] = await Promise.all([
    scope.store.documents({ ingested: true, text: value }, { first: MOST_VALUES, after: null }),
    /\d/.test(value) ? documentsNumbered(scope, value) : [],
  ])
  return [...numbered.filter(({ ingested }) => ingested), ...titled.items.map(({ node }) => node)]
}
