import { z } from 'zod'
import type { AgencyNode, ResponsibilityEdge } from '../domain/nodes.ts'
import { FACT_ORIGINS, ROLES } from '../domain/vocabulary.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { findAgency } from '../service/findAgencies.ts'
import { listCounterparts } from '../service/listAgencies.ts'
import { readAll } from '../service/page.ts'
import type { Scope } from '../service/scope.ts'
import { similarAgencies } from '../service/similarAgencies.ts'
import { agency, cursor, limit, maxChars, role } from './arguments.ts'
import { describeAgency, describeClause, describeCoverage, notFound, quoteClauses } from './describe.ts'
import { defineOperation } from './operation.ts'
import { slicePage } from './pages.ts'
import {
  agencyShape,
  clauseShape,
  coverageShape,
  degree,
  listEnd,
  nullableText,
  passageShape,
} from './shapes.ts'

const duty = passageShape.extend({
  role: z.enum(ROLES),
  printed: z.string().describe('文中写法 · as printed'),
  origin: z.enum(FACT_ORIGINS).describe('出处：括注、台账、正文等'),
  counterparts: z
    .array(clauseShape.extend({ degree, score: z.number() }))
    .describe('其他文件的对应条款 · counterparts in other documents'),
})

/** Counterparts of one clause, and counterpart agencies: more are found by the tools for them. */
const MOST_COUNTERPARTS = 3
const MOST_AGENCIES = 20

export const agencyDutiesOperation = defineOperation({
  name: 'agency_duties',
  title: '机关职责 Duties of an agency',
  description:
    '一个机关牵头、负责、配合哪些条款，其他层级和地方的对口机关，以及这些条款在别处的对应。名称有歧义时请写全称，如 济宁市科技局。' +
    'What an agency leads, is responsible for or supports, its counterparts elsewhere; use the full name with its place.',
  input: z.strictObject({
    agency,
    role: role.optional(),
    limit: limit(15),
    cursor,
    max_chars: maxChars(6000),
  }),
  output: z.object({
    agency: agencyShape.extend({ official_name: nullableText, function: nullableText.describe('职能') }),
    counts: z.object({ lead: z.number(), responsible: z.number(), support: z.number() }),
    duties: z.array(duty).describe('先牵头，再负责，再配合 · leading ones first'),
    ...listEnd,
    counterparts: z.array(agencyShape).describe('对口机关 · agencies of the same function elsewhere'),
    coverage: coverageShape,
  }),
  run: async (scope, input) => {
    const { agency: asked } = input
    const found = (await findAgency(scope, { name: asked })) ?? (await suggestAgencies(scope, asked))
    const edges = await readAll((page) => scope.store.responsibilities({ agencyIds: [found.id] }, page))
    const wanted = ROLES.flatMap((each) =>
      input.role === undefined || input.role === each ? edges.filter((edge) => edge.role === each) : [],
    )
    const { items, total, next_cursor } = slicePage(wanted, input)
    const count = (each: ResponsibilityEdge['role']) => edges.filter((edge) => edge.role === each).length
    const [described, duties, counterparts, coverage] = await Promise.all([
      describeAgency(scope, found),
      describeDuties(scope, items, input.max_chars),
      describeCounterparts(scope, found),
      describeCoverage(scope),
    ])
    return {
      agency: { ...described, official_name: found.officialName, function: found.function },
      counts: { lead: count('LEAD'), responsible: count('RESPONSIBLE'), support: count('SUPPORT') },
      ...{ duties, total, next_cursor, counterparts, coverage },
    }
  },
})

/** @throws ZhengmaiError NOT_FOUND, with the agencies whose names hold the words: a model chooses one of them */
async function suggestAgencies(scope: Scope, asked: string): Promise<never> {
  const agencies = await similarAgencies(scope, asked, MOST_AGENCIES)
  if (agencies.length === 0) return notFound(asked)
  const candidates = agencies.map(({ id, name }) => ({ id, name }))
  const names = candidates.map(({ name }) => name).join('、')
  throw new ZhengmaiError('NOT_FOUND', `没有机关“${asked}”，名称相近的有 (similar names)：${names}`, {
    details: { candidates },
  })
}

async function describeDuties(
  scope: Scope,
  edges: readonly ResponsibilityEdge[],
  budget: number,
): Promise<z.input<typeof duty>[]> {
  const clauses = await Promise.all(edges.map(({ clauseId }) => scope.read.get('CLAUSE', clauseId)))
  const quotations = await quoteClauses(scope, clauses, budget)
  return Promise.all(
    edges.map(async ({ role: held, printed, origin, clauseId }, at) => ({
      ...quotations[at]!,
      ...{ role: held, printed, origin },
      counterparts: await correspondingClauses(scope, clauseId),
    })),
  )
}

async function correspondingClauses(scope: Scope, clauseId: string) {
  const links = await scope.read.links(clauseId, {})
  return Promise.all(
    links.slice(0, MOST_COUNTERPARTS).map(async ({ edge }) => {
      const other = edge.clauseIds[0] === clauseId ? edge.clauseIds[1] : edge.clauseIds[0]
      const described = await describeClause(scope, await scope.read.get('CLAUSE', other))
      return { ...described, degree: edge.degree, score: edge.score }
    }),
  )
}

async function describeCounterparts(scope: Scope, found: AgencyNode) {
  const { edges } = await listCounterparts(scope, found, {}, { first: MOST_AGENCIES })
  return Promise.all(edges.map(({ node }) => describeAgency(scope, node)))
}
