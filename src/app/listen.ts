import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Config } from '../config/loadConfig.ts'
import { ZhengmaiError } from '../errors/error.ts'

export interface Listening {
  /** The one that the system chose where 0 was asked for. */
  readonly port: number
  /** Lets requests at hand finish, for a moment. */
  close(): Promise<void>
}

/** A request that takes longer than this after the end was asked for is cut off (ms). */
const DRAIN = 3000

/**
 * Serves HTTP at the configured address.
 * @throws ZhengmaiError UNAVAILABLE where the address cannot be had
 */
export async function listen(
  fetch: (request: Request, connection: object) => Response | Promise<Response>,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), DRAIN)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被占用；用 --port 或 ZHENGMAI_PORT 换一个端口',
  EACCES: '没有权限监听；换 1024 以上的端口',
  EADDRNOTAVAIL: '不是本机地址',
  ENOTFOUND: '不是有效的地址',
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): ZhengmaiError {
  const reason = REASONS[error.code ?? ''] ?? error.message
  return new ZhengmaiError('UNAVAILABLE', `${host}:${port} ${reason}`, { cause: error })
}
