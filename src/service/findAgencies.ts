import type { AgencyNode } from '../domain/nodes.ts'
import { foldKey } from '../text/fold.ts'
import { chooseOne, exactlyOne, readName } from './chooseOne.ts'
import { looseAgencyKey, type NameIndex } from './nameIndex.ts'
import type { Scope } from './scope.ts'

/** Every agency of this name; names that agree but for an abbreviation (委员会, 委) count where no name agrees wholly. */
export function agenciesNamed(index: NameIndex, name: string): readonly AgencyNode[] {
  return index.agenciesByName.get(foldKey(name)) ?? index.agenciesByLooseName.get(looseAgencyKey(name)) ?? []
}

/**
 * Ids of the agencies that an id or name of a filter means; undefined where none is given.
 * @throws ZhengmaiError BAD_INPUT
 */
export async function findAgencyIds(
  scope: Scope,
  text: string | null | undefined,
  argument = 'agency',
): Promise<readonly string[] | undefined> {
  if (text == null) return undefined
  const name = readName(argument, text)
  const byId = await scope.read.find('AGENCY', name)
  if (byId !== null) return [byId.id]
  return agenciesNamed(await scope.names.current(), name).map((agency) => agency.id)
}

/**
 * The agency of an id, or of any of its names; null where there is none.
 * @throws ZhengmaiError BAD_INPUT unless exactly one is given; AMBIGUOUS
 */
export async function findAgency(
  scope: Scope,
  args: { readonly id?: string | null; readonly name?: string | null },
): Promise<AgencyNode | null> {
  const { by, value } = exactlyOne(['id', args.id], ['name', args.name])
  if (by === 'id') return scope.read.find('AGENCY', value)
  const byId = await scope.read.find('AGENCY', value)
  if (byId !== null) return byId
  return chooseOne(value, agenciesNamed(await scope.names.current(), value), ({ id, name }) => ({ id, name }))
}
