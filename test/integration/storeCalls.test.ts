/** How often a query asks the store, whatever the size of its answer: the numbers of ARCHITECTURE.md. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { correspondence } from '../support/correspondence.ts'
import { type Faces, openFaces } from '../support/faces.ts'
import { JINAN, JINING, OPINION, PLAN } from '../support/policyCorpus.ts'

const FIRST = `${JINAN}/sec_1__cl_1`
const CLAUSES = 'edges { node { id document { id title } responsibilities { agency { name } } } } totalCount'
const GRAPH = 'nodes { id kind label level degree } edges { id kind source target basis } truncated'
const STEPS = 'document { title } from { id } distance citation { cue }'

let faces: Faces
beforeAll(async () => {
  faces = await openFaces()
  await faces.services.store.putCorrespondences(JINAN, 'key', [
    correspondence(FIRST, `${OPINION}/sec_1__cl_1`),
  ])
  await faces.services.names.current() // kept between requests
})
afterAll(() => faces[Symbol.asyncDispose]())

it.each<[string, string, Record<string, number>]>([
  // depth + 2, and one more for the level of what stands in a document
  [
    'graph, 3 steps, places',
    `graph(focus: "place/370100", depth: 3, kinds: [JURISDICTION, DOCUMENT]) { ${GRAPH} }`,
    { edgesOf: 3, nodes: 3, degreesOf: 1 },
  ],
  [
    'graph, 3 steps',
    `graph(focus: "${JINAN}", depth: 3) { ${GRAPH} }`,
    { edgesOf: 3, nodes: 1, degreesOf: 1 },
  ],
  ['graph, 1 step', `graph(focus: "${FIRST}") { ${GRAPH} }`, { edgesOf: 1, nodes: 2, degreesOf: 1 }],
  [
    'paths',
    `paths(from: "${JINING}", to: "${PLAN}") { ${GRAPH} }`,
    { nodes: 2, shortestPaths: 1, edgesOf: 1, degreesOf: 1 },
  ],
  // the document itself, the chain, the documents of its steps
  [
    'hierarchy',
    `document(id: "${JINING}") { hierarchy { ${STEPS} } implements { id } }`,
    { nodes: 2, chains: 1 },
  ],
  [
    'below',
    `document(id: "${PLAN}") { below { levels { level documents } edges { node { ${STEPS} } } } }`,
    { nodes: 2, chains: 1 },
  ],
  [
    'implementedBy',
    `document(id: "${PLAN}") { implementedBy { edges { node { id } } } }`,
    { nodes: 1, chains: 1, documents: 1 },
  ],
  // each kind of fact of a page once
  ['clauses', `clauses(first: 20) { ${CLAUSES} }`, { clauses: 1, nodes: 2, responsibilities: 1 }],
  [
    'clauses within',
    `clauses(filter: { within: "山东" }, first: 20) { ${CLAUSES} }`,
    { clauses: 1, nodes: 2, responsibilities: 1 },
  ],
  // the document meant, and the chain below it
  [
    'clauses implementing',
    `clauses(filter: { implementing: "${PLAN}" }, first: 20) { ${CLAUSES} }`,
    { clauses: 1, nodes: 3, responsibilities: 1, chains: 1 },
  ],
  [
    'an agency, its duties and counterparts',
    `agency(name: "济南市科技局") { responsibilities(first: 20) { edges { node { role clause { text document { title } } } } }
     counterparts { edges { node { name jurisdiction { name } } } } }`,
    { nodes: 4, responsibilities: 1, agencies: 1 },
  ],
  ['documents, most cited', 'documents(orderBy: MOST_CITED) { edges { node { title } } }', { documents: 1 }],
])('%s', async (_, query, expected) => {
  faces.calls.clear()
  const { errors } = await faces.query(`{ ${query} }`)
  expect(errors).toBeUndefined()
  expect(Object.fromEntries(faces.calls)).toEqual(expected)
})
