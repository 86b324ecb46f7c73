import type { Context, Hono } from 'hono'
import { ERROR_CODES, ZhengmaiError } from '../../errors/error.ts'
import { toFault } from '../../operations/fault.ts'
import { callOperation, type Operation, pathOf } from '../../operations/operation.ts'
import { OPERATIONS } from '../../operations/table.ts'
import { openScope, type ServiceDeps } from '../../service/scope.ts'
import type { Gate } from '../gate.ts'
import type { Logger } from '../logger.ts'
import { servicesFor } from '../requestBase.ts'
import { readQueryWords } from './queryWords.ts'

/** Bytes of a request: an answer to check may be long. */
const BODY_BYTES = 4 * 1024 * 1024

/** The calls of the table over plain HTTP: `GET /api/v1/search?query=…`, or `POST` with the arguments as a JSON object. */
export function addRest(
  app: Hono,
  { services, logger, gate }: { services: ServiceDeps; logger: Logger; gate: Gate },
): void {
  app.use('/api/v1/*', gate.face({ scope: 'read', bodyBytes: BODY_BYTES }))
  for (const operation of OPERATIONS) {
    app.on(['GET', 'POST'], pathOf(operation), async (context) => {
      try {
        const given = await readArguments(context, operation)
        const scope = openScope(servicesFor(context, services))
        return context.json(await callOperation(operation, scope, given))
      } catch (error) {
        return sayFault(context, error, logger)
      }
    })
  }
}

async function readArguments(context: Context, operation: Operation): Promise<unknown> {
  if (context.req.method === 'GET') return readQueryWords(operation, new URL(context.req.url).searchParams)
  const body: unknown = await context.req.json().catch(() => undefined)
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  throw new ZhengmaiError('BAD_INPUT', '请求体须为 JSON 对象 (the body must be a JSON object)')
}

function sayFault(context: Context, error: unknown, logger: Logger): Response {
  const { code, message, details, isOurs } = toFault(error)
  if (isOurs) logger.error({ err: error, path: context.req.path }, 'request failed')
  return context.json({ error: { code, message, ...details } }, ERROR_CODES[code].http)
}
