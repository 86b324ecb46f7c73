import type { AddCommand } from '../addCommand.ts'
import { formatCheck } from '../formatCheck.ts'

interface CheckFlags {
  readonly document?: string
  readonly json?: true
}

/** `zhengmai check <file|->`: what an answer says of the corpus; status 1 where something is wrong. */
export const addCheck: AddCommand = (program, { terminal, check }, done) => {
  program
    .command('check')
    .description('核对一篇答复里的文号、标题、条款、引文、数字和职责 check what a text says of the documents')
    .argument('<file>', '文本文件，- 为标准输入')
    .option('--document <document>', '文中没有指明时所指的文件：编号或文号')
    .option('--json', '输出 JSON print JSON')
    .action(async (path: string, { document, json }: CheckFlags) => {
      const found = await check({ path, document: document ?? null })
      terminal.out(json === true ? `${JSON.stringify(found, null, 2)}\n` : formatCheck(found))
      if (found.wrong > 0) done(1)
    })
}
