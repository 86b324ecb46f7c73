/** What the parts of the contract suite share. */
import { expect } from 'vitest'
import type { GraphStore, Page, PageRequest } from '../../graph/port/graphStore.ts'
import { cityBundle, countyBundle, REFERENCE, VECTOR_KEY } from '../support/corpus.ts'

/** Opens one store at a time: a fresh, empty one for each test that writes, one for all that only read. */
export interface StoreFactory {
  open(): Promise<GraphStore>
  /** Closes what `open` gave and removes its data. */
  dispose(): Promise<void>
  /** The same data once more after `close`; for durable stores. */
  reopen(): Promise<GraphStore>
}

export const ALL: PageRequest = { first: 1_000, after: null }
export const ids = (page: Page<{ readonly id: string }>) => page.items.map(({ node }) => node.id)

export async function expectCode(promise: Promise<unknown>, code: string): Promise<void> {
  await expect(promise).rejects.toMatchObject({ name: 'ZhengmaiError', code })
}

/** Every page of a list, `first` at a time. */
export async function readPages<T>(
  read: (page: PageRequest) => Promise<Page<T>>,
  first: number,
): Promise<T[]> {
  const nodes: T[] = []
  let after: string | null = null
  for (;;) {
    const page: Page<T> = await read({ first, after })
    nodes.push(...page.items.map(({ node }) => node))
    if (!page.hasNextPage) return nodes
    after = page.items.at(-1)!.cursor
  }
}

export async function fillStore(store: GraphStore): Promise<void> {
  await store.putReference(REFERENCE)
  await store.setEmbeddingKey(VECTOR_KEY)
  await store.putDocument(cityBundle())
  await store.putDocument(countyBundle())
}
