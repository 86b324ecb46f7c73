import { z } from 'zod'
import { leadsOf } from '../service/correspondenceRoles.ts'
import { type Correspondence, orient } from '../service/correspondences.ts'
import { targetsOf } from '../service/correspondenceTargets.ts'
import type { ImplementationColumn, ImplementationRow } from '../service/implementationMatrix.ts'
import type { Quotation } from '../service/retrieval/passage.ts'
import { quoteWithin } from '../service/retrieval/quote.ts'
import type { Scope } from '../service/scope.ts'
import { describeBriefly, describeClause } from './describe.ts'
import { briefClauseShape, clauseShape, comparisonShape, degree, quoted, targetShape } from './shapes.ts'
import { describeComparison, describeTarget } from './targets.ts'

const match = clauseShape.extend({
  degree,
  score: z.number(),
  basis: z.enum(['INFERRED', 'REVIEWED']).describe('推算或人工确认'),
  leads: z.array(z.string()).describe('牵头（或负责）单位 · who leads'),
  upper_leads: z.array(z.string()).describe('上级条款的牵头单位'),
  shared_wording: z.number().describe('沿用上级文字的比例，0 到 1 · share of its wording taken over'),
  reasons: z.array(z.string()).describe('为什么认为对应 · why they correspond'),
  targets: z
    .array(z.object({ target: targetShape, comparison: comparisonShape }))
    .describe('下级目标（target）对上级目标（other）· only where a clause is asked about'),
  text: z.string().optional().describe('问条款时给出 · only where a clause is asked about'),
  complete: z.boolean().optional(),
  quoted: quoted.optional(),
})

/** What a lower document does with the clauses of the upper one. */
export const lowerParts = {
  counterparts: z
    .array(z.object({ upper: briefClauseShape, matches: z.array(match) }))
    .describe('上级条款与下级对应条款 · upper clauses with their counterparts, best first'),
  gaps: z
    .array(
      briefClauseShape.extend({
        nearest: match.nullable().describe('最接近但不够像的条款 · only for a clause'),
      }),
    )
    .describe('没有对应的上级条款 · upper clauses without counterpart'),
  additions: z
    .array(briefClauseShape)
    .describe('下级新增、上级没有的条款 · lower clauses without anything above'),
}
const parts = z.object(lowerParts)

/** Counterparts of one upper clause that are told: the others are worse. */
const MOST_MATCHES = 3
const MOST_REASONS = 4

export interface LowerRequest {
  readonly column: ImplementationColumn
  /** Its position among the columns of the rows. */
  readonly at: number
  readonly rows: readonly ImplementationRow[]
  /** UTF-16 units of the texts. */
  readonly budget: number
  /** The whole document was asked about: without texts, targets and nearest clauses. */
  readonly isWhole: boolean
}

export async function readLower(scope: Scope, request: LowerRequest): Promise<z.input<typeof parts>> {
  const { column, at, rows, isWhole } = request
  const linked = rows.flatMap(({ clause, cells }) => {
    const links = cells[at]?.correspondences ?? []
    return links.length === 0 ? [] : [{ clause, links: links.slice(0, MOST_MATCHES) }]
  })
  const gaps = rows.filter(({ cells }) => cells[at]?.correspondences.length === 0)
  const nearest = isWhole ? [] : await Promise.all(gaps.map(({ cells }) => cells[at]?.nearest() ?? null))
  const texts = isWhole
    ? new Map<string, Quotation>()
    : shareWords(
        [...linked.flatMap(({ links }) => links), ...nearest.filter((link) => link !== null)],
        request,
      )
  const tell = (link: Correspondence) => describeMatch(scope, link, texts.get(link.other.id))
  const [counterparts, described, additions] = await Promise.all([
    Promise.all(
      linked.map(async ({ clause, links }) => ({
        upper: describeBriefly(scope, clause),
        matches: await Promise.all(links.map(tell)),
      })),
    ),
    Promise.all(
      gaps.map(async ({ clause }, position) => {
        const link = nearest[position] ?? null
        return {
          ...describeBriefly(scope, clause),
          nearest: link === null ? null : await tell(link),
        }
      }),
    ),
    // beside an upper document without clauses everything would be an addition
    isWhole && column.total > 0 ? column.additions() : [],
  ])
  return {
    counterparts,
    gaps: described,
    additions: additions.map((clause) => describeBriefly(scope, clause)),
  }
}

function shareWords(links: readonly Correspondence[], { budget }: LowerRequest): Map<string, Quotation> {
  const clauses = [...new Map(links.map(({ other }) => [other.id, other])).values()]
  return new Map(quoteWithin(clauses, budget).map((quotation) => [quotation.clause.id, quotation]))
}

async function describeMatch(
  scope: Scope,
  link: Correspondence,
  words: Quotation | undefined,
): Promise<z.input<typeof match>> {
  const { clause, other, edge, side, review } = link
  const [described, leads, upperLeads, targets] = await Promise.all([
    describeClause(scope, other),
    leadsOf(scope, other.id),
    leadsOf(scope, clause.id),
    words === undefined ? [] : compareFromBelow(scope, link),
  ])
  return {
    ...described,
    degree: edge.degree,
    score: edge.score,
    basis: review?.verdict === 'CONFIRMED' ? 'REVIEWED' : 'INFERRED',
    leads: leads.map(({ name }) => name),
    upper_leads: upperLeads.map(({ name }) => name),
    shared_wording: edge.sharedWording[1 - side] ?? 0,
    reasons: edge.evidence.slice(0, MOST_REASONS).map(({ reason }) => reason),
    targets,
    ...(words === undefined ? {} : { text: words.text, complete: words.complete, quoted: true as const }),
  }
}

async function compareFromBelow(scope: Scope, { edge, review, other }: Correspondence) {
  const fromBelow = await orient(scope, { edge, review }, other.id)
  return Promise.all(
    (await targetsOf(scope, fromBelow)).map(async (comparison) => ({
      target: await describeTarget(scope, comparison.target),
      comparison: await describeComparison(scope, comparison),
    })),
  )
}
