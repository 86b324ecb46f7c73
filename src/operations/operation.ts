import { z } from 'zod'
import { ZhengmaiError } from '../errors/error.ts'
import type { Scope } from '../service/scope.ts'

/**
 * One call that programs and chat assistants make. MCP, REST and the OpenAPI description are printed from these rows: what
 * a call takes and gives is said here and nowhere else.
 */
export interface Operation {
  /** Name of the tool, and of the path below `/api/v1/`. */
  readonly name: string
  readonly title: string
  /** What it is for, in Chinese and English: all that a model knows of it. */
  readonly description: string
  readonly input: z.ZodObject
  readonly output: z.ZodObject
  /** @param input as `input` gives it. @throws ZhengmaiError */
  run(scope: Scope, input: unknown): Promise<unknown>
}

/** A row of the table, with its function checked against its schemas. */
export function defineOperation<I extends z.ZodObject, O extends z.ZodObject>(row: {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: I
  readonly output: O
  readonly run: (scope: Scope, input: z.output<I>) => Promise<z.input<O>>
}): Operation {
  return { ...row, run: (scope, input) => row.run(scope, input as z.output<I>) }
}

/** Where the call answers over plain HTTP. */
export function pathOf({ name }: Operation): string {
  return `/api/v1/${name}`
}

/**
 * Answers one call.
 * @param given arguments as they came: null and '' count as absent, for that is how models leave an argument out
 * @throws ZhengmaiError BAD_INPUT and LIMIT for the arguments, else what the call meets
 */
export async function callOperation(
  operation: Operation,
  scope: Scope,
  given: unknown,
): Promise<Record<string, unknown>> {
  const input = operation.input.safeParse(withoutBlanks(given ?? {}), { error: inChinese })
  if (!input.success) throw inputError(operation, input.error.issues)
  const output = operation.output.safeParse(await operation.run(scope, input.data))
  if (output.success) return output.data
  throw new ZhengmaiError('INTERNAL', `${operation.name} gave what its schema does not allow`, {
    cause: output.error,
  })
}

const inChinese = z.locales.zhCN().localeError

function withoutBlanks(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== ''))
}

/** Several faults are told together: a model mends them in one step. */
const MOST_FAULTS = 5

function inputError(operation: Operation, issues: readonly z.core.$ZodIssue[]): ZhengmaiError {
  const isTooLong = issues.some((issue) => issue.code === 'too_big' && issue.origin !== 'number')
  const faults = issues.slice(0, MOST_FAULTS).map((issue) => describeFault(operation, issue))
  return new ZhengmaiError(
    isTooLong ? 'LIMIT' : 'BAD_INPUT',
    `${operation.name} 的参数有误 (bad arguments)：${faults.join('；')}`,
    { details: { arguments: issues.slice(0, MOST_FAULTS).map(({ path }) => path.join('.')) } },
  )
}

function describeFault({ input }: Operation, issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys.slice(0, MOST_FAULTS).map((key) => key.slice(0, 40))
    return `没有参数 ${unknown.join('、')}，可用 ${Object.keys(input.shape).join('、')}`
  }
  return `${issue.path.join('.') || '参数'}：${issue.message}`
}
