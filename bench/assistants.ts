import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { readQuestions } from '../test/golden/retrieval.ts'
import { findModel } from '../test/support/model.ts'
import type { Bench } from './bench.ts'
import { type Figure, singleFigure } from './figure.ts'
import { latencyFigures, timeCalls } from './latency.ts'
import { memoryFigure, readMemory } from './memory.ts'
import { type Service, start, stop, waitForModel } from './runningService.ts'
import type { Sizes } from './sizes.ts'

/** An answer to a chat assistant at 20,000 clauses. */
const BAR = { atMost: 300 }
const QUESTIONS = readQuestions().map(({ q }) => q)

/** One call of an assistant over one of the faces. */
interface Call {
  readonly name: string
  readonly what: string
  run(question: string): Promise<unknown>
}

/** Answers to chat assistants over each face, one after the other and under the load of many for a minute. */
export async function measure({ sizes, corpus }: Bench): Promise<Figure[]> {
  const hasModel = 'files' in (await findModel())
  const service = await start(corpus('large').dataDir)
  try {
    if (hasModel) await waitForModel(service)
    const faces = await openFaces(service.url)
    const figures: Figure[] = []
    for (const { name, what, run } of faces.calls) {
      const times = await timeCalls(sizes.assistantCalls, (index) => run(questionOf(index)))
      const title = `${what}, ${sizes.largeClauses} clauses`
      figures.push(...latencyFigures({ name: `assistants/${name}`, what: title, bar: BAR }, times))
    }
    figures.push(...(await measureLoad(service, faces.calls, sizes)))
    await faces.close()
    return figures
  } finally {
    await stop(service)
  }
}

function questionOf(index: number): string {
  return QUESTIONS[index % QUESTIONS.length] as string
}

async function openFaces(url: string): Promise<{ calls: readonly Call[]; close(): Promise<void> }> {
  const client = new Client({ name: 'bench', version: '1' }, { versionNegotiation: { mode: 'auto' } })
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)))
  const callTool = async (name: string, args: Record<string, unknown>) => {
    const { isError, content } = await client.callTool({ name, arguments: args })
    if (isError === true) throw new Error(`${name}: ${JSON.stringify(content)}`)
  }
  const post = async (path: string, body: object) => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`)
  }
  const setting = { top_k: 10, score_threshold: 0 }
  // nothing that the store can ask: it is asked of all candidates
  const agency = { name: 'lead_agencies', comparison_operator: 'contains', value: '科技局' }
  return {
    calls: [
      {
        ...{ name: 'dify', what: 'Dify retrieval, 10 records' },
        run: (query) => post('/retrieval', { knowledge_id: 'zhengmai', query, retrieval_setting: setting }),
      },
      {
        ...{ name: 'difyWhere', what: 'Dify retrieval with a condition on the agency' },
        run: (query) =>
          post('/retrieval', {
            ...{ knowledge_id: 'zhengmai', query, retrieval_setting: setting },
            metadata_condition: { logical_operator: 'and', conditions: [agency] },
          }),
      },
      {
        ...{ name: 'vectorStore', what: 'vector store search, 10 results' },
        run: (query) => post('/v1/vector_stores/zhengmai/search', { query, max_num_results: 10 }),
      },
      {
        ...{ name: 'rest', what: 'search over REST, 10 results' },
        run: (query) => post('/api/v1/search', { query, limit: 10 }),
      },
      {
        ...{ name: 'mcp', what: 'search over MCP, 10 results' },
        run: (query) => callTool('search', { query, limit: 10 }),
      },
    ],
    close: () => client.close(),
  }
}

/** All faces in turn, by as many assistants as given, each asking again as soon as it is answered. */
async function measureLoad(service: Service, calls: readonly Call[], sizes: Sizes): Promise<Figure[]> {
  const { assistants, assistantSeconds: seconds } = sizes
  const resident = () => readMemory(service.child.pid, 'VmRSS')
  const before = resident()
  const times: number[] = []
  let failed = 0
  const end = performance.now() + seconds * 1000
  const ask = async (assistant: number) => {
    for (let index = assistant; performance.now() < end; index += 1) {
      const began = performance.now()
      try {
        await calls[index % calls.length]?.run(questionOf(index))
      } catch {
        failed += 1
      }
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: assistants }, (_, assistant) => ask(assistant)))
  const what = `${assistants} assistants for ${seconds} s`
  const name = 'assistants/load'
  return [
    singleFigure({ name: `${name}/rate`, what: `answers to ${what}`, unit: '1/s' }, times.length / seconds),
    ...latencyFigures({ name, what: `an answer to ${what}` }, times),
    singleFigure(
      { name: `${name}/failed`, what: `answers to ${what} that failed`, unit: '%', bar: { atMost: 0 } },
      (100 * failed) / times.length,
    ),
    memoryFigure({ name: `${name}/before`, what: `resident memory before ${what}`, unit: 'MB' }, before),
    memoryFigure({ name: `${name}/after`, what: `resident memory after ${what}`, unit: 'MB' }, resident()),
  ]
}
