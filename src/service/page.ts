import type { Page, PageRequest } from '../../graph/port/graphStore.ts'
import { ZhengmaiError } from '../errors/error.ts'

/** The most items on a page: the public contract. */
export const MAX_FIRST = 100
/** Items per read where a use case needs a whole list. */
const READ_SIZE = 1000

/** Arguments of a list as they come from outside. */
export interface PageArguments {
  readonly first?: number | null
  readonly after?: string | null
}
/** A page in the shape of the Relay connection specification. */
export interface Connection<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly totalCount: number
}

/**
 * @param fallback page size where `first` is null
 * @throws ZhengmaiError BAD_INPUT for a negative or broken number
 */
export function readFirst(first: number | null | undefined, fallback: number): number {
  const wanted = first ?? fallback
  if (!Number.isSafeInteger(wanted) || wanted < 0) {
    throw new ZhengmaiError('BAD_INPUT', `first 应为 0 到 ${MAX_FIRST} 的整数，收到 ${wanted}`)
  }
  return Math.min(wanted, MAX_FIRST)
}

/** @throws ZhengmaiError BAD_INPUT */
export function readPage(args: PageArguments, fallback = 20): PageRequest {
  return { first: readFirst(args.first, fallback), after: args.after ?? null }
}

export function toConnection<T>(page: Page<T>, request: PageRequest): Connection<T> {
  return {
    edges: page.items,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: request.after !== null,
      startCursor: page.items[0]?.cursor ?? null,
      endCursor: page.items.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
  }
}

export function emptyConnection<T>(): Connection<T> {
  return toConnection<T>({ items: [], hasNextPage: false, totalCount: 0 }, { first: 0, after: null })
}

/** Every item of a list, read page by page. @param size items per read: a store may order the whole list for each */
export async function readAll<T>(
  list: (page: PageRequest) => Promise<Page<T>>,
  size = READ_SIZE,
): Promise<T[]> {
  const items: T[] = []
  let after: string | null = null
  for (;;) {
    const page: Page<T> = await list({ first: size, after })
    for (const { node } of page.items) items.push(node)
    after = page.items.at(-1)?.cursor ?? null
    if (!page.hasNextPage || after === null) return items
  }
}

/**
 * A page of a list that is at hand as a whole; the cursor of an item is made of its id.
 * @throws ZhengmaiError BAD_INPUT for a broken number or a cursor of no item
 */
export function connectList<T>(
  list: readonly T[],
  idOf: (item: T) => string,
  args: PageArguments,
  fallback = 20,
): Connection<T> {
  const request = readPage(args, fallback)
  const all = list.map((node) => ({ node, cursor: Buffer.from(idOf(node)).toString('base64url') }))
  const begin = request.after === null ? 0 : all.findIndex(({ cursor }) => cursor === request.after) + 1
  if (request.after !== null && begin === 0)
    throw new ZhengmaiError('BAD_INPUT', 'after 不是这个列表给出的游标')
  const end = begin + request.first
  return toConnection(
    { items: all.slice(begin, end), hasNextPage: end < all.length, totalCount: all.length },
    request,
  )
}
