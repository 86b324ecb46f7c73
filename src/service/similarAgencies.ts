import type { AgencyNode } from '../domain/nodes.ts'
import { foldKey } from '../text/fold.ts'
import { agencyNames } from './nameIndex.ts'
import type { Scope } from './scope.ts'

/**
 * Agencies with a name that holds the words, nearest first: those whose name lacks nothing but its beginning (省药监局 for
 * 山东省药监局) before bodies within them, shorter names before longer ones.
 */
export async function similarAgencies(
  scope: Scope,
  words: string,
  most: number,
): Promise<readonly AgencyNode[]> {
  const key = foldKey(words)
  const { agencies } = await scope.names.current()
  return agencies
    .flatMap((agency) => {
      const names = agencyNames(agency).map(foldKey)
      const holding = names.filter((name) => name.includes(key))
      if (holding.length === 0) return []
      const isWhole = holding.some((name) => name.endsWith(key))
      return [{ agency, isWhole, length: Math.min(...holding.map((name) => name.length)) }]
    })
    .sort(
      (a, b) =>
        Number(b.isWhole) - Number(a.isWhole) || a.length - b.length || (a.agency.id < b.agency.id ? -1 : 1),
    )
    .slice(0, most)
    .map(({ agency }) => agency)
}
