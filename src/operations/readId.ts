const RESOURCE = /^policy:\/\/(?:document|clause)\//
const PAGE = /^https?:\/\/[^/]+\/id\//

/**
 * The id that a text from outside means: the id itself, percent-encoded or not, the address of its page, or its resource
 * URI; anything else comes back as it is.
 */
export function readId(given: string): string {
  const bare = given
    .trim()
    .replace(RESOURCE, '')
    .replace(PAGE, '')
    .replace(/[?#].*$/u, '')
  if (!/%[\da-f]{2}/iu.test(bare)) return bare
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}
