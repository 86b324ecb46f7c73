/** GraphQL queries along the relations of a corpus, its links between clauses among them, whose answers must not depend on the store. */
import { eachDocument, once, PAGE, type ParityQuery, type Picks, SPAN } from './parityQueries.ts'

const GRAPH = `nodes { id kind label level degree }
  edges { id source target kind label role relation basis score ${SPAN} } truncated`
const LINK = `id kind degree score basis sharedWording wording lagDays clause { id } other { id }
  evidence { reason signal weight ${SPAN} otherSpan { start end quote } }
  targets { target { id } other { id } verdict deadlineVerdict difference differenceUnit }
  leads { verdict leads { id } otherLeads { id } counterparts { agency { id } other { id } sameFunction } }
  review { verdict note by at }`
const CELL = 'id score clause { id } other { id }'
const STEP = 'distance document { id title } from { id } citation { relation from { id } }'

/** Things of each kind to start from. */
const focuses = ({ documents, clauses, agencies, place, cited }: Picks) =>
  [documents[0], cited, clauses[0], agencies[0], place].map((id) => ({ id }))
const eachLinked = ({ linked }: Picks) =>
  linked.flatMap(({ clause, other }) => [
    { id: clause.id, document: other.document.id },
    { id: other.id, document: clause.document.id },
  ])
const eachUpper = ({ uppers }: Picks) => uppers.slice(0, 4).map((id) => ({ id }))

export const RELATION_QUERIES: readonly ParityQuery[] = [
  {
    name: 'the graph around a node',
    query: `query ($id: ID!) { graph(focus: $id, depth: 2, limit: 60) { ${GRAPH} } }`,
    variables: focuses,
  },
  {
    name: 'the graph of one step, whole',
    query: `query ($id: ID!) { graph(focus: $id, depth: 1, limit: 500) { ${GRAPH} } }`,
    variables: focuses,
  },
  {
    name: 'the graph of some kinds, roles and relations',
    query: `query ($id: ID!) { graph(focus: $id, depth: 3, limit: 80, kinds: [DOCUMENT, CLAUSE, AGENCY], roles: [LEAD],
      relations: [IMPLEMENTS, BASED_ON], edgeKinds: [CONTAINS, CITATION, RESPONSIBILITY, CORRESPONDENCE]) { ${GRAPH} } }`,
    variables: focuses,
  },
  {
    name: 'paths',
    query: `query ($from: ID!, $to: ID!) { paths(from: $from, to: $to) { ${GRAPH} } }`,
    variables: ({ clauses, agencies, documents, cited, linked }) =>
      [
        [clauses[0], clauses.at(-1)],
        [agencies[0], agencies[1]],
        [documents[0], cited],
        [documents[0], documents[1]],
        ...linked.slice(0, 2).map(({ clause, other }) => [clause.id, other.id]),
      ]
        // a small corpus may have no second one
        .filter(([from, to]) => from !== undefined && to !== undefined)
        .map(([from, to]) => ({ from, to })),
  },
  {
    name: 'the documents below a document',
    query: `query ($id: ID!, $level: Level, $within: String) { document(id: $id) { below(first: 3, level: $level, within: $within) {
      edges { cursor node { ${STEP} } } levels { level documents places { id } } ${PAGE} } } }`,
    variables: ({ uppers, within }) =>
      uppers.slice(0, 4).flatMap((id) => [{ id }, { id, level: 'MUNICIPAL' }, { id, within }]),
  },
  {
    name: 'the most cited documents',
    query: `{ documents(orderBy: MOST_CITED, first: 12) { edges { cursor node { id title citedBy(first: 1) { totalCount } } } ${PAGE} } }`,
    variables: once,
  },
  {
    name: 'the correspondences of a clause',
    query: `query ($id: ID!, $document: ID) { clause(id: $id) { all: correspondences(first: 30) { ${LINK} }
      one: correspondences(document: $document) { ${CELL} } below: correspondences(kind: IMPLEMENTED_BY) { ${CELL} }
      same: correspondences(degree: SAME_MEASURE, minScore: 0.7) { ${CELL} } city: correspondences(level: MUNICIPAL) { ${CELL} } } }`,
    variables: eachLinked,
  },
  {
    name: 'the correspondences of all clauses of a document',
    query: `query ($id: ID!) { document(id: $id) { clauses { edges { node { correspondences(first: 50) { ${CELL} degree kind } } } } } }`,
    variables: eachDocument,
  },
  {
    name: 'a correspondence',
    query: `query ($id: ID!) { node(id: $id) { __typename id ... on Correspondence { ${LINK} } } }`,
    variables: ({ linked }) => linked.map(({ id }) => ({ id })),
  },
  {
    name: 'the implementation of a document',
    query: `query ($id: ID!) { implementation(upper: $id) { upper { id }
      columns { edges { node { document { id } kind covered topicOnly total lagDays additions { id } validity(on: "2025-06-01") } } ${PAGE} }
      rows { clause { id } cells { document { id } correspondences { ${CELL} } nearest { ${CELL} } } firstMover { clause { id } document { id } } } } }`,
    variables: eachUpper,
  },
  {
    name: 'the implementation of a document by given others',
    query: `query ($id: ID!, $lower: [ID!]) { implementation(upper: $id, lower: $lower, minScore: 0.5) {
      columns { totalCount edges { node { document { id } kind covered topicOnly } } } rows { cells { correspondences { ${CELL} } } } } }`,
    variables: ({ uppers, documents }) => {
      return uppers.slice(0, 4).map((id) => ({ id, lower: documents.filter((other) => other !== id) }))
    },
  },
  {
    name: 'how peers treat a clause',
    query: `query ($id: ID!) { peers(clause: $id) { clause { id } peers { document { id } correspondences { ${CELL} } via { id } }
      firstMover { clause { id } document { id } } } }`,
    variables: eachLinked,
  },
  {
    name: 'the links to review',
    query: `query ($after: String) { reviewQueue(first: 25, after: $after) { edges { cursor node { ${LINK} } } ${PAGE} } }`,
    variables: once,
  },
]
