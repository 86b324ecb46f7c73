import type { Hono } from 'hono'
import { z } from 'zod'
import type { Refusal } from '../../access/guard.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import {
  type AttributeCondition,
  type Comparison,
  type ConditionTree,
  readAttributeName,
} from '../../service/retrieval/conditions.ts'
import { answersOf } from '../../service/retrieval/retrieve.ts'
import { openScope, type Scope, type ServiceDeps } from '../../service/scope.ts'
import { faultOf } from '../fault.ts'
import type { Face, Gate } from '../gate.ts'
import type { Logger } from '../logger.ts'
import { servicesFor } from '../requestBase.ts'
import { describeIssue } from './describeIssue.ts'
import { passageText, readAttributes, retrieveWhere } from './passageText.ts'

/**
 * Dify's external knowledge API (docs.dify.ai, "External Knowledge API"): Dify appends `/retrieval` to the endpoint that
 * was configured. Its answers must have status 200; of a failure it shows `error_msg`.
 */

/** Operators of Dify's metadata conditions; `true` where the comparison is negated. */
const OPERATORS = {
  is: ['IS', false],
  '=': ['IS', false],
  'is not': ['IS', true],
  '≠': ['IS', true],
  '!=': ['IS', true],
  in: ['IS', false],
  'not in': ['IS', true],
  contains: ['CONTAINS', false],
  'not contains': ['CONTAINS', true],
  'start with': ['STARTS_WITH', false],
  'end with': ['ENDS_WITH', false],
  empty: ['PRESENT', true],
  'not empty': ['PRESENT', false],
  '>': ['GREATER', false],
  '<': ['LESS', false],
  '≥': ['AT_LEAST', false],
  '>=': ['AT_LEAST', false],
  '≤': ['AT_MOST', false],
  '<=': ['AT_MOST', false],
  before: ['LESS', false],
  after: ['GREATER', false],
} as const satisfies Record<string, readonly [Comparison, boolean]>
type Operator = keyof typeof OPERATORS
export const DIFY_OPERATORS = Object.keys(OPERATORS) as readonly Operator[]

/** More conditions than anybody writes. */
const MOST_CONDITIONS = 50
/** As GraphQL's pages. */
const MOST_RECORDS = 100
const MAX_BODY = 64 * 1024
/** Names that the one knowledge base goes by. */
const KNOWLEDGE_IDS = ['zhengmai', 'policy']

const plain = z.union([z.string(), z.number()])
const condition = z.object({
  name: z
    .union([z.string(), z.array(z.string()).min(1)])
    .describe('属性名；旧版为数组 (attribute, formerly a list)'),
  comparison_operator: z.enum(DIFY_OPERATORS),
  value: z.union([plain, z.array(plain)]).nullish(),
})
export const difyRequest = z.object({
  knowledge_id: z.string().describe('zhengmai'),
  query: z.string().describe('问题 (the question)'),
  retrieval_setting: z
    .object({
      top_k: z.number().int().min(1).max(MOST_RECORDS).default(5),
      score_threshold: z.number().min(0).max(1).nullish().describe('最低得分 (least score), 0–1'),
    })
    .prefault({}),
  metadata_condition: z
    .object({
      logical_operator: z.enum(['and', 'or']).nullish(),
      conditions: z.array(condition).max(MOST_CONDITIONS).nullish(),
    })
    .nullish(),
})
export const difyReply = z.object({
  records: z.array(
    z.object({
      content: z.string().describe('出处与条文 (source and text)'),
      score: z.number().min(0).max(1),
      title: z.string(),
      metadata: z.record(z.string(), plain),
    }),
  ),
})
export const difyError = z.object({ error_code: z.number().int(), error_msg: z.string() })
type DifyRequest = z.output<typeof difyRequest>

/** `POST /retrieval`. */
export function addDify(
  app: Hono,
  { services, logger, gate }: { services: ServiceDeps; logger: Logger; gate: Gate },
): void {
  app.use('/retrieval', gate.face(FACE))
  app.post('/retrieval', async (context) => {
    try {
      const body = await context.req.json().catch(() => undefined)
      if (body === undefined) return refuse(400, '请求体不是 JSON (the body is not JSON)')
      const request = difyRequest.safeParse(body)
      if (!request.success) return refuse(400, describeIssue(request.error).message)
      if (!KNOWLEDGE_IDS.includes(request.data.knowledge_id))
        return refuse(404, '知识库不存在 (the knowledge does not exist)', 2001)
      return context.json(await answer(openScope(servicesFor(context, services)), request.data))
    } catch (error) {
      const { status, message } = faultOf(error, logger, '/retrieval')
      return refuse(status, message)
    }
  })
}

/** Refusals as Dify's list of errors has them; it sends a key always. */
const FACE: Face = {
  scope: 'read',
  strict: true,
  bodyBytes: MAX_BODY,
  status: ({ status, reason }) => (isAboutKey(reason) ? 403 : status),
  shape: ({ status, reason, message }) => ({
    error_code: reason === 'NO_KEY' ? 1001 : isAboutKey(reason) ? 1002 : status,
    error_msg:
      reason === 'NO_KEY'
        ? "Invalid Authorization header format. Expected 'Bearer <api-key>' format."
        : isAboutKey(reason)
          ? `Authorization failed：${message}`
          : message,
  }),
}

function isAboutKey(reason: Refusal['reason']): boolean {
  return reason === 'NO_KEY' || reason === 'WRONG_KEY' || reason === 'SCOPE'
}

async function answer(scope: Scope, request: DifyRequest): Promise<z.input<typeof difyReply>> {
  const { top_k, score_threshold } = request.retrieval_setting
  const found = await retrieveWhere(
    scope,
    { query: request.query, limit: top_k },
    conditionOf(request.metadata_condition),
  )
  const passages = answersOf(found).filter(({ score }) => score >= (score_threshold ?? 0))
  const records = passages.map(async (passage) => ({
    content: passageText(passage),
    score: passage.score,
    title: passage.document.title,
    metadata: await readAttributes(scope, passage),
  }))
  return { records: await Promise.all(records) }
}

function conditionOf(given: DifyRequest['metadata_condition']): ConditionTree | null {
  const conditions = (given?.conditions ?? []).map(readCondition)
  if (conditions.length === 0) return null
  return given?.logical_operator === 'or' ? { any: conditions } : { all: conditions }
}

function readCondition({
  name,
  comparison_operator: operator,
  value,
}: z.output<typeof condition>): ConditionTree {
  const [comparison, negated] = OPERATORS[operator]
  const names = typeof name === 'string' ? [name] : name
  const values = comparison === 'PRESENT' ? [] : readValues(operator, value)
  const each = names.map((one): AttributeCondition => {
    const attribute = readAttributeName(one)
    const isDate = attribute === 'issued_on'
    return { attribute, comparison, negated, values: isDate ? values.map(readDate) : values }
  })
  return each.length === 1 ? (each[0] as AttributeCondition) : { any: each }
}

/** Of `in` also one string with commas, as Dify's input field gives it. */
function readValues(
  operator: Operator,
  value: z.output<typeof condition>['value'],
): readonly (string | number)[] {
  const values = Array.isArray(value) ? value : value == null ? [] : [value]
  const isList = operator === 'in' || operator === 'not in'
  const read = values.flatMap((one) =>
    isList && typeof one === 'string' ? one.split(/[,，、]/u).map((word) => word.trim()) : [one],
  )
  if (read.length > 0) return read
  throw new ZhengmaiError('BAD_INPUT', `metadata_condition：${operator} 需要 value (a value is needed)`)
}

/** A day as ISO date; Dify sends times also in seconds since 1970. */
function readDate(value: string | number): string | number {
  const text = String(value).trim()
  if (/^\d{9,13}$/.test(text)) {
    const ms = text.length > 11 ? Number(text) : Number(text) * 1000
    // the documents' dates are meant in China
    return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)
  }
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/u.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return value
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** @param code Dify's own where it has one, else the status */
function refuse(status: number, message: string, code: number = status): Response {
  return Response.json({ error_code: code, error_msg: message }, { status })
}
