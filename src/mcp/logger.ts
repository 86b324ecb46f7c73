export interface McpLogger {
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Of one message (characters): it may hold what a client sent. */
const LONGEST = 300

/** For what goes wrong in the protocol itself. */
export function warnOf(logger: McpLogger): (error: Error) => void {
  return ({ message }) => logger.warn({ stage: 'mcp' }, message.slice(0, LONGEST))
}
