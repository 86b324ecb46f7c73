import type { Context } from 'hono'
import type { ServiceDeps } from '../service/scope.ts'

/** A name and port as a `Host` header has them: what stands in addresses that a reply gives out. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/iu

/**
 * The services as a caller sees them: addresses in a reply begin with the name by which the service was asked, so that
 * they can be opened where the caller is.
 */
export function servicesFor(context: Context, services: ServiceDeps): ServiceDeps {
  const caller = context.get('caller')
  if (caller?.host == null || !HOST.test(caller.host)) return services
  return { ...services, baseUrl: `${caller.protocol}://${caller.host}` }
}
