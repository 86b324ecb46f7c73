import type { AddCommand } from '../addCommand.ts'
import { createProgress } from '../progress.ts'

/** `zhengmai model fetch`: gets the embedding model where it is missing. */
export const addModel: AddCommand = (program, { terminal, fetchModel }) => {
  program
    .command('model')
    .description('语义检索模型 the embedding model')
    .command('fetch')
    .description('获取模型（文件夹 → HF_ENDPOINT → Maven） get the model')
    .option('--json', '输出 JSON print JSON')
    .action(async (flags: { json?: true }) => {
      const progress = createProgress(terminal)
      const model = await fetchModel(progress.show).finally(progress.stop)
      terminal.out(
        flags.json === true
          ? `${JSON.stringify(model)}\n`
          : `模型就绪 ${model.dir}\nsha256 ${model.sha256}（${model.origin}）\n`,
      )
    })
}
