import type {
  FoundReview,
  LinkToReview,
  NamedClause,
  ReviewCommandWords,
  ReviewQueue,
} from '../../cli/reviewWords.ts'
import type { CorrespondenceReview } from '../../domain/correspondence.ts'
import type { ClauseNode } from '../../domain/nodes.ts'
import { citeClause } from '../../service/cite.ts'
import type { Correspondence } from '../../service/correspondences.ts'
import { readAll } from '../../service/page.ts'
import { listReviewQueue, reviewCorrespondence, withdrawReview } from '../../service/review.ts'
import type { Scope } from '../../service/scope.ts'
import type { CommandContext } from '../context.ts'
import { withScope } from './scoped.ts'

/** `review list`: beside a running service too. */
export function readQueue(context: CommandContext, first: number): Promise<ReviewQueue> {
  return withScope(context, 'read', async (scope) => {
    const { edges, totalCount } = await listReviewQueue(scope, { first })
    return { total: totalCount, links: await Promise.all(edges.map(({ node }) => describe(scope, node))) }
  })
}

/** `review list --done`. */
export function readReviews(context: CommandContext): Promise<readonly FoundReview[]> {
  return withScope(context, 'read', async ({ store }) =>
    (await readAll((page) => store.reviews(page))).map(toFound),
  )
}

/** `review confirm` and `review reject`. @throws ZhengmaiError STORE_LOCKED beside a running service */
export function runReview(context: CommandContext, words: ReviewCommandWords): Promise<FoundReview> {
  return withScope(context, 'write', async (scope) => {
    const { review } = await reviewCorrespondence(scope, words)
    return toFound(review as CorrespondenceReview)
  })
}

/** `review withdraw`. */
export function runWithdraw(context: CommandContext, clause: string, other: string): Promise<void> {
  return withScope(context, 'write', (scope) => withdrawReview(scope, clause, other))
}

async function describe(scope: Scope, { clause, other, edge, kind }: Correspondence): Promise<LinkToReview> {
  const { id, degree, score, certainty, evidence } = edge
  const [own, its] = await Promise.all([nameClause(scope, clause), nameClause(scope, other)])
  const reasons = evidence.map(({ reason }) => reason)
  return { id, clause: own, other: its, kind, degree, score, certainty, evidence: reasons }
}

async function nameClause(scope: Scope, clause: ClauseNode): Promise<NamedClause> {
  return { id: clause.id, reference: await citeClause(scope, clause), title: clause.title }
}

function toFound({ clauseIds, verdict, note, by, at }: CorrespondenceReview): FoundReview {
  return { clauses: [clauseIds[0], clauseIds[1]], verdict, note, by, at }
}
