import type { AddCommand } from '../addCommand.ts'

/** `zhengmai doctor`: status 1 where something is wrong that the program cannot do without. */
export const addDoctor: AddCommand = (program, { terminal, checks }, done) => {
  program
    .command('doctor')
    .description('检查运行环境 check the installation')
    .option('--json', '输出 JSON print JSON')
    .action(async (flags: { json?: true }) => {
      const found = await checks()
      const lines = found.map(({ name, ok, optional, message }) => {
        return `${ok ? '正常' : optional ? '注意' : '故障'} ${name}：${message}\n`
      })
      terminal.out(flags.json === true ? `${JSON.stringify(found, null, 2)}\n` : lines.join(''))
      done(found.some(({ ok, optional }) => !ok && !optional) ? 1 : 0)
    })
}
