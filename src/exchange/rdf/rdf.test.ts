import jsonld from 'jsonld'
import { Parser, type Quad, Store } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Faces, openFaces } from '../../../test/support/faces.ts'
import { JINAN, JINAN_CLAUSES, OPINION, PLAN } from '../../../test/support/policyCorpus.ts'
import { pageUrl } from '../../service/urls.ts'
import { OWN_VOCABULARY } from './context.ts'
import { describeAsJsonLd, type JsonLd } from './describe.ts'
import { writeJsonLd, writeNQuads } from './write.ts'

const BASE = 'http://127.0.0.1:4000'
const ELI = 'http://data.europa.eu/eli/ontology#'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const iri = (id: string) => pageUrl(BASE, id)

let faces: Faces
beforeAll(async () => {
  faces = await openFaces({ embedder: null })
})
afterAll(() => faces[Symbol.asyncDispose]())

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all).toString('utf8')
}

async function everything(): Promise<{ baseUrl: string; documentIds: string[] }> {
  const { items } = await faces.services.store.documents({ ingested: true }, { first: 100, after: null })
  return { baseUrl: BASE, documentIds: items.map(({ node }) => node.id).sort() }
}

/** As another program reads it: nothing but the file, no network. */
async function quadsOfJsonLd(document: object): Promise<Quad[]> {
  const documentLoader = () => Promise.reject(new Error('no network'))
  const options = { format: 'application/n-quads', documentLoader }
  const text = (await jsonld.toRDF(document, options as never)) as unknown as string
  return new Parser({ format: 'N-Quads' }).parse(text)
}

describe('the whole corpus', () => {
  it('says the same in JSON-LD and N-Quads', async () => {
    const options = await everything()
    const { store } = faces.services
    const whole = JSON.parse(await gather(writeJsonLd(store, options))) as object
    const fromJson = new Store(await quadsOfJsonLd(whole))
    const text = await gather(writeNQuads(store, options))
    const fromLines = new Store(new Parser({ format: 'N-Quads' }).parse(text))
    expect(fromLines.size).toBe(fromJson.size)
    for (const quad of fromLines) expect(fromJson.has(quad)).toBe(true)
    expect(fromLines.size).toBeGreaterThan(100)
  })

  it('tells nothing twice', async () => {
    const text = await gather(writeNQuads(faces.services.store, await everything()))
    const lines = text.trimEnd().split('\n')
    expect(new Set(lines).size).toBe(lines.length)
  })

  it('points only at what it tells or at a kind of document', async () => {
    const store = new Store(
      new Parser({ format: 'N-Quads' }).parse(
        await gather(writeNQuads(faces.services.store, await everything())),
      ),
    )
    const told = new Set(store.getSubjects(null, null, null).map(({ value }) => value))
    const named = store
      .getQuads(null, null, null, null)
      .filter(({ predicate, object }) => object.termType === 'NamedNode' && predicate.value !== TYPE)
      .map(({ object }) => object.value)
    const dangling = named.filter((value) => !told.has(value) && !value.startsWith('urn:x-zhengmai:kind:'))
    expect([...new Set(dangling)]).toEqual([])
  })
})

describe('a document', () => {
  let quads: Store
  beforeAll(async () => {
    const described = await describeAsJsonLd(faces.services.store, BASE, JINAN)
    quads = new Store(await quadsOfJsonLd(described!))
  })
  const objects = (subject: string, property: string) =>
    quads.getObjects(subject, property, null).map(({ value }) => value)

  it.each([
    ['its type', TYPE, `${ELI}LegalResource`],
    ['its type for search engines', TYPE, 'http://schema.org/Legislation'],
    ['its number', `${ELI}number`, '济政办字〔2024〕23号'],
    ['what it implements', `${ELI}applies`, iri(OPINION)],
    ['who issued it', `${ELI}passed_by`, iri('agency/370100/济南市人民政府办公厅')],
    ['where it applies', `${ELI}jurisdiction`, iri('place/370100')],
  ])('says %s', (_, property, value) => {
    expect(objects(iri(JINAN), property)).toContain(value)
  })

  it('has dates as dates and Chinese as Chinese', () => {
    const [date] = quads.getObjects(iri(JINAN), `${ELI}date_document`, null)
    expect(date).toMatchObject({ datatype: { value: 'http://www.w3.org/2001/XMLSchema#date' } })
    const [title] = quads.getObjects(iri(JINAN), `${ELI}title`, null)
    expect(title).toMatchObject({ language: 'zh' })
  })

  it('keeps the role of a responsibility', () => {
    const duties = objects(iri(`${JINAN}/sec_1__cl_1`), `${OWN_VOCABULARY}responsibility`)
    expect(duties.length).toBeGreaterThan(0)
    const roles = duties.flatMap((duty) => objects(duty, `${OWN_VOCABULARY}role`))
    expect(roles).toContain('LEAD')
  })

  it('has each clause as a part', () => {
    const parts = quads.getSubjects(TYPE, `${ELI}LegalResourceSubdivision`, null)
    expect(parts.length).toBeGreaterThanOrEqual(JINAN_CLAUSES)
  })
})

it.each([
  ['a clause', `${JINAN}/sec_1__cl_1`],
  ['an agency', 'agency/370100/济南市科技局'],
  ['a place', 'place/370102'],
  ['a product type', 'product/创新药'],
  ['a document that is only cited', PLAN],
])('describes %s', async (_, id) => {
  const described = (await describeAsJsonLd(faces.services.store, BASE, id)) as JsonLd
  expect(described['@graph'].map((node) => node['@id'])).toContain(iri(id))
  expect((await quadsOfJsonLd(described)).length).toBeGreaterThan(1)
})

it('has nothing to say of what is unknown', async () => {
  expect(await describeAsJsonLd(faces.services.store, BASE, 'cn/000000/x/2020/1')).toBeNull()
})
