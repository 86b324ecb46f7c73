import type { Pipes } from '../../mcp/stdio.ts'
import type { CommandContext } from '../context.ts'
import { createLogger } from '../logger.ts'
import { withReader } from './reader.ts'

/** `mcp`: MCP on standard input and output, over the store as it is, beside a running service too. */
export function runMcp(context: CommandContext, pipes: Pipes): Promise<void> {
  const { config, place, signal, terminal } = context
  return withReader(context, async ({ scope }) => {
    const { serveMcpOnPipes } = await import('../../mcp/stdio.ts')
    const logger = createLogger(config.logLevel, terminal)
    await serveMcpOnPipes({ services: scope, version: place.version, logger }, pipes, signal)
  })
}
