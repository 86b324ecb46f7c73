import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Faces, openFaces } from '../../../test/support/faces.ts'
import { JINAN, OPINION } from '../../../test/support/policyCorpus.ts'
import type { GraphEdge } from '../../domain/graph.ts'
import { type DrawnNode, type GraphPiece, graphOfDocuments } from './corpusGraph.ts'
import { graphAround } from './focusGraph.ts'
import { writeGexf } from './gexf.ts'
import { writeGraphml } from './graphml.ts'

let faces: Faces
beforeAll(async () => {
  faces = await openFaces({ embedder: null })
})
afterAll(() => faces[Symbol.asyncDispose]())

interface Drawn {
  readonly nodes: Map<string, Record<string, string>>
  readonly edges: Map<string, Record<string, string>>
}

async function* corpus(): AsyncGenerator<GraphPiece> {
  const { store } = faces.services
  const { items } = await store.documents({ ingested: true }, { first: 100, after: null })
  yield* graphOfDocuments(store, { documentIds: items.map(({ node }) => node.id).sort() })
}

async function gather(
  pieces: AsyncIterable<GraphPiece>,
): Promise<{ nodes: DrawnNode[]; edges: GraphEdge[] }> {
  const all = { nodes: [] as DrawnNode[], edges: [] as GraphEdge[] }
  for await (const { nodes, edges } of pieces) {
    all.nodes.push(...nodes)
    all.edges.push(...edges)
  }
  return all
}

/** Nodes and edges of GraphML or GEXF with their attributes, as a strict XML parser reads them. */
async function parse(pieces: AsyncIterable<Uint8Array>): Promise<Drawn> {
  const drawn: Drawn = { nodes: new Map(), edges: new Map() }
  let current: Record<string, string> = {}
  let key: string | null = null
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const given = attributes as Record<string, string>
    if (name === 'node' || name === 'edge') {
      current = { ...given }
      drawn[`${name}s`].set(given['id'] ?? '', current)
    }
    if (name === 'data') key = given['key']?.replace(/^(node|edge)-/, '') ?? null
    if (name === 'attvalue') current[given['for'] ?? ''] = given['value'] ?? ''
  })
  parser.on('text', (text) => {
    if (key !== null) current[key] = (current[key] ?? '') + text
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'data') key = null
  })
  const bytes: Uint8Array[] = []
  for await (const piece of pieces) bytes.push(piece)
  parser.write(Buffer.concat(bytes).toString('utf8')).close()
  return drawn
}

describe('the graph of the corpus', () => {
  it('tells every node and edge once, an edge after its ends', async () => {
    const told = new Set<string>()
    for await (const { nodes, edges } of corpus()) {
      for (const { id } of nodes) {
        expect(told.has(id)).toBe(false)
        told.add(id)
      }
      for (const { id, sourceId, targetId } of edges) {
        expect(told.has(`edge ${id}`)).toBe(false)
        expect([told.has(sourceId), told.has(targetId)]).toEqual([true, true])
        told.add(`edge ${id}`)
      }
    }
  })

  it('agrees with what the store says of a node', async () => {
    const { edges } = await gather(corpus())
    const id = `${JINAN}/sec_1__cl_1`
    const expected = await faces.services.store.edgesOf([id], {}, 1_000)
    const found = edges.filter(({ sourceId, targetId }) => sourceId === id || targetId === id)
    const byId = (list: readonly GraphEdge[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(byId(found)).toEqual(byId(expected))
  })
})

describe('the surroundings of a node', () => {
  it('are those within the steps asked for', async () => {
    const { nodes, edges } = await gather(graphAround(faces.services.store, { focus: OPINION, depth: 1 }))
    expect(nodes[0]).toMatchObject({ id: OPINION, kind: 'DOCUMENT', level: 'PROVINCIAL' })
    expect(nodes.length).toBeGreaterThan(2)
    for (const { sourceId, targetId } of edges) expect([sourceId, targetId]).toContain(OPINION)
    const two = await gather(graphAround(faces.services.store, { focus: OPINION, depth: 2 }))
    expect(two.nodes.length).toBeGreaterThan(nodes.length)
  })

  it('are refused for an unknown node', async () => {
    const pieces = graphAround(faces.services.store, { focus: 'nothing', depth: 1 })
    await expect(gather(pieces)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe.each([
  ['GraphML', writeGraphml],
  ['GEXF', writeGexf],
])('%s', (format, write) => {
  it('holds all nodes and edges, with their attributes', async () => {
    const { nodes, edges } = await gather(corpus())
    const drawn = await parse(write(corpus()))
    expect([...drawn.nodes.keys()].sort()).toEqual(nodes.map(({ id }) => id).sort())
    expect([...drawn.edges.keys()].sort()).toEqual(edges.map(({ id }) => id).sort())
    const kind = format === 'GEXF' ? 'category' : 'kind'
    expect(drawn.nodes.get(JINAN)).toMatchObject({
      [kind]: 'DOCUMENT',
      level: 'MUNICIPAL',
      issuedOn: '2024-07-18',
    })
  })

  it('keeps words that look like markup, and drops what XML cannot hold', async () => {
    const node = { kind: 'DOCUMENT', level: null, number: null, issuedOn: null } as const
    const [first, second] = [`a&"<b>'`, 'c']
    const edge = {
      id: 'e&"<',
      kind: 'CITATION',
      sourceId: first,
      targetId: second,
      label: '<贯彻>\u0000 & "落实"',
      role: null,
      relation: 'IMPLEMENTS',
      score: null,
      reviewed: false,
      span: null,
    } as const
    async function* pieces(): AsyncGenerator<GraphPiece> {
      yield {
        nodes: [
          { id: first, label: `<x> & "y"\u000b\ud800`, ...node },
          { id: second, label: ']]>', ...node },
        ],
        edges: [edge],
      }
    }
    const drawn = await parse(write(pieces()))
    expect(drawn.nodes.get(first)?.['label']).toBe('<x> & "y"')
    expect(drawn.nodes.get(second)?.['label']).toBe(']]>')
    expect(drawn.edges.get('e&"<')).toMatchObject({ source: first, target: second, label: '<贯彻> & "落实"' })
  })
})
