/**
 * The address of the page of a document, clause or agency: `http://127.0.0.1:4000/id/cn/370800/…`, percent-encoded (RFC 3986).
 * @param baseUrl without a slash at its end
 */
export function pageUrl(baseUrl: string, id: string): string {
  return `${baseUrl}/id/${id.split('/').map(encodeURIComponent).join('/')}`
}

/**
 * The address of an implementation matrix as a table.
 * @param baseUrl without a slash at its end
 */
export function exportUrl(
  baseUrl: string,
  args: {
    readonly upper: string
    readonly lower?: readonly string[] | null
    readonly minScore?: number | null
  },
): string {
  const words = new URLSearchParams({ upper: args.upper })
  for (const id of args.lower ?? []) words.append('lower', id)
  if (args.minScore != null) words.set('minScore', String(args.minScore))
  return `${baseUrl}/export/implementation.xlsx?${words}`
}
