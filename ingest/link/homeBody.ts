import type { AgencyNode, PlaceNode } from '../../src/domain/nodes.ts'
import type { AgencyResolver } from './agencies.ts'

/** A body that has departments of its own; a government or its office has none that a note would name bare. */
const GOVERNMENT = /(?:人民政府|政府|国务院|办公[厅室])$|^中共.*委(?:员会)?$/
const NAMED_BODY = /(?:省|市|自治区|县|区)[\p{Script=Han}]{1,8}?[局委厅]/gu

/**
 * The body whose departments bare names such as 科技处 are: the one issuer of the document, else the body of its own
 * place that its text names most often, at least twice.
 */
export function findHomeBody(
  text: string,
  issuers: readonly string[],
  place: PlaceNode | null,
  resolver: AgencyResolver,
): AgencyNode | null {
  const context = { place, body: null, shortForms: new Map<string, string>() }
  const only = issuers.length === 1 ? issuers[0] : undefined
  if (only !== undefined && !GOVERNMENT.test(only)) return resolver.resolve(only, context).agency
  if (issuers.length > 0) return null
  const counts = new Map<string, { agency: AgencyNode; count: number }>()
  for (const [name] of text.matchAll(NAMED_BODY)) {
    const { agency } = resolver.resolve(name, context)
    if (agency.function === null || agency.placeId !== place?.id) continue
    const known = counts.get(agency.id)
    counts.set(agency.id, { agency, count: (known?.count ?? 0) + 1 })
  }
  const best = [...counts.values()].toSorted((a, b) => b.count - a.count)[0]
  return best !== undefined && best.count >= 2 ? best.agency : null
}
