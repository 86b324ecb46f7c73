/**
 * The address of the page of a document, clause or agency: `http://127.0.0.1:4000/id/cn/370800/…`, percent-encoded (RFC 3986).
 * @param baseUrl without a slash at its end
 */
export function pageUrl(baseUrl: string, id: string): string {
  return `${baseUrl}/id/${id.split('/').map(encodeURIComponent).join('/')}`
}
