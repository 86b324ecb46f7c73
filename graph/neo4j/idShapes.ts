import type { NodeKind } from '../../src/domain/nodes.ts'
import { NODE_TABLES } from '../schema/labels.ts'
import { STORE_LABELS } from '../schema/relationships.ts'

interface IdShape {
  readonly shape: RegExp
  readonly kind: NodeKind
  readonly example: string
}

/** Ids whose form tells what they name (`domain/ids.ts`, `ingest/elementIds.ts`); the first that fits counts. */
export const ID_SHAPES: readonly IdShape[] = [
  { shape: /^cn\/\d{6}\/[^/]+\/\d{4}\/\d+$/, kind: 'DOCUMENT', example: 'cn/370800/济政办字/2024/23' },
  { shape: /^cn\/\d{6}\/\d{4}\/[0-9a-f]{10}$/, kind: 'DOCUMENT', example: 'cn/220000/0000/123456789a' },
  { shape: /^agency\//, kind: 'AGENCY', example: 'agency/370800/济宁市科技局' },
  { shape: /^place\//, kind: 'JURISDICTION', example: 'place/370800' },
  { shape: /^product\//, kind: 'PRODUCT_TYPE', example: 'product/药品' },
  { shape: /\/target_\d+$/, kind: 'TARGET', example: 'cn/370800/济政办字/2024/23/sec_2__cl_7/target_1' },
  {
    shape: /(?:\/|__)(?:cl|item)_[^/_]+$/,
    kind: 'CLAUSE',
    example: 'cn/370800/济政办字/2024/23/sec_2__cl_7',
  },
  { shape: /(?:\/|__)sec_[^/_]+$/, kind: 'SECTION', example: 'cn/370800/济政办字/2024/23/att_1/sec_2' },
]

/** Label of what an id names; null where its form does not tell. */
export function labelOfId(id: string): string | null {
  const kind = ID_SHAPES.find(({ shape }) => shape.test(id))?.kind
  return kind === undefined ? null : NODE_TABLES[kind].label
}

/** A document's id may be a former one. */
const READ_AS: Readonly<Record<string, readonly string[]>> = {
  [NODE_TABLES.DOCUMENT.label]: [NODE_TABLES.DOCUMENT.label, STORE_LABELS.ALIAS],
}

/** Ids by the label under which each is to be looked for: those whose form tells nothing, under all. */
export type IdsByLabel = Readonly<Record<string, readonly string[]>>

export function groupIds(ids: Iterable<string>): IdsByLabel {
  const groups: Record<string, string[]> = { [STORE_LABELS.ALIAS]: [] }
  for (const { label } of Object.values(NODE_TABLES)) groups[label] = []
  const everywhere = Object.keys(groups)
  for (const id of new Set(ids)) {
    const label = labelOfId(id)
    for (const each of label === null ? everywhere : (READ_AS[label] ?? [label])) groups[each]!.push(id)
  }
  return groups
}

/**
 * A query of the nodes with an id or former id of `$ids` (from `groupIds`), one look-up in the index of each label.
 * @param columns what is returned of `node`, `asked` being an expression of the id that was asked for
 */
export function byIds(kinds: readonly NodeKind[], columns: (asked: string) => string): string {
  const alias = STORE_LABELS.ALIAS
  return [
    ...kinds.map((kind) => {
      const { label } = NODE_TABLES[kind]
      return `MATCH (node:${label}) WHERE node.id IN $ids.${label} AND node.props IS NOT NULL RETURN ${columns('node.id')}`
    }),
    `MATCH (alias:${alias})-[:ALIAS_OF]->(node:Document) WHERE alias.alias IN $ids.${alias} RETURN ${columns('alias.alias')}`,
  ].join(' UNION ALL ')
}
