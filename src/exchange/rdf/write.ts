import { Writable } from 'node:stream'
import type { GraphStore } from '../../../graph/port/graphStore.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import { stopIfAborted } from '../abort.ts'
import { readDocumentFacts } from '../documentFacts.ts'
import { stableJson } from '../stableJson.ts'
import { CONTEXT } from './context.ts'
import { namedNodes } from './describe.ts'
import { type NodeObject, RdfMapping } from './mapping.ts'

export interface RdfOptions {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly documentIds: readonly string[]
  readonly signal?: AbortSignal
  readonly onDocument?: (done: number, total: number) => void
}

/** One JSON-LD document with a graph of everything, written document by document. */
export async function* writeJsonLd(store: GraphStore, options: RdfOptions): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`{"@context":${stableJson(CONTEXT)},\n"@graph":[`)
  let separator = '\n'
  for await (const nodes of eachDocument(store, options)) {
    const text = nodes.map((node) => stableJson(node)).join(',\n')
    yield Buffer.from(separator + text)
    separator = ',\n'
  }
  yield Buffer.from('\n]}\n')
}

/** N-Quads (all in the default graph), made from the same JSON-LD. */
export async function* writeNQuads(store: GraphStore, options: RdfOptions): AsyncGenerator<Uint8Array> {
  // half a second to load, which only this command needs
  const { default: jsonld } = await import('jsonld')
  const { Writer } = await import('n3')
  for await (const nodes of eachDocument(store, options)) {
    const graph = { '@context': CONTEXT, '@graph': nodes }
    const quads = (await jsonld.toRDF(graph as object, { documentLoader: refuse })) as unknown as Quad[]
    const pieces: string[] = []
    const writer = new Writer(collect(pieces), { format: 'N-Quads' })
    for (const quad of quads) writer.addQuad(quad as never)
    await new Promise<void>((resolve, reject) => writer.end((error) => (error ? reject(error) : resolve())))
    yield Buffer.from(pieces.join(''))
  }
}

type Quad = Readonly<Record<'subject' | 'predicate' | 'object' | 'graph', { readonly termType: string }>>

function collect(pieces: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      pieces.push(chunk.toString('utf8'))
      done()
    },
  })
}

/** Nothing is fetched: the context stands in the document. */
async function refuse(url: string): Promise<never> {
  throw new ZhengmaiError('INTERNAL', `JSON-LD asked for ${url}`)
}

/** The nodes of each document, with those that it is the first to name. */
async function* eachDocument(store: GraphStore, options: RdfOptions): AsyncGenerator<NodeObject[]> {
  const { baseUrl, documentIds, signal, onDocument } = options
  const mapping = new RdfMapping(baseUrl)
  const whole = new Set(documentIds.map((id) => mapping.iri(id)))
  const told = new Set<unknown>()
  for (const [position, id] of documentIds.entries()) {
    stopIfAborted(signal)
    const facts = await readDocumentFacts(store, id)
    if (facts === null) continue
    // a cited document that is written as a whole needs no second node
    const others = namedNodes(mapping, facts).filter(
      (node) => !told.has(node['@id']) && !whole.has(String(node['@id'])),
    )
    for (const node of others) told.add(node['@id'])
    yield [...mapping.document(facts), ...others]
    onDocument?.(position + 1, documentIds.length)
  }
}
