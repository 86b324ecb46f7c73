/** A server that speaks OpenAI's chat completions and answers by a script: stands for a model. */
import { Hono } from 'hono'
import { type HttpService, serveHttp } from './httpService.ts'

export interface ChatMessage {
  readonly role: string
  readonly content?: string | null
  readonly tool_calls?: readonly {
    readonly id: string
    readonly function: { name: string; arguments: string }
  }[]
}
export interface ChatRequest {
  readonly model: string
  readonly messages: readonly ChatMessage[]
  readonly tools?: readonly { readonly function: { name: string; description: string; parameters: object } }[]
}
export interface ChatModel extends HttpService {
  /** What it was asked, in order. */
  readonly requests: readonly ChatRequest[]
}

/** A turn of the model that calls a tool. */
export function callTool(name: string, args: object | string): ChatMessage {
  const given = typeof args === 'string' ? args : JSON.stringify(args)
  return {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: `call_${name}`, function: { name, arguments: given } }],
  }
}

/** @param turn what it says to a request; the words of an answer, or `callTool` */
export async function serveChatModel(
  turn: (request: ChatRequest) => ChatMessage | string,
): Promise<ChatModel> {
  const requests: ChatRequest[] = []
  const app = new Hono()
  app.post('/v1/chat/completions', async (context) => {
    if (context.req.header('authorization') !== 'Bearer model-key') return context.json({ error: 'key' }, 401)
    const request = (await context.req.json()) as ChatRequest
    requests.push(request)
    const said = turn(request)
    const message = typeof said === 'string' ? { role: 'assistant', content: said } : said
    return context.json({ choices: [{ index: 0, message, finish_reason: 'stop' }] })
  })
  const { url, ...service } = await serveHttp(app)
  return { ...service, url: `${url}/v1`, requests }
}
