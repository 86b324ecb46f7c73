import type { Hono } from 'hono'
import { createMcpFace, MCP_BODY_BYTES, mcpRefusal } from '../mcp/http.ts'
import type { ServiceDeps } from '../service/scope.ts'
import type { Gate } from './gate.ts'
import type { Logger } from './logger.ts'
import { servicesFor } from './requestBase.ts'

export interface McpMount {
  readonly services: ServiceDeps
  /** Of the program. */
  readonly version: string
  readonly logger: Logger
  readonly gate: Gate
}

/** `/mcp`: streamable HTTP for chat assistants. */
export function addMcp(app: Hono, { services, version, logger, gate }: McpMount): void {
  const answer = createMcpFace({ services, version, logger })
  app.use('/mcp', gate.face({ scope: 'read', bodyBytes: MCP_BODY_BYTES, shape: mcpRefusal }))
  app.all('/mcp', (context) => answer(context.req.raw, servicesFor(context, services).baseUrl))
}
