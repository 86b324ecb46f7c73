import type { ChainStep } from '../../src/domain/graph.ts'
import type { CitationEdge } from '../../src/domain/nodes.ts'
import { byCodeUnits } from '../../src/domain/order.ts'

export type ChainDirection = 'UP' | 'DOWN'

/** The document at the near end of a citation, and the one that it leads to. */
const ENDS = {
  UP: { near: ({ documentId }: CitationEdge) => documentId, far: ({ targetId }: CitationEdge) => targetId },
  DOWN: { near: ({ targetId }: CitationEdge) => targetId, far: ({ documentId }: CitationEdge) => documentId },
} as const

/** One document's chains while they grow. */
interface Growing {
  readonly reached: Set<string>
  readonly steps: ChainStep[]
  /** In the order of their ids. */
  frontier: readonly string[]
}

/**
 * The chains above or below some documents, grown level by level from citations that an adapter reads: each document's are
 * asked for once, however many chains run through it.
 */
export class ChainGrowth {
  readonly #resolved: ReadonlyMap<string, string>
  readonly #ends: (typeof ENDS)[ChainDirection]
  readonly #growing: ReadonlyMap<string, Growing>
  /** Citations by their near end. */
  readonly #read = new Map<string, CitationEdge[]>()
  #distance = 0

  /** @param resolved the id that each id asked for stands for */
  constructor(resolved: ReadonlyMap<string, string>, direction: ChainDirection) {
    this.#resolved = resolved
    this.#ends = ENDS[direction]
    this.#growing = new Map(
      [...new Set(resolved.values())].map((id) => [
        id,
        { reached: new Set([id]), steps: [], frontier: [id] },
      ]),
    )
  }

  /** Documents whose citations the next level needs and that were not asked for before; null where every chain has ended. */
  wanted(): readonly string[] | null {
    const active = this.#active()
    if (active.length === 0) return null
    return [...new Set(active.flatMap(({ frontier }) => frontier))].filter((id) => !this.#read.has(id))
  }

  /** Grows every chain by a level. `citations` are those at the near end of what was wanted, in the order of the text. */
  grow(wanted: readonly string[], citations: readonly CitationEdge[]): void {
    for (const id of wanted) this.#read.set(id, [])
    for (const citation of citations) this.#read.get(this.#ends.near(citation))?.push(citation)
    this.#distance += 1
    for (const each of this.#active()) this.#extend(each)
  }

  /** By the id asked for; ids without a chain are absent. */
  chains(): Map<string, readonly ChainStep[]> {
    const chains = new Map<string, readonly ChainStep[]>()
    for (const [asked, id] of this.#resolved) {
      const steps = this.#growing.get(id)?.steps ?? []
      if (steps.length > 0) chains.set(asked, steps)
    }
    return chains
  }

  #active(): Growing[] {
    return [...this.#growing.values()].filter(({ frontier }) => frontier.length > 0)
  }

  #extend(growing: Growing): void {
    const level: ChainStep[] = []
    for (const fromId of growing.frontier) {
      for (const citation of this.#read.get(fromId) ?? []) {
        const documentId = this.#ends.far(citation)
        if (growing.reached.has(documentId)) continue
        growing.reached.add(documentId)
        level.push({ documentId, fromId, distance: this.#distance, citation })
      }
    }
    level.sort((a, b) => byCodeUnits(a.documentId, b.documentId))
    growing.steps.push(...level)
    growing.frontier = level.map(({ documentId }) => documentId)
  }
}
