import type { Hono } from 'hono'
import { z } from 'zod'
import type { Refusal } from '../../access/guard.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import { ATTRIBUTES, type AttributeName } from '../../service/retrieval/attributes.ts'
import {
  type AttributeCondition,
  type Comparison,
  type ConditionTree,
  readAttributeName,
} from '../../service/retrieval/conditions.ts'
import type { Passage } from '../../service/retrieval/passage.ts'
import { answersOf, type Retrieval } from '../../service/retrieval/retrieve.ts'
import { openScope, type Scope, type ServiceDeps } from '../../service/scope.ts'
import { faultOf } from '../fault.ts'
import type { Face, Gate } from '../gate.ts'
import type { Logger } from '../logger.ts'
import { servicesFor } from '../requestBase.ts'
import { describeIssue } from './describeIssue.ts'
import { passageText, readAttributes, retrieveWhere } from './passageText.ts'

/** OpenAI's vector store search (platform.openai.com, "Search vector store"), with this corpus as the one store. */
export const VECTOR_STORE = 'zhengmai'

const OPERATORS = {
  eq: ['IS', false],
  ne: ['IS', true],
  gt: ['GREATER', false],
  gte: ['AT_LEAST', false],
  lt: ['LESS', false],
  lte: ['AT_MOST', false],
  in: ['IS', false],
  nin: ['IS', true],
} as const satisfies Record<string, readonly [Comparison, boolean]>
const OPERATOR_NAMES = Object.keys(OPERATORS) as readonly (keyof typeof OPERATORS)[]

const MAX_BODY = 64 * 1024
/** Filters within filters, and all comparisons together: more would be an attack. */
const DEEPEST_FILTER = 5
const MOST_COMPARISONS = 50
/** Questions of one request; each is a search of its own. */
const MOST_QUERIES = 5
/** By the published shape a result has at most 16 attributes of at most 512 characters; the document's id is its `file_id`. */
const SHOWN_ATTRIBUTES = ATTRIBUTES.filter((name) => name !== 'document_id')
const LONGEST_ATTRIBUTE = 512

const plain = z.union([z.string(), z.number(), z.boolean()])
interface Comparing {
  readonly type: keyof typeof OPERATORS
  readonly key: string
  readonly value: z.output<typeof plain> | readonly z.output<typeof plain>[]
}
interface Combining {
  readonly type: 'and' | 'or'
  readonly filters: readonly Filter[]
}
type Filter = Comparing | Combining
const comparing = z.object({
  type: z.enum(OPERATOR_NAMES),
  key: z.string(),
  value: z.union([plain, z.array(plain)]),
})
const combining = z.object({
  type: z.enum(['and', 'or']),
  get filters(): z.ZodArray<z.ZodType<Filter>> {
    return z.array(filter)
  },
})
const filter: z.ZodType<Filter> = z.union([comparing, combining])

export const vectorStoreRequest = z.object({
  query: z.union([z.string(), z.array(z.string()).min(1).max(MOST_QUERIES)]),
  filters: filter.nullish(),
  max_num_results: z.number().int().min(1).max(50).default(10),
  rewrite_query: z.boolean().nullish().describe('不改写 (never done)'),
  ranking_options: z
    .object({ ranker: z.string().nullish(), score_threshold: z.number().min(0).max(1).nullish() })
    .nullish(),
  next_page: z.string().nullish().describe('上一页给出的 next_page；query 须为一个 (for a single query)'),
})
export const vectorStoreReply = z.object({
  object: z.literal('vector_store.search_results.page'),
  search_query: z.array(z.string()),
  data: z.array(
    z.object({
      file_id: z.string().describe('文件的固定编号 (id of the document)'),
      filename: z.string(),
      score: z.number().min(0).max(1),
      attributes: z.record(z.string(), plain),
      content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
    }),
  ),
  has_more: z.boolean(),
  next_page: z.string().nullable(),
})
export const vectorStoreError = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string().nullable(),
  }),
})
type SearchRequest = z.output<typeof vectorStoreRequest>

/** `POST /v1/vector_stores/zhengmai/search`. */
export function addVectorStore(
  app: Hono,
  { services, logger, gate }: { services: ServiceDeps; logger: Logger; gate: Gate },
): void {
  const path = '/v1/vector_stores/:store/search'
  app.use(path, gate.face(FACE))
  app.post(path, async (context) => {
    try {
      const store = context.req.param('store')
      if (store !== VECTOR_STORE) return refuse(404, `没有向量库 ${store} (no such vector store)`)
      const body = await context.req.json().catch(() => undefined)
      if (body === undefined) return refuse(400, '请求体不是 JSON (the body is not JSON)')
      const tooDeep = isDeeperThan(body, DEEPEST_FILTER * 2 + 2)
      if (tooDeep) return refuse(400, `filters 至多嵌套 ${DEEPEST_FILTER} 层`, { param: 'filters' })
      const request = vectorStoreRequest.safeParse(body)
      if (!request.success) {
        const { message, param } = describeIssue(request.error)
        return refuse(400, message, { param })
      }
      return context.json(await answer(openScope(servicesFor(context, services)), request.data))
    } catch (error) {
      const { status, message, param } = faultOf(error, logger, path)
      return refuse(status, message, { param })
    }
  })
}

/** Refusals as OpenAI's clients know them; they send a key always. */
const FACE: Face = {
  scope: 'read',
  strict: true,
  bodyBytes: MAX_BODY,
  shape: ({ status, reason, message }) => errorBody(status, message, { code: REFUSAL_CODES[reason] ?? null }),
}
const REFUSAL_CODES: Readonly<Partial<Record<Refusal['reason'], string>>> = {
  NO_KEY: 'invalid_api_key',
  WRONG_KEY: 'invalid_api_key',
  RATE: 'rate_limit_exceeded',
}

async function answer(scope: Scope, request: SearchRequest): Promise<z.input<typeof vectorStoreReply>> {
  const { max_num_results: limit, next_page: cursor = null } = request
  const queries = typeof request.query === 'string' ? [request.query] : request.query
  if (cursor !== null && queries.length > 1)
    throw new ZhengmaiError('BAD_INPUT', 'next_page 只用于一个 query', { details: { param: 'next_page' } })
  const condition = request.filters == null ? null : readFilter(request.filters)
  const found = await Promise.all(
    queries.map((query) => retrieveWhere(scope, { query, limit, cursor }, condition)),
  )
  const best = mergeBest(found)
  const passing = best.filter(({ score }) => score >= (request.ranking_options?.score_threshold ?? 0))
  const shown = passing.slice(0, limit)
  const next = queries.length === 1 && passing.length === best.length ? (found[0]?.nextCursor ?? null) : null
  return {
    object: 'vector_store.search_results.page',
    search_query: queries,
    data: await Promise.all(shown.map((passage) => toResult(scope, passage))),
    has_more: next !== null || passing.length > shown.length,
    next_page: next,
  }
}

/** The passages of several questions, each once with its best score, best first. */
function mergeBest(found: readonly Retrieval[]): readonly Passage[] {
  const byId = new Map<string, Passage>()
  for (const passage of found.flatMap(answersOf)) {
    const known = byId.get(passage.clause.id)
    if (known === undefined || passage.score > known.score) byId.set(passage.clause.id, passage)
  }
  const passages = [...byId.values()]
  return found.length === 1 ? passages : passages.sort((a, b) => b.score - a.score)
}

async function toResult(
  scope: Scope,
  passage: Passage,
): Promise<z.input<typeof vectorStoreReply>['data'][number]> {
  const attributes = await readAttributes(scope, passage, SHOWN_ATTRIBUTES)
  return {
    file_id: passage.document.id,
    filename: passage.document.title,
    score: passage.score,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.slice(0, LONGEST_ATTRIBUTE) : value,
      ]),
    ),
    content: [{ type: 'text', text: passageText(passage) }],
  }
}

function readFilter(given: Filter): ConditionTree {
  let comparisons = 0
  const read = (filter: Filter, depth: number): ConditionTree => {
    if (depth > DEEPEST_FILTER) throw badFilter(`filters 至多嵌套 ${DEEPEST_FILTER} 层`)
    if ('filters' in filter) {
      const parts = filter.filters.map((part) => read(part, depth + 1))
      return filter.type === 'and' ? { all: parts } : { any: parts }
    }
    comparisons += 1
    if (comparisons > MOST_COMPARISONS) throw badFilter(`filters 至多 ${MOST_COMPARISONS} 个比较`)
    return readComparison(filter)
  }
  return read(given, 1)
}

function readComparison({ type, key, value }: Comparing): AttributeCondition {
  const [comparison, negated] = OPERATORS[type]
  const values = (typeof value === 'object' ? value : [value]).map((each) =>
    typeof each === 'boolean' ? String(each) : each,
  )
  const isList = type === 'in' || type === 'nin'
  if (!isList && typeof value === 'object') throw badFilter(`filters：${type} 的 value 应为一个值`)
  return { attribute: readKey(key), comparison, negated, values }
}

function readKey(key: string): AttributeName {
  try {
    return readAttributeName(key)
  } catch (error) {
    if (error instanceof ZhengmaiError) throw badFilter(error.message)
    throw error
  }
}

function badFilter(message: string): ZhengmaiError {
  return new ZhengmaiError('BAD_INPUT', message, { details: { param: 'filters' } })
}

/** Whether objects and lists stand deeper in each other than allowed: asked before anything walks through them. */
function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((part) => isDeeperThan(part, depth - 1))
}

function refuse(status: number, message: string, about: ErrorParts = {}): Response {
  return Response.json(errorBody(status, message, about), { status })
}

interface ErrorParts {
  readonly param?: string | null
  readonly code?: string | null
}

function errorBody(
  status: number,
  message: string,
  { param = null, code = null }: ErrorParts,
): z.input<typeof vectorStoreError> {
  const type = status >= 500 ? 'server_error' : status === 429 ? 'requests' : 'invalid_request_error'
  return { error: { message, type, param, code } }
}
