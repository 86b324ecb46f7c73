import type { OutlineItem } from '../../components/Outline.tsx'
import { pathOf } from '../../core/paths.ts'
import type { Block } from './documentBlocks.ts'

interface Headed {
  readonly id: string
  readonly label: string
  readonly title: string | null
}

/** The headings of a document in the order of the text: sections, annexes, and clauses one step below. */
export function outlineOf(blocks: readonly Block[], clauses: readonly Headed[]): readonly OutlineItem[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  let depth = -1
  return blocks.flatMap<OutlineItem>((block) => {
    if (block.kind === 'section' || block.kind === 'annex') {
      depth = block.depth
      return [{ id: block.id, label: block.words, depth, href: pathOf(block.id) }]
    }
    if (block.kind !== 'clause') return []
    const { id } = block
    const clause = byId.get(id)
    if (clause === undefined) return []
    return [{ id, label: `${clause.label}${clause.title ?? ''}`, depth: depth + 1, href: pathOf(id) }]
  })
}
