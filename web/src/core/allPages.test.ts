import { describe, expect, it } from 'vitest'
import { collectPages, type Page } from './allPages.ts'

/** A list of the numbers from 0, in pages of three. */
const readNumbers =
  (total: number) =>
  async (after: string | null): Promise<Page<number>> => {
    const start = after === null ? 0 : Number(after)
    const items = Array.from({ length: Math.min(3, total - start) }, (_, index) => start + index)
    return { items, next: start + 3 < total ? String(start + 3) : null, total }
  }

describe('collectPages', () => {
  it.each([
    [0, 100, []],
    [3, 100, [0, 1, 2]],
    [5, 100, [0, 1, 2, 3, 4]],
    [100, 5, [0, 1, 2, 3, 4]],
  ])('of a list of %i, at most %i', async (total, limit, items) => {
    expect(await collectPages(readNumbers(total), limit)).toEqual({ items, total })
  })

  it('tells what has come, and ends when that is no longer wanted', async () => {
    const seen: number[] = []
    await collectPages(readNumbers(100), 100, ({ items }) => seen.push(items.length) < 2)
    expect(seen).toEqual([3, 6])
  })
})
