import type { AddCommand } from '../addCommand.ts'
import { FORCE } from '../force.ts'
import { createProgress } from '../progress.ts'
import type { ServeOptions } from '../runtime.ts'

/** `zhengmai serve`: until SIGINT or SIGTERM. */
export const addServe: AddCommand = (program, { terminal, serve }) => {
  program
    .command('serve')
    .description('启动服务；首次启动收录自带文件 start the service')
    .option('--port <port>', '端口，优先于 ZHENGMAI_PORT port')
    .option('--host <host>', '监听地址，优先于 ZHENGMAI_HOST address')
    .option('--strict', '没有语义检索模型时 /healthz 报 503 no model makes /healthz 503')
    .option(...FORCE)
    .action(async (flags: { port?: string; host?: string; strict?: true; force?: true }) => {
      const progress = createProgress(terminal)
      const options: ServeOptions = {
        port: flags.port ?? null,
        host: flags.host ?? null,
        strict: flags.strict === true,
        force: flags.force === true,
      }
      await serve(options, progress.show, (url) => {
        progress.stop()
        terminal.err(`政脉服务已启动 serving at ${url}\n`)
      }).finally(progress.stop)
    })
}
