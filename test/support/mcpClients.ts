/** Real MCP clients of both generations behind one shape, as tests use them. */
import { Client as NewClient, StreamableHTTPClientTransport as NewHttp } from '@modelcontextprotocol/client'
import { StdioClientTransport as NewStdio } from '@modelcontextprotocol/client/stdio'
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport as OldStdio } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport as OldHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

/** `sdk`: the client package of 2025; the others are the current one, by how it chooses the protocol's version. */
export const CLIENT_KINDS = ['auto', 'legacy', '2026-07-28', 'sdk'] as const
export type ClientKind = (typeof CLIENT_KINDS)[number]

// biome-ignore lint/suspicious/noExplicitAny: a test states the shape it expects
type Reply = any

/** What both client packages offer. */
export interface McpClient {
  listTools(): Promise<Reply>
  callTool(call: { name: string; arguments?: Record<string, unknown> }): Promise<Reply>
  listResources(): Promise<Reply>
  listResourceTemplates(): Promise<Reply>
  readResource(wanted: { uri: string }): Promise<Reply>
  listPrompts(): Promise<Reply>
  getPrompt(wanted: { name: string; arguments?: Record<string, string> }): Promise<Reply>
  complete(wanted: object): Promise<Reply>
  getServerVersion(): Reply
  getInstructions(): string | undefined
  close(): Promise<void>
}

/** How to reach a server: by an address, or by starting it. */
export type Server =
  | { readonly url: string; readonly headers?: Readonly<Record<string, string>> }
  | {
      readonly command: string
      readonly args: readonly string[]
      readonly env: Readonly<Record<string, string>>
    }

const IDENTITY = { name: 'test', version: '1.0.0' }

export async function connectClient(kind: ClientKind, server: Server): Promise<McpClient> {
  if (kind === 'sdk') {
    const client = new OldClient(IDENTITY)
    await client.connect(oldTransport(server) as never)
    return client as unknown as McpClient
  }
  const mode = kind === 'auto' || kind === 'legacy' ? kind : { pin: kind }
  const client = new NewClient(IDENTITY, { versionNegotiation: { mode } })
  await client.connect(newTransport(server))
  return client as unknown as McpClient
}

function newTransport(server: Server): NewHttp | NewStdio {
  if ('url' in server)
    return new NewHttp(new URL(server.url), { requestInit: { headers: { ...server.headers } } })
  const { command, args, env } = server
  return new NewStdio({ command, args: [...args], env: { ...env }, stderr: 'ignore' })
}

function oldTransport(server: Server): OldHttp | OldStdio {
  if ('url' in server)
    return new OldHttp(new URL(server.url), { requestInit: { headers: { ...server.headers } } })
  const { command, args, env } = server
  return new OldStdio({ command, args: [...args], env: { ...env }, stderr: 'ignore' })
}

/** The answer of a tool, that it is the same as text checked by the way. */
export function answerOf(result: Reply): Reply {
  if (result.isError === true) throw new Error(`the tool failed: ${result.content[0].text}`)
  if (result.content.length !== 1 || result.content[0].type !== 'text')
    throw new Error('a tool answers with exactly one text')
  const text = JSON.parse(result.content[0].text)
  if (JSON.stringify(text) !== JSON.stringify(result.structuredContent))
    throw new Error('text and structured content differ')
  return text
}

/** The error of a tool. */
export function faultOf(
  result: Reply,
): { readonly code: string; readonly message: string } & Record<string, unknown> {
  if (result.isError !== true) throw new Error('the tool did not fail')
  return JSON.parse(result.content[0].text).error
}
