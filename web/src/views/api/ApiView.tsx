import { useQuery } from 'urql'
import { Await } from '../../components/Await.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import { fill, useWords, type Words } from '../../core/words.ts'
import { graphql, type ResultOf } from '../../gql/graphql.ts'
import styles from './ApiView.module.css'
import { assistantSamples, graphqlSamples, restSamples, type Sample, type SampleFacts } from './samples.ts'

const WORDS = {
  title: ['接口', 'API'],
  lead: [
    '页面上的每一项内容都能由程序读取。下面的例子取自库中现有的文件，复制即可运行；只读调用在本机不需要密钥。',
    'Programs can read all that this page shows. The examples speak of documents that are held: copy and run them. Reading needs no key on this machine.',
  ],
  contents: ['本页内容', 'On this page'],
  graphql: ['GraphQL', 'GraphQL'],
  graphqlLead: [
    '一次请求取回条款、部门、目标、引用和对应关系，事实都带原文位置。',
    'Clauses, agencies, targets, citations and links in one request; every fact tells where it is printed.',
  ],
  graphiql: ['打开 GraphiQL', 'Open GraphiQL'],
  assistants: ['问答助手', 'Chat assistants'],
  assistantsLead: [
    'Claude、Cursor 等用 MCP；Dify、OpenAI 客户端和普通程序各有接口。每条结果带编号、出处和网址。',
    'MCP for Claude, Cursor and others; Dify, OpenAI clients and plain programs have calls of their own. Every result has its id, source and address.',
  ],
  rest: ['文件与导出', 'Files and exports'],
  restLead: [
    '每个编号都是网址：浏览器打开是页面，程序要 JSON-LD。列表可导出为 xlsx、csv、md。',
    'Every id is an address: a page for browsers, JSON-LD for programs. Lists export as xlsx, csv and md.',
  ],
  search: ['检索条款', 'Search clauses'],
  document: ['一份文件的条款、责任和目标', 'Clauses, duties and targets of a document'],
  agency: ['一个部门牵头的事项与对口部门', 'What an agency leads, and its counterparts'],
  implementation: ['各地怎样落实一份文件', 'How a document is implemented'],
  curl: ['从命令行调用 GraphQL', 'GraphQL from the command line'],
  mcpHttp: ['MCP（HTTP）', 'MCP over HTTP'],
  mcpStdio: ['MCP（本机程序）', 'MCP as a program on this machine'],
  restSearch: ['检索条款（REST）', 'Search clauses over REST'],
  openapi: ['OpenAPI 描述', 'OpenAPI description'],
  dify: ['Dify 外部知识库', 'External knowledge of Dify'],
  vectorStore: ['OpenAI 向量库检索', 'Vector store search of OpenAI'],
  jsonld: ['一份文件的 JSON-LD', 'A document as JSON-LD'],
  matrix: ['落实矩阵表格', 'The implementation matrix as a workbook'],
  list: ['一份文件的目标清单', 'The targets of a document'],
  upload: ['上传文件', 'Hand in a document'],
  health: ['服务状态', 'State of the service'],
  copy: ['复制', 'Copy'],
  copyWhat: ['复制：{what}', 'Copy: {what}'],
  question: ['对创新有哪些支持措施？', '对创新有哪些支持措施？'],
} as const satisfies Record<string, Words>

const FACTS = graphql(`
  query ApiFacts {
    documents(filter: { ingested: true }, first: 1) {
      edges {
        node {
          id
          number
          agencies(role: LEAD) {
            agency {
              name
            }
          }
        }
      }
    }
    productTypes {
      name
    }
  }
`)

/** How programs and assistants read what this page shows. */
export default function ApiView() {
  const words = useWords(WORDS)
  const [asked, ask] = useQuery({ query: FACTS })
  return (
    <div className={styles.page}>
      <title>{`${words.title} · 政脉`}</title>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <Await asked={asked} retry={() => ask({ requestPolicy: 'network-only' })}>
        {(data) => <Parts facts={factsOf(data)} />}
      </Await>
    </div>
  )
}

/** Before anything is held the examples still show their shape. */
function factsOf(data: ResultOf<typeof FACTS>): SampleFacts {
  const document = data.documents.edges[0]?.node
  const product = data.productTypes[0]?.name
  return {
    origin: location.origin,
    documentId: document?.id ?? 'cn/000000/0000/0000000000',
    number: document?.number ?? null,
    question: product === undefined ? WORDS.question[0] : `对${product}有哪些支持措施？`,
    agency: document?.agencies[0]?.agency.name ?? '市科技局',
  }
}

function Parts({ facts }: { readonly facts: SampleFacts }) {
  const words = useWords(WORDS)
  const parts = [
    { id: 'graphql', lead: words.graphqlLead, samples: graphqlSamples(facts) },
    { id: 'assistants', lead: words.assistantsLead, samples: assistantSamples(facts) },
    { id: 'rest', lead: words.restLead, samples: restSamples(facts) },
  ] as const
  return (
    <>
      <nav className={styles.contents} aria-label={words.contents}>
        {parts.map(({ id }) => (
          <a key={id} href={`#${id}`}>
            {words[id]}
          </a>
        ))}
        <a href="/graphql">{words.graphiql}</a>
      </nav>
      {parts.map(({ id, lead, samples }) => (
        <section key={id} id={id} className={styles.part} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{words[id]}</h2>
          <p>{lead}</p>
          {samples.map((sample) => (
            <CodeSample key={sample.id} sample={sample} />
          ))}
        </section>
      ))}
    </>
  )
}

function CodeSample({ sample }: { readonly sample: Sample }) {
  const words = useWords(WORDS)
  const names: Readonly<Record<string, string>> = words
  const name = names[sample.id] ?? sample.id
  return (
    <figure className={styles.sample} data-sample={sample.id}>
      <figcaption>
        <h3>{name}</h3>
        <CopyButton text={sample.code} label={fill(words.copyWhat, { what: name })}>
          {words.copy}
        </CopyButton>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
      <section className={styles.box} tabIndex={0} aria-label={name}>
        <pre>
          <code>{sample.code}</code>
        </pre>
      </section>
    </figure>
  )
}
