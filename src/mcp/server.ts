import { McpServer } from '@modelcontextprotocol/server'
import type { ServiceDeps } from '../service/scope.ts'
import { INSTRUCTIONS } from './instructions.ts'
import type { McpLogger } from './logger.ts'
import { addPrompts } from './prompts.ts'
import { addResources } from './resources.ts'
import { addTools } from './tools.ts'

export interface McpDeps {
  /** `baseUrl` is the address that the client's user can open. */
  readonly services: ServiceDeps
  /** Of the program. */
  readonly version: string
  readonly logger: McpLogger
}

/** A server for one connection or one request; whatever is dear is shared through the services. */
export function buildServer({ services, version, logger }: McpDeps): McpServer {
  const server = new McpServer(
    {
      name: 'zhengmai',
      title: '政脉 zhengmai',
      version,
      websiteUrl: services.baseUrl,
    },
    {
      instructions: INSTRUCTIONS,
      // the lists never change while a server runs: nobody need listen for it
      capabilities: {
        tools: { listChanged: false },
        resources: { listChanged: false },
        prompts: { listChanged: false },
      },
    },
  )
  addTools(server, services, logger)
  addResources(server, services, logger)
  addPrompts(server, services, logger)
  return server
}
