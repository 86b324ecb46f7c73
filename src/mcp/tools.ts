import { fromJsonSchema, type McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { toFault } from '../operations/fault.ts'
import { callOperation, type Operation } from '../operations/operation.ts'
import { OPERATIONS } from '../operations/table.ts'
import { openScope, type ServiceDeps } from '../service/scope.ts'
import type { McpLogger } from './logger.ts'

const ANNOTATIONS = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const

type Schema = ReturnType<typeof fromJsonSchema<Record<string, unknown>>>

/** A row of the table with its schemas as JSON: made once, since a server is made for each request. */
interface Tool {
  readonly operation: Operation
  readonly input: Schema
  readonly output: Schema
}
const TOOLS: readonly Tool[] = OPERATIONS.map((operation) => ({
  operation,
  input: described(operation.input, 'input'),
  output: described(operation.output, 'output'),
}))

/** Every call of the table as a tool that only reads. */
export function addTools(server: McpServer, services: ServiceDeps, logger: McpLogger): void {
  for (const { operation, input, output } of TOOLS) {
    const { name, title, description } = operation
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input,
        outputSchema: output,
        annotations: { title, ...ANNOTATIONS },
      },
      async (given) => {
        try {
          const answer = await callOperation(operation, openScope(services), given)
          return { content: [{ type: 'text', text: JSON.stringify(answer) }], structuredContent: answer }
        } catch (error) {
          const { code, message, details, isOurs } = toFault(error)
          if (isOurs) logger.error({ err: error, tool: name }, 'tool failed')
          const text = JSON.stringify({ error: { code, message, ...details } })
          return { isError: true, content: [{ type: 'text', text }] }
        }
      },
    )
  }
}

/** The schema as a client is shown it; arguments and answers are checked by `callOperation`, whose errors have codes. */
function described(schema: z.ZodObject, io: 'input' | 'output'): Schema {
  // the dialect is that of the protocol; the pattern of a date says in 200 characters what its format says in one word
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date') delete jsonSchema.pattern
    },
  })
  return fromJsonSchema<Record<string, unknown>>(json as unknown as Parameters<typeof fromJsonSchema>[0], {
    getValidator: () => (value) => ({ valid: true, data: value as never, errorMessage: undefined }),
  })
}
