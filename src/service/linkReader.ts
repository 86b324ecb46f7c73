import DataLoader from 'dataloader'
import type { CorrespondenceFilter, GraphStore } from '../../graph/port/graphStore.ts'
import type { ReviewedCorrespondence } from '../domain/correspondence.ts'
import type { ChainStep } from '../domain/graph.ts'
import { readAll } from './page.ts'

/** Which links of a clause are asked for; those of several clauses with one condition are read together. */
export type LinkCondition = Omit<CorrespondenceFilter, 'clauseIds' | 'documentIds'>

/** Reads of chains and links, batched like those of `Reader`. */
export interface LinkReader {
  /** Documents above this one along IMPLEMENTS and BASED_ON citations, nearest first. */
  chainUp(documentId: string): Promise<readonly ChainStep[]>
  /** Documents below it, nearest first. */
  chainDown(documentId: string): Promise<readonly ChainStep[]>
  /** Links of a clause proper, best first; whether the condition holds for the other side is left to the store. */
  links(clauseId: string, condition: LinkCondition): Promise<readonly ReviewedCorrespondence[]>
}

export function openLinkReader(store: GraphStore): LinkReader {
  const chains = (direction: 'UP' | 'DOWN') =>
    new DataLoader<string, readonly ChainStep[]>(async (ids) => {
      const found = await store.chains(ids, direction)
      return ids.map((id) => found.get(id) ?? [])
    })
  const [up, down] = [chains('UP'), chains('DOWN')]
  const byCondition = new Map<string, DataLoader<string, readonly ReviewedCorrespondence[]>>()
  return {
    chainUp: (id) => up.load(id),
    chainDown: (id) => down.load(id),
    links(clauseId, condition) {
      const key = JSON.stringify(condition)
      const loader = byCondition.get(key) ?? openLinks(store, condition)
      byCondition.set(key, loader)
      return loader.load(clauseId)
    },
  }
}

/** Links per read: a page of clauses rarely has more, and a link is about a kilobyte. */
const LINKS_AT_ONCE = 10_000

/** Every link that passes, best first. */
export function readLinks(
  store: GraphStore,
  filter: CorrespondenceFilter,
): Promise<readonly ReviewedCorrespondence[]> {
  return readAll((page) => store.correspondences(filter, 'BEST', page), LINKS_AT_ONCE)
}

function openLinks(
  store: GraphStore,
  condition: LinkCondition,
): DataLoader<string, readonly ReviewedCorrespondence[]> {
  return new DataLoader<string, readonly ReviewedCorrespondence[]>(async (clauseIds) => {
    const found = await readLinks(store, { ...condition, clauseIds })
    const groups = new Map<string, ReviewedCorrespondence[]>(clauseIds.map((id) => [id, []]))
    // a link between two of the clauses belongs to both
    for (const link of found) for (const id of link.edge.clauseIds) groups.get(id)?.push(link)
    return clauseIds.map((id) => groups.get(id) ?? [])
  })
}
