import type { AgencyNode } from '../../src/domain/nodes.ts'

/**
 * One agency of what several documents say of it: the first known value of each field and all names.
 * @param versions by document id, so that the order of ingestion does not matter
 */
export function mergeAgencies(versions: readonly AgencyNode[]): AgencyNode {
  const [first] = versions
  if (first === undefined) throw new RangeError('no version of the agency')
  const known = <K extends 'officialName' | 'function' | 'placeId' | 'parentId'>(key: K) =>
    versions.find((version) => version[key] !== null)?.[key] ?? null
  const officialName = known('officialName')
  const names = versions.flatMap(({ name, officialName: statutory, aliases }) => [
    name,
    statutory,
    ...aliases,
  ])
  const aliases = new Set(
    names.filter((name) => name !== null && name !== first.name && name !== officialName),
  )
  return {
    ...first,
    officialName,
    aliases: [...aliases] as string[],
    function: known('function'),
    placeId: known('placeId'),
    parentId: known('parentId'),
  }
}
