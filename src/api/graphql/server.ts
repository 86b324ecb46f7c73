import { createYoga } from 'graphql-yoga'
import { openScope, type ServiceDeps } from '../../service/scope.ts'
import type { Logger } from '../logger.ts'
import { checkWrite } from '../writeGuard.ts'
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
  apiKey: string | null,
): (request: Request) => Promise<Response> {
  const yoga = createYoga<object, Context>({
    schema: createGraphqlSchema(),
    context: ({ request }) => ({
      scope: openScope(services),
      checkWrite: () => checkWrite(request, apiKey),
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
  return async (request) => yoga.fetch(request, {})
}
