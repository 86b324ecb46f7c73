/** GraphQL queries whose answers must not depend on the store; what they ask for is found in the corpus itself. */

/** Things that a corpus holds, picked so that the queries have answers. */
export interface Picks {
  readonly documents: readonly string[]
  readonly cited: string
  readonly clauses: readonly string[]
  readonly agencies: readonly string[]
  readonly place: string
  readonly within: string
  readonly productType: string
  readonly questions: readonly string[]
  readonly unit: string
  readonly date: string
  /** Both ends of a few links between clauses. */
  readonly linked: readonly LinkedPair[]
  /** Documents that others implement. */
  readonly uppers: readonly string[]
}

export interface LinkedPair {
  readonly id: string
  readonly clause: LinkEnd
  readonly other: LinkEnd
}
interface LinkEnd {
  readonly id: string
  readonly document: { readonly id: string }
}

const PICK = `{
  documents(first: 6, filter: { ingested: true }) { edges { node { id title issuedOn jurisdiction { id parent { id } }
    clauses(first: 3) { edges { node { id title text responsibilities { agency { id } } productTypes { name } } } } } } }
  wantedDocuments(first: 1) { edges { node { id } } }
  targets(first: 50) { edges { node { unit } } }
  reviewQueue(first: 4) { edges { node { id clause { id document { id } } other { id document { id } } } } }
  known: documents(first: 50) { edges { node { id implementedBy(first: 1) { totalCount } } } } }`
/** Words that are in every corpus, and some that are in none. */
const QUESTIONS = ['支持研发创新有哪些措施', '词1 词2 词3 词40', '奖励 万元', '火星登陆']
/** Long enough to be a question about this clause, short enough to leave others a chance (characters). */
const QUESTION_LENGTH = 12

interface PickAnswer {
  readonly documents: { readonly edges: readonly { readonly node: PickedDocument }[] }
  readonly wantedDocuments: { readonly edges: readonly { readonly node: { readonly id: string } }[] }
  readonly targets: { readonly edges: readonly { readonly node: { readonly unit: string | null } }[] }
  readonly reviewQueue: { readonly edges: readonly { readonly node: LinkedPair }[] }
  readonly known: {
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly implementedBy: { readonly totalCount: number } }
    }[]
  }
}
interface PickedDocument {
  readonly id: string
  readonly title: string
  readonly issuedOn: string | null
  readonly jurisdiction: { readonly id: string; readonly parent: { readonly id: string } | null } | null
  readonly clauses: { readonly edges: readonly { readonly node: PickedClause }[] }
}
interface PickedClause {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly responsibilities: readonly { readonly agency: { readonly id: string } }[]
  readonly productTypes: readonly { readonly name: string }[]
}

/** Where a corpus has none of a thing, the id of nothing: the answers are compared all the same. */
export async function findPicks(ask: (query: string) => Promise<unknown>): Promise<Picks> {
  const { documents, wantedDocuments, targets, reviewQueue, known } = (await ask(PICK)) as PickAnswer
  const found = documents.edges.map(({ node }) => node)
  const clauses = found.flatMap((document) => document.clauses.edges.map(({ node }) => node))
  const place = found.find(({ jurisdiction }) => jurisdiction !== null)?.jurisdiction
  const agencies = clauses.flatMap(({ responsibilities }) => responsibilities.map(({ agency }) => agency.id))
  const asked = clauses.map(({ title, text }) => (title ?? text).slice(0, QUESTION_LENGTH)).filter(Boolean)
  return {
    documents: found.map(({ id }) => id),
    cited: wantedDocuments.edges[0]?.node.id ?? found.at(-1)?.id ?? 'nothing',
    clauses: clauses.map(({ id }) => id),
    agencies: [...new Set(agencies), 'nothing'].slice(0, 5),
    place: place?.id ?? 'place/370000',
    within: place?.parent?.id ?? 'place/370000',
    productType: clauses.flatMap(({ productTypes }) => productTypes.map(({ name }) => name))[0] ?? '药品',
    questions: [...asked.slice(0, 4), ...QUESTIONS],
    unit: targets.edges.find(({ node }) => node.unit !== null)?.node.unit ?? '万元',
    date: found.find(({ issuedOn }) => issuedOn !== null)?.issuedOn ?? '2024-01-01',
    linked: reviewQueue.edges.map(({ node }) => node),
    uppers: known.edges.filter(({ node }) => node.implementedBy.totalCount > 0).map(({ node }) => node.id),
  }
}

export interface ParityQuery {
  readonly name: string
  readonly query: string
  /** The query is asked once with each of these. */
  readonly variables: (picks: Picks) => readonly Record<string, unknown>[]
}

export const once = () => [{}]
export const eachDocument = ({ documents }: Picks) => documents.map((id) => ({ id }))
const eachClause = ({ clauses }: Picks) => clauses.map((id) => ({ id }))
const eachAgency = ({ agencies }: Picks) => agencies.map((id) => ({ id }))
const eachQuestion = ({ questions }: Picks) => questions.map((q) => ({ q }))

export const SPAN = 'span { start end quote source { start end } }'
const TARGET = `id kind bound metric value valueMax unit amount amountUnit baseline condition deadline ${SPAN} confidence`
const CITED = `relation cue title number locator ${SPAN} confidence document { id ingested } cited { id } from { id }`
export const PAGE = 'totalCount pageInfo { hasNextPage endCursor }'
const HIT = 'score highlight explanation { by rank score } clause { id reference }'
const searching = (
  mode: string,
  words = '',
) => `query ($q: String!) { search(query: $q, mode: ${mode} ${words}) {
  edges { node { ${HIT} } } pageInfo { hasNextPage endCursor } interpretation relevant servedBy
  facets { field values { value label count } } coverage { documents clauses } } }`
const listing = (field: string, argument: string, node: string) =>
  `query ($f: ${argument}, $after: String) { ${field}(filter: $f, first: 7, after: $after) { edges { cursor node { ${node} } } ${PAGE} } }`
const filters = (...list: ((picks: Picks) => Record<string, unknown>)[]) => {
  return (picks: Picks) => list.map((of) => ({ f: of(picks) }))
}

export const PARITY_QUERIES: readonly ParityQuery[] = [
  {
    name: 'statistics',
    query: `{ statistics { documents citedDocuments clauses agencies responsibilities citations targets correspondences
      places levels issuedFrom issuedUntil undated semantic } }`,
    variables: once,
  },
  { name: 'search by meaning', query: searching('SEMANTIC'), variables: eachQuestion },
  { name: 'search by words', query: searching('KEYWORD'), variables: eachQuestion },
  { name: 'search by both', query: searching('HYBRID', 'first: 25'), variables: eachQuestion },
  {
    name: 'search within a place',
    query: `query ($q: String!, $f: ClauseFilter) { search(query: $q, filter: $f) { edges { node { ${HIT} } } } }`,
    variables: ({ questions, within }) => questions.map((q) => ({ q, f: { within } })),
  },
  {
    name: 'search within an agency, a role, a product type, a time',
    query: `query ($q: String!, $f: ClauseFilter) { search(query: $q, filter: $f, first: 5) { edges { node { ${HIT} } } } }`,
    variables: ({ questions, agencies, productType, date }) =>
      [
        { agency: agencies[0] },
        { role: 'LEAD' },
        { productType },
        { issuedFrom: date },
        { validOn: date },
      ].map((f) => ({
        ...{ q: questions[0], f },
      })),
  },
  {
    name: 'the next page of a search',
    // as the service writes the cursor of the third hit
    query: `query ($q: String!) { search(query: $q, first: 3, after: "${Buffer.from('hit:3').toString('base64url')}") { edges { cursor node { ${HIT} } } } }`,
    variables: eachQuestion,
  },
  {
    name: 'similar clauses',
    query: 'query ($id: ID!) { clause(id: $id) { similar(first: 5) { score clause { id } } } }',
    variables: eachClause,
  },
  {
    name: 'documents',
    query: listing(
      'documents',
      'DocumentFilter',
      'id title number kind legalForce level issuedOn validity(on: "2025-06-01")',
    ),
    variables: filters(
      () => ({}),
      () => ({ ingested: true }),
      () => ({ ingested: false }),
      ({ within }) => ({ within }),
      ({ place }) => ({ jurisdiction: place }),
      ({ date }) => ({ issuedFrom: date }),
      ({ date }) => ({ validOn: date }),
      () => ({ level: 'MUNICIPAL' }),
      () => ({ text: '措施' }),
    ),
  },
  {
    name: 'wanted documents',
    query: `{ wantedDocuments(first: 30) { edges { node { id title number citedBy { totalCount } } } ${PAGE} } }`,
    variables: once,
  },
  {
    name: 'a document with all its fields',
    query: `query ($id: ID!) { document(id: $id) { id title number kind carriedTitle carriedKind legalForce level
      jurisdiction { id name } issuers { id name officialName } issuedOn printedOn publishedOn effectiveFrom effectiveUntil
      supersededBy { id } recipients copiedTo elements { name value confidence ${SPAN} } fieldSpans { field ${SPAN} }
      ingested text source { name sha256 mediaType } notices { code severity message ${SPAN} } url reference } }`,
    variables: eachDocument,
  },
  {
    name: 'a document by its number',
    query:
      'query ($id: ID!) { document(id: $id) { number sections { id title clauses { id } sections { id } } annexes { id label title kind sections { id title } } } }',
    variables: eachDocument,
  },
  {
    name: 'the agencies of a document',
    query: `query ($id: ID!) { document(id: $id) { agencies { lead support responsible ledgerLead ledgerSupport agency { id name } }
      ledger { id ordinal task measure lead { id } support { id } deadline clause { id } ${SPAN} } } }`,
    variables: eachDocument,
  },
  {
    name: 'the citations of a document',
    query: `query ($id: ID!) { document(id: $id) { cites { edges { node { ${CITED} } } ${PAGE} } citedBy { edges { node { ${CITED} } } ${PAGE} }
      implements { id } implementedBy { edges { node { id } } ${PAGE} } } }`,
    variables: ({ documents, cited }) => [...documents, cited].map((id) => ({ id })),
  },
  {
    name: 'the hierarchy above a document',
    query:
      'query ($id: ID!) { document(id: $id) { hierarchy { distance from { id } document { id title ingested } citation { relation from { id } } } } }',
    variables: eachDocument,
  },
  {
    name: 'a clause with everything',
    query: `query ($id: ID!) { clause(id: $id) { id ordinal label title text ${SPAN} document { id } section { id } parent { id }
      children { id label text ${SPAN} } ledger { id } citations { ${CITED} } targets { ${TARGET} lead { id } productTypes { name } }
      responsibilities { role printed origin confidence ${SPAN} agency { id } mentions { role printed origin scope deadline ${SPAN} } }
      productTypes { id name } productMentions { productType { name } ${SPAN} } url reference } }`,
    variables: eachClause,
  },
  {
    name: 'clauses',
    query: listing(
      'clauses',
      'ClauseFilter',
      'id ordinal title document { id } responsibilities { role agency { id } }',
    ),
    variables: filters(
      () => ({}),
      ({ documents }) => ({ document: documents[0] }),
      ({ within }) => ({ within }),
      ({ agencies }) => ({ agency: agencies[0] }),
      ({ agencies }) => ({ agency: agencies[0], role: 'LEAD' }),
      () => ({ role: 'SUPPORT' }),
      ({ productType }) => ({ productType }),
      ({ date }) => ({ issuedUntil: date }),
      ({ cited }) => ({ implementing: cited }),
    ),
  },
  {
    name: 'agencies',
    query: listing(
      'agencies',
      'AgencyFilter',
      'id name officialName aliases kind function jurisdiction { id } parent { id }',
    ),
    variables: filters(
      () => ({}),
      () => ({ name: '市' }),
      ({ within }) => ({ within }),
      () => ({ level: 'MUNICIPAL' }),
      () => ({ kind: 'CLASS' }),
    ),
  },
  {
    name: 'an agency',
    query: `query ($id: ID!) { agency(id: $id) { id name departments { id } counterparts { edges { node { id } } ${PAGE} }
      responsibilities { edges { node { role clause { id } } } ${PAGE} } ledger { id } documents { edges { node { id } } ${PAGE} } url } }`,
    variables: eachAgency,
  },
  {
    name: 'targets',
    query: listing('targets', 'TargetFilter', `${TARGET} clause { id }`),
    variables: filters(
      () => ({}),
      ({ unit }) => ({ unit }),
      () => ({ kind: 'DEADLINE' }),
      () => ({ valueFrom: 10, amountUnit: '元' }),
      () => ({ valueUntil: 100, amountUnit: '%' }),
      ({ date }) => ({ deadlineFrom: date }),
      ({ agencies }) => ({ agency: agencies[0] }),
      ({ within }) => ({ within }),
    ),
  },
  {
    name: 'places',
    query:
      'query ($within: String) { jurisdictions(within: $within) { id name code level parent { id } documents { totalCount } } }',
    variables: ({ place }) => [{ within: place }],
  },
  {
    name: 'product types',
    query: `{ productTypes { id name aliases broader { id } narrower { id } clauses(first: 5) { edges { node { id } } ${PAGE} } } }`,
    variables: once,
  },
  {
    name: 'any node',
    query: 'query ($id: ID!) { node(id: $id) { __typename id } }',
    variables: ({ documents, clauses, agencies }) =>
      [...documents, ...clauses, ...agencies, 'nothing'].map((id) => ({ id })),
  },
]
