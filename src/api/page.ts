import type { Context, Hono } from 'hono'
import { citeClause } from '../service/cite.ts'
import { openScope, type ServiceDeps } from '../service/scope.ts'
import { decodePath } from './idPage.ts'
import { escapeHtml } from './plainPage.ts'

/** A file of the built page, with what was packed beforehand. */
export interface PageFile {
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly packed: Readonly<Partial<Record<'br' | 'gzip', Uint8Array<ArrayBuffer>>>>
}

/** The built page, held in memory: it stays whole while a new one is built. */
export interface PageFiles {
  /** The HTML of every view. */
  readonly index: string
  /** By path, without a slash before it: `assets/index-3f2a.js`. */
  readonly files: ReadonlyMap<string, PageFile>
}

/** Views of the page that have an address of their own; `/id/*` besides. */
export const VIEW_PATHS = [
  '/',
  '/documents',
  '/matrix',
  '/graph',
  '/agencies',
  '/targets',
  '/ingest',
  '/api',
] as const

/** All comes from here; styles of single elements are set by the page's own code (columns, bars, positions). */
const PAGE_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')
/** Names that change with the content (Vite's hashes). */
const HASHED = /^assets\//

/** The views and the files of the page. */
export function addPage(app: Hono, page: PageFiles): void {
  for (const path of VIEW_PATHS) app.get(path, (context) => sendIndex(context, page.index, 200))
  for (const [path, file] of page.files) app.get(`/${path}`, (context) => sendFile(context, path, file))
}

/**
 * The page of a node for a browser, with the node's name as its title and the way to the words without scripts.
 * @param path percent-encoded id
 */
export async function sendNodeView(
  context: Context,
  { page, services, path }: { page: PageFiles; services: ServiceDeps; path: string },
): Promise<Response> {
  const title = await titleOf(services, path)
  const index = page.index.replace(/<title>(.*?)<\/title>/, (_whole, name: string) =>
    title === null ? `<title>${name}</title>` : `<title>${escapeHtml(title)} · ${name}</title>`,
  )
  const plain = '<noscript><p><a href="?plain">纯文本页 plain page</a></p></noscript>'
  return sendIndex(
    context,
    index.replace('<body>', () => `<body>${plain}`),
    title === null ? 404 : 200,
  )
}

/** The page without a word of the corpus, for who may not read it yet. */
export function sendEmptyFrame(context: Context, page: PageFiles): Response {
  return sendIndex(context, page.index, 200)
}

/** The page's own word on an address that is none of its views. */
export function sendUnknownView(context: Context, page: PageFiles): Response {
  return sendIndex(context, page.index, 404)
}

/** Whether a page was asked for: a program that takes anything gets data. */
export function wantsPage(context: Context): boolean {
  return context.req.method === 'GET' && (context.req.header('Accept') ?? '').includes('text/html')
}

function sendIndex(context: Context, index: string, status: 200 | 404): Response {
  context.header('Content-Security-Policy', PAGE_POLICY)
  // names the files of one build: asked for anew each time
  context.header('Cache-Control', 'no-cache')
  context.header('Vary', 'Accept')
  return context.html(index, status)
}

function sendFile(context: Context, path: string, { mediaType, bytes, packed }: PageFile): Response {
  context.header('Content-Type', mediaType)
  context.header('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
  context.header('Vary', 'Accept-Encoding')
  const accepted = acceptedEncodings(context.req.header('Accept-Encoding') ?? '')
  for (const encoding of ['br', 'gzip'] as const) {
    const body = packed[encoding]
    if (body === undefined || !accepted.has(encoding)) continue
    context.header('Content-Encoding', encoding)
    return context.body(body)
  }
  return context.body(bytes)
}

/** Those that are named and not refused by `q=0` (RFC 9110, 12.5.3). */
function acceptedEncodings(header: string): ReadonlySet<string> {
  const named = header.split(',').map((part) => part.trim().toLowerCase())
  return new Set(named.filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part)).map((part) => part.split(';')[0]!))
}

/** Null where nothing bears the id. */
async function titleOf(services: ServiceDeps, path: string): Promise<string | null> {
  const id = decodePath(path)
  if (id === null) return null
  const scope = openScope(services)
  const node = await scope.read.node(id)
  if (node === null) return null
  if (node.kind === 'CLAUSE') return citeClause(scope, node)
  if ('title' in node && node.title !== null) return node.title
  return 'name' in node ? node.name : node.id
}
