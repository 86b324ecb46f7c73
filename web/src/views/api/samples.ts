/** What of the corpus the examples speak of, so that they answer when copied. */
export interface SampleFacts {
  /** Where the service is, e.g. http://127.0.0.1:4000. */
  readonly origin: string
  readonly documentId: string
  /** 发文字号; null where the corpus has none. */
  readonly number: string | null
  readonly question: string
  readonly agency: string
}

export interface Sample {
  readonly id: string
  readonly code: string
  readonly kind: 'graphql' | 'json' | 'shell'
}

/** Stands for the key of who calls. */
const KEY = 'YOUR_KEY'

const WITH_KEY = ` \\\n  -H 'authorization: Bearer ${KEY}'`

const text = JSON.stringify
const curl = (origin: string, path: string, body: object, key = '') =>
  `curl -s ${origin}${path} \\\n  -H 'content-type: application/json'${key} \\\n  -d '${quoted(JSON.stringify(body))}'`

/** Within '…' of a shell. */
function quoted(words: string): string {
  return words.replaceAll("'", "'\\''")
}

export function graphqlSamples(facts: SampleFacts): readonly Sample[] {
  const { origin, documentId, number, question, agency } = facts
  const which = number === null ? `id: ${text(documentId)}` : `number: ${text(number)}`
  const search = `{
  search(query: ${text(question)}, first: 5) {
    servedBy
    interpretation
    edges {
      node {
        score
        highlight
        clause { id label title reference url document { title number issuedOn } }
      }
    }
  }
}`
  return [
    { id: 'search', kind: 'graphql', code: search },
    {
      id: 'document',
      kind: 'graphql',
      code: `{
  document(${which}) {
    id
    title
    hierarchy { distance document { title number } }
    clauses(first: 3) {
      edges {
        node {
          label
          title
          responsibilities { role agency { name } span { start end quote } }
          targets { metric bound value unit deadline span { quote } }
        }
      }
    }
  }
}`,
    },
    {
      id: 'agency',
      kind: 'graphql',
      code: `{
  agency(name: ${text(agency)}) {
    name
    officialName
    counterparts(first: 5) { edges { node { name } } }
    responsibilities(role: LEAD, first: 5) {
      totalCount
      edges { node { clause { reference title } } }
    }
  }
}`,
    },
    {
      id: 'implementation',
      kind: 'graphql',
      code: `{
  implementation(upper: ${text(documentId)}) {
    columns(first: 5) { edges { node { document { title number } covered total lagDays } } }
    rows { clause { label title } cells { correspondences { score other { reference } } } }
  }
}`,
    },
    {
      id: 'curl',
      kind: 'shell',
      code: curl(origin, '/graphql', {
        query:
          'query ($q: String!) { search(query: $q, first: 3) { edges { node { clause { reference url } } } } }',
        variables: { q: question },
      }),
    },
  ]
}

/** For chat assistants: retrieval as MCP, Dify, OpenAI and plain REST have it. */
export function assistantSamples({ origin, question }: SampleFacts): readonly Sample[] {
  const json = (value: object) => JSON.stringify(value, null, 2)
  return [
    {
      id: 'mcpHttp',
      kind: 'json',
      code: json({ mcpServers: { zhengmai: { type: 'http', url: `${origin}/mcp` } } }),
    },
    {
      id: 'mcpStdio',
      kind: 'json',
      code: json({ mcpServers: { zhengmai: { command: 'zhengmai', args: ['mcp'] } } }),
    },
    {
      id: 'restSearch',
      kind: 'shell',
      code: `curl -s -G ${origin}/api/v1/search \\\n  --data-urlencode '${quoted(`query=${question}`)}' \\\n  -d limit=5`,
    },
    { id: 'openapi', kind: 'shell', code: `curl -s ${origin}/openapi.json` },
    {
      id: 'dify',
      kind: 'shell',
      code: curl(
        origin,
        '/retrieval',
        {
          knowledge_id: 'zhengmai',
          query: question,
          retrieval_setting: { top_k: 5, score_threshold: 0.3 },
        },
        WITH_KEY,
      ),
    },
    {
      id: 'vectorStore',
      kind: 'shell',
      code: curl(
        origin,
        '/v1/vector_stores/zhengmai/search',
        { query: question, max_num_results: 5 },
        WITH_KEY,
      ),
    },
  ]
}

export function restSamples({ origin, documentId }: SampleFacts): readonly Sample[] {
  const upper = encodeURIComponent(documentId)
  const path = documentId.split('/').map(encodeURIComponent).join('/')
  return [
    { id: 'jsonld', kind: 'shell', code: `curl -s -H 'accept: application/ld+json' ${origin}/id/${path}` },
    {
      id: 'matrix',
      kind: 'shell',
      code: `curl -s -o matrix.xlsx '${origin}/export/implementation.xlsx?upper=${upper}'`,
    },
    {
      id: 'list',
      kind: 'shell',
      code: `curl -s -o targets.csv '${origin}/export/targets.csv?document=${upper}'`,
    },
    {
      id: 'upload',
      kind: 'shell',
      code: `curl -s ${origin}/v1/documents${WITH_KEY} \\\n  -F file=@document.pdf`,
    },
    { id: 'health', kind: 'shell', code: `curl -s ${origin}/healthz` },
  ]
}
