import type { ChainStep } from '../../src/domain/graph.ts'
import type { CitationEdge } from '../../src/domain/nodes.ts'
import { fromProps } from './paging.ts'
import { resolveIds } from './readNodes.ts'
import type { Transaction } from './transaction.ts'

interface Direction {
  readonly match: string
  /** The document at the near end of a citation, and the one that it leads to. */
  readonly from: (citation: CitationEdge) => string
  readonly to: (citation: CitationEdge) => string
}

const DIRECTIONS: Readonly<Record<'UP' | 'DOWN', Direction>> = {
  UP: {
    match: 'MATCH (near:Document)-[n:IMPLEMENTS|BASED_ON]->(:Document)',
    from: ({ documentId }) => documentId,
    to: ({ targetId }) => targetId,
  },
  DOWN: {
    match: 'MATCH (near:Document)<-[n:IMPLEMENTS|BASED_ON]-(:Document)',
    from: ({ targetId }) => targetId,
    to: ({ documentId }) => documentId,
  },
}

/** Citations by their near end; each document is read once, however many chains run through it. */
class CitationReader {
  readonly #transaction: Transaction
  readonly #direction: Direction
  readonly #read = new Map<string, CitationEdge[]>()

  constructor(transaction: Transaction, direction: Direction) {
    this.#transaction = transaction
    this.#direction = direction
  }

  async load(documentIds: Iterable<string>): Promise<void> {
    const missing = [...new Set(documentIds)].filter((id) => !this.#read.has(id))
    if (missing.length === 0) return
    for (const id of missing) this.#read.set(id, [])
    const rows = await this.#transaction.run(
      `${this.#direction.match} WHERE near.id IN $ids RETURN n.props AS props ORDER BY n.position, n.id`,
      { ids: missing },
    )
    for (const row of rows) {
      const citation = fromProps<CitationEdge>(row)
      this.#read.get(this.#direction.from(citation))?.push(citation)
    }
  }

  of(documentId: string): readonly CitationEdge[] {
    return this.#read.get(documentId) ?? []
  }
}

/** One document's chains while they grow. */
interface Growing {
  readonly reached: Set<string>
  readonly steps: ChainStep[]
  /** In the order of their ids. */
  frontier: readonly string[]
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function grow(growing: Growing, distance: number, citations: CitationReader, { to }: Direction): void {
  const level: ChainStep[] = []
  for (const fromId of growing.frontier) {
    for (const citation of citations.of(fromId)) {
      const documentId = to(citation)
      if (growing.reached.has(documentId)) continue
      growing.reached.add(documentId)
      level.push({ documentId, fromId, distance, citation })
    }
  }
  level.sort((a, b) => byCodeUnits(a.documentId, b.documentId))
  growing.steps.push(...level)
  growing.frontier = level.map(({ documentId }) => documentId)
}

/** Every document above or below each of these, by the id asked for: one query a level. */
export async function readChains(
  transaction: Transaction,
  documentIds: readonly string[],
  direction: 'UP' | 'DOWN',
): Promise<Map<string, readonly ChainStep[]>> {
  const rules = DIRECTIONS[direction]
  const citations = new CitationReader(transaction, rules)
  const resolved = await resolveIds(transaction, documentIds)
  const growing = new Map<string, Growing>(
    [...new Set(resolved.values())].map((id) => [id, { reached: new Set([id]), steps: [], frontier: [id] }]),
  )
  for (let distance = 1; ; distance += 1) {
    const active = [...growing.values()].filter(({ frontier }) => frontier.length > 0)
    if (active.length === 0) break
    await citations.load(active.flatMap(({ frontier }) => frontier))
    for (const each of active) grow(each, distance, citations, rules)
  }
  const chains = new Map<string, readonly ChainStep[]>()
  for (const [asked, id] of resolved) {
    const steps = growing.get(id)?.steps ?? []
    if (steps.length > 0) chains.set(asked, steps)
  }
  return chains
}
