import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  type SelectionSetNode,
} from 'graphql'

/** The arguments that a query gives to a field of the object being resolved, defaults included; of several such fields the first. */
export function argumentsOfChild(info: GraphQLResolveInfo, name: string): Record<string, unknown> {
  const type = getNamedType(info.returnType) as GraphQLObjectType
  const definition = type.getFields()[name]
  if (definition === undefined) return {}
  const nodes = info.fieldNodes.flatMap(({ selectionSet }) => fieldsNamed(selectionSet, name, info))
  const [node] = nodes
  if (node !== undefined) return getArgumentValues(definition, node, info.variableValues)
  return Object.fromEntries(definition.args.map((each) => [each.name, each.defaultValue]))
}

function fieldsNamed(
  selectionSet: SelectionSetNode | undefined,
  name: string,
  info: GraphQLResolveInfo,
): FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === 'Field') return selection.name.value === name ? [selection] : []
    if (selection.kind === 'InlineFragment') return fieldsNamed(selection.selectionSet, name, info)
    return fieldsNamed(info.fragments[selection.name.value]?.selectionSet, name, info)
  })
}
