/**
 * An assistant that has never heard of the service: all that it knows are the descriptions and schemas that `tools/list`
 * gives. It chooses a tool by the words that a question shares with the descriptions, fills in arguments by the schemas,
 * and takes ids only from replies that it has got.
 */
import type { Client } from '@modelcontextprotocol/client'

interface Schema {
  readonly type?: string
  readonly description?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}
interface Tool {
  readonly name: string
  readonly description: string
  readonly input: Schema
  readonly output: Schema
}
// biome-ignore lint/suspicious/noExplicitAny: a reply is read by what it holds
export type Reply = any

export interface Answer {
  /** What was called, in order; the last one answered. */
  readonly calls: readonly { readonly tool: string; readonly args: Readonly<Record<string, unknown>> }[]
  readonly reply: Reply
  /** Address of each clause or document that the reply can be cited for, by its reference. */
  readonly citations: ReadonlyMap<string, string>
}
export interface ColdAssistant {
  ask(question: string): Promise<Answer>
}

/** What a person would tell apart in a question: its object, not what is asked of it. */
const AGENCY = /(?:\p{Script=Han}{2,3}(?:省|市|县|区))\p{Script=Han}{1,8}?(?:局|厅|委|办公室)/u
const DRAFT = /：(.+)$/su

export async function openColdAssistant(client: Client): Promise<ColdAssistant> {
  const { tools: listed } = await client.listTools()
  const tools = listed.map(
    ({ name, description = '', inputSchema, outputSchema }): Tool => ({
      ...{ name, description },
      input: inputSchema as Schema,
      output: (outputSchema ?? {}) as Schema,
    }),
  )
  return {
    async ask(question) {
      const calls: { tool: string; args: Record<string, unknown> }[] = []
      const call = async (tool: Tool, args: Record<string, unknown>): Promise<Reply> => {
        calls.push({ tool: tool.name, args })
        const { structuredContent, isError, content } = await client.callTool({
          name: tool.name,
          arguments: args,
        })
        if (isError === true) throw new Error(JSON.stringify(content))
        return structuredContent
      }
      const tool = chooseTool(tools, question)
      const reply = await call(tool, await fillIn(tools, tool, question, call))
      return { calls, reply, citations: citationsOf(reply) }
    },
  }
}

/** The tool whose description shares most with the question; words that many descriptions have count less. */
export function chooseTool(tools: readonly Pick<Tool, 'name' | 'description'>[], question: string): Tool {
  const wanted = pairsOf(question)
  const pairs = tools.map(({ description }) => pairsOf(description))
  const weight = (pair: string) => 1 / pairs.filter((each) => each.has(pair)).length
  const scores = pairs.map((own) =>
    [...own].reduce((sum, pair) => sum + (wanted.has(pair) ? weight(pair) : 0), 0),
  )
  const best = scores.indexOf(Math.max(...scores))
  return tools[best] as Tool
}

type Call = (tool: Tool, args: Record<string, unknown>) => Promise<Reply>

async function fillIn(
  tools: readonly Tool[],
  tool: Tool,
  question: string,
  call: Call,
): Promise<Record<string, unknown>> {
  const properties = tool.input.properties ?? {}
  const needs = (name: string) => tool.input.required?.includes(name) ?? false
  const args: Record<string, unknown> = {}
  if ('query' in properties) args['query'] = question
  if ('text' in properties) args['text'] = DRAFT.exec(question)?.[1] ?? question
  const agency = AGENCY.exec(question)?.[0]
  if ('agency' in properties && agency !== undefined && !('query' in properties)) args['agency'] = agency
  const role = wordOf(properties['role'], question)
  if (role !== null && args['agency'] !== undefined) args['role'] = role
  if (needs('id')) args['id'] = await findId(tools, question, call)
  const place = 'places' in properties ? 'places' : 'place' in properties ? 'place' : null
  if (place !== null) {
    const named = await placesIn(tools, question, call)
    if (named.length > 0) args[place] = place === 'places' ? named : named[0]
  }
  return args
}

/** The word of a schema's description that the question says too, as it does: 牵头 of “牵头 LEAD、负责 …”, 省 as 省级. */
function wordOf(schema: Schema | undefined, question: string): string | null {
  const words = schema?.description?.match(/\p{Script=Han}+(?= [A-Z])/gu) ?? []
  return words.find((word) => question.includes(word.length === 1 ? `${word}级` : word)) ?? null
}

/** The id of the document whose number the question names, else of the clause that answers it best. */
async function findId(tools: readonly Tool[], question: string, call: Call): Promise<string> {
  const listed = objectsIn(await call(listing(tools), {}))
  const named = listed.find(({ number }) => typeof number === 'string' && question.includes(number))
  if (named !== undefined) return String(named['id'])
  const tool = finding(tools)
  const level = wordOf(tool.input.properties?.['level'], question)
  // 省级文件怎么说，某市如何落实: the first part says what to look for
  const [query = question] = question.split('，')
  const reply = await call(tool, { query, ...(level === null ? {} : { level }) })
  const [first] = objectsIn(reply).filter((each) => typeof each['reference'] === 'string')
  return String(first?.['id'])
}

/** Places that a reply says are covered and that the question names. */
async function placesIn(tools: readonly Tool[], question: string, call: Call): Promise<readonly string[]> {
  const { coverage } = await call(listing(tools), {})
  return (coverage?.places ?? []).filter((name: string) => question.includes(name))
}

/** A tool that needs nothing and gives things with numbers. */
function listing(tools: readonly Tool[]): Tool {
  return tools.find(
    ({ input, output }) => (input.required ?? []).length === 0 && 'number' in itemsOf(output),
  ) as Tool
}

/** A tool that needs a question and nothing else, and gives things with scores. */
function finding(tools: readonly Tool[]): Tool {
  return tools.find(
    ({ input, output }) => (input.required ?? []).join() === 'query' && 'score' in itemsOf(output),
  ) as Tool
}

/** What the things of a reply's first list are told by. */
function itemsOf({ properties = {} }: Schema): Readonly<Record<string, Schema>> {
  return Object.values(properties).find(({ type }) => type === 'array')?.items?.properties ?? {}
}

function citationsOf(reply: Reply): ReadonlyMap<string, string> {
  return new Map(
    objectsIn(reply).flatMap(({ reference, url }) =>
      typeof reference === 'string' && typeof url === 'string' ? [[reference, url] as const] : [],
    ),
  )
}

/** Every object of a reply, outermost first. */
export function objectsIn(reply: Reply): Record<string, unknown>[] {
  if (typeof reply !== 'object' || reply === null) return []
  const parts = Object.values(reply).flatMap(objectsIn)
  return Array.isArray(reply) ? parts : [reply, ...parts]
}

function pairsOf(text: string): Set<string> {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? []
  return new Set(
    runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))),
  )
}
