import type { ChainStep } from '../domain/graph.ts'
import type { CitationEdge, DocumentNode } from '../domain/nodes.ts'
import { LEVELS, type Level } from '../domain/vocabulary.ts'
import { findPlaceIds } from './findPlaces.ts'
import { type Connection, connectList, type PageArguments } from './page.ts'
import type { Scope } from './scope.ts'

/** One step along IMPLEMENTS and BASED_ON citations of title, preamble and closing part. */
export interface HierarchyStep {
  readonly document: DocumentNode
  /** The document one step nearer to the one asked for: it cites `document` (upward) or is cited by it (downward). */
  readonly from: DocumentNode
  /** Number of steps from the document asked for, from 1. */
  readonly distance: number
  readonly citation: CitationEdge
}

/** A page of documents below another one. */
export interface Below extends Connection<HierarchyStep> {
  /** Of all pages: the documents that pass the conditions. */
  readonly documentIds: readonly string[]
}

/** How many documents of a level are below another one, and where they apply. */
export interface LevelBelow {
  readonly level: Level
  readonly documents: number
  /** By id. */
  readonly placeIds: readonly string[]
}

export interface BelowArguments extends PageArguments {
  readonly level?: Level | null
  readonly within?: string | null
}

/**
 * Every document above this one, each by a shortest way, nearest first, then by id, through documents that were never
 * ingested too; circles end.
 */
export async function hierarchyOf(scope: Scope, start: DocumentNode): Promise<readonly HierarchyStep[]> {
  return readSteps(scope, await scope.read.chainUp(start.id))
}

/**
 * Every ingested document below this one, in the same order.
 * @throws ZhengmaiError BAD_INPUT
 */
export async function documentsBelow(
  scope: Scope,
  start: DocumentNode,
  args: BelowArguments,
): Promise<Below> {
  const placeIds = await findPlaceIds(scope, { within: args.within ?? null })
  const steps = await scope.read.chainDown(start.id)
  const passing = await filterSteps(scope, steps, args.level ?? null, placeIds && new Set(placeIds))
  const page = connectList(passing, (step) => step.documentId, args)
  const read = await readSteps(
    scope,
    page.edges.map(({ node }) => node),
  )
  return {
    ...page,
    edges: page.edges.map(({ cursor }, i) => ({ cursor, node: read[i]! })),
    documentIds: passing.map((step) => step.documentId),
  }
}

/** The documents of a list below another one by level, highest first; those without a level are left out. */
export async function levelsBelow(
  scope: Scope,
  documentIds: readonly string[],
): Promise<readonly LevelBelow[]> {
  const documents = await scope.read.list('DOCUMENT', documentIds)
  return LEVELS.flatMap((level) => {
    const ofLevel = documents.filter((document) => document.level === level)
    const placeIds = new Set(ofLevel.flatMap(({ placeId }) => placeId ?? []))
    return ofLevel.length === 0 ? [] : [{ level, documents: ofLevel.length, placeIds: [...placeIds].sort() }]
  })
}

async function filterSteps(
  scope: Scope,
  steps: readonly ChainStep[],
  level: Level | null,
  placeIds: ReadonlySet<string> | undefined,
): Promise<readonly ChainStep[]> {
  if (level === null && placeIds === undefined) return steps
  const documents = await Promise.all(steps.map((step) => scope.read.get('DOCUMENT', step.documentId)))
  return steps.filter((_, i) => {
    const document = documents[i]
    if (level !== null && document?.level !== level) return false
    return placeIds === undefined || placeIds.has(document?.placeId ?? '')
  })
}

function readSteps(scope: Scope, steps: readonly ChainStep[]): Promise<HierarchyStep[]> {
  return Promise.all(
    steps.map(async ({ documentId, fromId, distance, citation }) => {
      const [document, from] = await Promise.all([
        scope.read.get('DOCUMENT', documentId),
        scope.read.get('DOCUMENT', fromId),
      ])
      return { document, from, distance, citation }
    }),
  )
}
