import type { ResponsibilityFilter } from '../../graph/port/graphStore.ts'
import type { ResponsibilityEdge } from '../domain/nodes.ts'
import type { Role } from '../domain/vocabulary.ts'
import { withoutUndefined } from './filterParts.ts'
import { findDocumentIds } from './findDocuments.ts'
import { type Connection, type PageArguments, readPage, toConnection } from './page.ts'
import type { Scope } from './scope.ts'

/** Where an agency takes part. @throws ZhengmaiError BAD_INPUT */
export async function listResponsibilities(
  scope: Scope,
  agencyId: string,
  conditions: { readonly document?: string | null; readonly role?: Role | null },
  args: PageArguments,
): Promise<Connection<ResponsibilityEdge>> {
  const page = readPage(args)
  const filter = withoutUndefined<ResponsibilityFilter>({
    agencyIds: [agencyId],
    documentIds: await findDocumentIds(scope, conditions.document),
    role: conditions.role ?? undefined,
  })
  return toConnection(await scope.store.responsibilities(filter, page), page)
}
