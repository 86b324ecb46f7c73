import type { ChainStep } from '../../src/domain/graph.ts'
import type { CitationEdge } from '../../src/domain/nodes.ts'
import { resolveIds } from './aliases.ts'
import type { Connection } from './connection/connection.ts'
import { fromProps, listParameter } from './rows.ts'

interface Direction {
  readonly sql: string
  /** The document at the near end of a citation, and the one that it leads to. */
  readonly from: (citation: CitationEdge) => string
  readonly to: (citation: CitationEdge) => string
}

const CHAIN_CITATIONS = `SELECT props FROM citation WHERE +clause_id IS NULL AND +relation IN ('IMPLEMENTS', 'BASED_ON')`
const DIRECTIONS: Readonly<Record<'UP' | 'DOWN', Direction>> = {
  UP: {
    sql: `${CHAIN_CITATIONS} AND document_id IN (SELECT value FROM json_each(?)) ORDER BY position, id`,
    from: ({ documentId }) => documentId,
    to: ({ targetId }) => targetId,
  },
  DOWN: {
    sql: `${CHAIN_CITATIONS} AND target_id IN (SELECT value FROM json_each(?)) ORDER BY position, id`,
    from: ({ targetId }) => targetId,
    to: ({ documentId }) => documentId,
  },
}

/** Citations by their near end; each document is read once, however many chains run through it. */
class CitationReader {
  readonly #connection: Connection
  readonly #direction: Direction
  readonly #read = new Map<string, CitationEdge[]>()

  constructor(connection: Connection, direction: Direction) {
    this.#connection = connection
    this.#direction = direction
  }

  load(documentIds: Iterable<string>): void {
    const missing = [...new Set(documentIds)].filter((id) => !this.#read.has(id))
    if (missing.length === 0) return
    for (const id of missing) this.#read.set(id, [])
    for (const row of this.#connection.all(this.#direction.sql, listParameter(missing))) {
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

/** Every document above or below each of these, by the id asked for. */
export function readChains(
  connection: Connection,
  documentIds: readonly string[],
  direction: 'UP' | 'DOWN',
): Map<string, readonly ChainStep[]> {
  const rules = DIRECTIONS[direction]
  const citations = new CitationReader(connection, rules)
  const resolved = resolveIds(connection, documentIds)
  const growing = new Map<string, Growing>(
    [...new Set(resolved.values())].map((id) => [id, { reached: new Set([id]), steps: [], frontier: [id] }]),
  )
  for (let distance = 1; ; distance += 1) {
    const active = [...growing.values()].filter(({ frontier }) => frontier.length > 0)
    if (active.length === 0) break
    citations.load(active.flatMap(({ frontier }) => frontier))
    for (const each of active) grow(each, distance, citations, rules)
  }
  const chains = new Map<string, readonly ChainStep[]>()
  for (const [asked, id] of resolved) {
    const steps = growing.get(id)?.steps ?? []
    if (steps.length > 0) chains.set(asked, steps)
  }
  return chains
}
