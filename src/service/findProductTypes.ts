import type { ProductTypeNode } from '../domain/nodes.ts'
import { foldKey } from '../text/fold.ts'
import { chooseOne, readName } from './chooseOne.ts'
import type { NameIndex } from './nameIndex.ts'
import type { Scope } from './scope.ts'

/** Every product type that an id, a name or an alias means. */
export function productTypesNamed(index: NameIndex, text: string): readonly ProductTypeNode[] {
  const byId = index.productTypes.find((type) => type.id === text)
  return byId === undefined ? (index.productTypesByName.get(foldKey(text)) ?? []) : [byId]
}

/** @throws ZhengmaiError BAD_INPUT; AMBIGUOUS */
export async function findProductType(scope: Scope, text: string): Promise<ProductTypeNode | null> {
  const name = readName('name', text)
  return chooseOne(name, productTypesNamed(await scope.names.current(), name), (type) => ({
    id: type.id,
    name: type.name,
  }))
}

/**
 * Ids of the product types that a filter means, narrower ones included; undefined where none is given.
 * @throws ZhengmaiError BAD_INPUT
 */
export async function findProductTypeIds(
  scope: Scope,
  text: string | null | undefined,
): Promise<readonly string[] | undefined> {
  if (text == null) return undefined
  const index = await scope.names.current()
  const types = productTypesNamed(index, readName('productType', text))
  return [...new Set(types.flatMap((type) => index.productTypesWithin(type.id)))]
}
