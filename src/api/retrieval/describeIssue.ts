import type { z } from 'zod'

/** The first thing that is wrong with a body, with the name of its argument. */
export function describeIssue({ issues }: z.ZodError): {
  readonly message: string
  readonly param: string | null
} {
  const [issue] = issues
  const param = issue === undefined || issue.path.length === 0 ? null : issue.path.map(String).join('.')
  const what = issue?.message ?? 'invalid'
  return { message: param === null ? `请求体有误：${what}` : `${param} 有误：${what}`, param }
}
