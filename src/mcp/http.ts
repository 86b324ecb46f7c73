import { createMcpHandler, ProtocolErrorCode } from '@modelcontextprotocol/server'
import { warnOf } from './logger.ts'
import { buildServer, type McpDeps } from './server.ts'

/** Bytes of a request: an answer to check may be long, and what is too long should get an error with a code. */
export const MCP_BODY_BYTES = 4 * 1024 * 1024

/** Answers one request of a client whose user reaches the service at `baseUrl`. */
export type AnswerMcp = (request: Request, baseUrl: string) => Promise<Response>

/** MCP over streamable HTTP, without sessions, for clients of 2025 and 2026. */
export function createMcpFace(deps: McpDeps): AnswerMcp {
  const handler = createMcpHandler(
    ({ authInfo }) => {
      const baseUrl = authInfo?.extra?.['baseUrl']
      return buildServer({
        ...deps,
        services: {
          ...deps.services,
          baseUrl: typeof baseUrl === 'string' ? baseUrl : deps.services.baseUrl,
        },
      })
    },
    {
      maxRequestBodySize: MCP_BODY_BYTES,
      // nothing is ever told on them
      maxSubscriptions: 64,
      onerror: warnOf(deps.logger),
    },
  )
  return (request, baseUrl) =>
    // the one thing that goes with a request through the handler; who may call was decided before
    handler.fetch(request, { authInfo: { token: '', clientId: '', scopes: [], extra: { baseUrl } } })
}

/** Why a request was not answered, as clients of JSON-RPC read it. */
export function mcpRefusal({ code, message }: { readonly code: string; readonly message: string }): object {
  const error = { code: ProtocolErrorCode.InvalidRequest, message, data: { code } }
  return { jsonrpc: '2.0', error, id: null }
}
