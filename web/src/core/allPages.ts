import { useEffect, useState } from 'react'
import { type CombinedError, useClient } from 'urql'

/** A page of a list of the schema. */
export interface Page<T> {
  readonly items: readonly T[]
  /** Where the next page begins; null behind the last. */
  readonly next: string | null
  /** Number of items over all pages. */
  readonly total: number
}

export interface Collected<T> {
  readonly items: readonly T[]
  readonly total: number
}

/**
 * Reads page after page until the list ends or `limit` items are there, since sorting and grouping need them all.
 * @param report is told what has come so far; answering false ends the reading
 */
export async function collectPages<T>(
  read: (after: string | null) => Promise<Page<T>>,
  limit: number,
  report: (collected: Collected<T>) => boolean = () => true,
): Promise<Collected<T>> {
  const items: T[] = []
  let after: string | null = null
  for (;;) {
    const page: Page<T> = await read(after)
    items.push(...page.items)
    const collected = { items: items.slice(0, limit), total: page.total }
    if (!report(collected) || page.next === null || items.length >= limit) return collected
    after = page.next
  }
}

/** What is there of a list, and whether more is on its way; in the shape that `Await` shows. */
export interface AllPages<T> {
  readonly data?: Collected<T>
  readonly error?: CombinedError
  readonly fetching: boolean
  readonly retry: () => void
}

type Client = ReturnType<typeof useClient>

/**
 * All items of a list, up to `limit`.
 * @param name of the list with its filters: another name reads anew
 * @param read one page; it throws the CombinedError of urql
 */
export function useAllPages<T>(
  name: string,
  read: (client: Client, after: string | null) => Promise<Page<T>>,
  limit: number,
): AllPages<T> {
  const client = useClient()
  const [state, setState] = useState<Omit<AllPages<T>, 'retry'> & { readonly name: string }>({
    name,
    fetching: true,
  })
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name stands for what `read` holds; `tries` reads again
  useEffect(() => {
    let wanted = true
    const tell = (next: Omit<AllPages<T>, 'retry'>): boolean => {
      if (wanted) setState((old) => ({ ...(old.name === name ? old : {}), ...next, name }))
      return wanted
    }
    tell({ fetching: true, error: undefined })
    collectPages(
      (after) => read(client, after),
      limit,
      (data) => tell({ data, fetching: true }),
    ).then(
      (data) => tell({ data, fetching: false }),
      (error: CombinedError) => tell({ error, fetching: false }),
    )
    return () => {
      wanted = false
    }
  }, [client, name, limit, tries])
  return {
    ...(state.name === name ? state : { fetching: true }),
    retry: () => setTries((count) => count + 1),
  }
}
