import type { CitationEdge, ClauseNode } from '../../domain/nodes.ts'
import { listCorrespondences } from '../correspondences.ts'
import { citedClause } from '../listCitations.ts'
import { documentReference } from '../reference.ts'
import type { Scope } from '../scope.ts'
import { pageUrl } from '../urls.ts'
import { describeSource } from './describe.ts'
import type { CitedLaw, Duty, PassageContext, QuotedClause } from './passage.ts'
import { quoteClause } from './quote.ts'

/** Counterparts and citations of one passage at most: more would crowd out other passages. */
const MOST_COUNTERPARTS = 3
const MOST_CITATIONS = 5
/** A neighbour is quoted up to this length (UTF-16 units). */
const LONGEST_NEIGHBOUR = 200

/** What stands around a clause, its quotations together not longer than the budget (UTF-16 units). */
export async function readContext(scope: Scope, clause: ClauseNode, budget: number): Promise<PassageContext> {
  const [duties, { previous, next }, links, citations] = await Promise.all([
    readDuties(scope, clause),
    findNeighbours(scope, clause),
    listCorrespondences(scope, clause, { first: MOST_COUNTERPARTS }),
    scope.read.citationsOfClause(clause.id),
  ])
  const cited = await Promise.all(
    citations.slice(0, MOST_CITATIONS).map((citation) => findCited(scope, citation)),
  )
  // counterparts say most: they are quoted first
  const others = [...links.map(({ other }) => other), ...cited.map(({ article }) => article), previous, next]
  const quoted = await quoteAll(scope, others, budget)
  const at = (index: number) => quoted[index] ?? null
  return {
    duties,
    counterparts: links.flatMap(({ kind, edge: { degree, score } }, index) => {
      const clauseQuoted = at(index)
      return clauseQuoted === null ? [] : [{ ...clauseQuoted, kind, degree, score }]
    }),
    cites: cited.map((each, index) => ({ ...each, article: at(links.length + index) })),
    previous: at(links.length + cited.length),
    next: at(links.length + cited.length + 1),
  }
}

/** The beginning of each clause, until the budget is used up; null for what no longer fits. */
async function quoteAll(
  scope: Scope,
  clauses: readonly (ClauseNode | null)[],
  budget: number,
): Promise<readonly (QuotedClause | null)[]> {
  let left = budget
  const quotations = clauses.map((clause) => {
    const most = Math.min(left, LONGEST_NEIGHBOUR)
    const quotation = clause === null ? null : quoteClause(clause, { start: 0, end: 0 }, most)
    left -= quotation?.text.length ?? 0
    return clause === null || quotation === null || quotation.text === '' ? null : { clause, quotation }
  })
  return Promise.all(
    quotations.map(async (each) => {
      if (each === null) return null
      return { ...each.quotation, ...(await describeSource(scope, each.clause)) }
    }),
  )
}

async function readDuties(scope: Scope, { id }: ClauseNode): Promise<readonly Duty[]> {
  const edges = await scope.read.responsibilitiesOfClause(id)
  return Promise.all(
    edges.map(async ({ agencyId, role }) => {
      const { name, agencyKind } = await scope.read.get('AGENCY', agencyId)
      return { agencyId, agency: name, agencyKind, role }
    }),
  )
}

/** The clauses before and after it in its document; for an item below a clause, its siblings. */
async function findNeighbours(
  scope: Scope,
  clause: ClauseNode,
): Promise<{ readonly previous: ClauseNode | null; readonly next: ClauseNode | null }> {
  const siblings =
    clause.parentId === null
      ? await scope.read.children('CLAUSE', 'CLAUSES_OF_DOCUMENT', clause.documentId)
      : await scope.read.children('CLAUSE', 'ITEMS_OF_CLAUSE', clause.parentId)
  const at = siblings.findIndex(({ id }) => id === clause.id)
  if (at < 0) return { previous: null, next: null }
  return { previous: siblings[at - 1] ?? null, next: siblings[at + 1] ?? null }
}

async function findCited(
  scope: Scope,
  citation: CitationEdge,
): Promise<Omit<CitedLaw, 'article'> & { readonly article: ClauseNode | null }> {
  const [target, article] = await Promise.all([
    scope.read.get('DOCUMENT', citation.targetId),
    citedClause(scope, citation),
  ])
  return {
    relation: citation.relation,
    reference: documentReference(target),
    locator: citation.locator,
    documentId: target.id,
    ingested: target.ingested,
    url: pageUrl(scope.baseUrl, target.id),
    article,
  }
}
