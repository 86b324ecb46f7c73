import { PassThrough, type Readable, type Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/server'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { warnOf } from './logger.ts'
import { buildServer, type McpDeps } from './server.ts'

export interface Pipes {
  readonly input: Readable
  readonly output: Writable
}

/** How often (ms) the end of the input is looked after, and for how long at most requests at hand are waited for. */
const LOOK = 20
const PATIENCE = 10_000

/**
 * MCP on two pipes, until the input ends and what was asked before is answered, or until the signal. Nothing but messages
 * of the protocol is written to the output.
 */
export async function serveMcpOnPipes(
  deps: McpDeps,
  { input, output }: Pipes,
  signal: AbortSignal,
): Promise<void> {
  const gate = new PassThrough()
  const { transport, pending } = countRequests(new StdioServerTransport(gate, output))
  const handle = serveStdio(() => buildServer(deps), {
    transport,
    onerror: warnOf(deps.logger),
  })
  // the transport drops what is under way when its input ends; a shell that pipes requests in wants the answers
  input.pipe(gate, { end: false })
  await endOf(input, signal)
  const until = performance.now() + PATIENCE
  while (!signal.aborted && performance.now() < until && (gate.readableLength > 0 || pending.size > 0))
    await setTimeout(LOOK)
  await handle.close()
}

/** The same transport; `pending` holds the ids of requests that have no answer yet. */
function countRequests(inner: StdioServerTransport): {
  readonly transport: Transport
  readonly pending: ReadonlySet<unknown>
} {
  const pending = new Set<unknown>()
  const transport: Transport = {
    async start() {
      inner.onmessage = (message) => {
        if ('method' in message && 'id' in message) pending.add(message.id)
        if (isCancelling(message)) pending.delete(message.params?.['requestId'])
        transport.onmessage?.(message)
      }
      inner.onerror = (error) => transport.onerror?.(error)
      inner.onclose = () => transport.onclose?.()
      return inner.start()
    },
    async send(message) {
      await inner.send(message)
      if (!('method' in message) && 'id' in message) pending.delete(message.id)
    },
    close: () => inner.close(),
  }
  return { transport, pending }
}

type Notice = JSONRPCMessage & { readonly params?: Readonly<Record<string, unknown>> }

function isCancelling(message: JSONRPCMessage): message is Notice {
  return 'method' in message && message.method === 'notifications/cancelled'
}

function endOf(input: Readable, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || input.readableEnded || input.destroyed) resolve()
    for (const event of ['end', 'close', 'error']) input.once(event, () => resolve())
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
