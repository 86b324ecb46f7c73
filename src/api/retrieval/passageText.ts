import type { ClauseNode, DocumentNode } from '../../domain/nodes.ts'
import { ATTRIBUTES, type AttributeName, openAttributes } from '../../service/retrieval/attributes.ts'
import { type ConditionTree, passes, storeFilterOf } from '../../service/retrieval/conditions.ts'
import type { Passage } from '../../service/retrieval/passage.ts'
import { type Retrieval, type RetrievalRequest, retrieve } from '../../service/retrieval/retrieve.ts'
import type { Scope } from '../../service/scope.ts'

/** Characters per passage that these interfaces are given on average: their clients set no limit of their own. */
const CHARS_PER_PASSAGE = 2_000
/** References to clauses of the same words that a passage names. */
const MOST_SAME = 3

/** Passages that meet a condition: what the store can ask is asked before ranking, the rest of all candidates. */
export function retrieveWhere(
  scope: Scope,
  request: Pick<RetrievalRequest, 'query' | 'cursor'> & { readonly limit: number },
  condition: ConditionTree | null,
): Promise<Retrieval> {
  const accept = (clause: ClauseNode, document: DocumentNode) =>
    condition === null || passes(condition, openAttributes(scope, clause, document))
  return retrieve(scope, {
    ...request,
    maxChars: request.limit * CHARS_PER_PASSAGE,
    filter: condition === null ? null : storeFilterOf(condition),
    ...(condition === null ? {} : { accept }),
  })
}

/** A passage for a client that hands on nothing but one text: its source in front of it, so that an answer can name it. */
export function passageText({ clause, text, alsoIn }: Passage): string {
  const heading = clause.title === null || clause.title === text ? '' : `${clause.title} `
  const same = alsoIn.slice(0, MOST_SAME).map(({ clause: other }) => other.reference)
  const more = alsoIn.length > same.length ? ` 等 ${alsoIn.length} 处` : ''
  const lines = [`【${clause.reference}】`, `${heading}${text}`]
  if (same.length > 0) lines.push(`（相同内容又见：${same.join('；')}${more}）`)
  return lines.join('\n')
}

/** The attributes that a passage has, several words of one joined by 、. */
export async function readAttributes(
  scope: Scope,
  passage: Passage,
  names: readonly AttributeName[] = ATTRIBUTES,
): Promise<Record<string, string | number>> {
  const [node, document] = await Promise.all([
    scope.read.get('CLAUSE', passage.clause.id),
    scope.read.get('DOCUMENT', passage.document.id),
  ])
  const read = openAttributes(scope, node, document)
  const values = await Promise.all(names.map(async (name) => [name, await read(name)] as const))
  return Object.fromEntries(
    values.flatMap(([name, value]) => {
      if (value === null) return []
      return [[name, typeof value === 'object' ? value.join('、') : value] as const]
    }),
  )
}
