import { ProtocolError, ProtocolErrorCode, ResourceNotFoundError } from '@modelcontextprotocol/server'
import { toFault } from '../operations/fault.ts'
import type { McpLogger } from './logger.ts'

/**
 * Runs what answers other requests than calls of tools: its failures become errors of the protocol, and nothing of their
 * message that was not made for the caller goes out.
 * @param uri of the resource that is read
 */
export async function masked<T>(logger: McpLogger, work: () => Promise<T>, uri?: string): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProtocolError) throw error
    const { code, message, details, isOurs } = toFault(error)
    if (isOurs) logger.error({ err: error }, 'request failed')
    if (code === 'NOT_FOUND' && uri !== undefined) throw new ResourceNotFoundError(uri, message)
    const known = isOurs ? ProtocolErrorCode.InternalError : ProtocolErrorCode.InvalidParams
    throw new ProtocolError(known, message, { code, ...details })
  }
}
