import { createYoga } from 'graphql-yoga'
import type { AuditLog } from '../../access/audit.ts'
import type { Caller } from '../../access/guard.ts'
import { toZhengmaiError, ZhengmaiError } from '../../errors/error.ts'
import { openScope, type ServiceDeps } from '../../service/scope.ts'
import { checkChange } from '../gate.ts'
import type { Logger } from '../logger.ts'
import type { Context } from './context.ts'
import { publicCodes, toPublicError } from './errors.ts'
import { limitPlugins } from './limits.ts'
import { createGraphqlSchema } from './schema.ts'

const EXAMPLE = `# 政脉 · GraphQL。右侧“Docs”有全部类型的说明。
{
  search(query: "临床试验审批", first: 5) {
    servedBy
    edges { node { score clause { reference text responsibilities { role agency { name } } } } }
    coverage { documents places }
  }
}
`

/** Answers GraphQL requests at /graphql; a browser's GET shows GraphiQL, whose page loads nothing from elsewhere. */
export function createGraphqlServer(
  services: ServiceDeps,
  logger: Logger,
  audit: AuditLog,
): (request: Request, caller: Caller | null) => Promise<Response> {
  const yoga = createYoga<object, Context>({
    schema: createGraphqlSchema(),
    context: (given) => ({
      scope: openScope(services),
      change: changing(audit, given.request, (given as Admitted).caller ?? null),
    }),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: { title: '政脉 GraphQL', defaultQuery: EXAMPLE },
    // 9 MB of page: loaded when somebody asks for it.
    renderGraphiQL: async (options) =>
      (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options ?? {}),
    plugins: [...limitPlugins(), publicCodes],
    maskedErrors: { maskError: (error) => toPublicError(error, logger) },
    logging: false,
    cors: false,
    multipart: false,
  })
  return async (request, caller) => yoga.fetch(request, { caller } satisfies Admitted)
}

/** What is handed in beside the request. */
interface Admitted {
  readonly caller?: Caller | null
}

/** @param caller null where only the page of GraphiQL was asked for */
function changing(audit: AuditLog, request: Request, caller: Caller | null): Context['change'] {
  return async ({ scope, what, target }, make) => {
    if (caller === null) throw new ZhengmaiError('UNAUTHORIZED', '改动数据请用 POST')
    checkChange(caller, request, { scope, shape: 'json' })
    const record = (result: string) =>
      audit.record({ by: caller.key, address: caller.address, what, target, result })
    try {
      const made = await make()
      await record('done')
      return made
    } catch (error) {
      await record(toZhengmaiError(error).code)
      throw error
    }
  }
}
