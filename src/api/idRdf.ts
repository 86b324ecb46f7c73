import { describeAsJsonLd } from '../exchange/rdf/describe.ts'
import type { ServiceDeps } from '../service/scope.ts'
import { decodePath } from './idPage.ts'

const JSON_LD = 'application/ld+json'
/** What is said of a type that is not named: browsers send a wildcard with the lowest weight. */
const HTML = 'text/html'

/**
 * The JSON-LD behind an id, for a client that would rather have it than a page. Null for all others, and where nothing bears the id.
 * @param path percent-encoded id
 * @param accept the header of the request
 */
export async function readIdRdf(
  { store, baseUrl }: ServiceDeps,
  path: string,
  accept: string | undefined,
): Promise<{ readonly body: string; readonly mediaType: string } | null> {
  if (accept === undefined || weightOf(accept, JSON_LD) <= weightOf(accept, HTML)) return null
  const id = decodePath(path)
  const described = id === null ? null : await describeAsJsonLd(store, baseUrl, id)
  return described === null ? null : { body: JSON.stringify(described), mediaType: JSON_LD }
}

/** How much a client wants a type, 0 to 1 (RFC 9110, 12.5.1); the most exact range that fits counts. */
function weightOf(accept: string, type: string): number {
  const ranges = [type, `${type.split('/')[0]}/*`, '*/*']
  const given = accept.split(',').map((part) => {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
    const weight = parameters.find((word) => word.startsWith('q='))
    return { name, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 }
  })
  const best = ranges
    .map((range) => given.find(({ name }) => name === range))
    .find((each) => each !== undefined)
  return best?.weight ?? 0
}
