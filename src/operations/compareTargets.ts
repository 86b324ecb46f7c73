import { z } from 'zod'
import type { ClauseNode, TargetNode } from '../domain/nodes.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { orient } from '../service/correspondences.ts'
import { compareClauses, targetsOf } from '../service/correspondenceTargets.ts'
import { readAll } from '../service/page.ts'
import type { Scope } from '../service/scope.ts'
import { search } from '../service/search.ts'
import type { TargetComparison } from '../service/targetVerdict.ts'
import { cursor, id, limit, places, query } from './arguments.ts'
import { type ChosenPlaces, choosePlaces } from './chosenPlaces.ts'
import { describeCoverage } from './describe.ts'
import { clauseProper, findDocumentOrClause } from './find.ts'
import { defineOperation } from './operation.ts'
import { slicePage } from './pages.ts'
import { comparisonShape, coverageShape, listEnd, nullableText, targetShape } from './shapes.ts'
import { describeComparison, describeTarget } from './targets.ts'

/** Clauses of a search whose targets are set side by side. */
const MOST_HITS = 20
/** Clauses that are compared with each other, linked or not: pairs grow with the square. */
const MOST_COMPARED = 40

export const compareTargetsOperation = defineOperation({
  name: 'compare_targets',
  title: '比较目标 Compare targets',
  description:
    '把同一事项的量化目标、时限、奖励并排，并说明谁更严、更早、更高；按问题（query）或按文件、条款编号（id），两者取一。' +
    'Targets, limits and rewards on one matter side by side, with who is stricter, earlier or higher; by query or by id of a document or clause.',
  input: z.strictObject({
    query: query.optional(),
    id: id.describe('文件或条款的编号 · document or clause').optional(),
    places: places.optional(),
    limit: limit(10),
    cursor,
  }),
  output: z.object({
    rows: z.array(
      z.object({
        target: targetShape,
        comparisons: z.array(comparisonShape).describe('与其他文件的目标比较'),
      }),
    ),
    ...listEnd,
    places_without: z
      .array(z.string())
      .describe('没有相应目标的地方 · places asked for without such a target'),
    note: nullableText,
    coverage: coverageShape,
  }),
  run: async (scope, input) => {
    const chosen = await choosePlaces(scope, input.places)
    const rows = await readRows(scope, input, chosen)
    const { items, total, next_cursor } = slicePage(rows, input)
    const [described, coverage, without] = await Promise.all([
      Promise.all(items.map((row) => describeRow(scope, row))),
      describeCoverage(scope),
      chosen === null ? [] : placesWithout(scope, chosen, rows),
    ])
    const note = rows.length === 0 ? '没有找到量化目标 (no quantified target found)' : null
    return { rows: described, total, next_cursor, places_without: [...without], note, coverage }
  },
})

interface Row {
  readonly target: TargetNode
  readonly comparisons: readonly TargetComparison[]
}
interface Asked {
  readonly query?: string | undefined
  readonly id?: string | undefined
  readonly places?: readonly string[] | undefined
}

/** @throws ZhengmaiError BAD_INPUT unless one of the two is given */
async function readRows(scope: Scope, asked: Asked, chosen: ChosenPlaces | null): Promise<readonly Row[]> {
  if ((asked.query === undefined) === (asked.id === undefined))
    throw new ZhengmaiError('BAD_INPUT', '请给出 query 或 id，两者取一 (give query or id)')
  if (asked.id !== undefined) return rowsOfNode(scope, asked.id, chosen)
  return rowsOfQuery(scope, asked, chosen)
}

/** Targets of a document or clause, each with those of the linked clauses. */
async function rowsOfNode(scope: Scope, asked: string, chosen: ChosenPlaces | null): Promise<readonly Row[]> {
  const node = await findDocumentOrClause(scope, asked)
  const clause = node.kind === 'CLAUSE' ? await clauseProper(scope, node) : null
  const filter = clause === null ? { documentIds: [node.id] } : { clauseIds: [clause.id] }
  const targets = await readAll((page) => scope.store.targets(filter, page))
  const ids = [...new Set(targets.map(({ clauseId }) => clauseId))]
  const comparisons = await Promise.all(ids.map((each) => comparisonsOf(scope, each, chosen)))
  return toRows(targets, comparisons.flat())
}

/** Targets of the clauses that a search finds, each with those of linked clauses and of the other clauses found. */
async function rowsOfQuery(
  scope: Scope,
  { query: asked = '', places: names = [] }: Asked,
  chosen: ChosenPlaces | null,
): Promise<readonly Row[]> {
  const searches = names.length === 0 ? [null] : names
  const found = await Promise.all(searches.map((within) => findClauses(scope, asked, within)))
  const shown = [...new Map(takeTurns(found).map((clause) => [clause.id, clause])).values()]
  const targets = await Promise.all(
    shown.map(({ id: clauseId }) => scope.read.children('TARGET', 'TARGETS_OF_CLAUSE', clauseId)),
  )
  const withTargets = shown.filter((_clause, at) => (targets[at]?.length ?? 0) > 0)
  const [linked, beside] = await Promise.all([
    Promise.all(withTargets.map((clause) => comparisonsOf(scope, clause.id, chosen))),
    compareFound(scope, withTargets.slice(0, MOST_COMPARED)),
  ])
  return withoutMirrors(toRows(targets.flat(), [...linked.flat(), ...beside]))
}

/** None where the place holds nothing on the question. */
async function findClauses(
  scope: Scope,
  asked: string,
  within: string | null,
): Promise<readonly ClauseNode[]> {
  const { edges, relevant } = await search(scope, { query: asked, first: MOST_HITS, filter: { within } })
  return relevant ? edges.map(({ node }) => node.clause) : []
}

/** The first of each list, then the second of each …: scores of different searches say nothing of each other. */
function takeTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat()
}

/** With the targets of every clause that is linked to this one. */
async function comparisonsOf(
  scope: Scope,
  clauseId: string,
  chosen: ChosenPlaces | null,
): Promise<readonly TargetComparison[]> {
  const links = await scope.read.links(clauseId, {})
  const found = await Promise.all(
    links.map(async (link) => {
      const oriented = await orient(scope, link, clauseId)
      const { placeId } = await scope.read.get('DOCUMENT', oriented.other.documentId)
      return chosen === null || chosen.has(placeId) ? targetsOf(scope, oriented) : []
    }),
  )
  return found.flat()
}

/** Between clauses that were found together, linked or not: only where the words of the metrics agree. */
async function compareFound(
  scope: Scope,
  clauses: readonly ClauseNode[],
): Promise<readonly TargetComparison[]> {
  const pairs = clauses.flatMap((one, at) =>
    clauses.slice(at + 1).flatMap((other) => (one.documentId === other.documentId ? [] : [{ one, other }])),
  )
  const found = await Promise.all(pairs.map(({ one, other }) => compareClauses(scope, one, other, false)))
  return found.flat()
}

function toRows(targets: readonly TargetNode[], comparisons: readonly TargetComparison[]): readonly Row[] {
  return targets.map((target) => {
    const own = comparisons.filter((comparison) => comparison.target.id === target.id)
    return { target, comparisons: [...new Map(own.map((each) => [each.other.id, each])).values()] }
  })
}

/** A target that already stands beside an earlier one gets no row of its own. */
function withoutMirrors(rows: readonly Row[]): readonly Row[] {
  const beside = new Set<string>()
  return rows.filter(({ target, comparisons }) => {
    if (beside.has(target.id)) return false
    for (const { other } of comparisons) beside.add(other.id)
    return true
  })
}

async function describeRow(scope: Scope, { target, comparisons }: Row) {
  return {
    target: await describeTarget(scope, target),
    comparisons: await Promise.all(comparisons.map((comparison) => describeComparison(scope, comparison))),
  }
}

async function placesWithout(
  scope: Scope,
  chosen: ChosenPlaces,
  rows: readonly Row[],
): Promise<readonly string[]> {
  const ids = rows.flatMap(({ target, comparisons }) => [
    target.documentId,
    ...comparisons.map(({ other }) => other.documentId),
  ])
  const documents = await scope.read.list('DOCUMENT', [...new Set(ids)])
  return chosen.without(documents.map(({ placeId }) => placeId))
}
