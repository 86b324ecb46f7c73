import type { AddCommand } from '../addCommand.ts'

/** `zhengmai delete <document>`: a document and every fact of it. */
export const addDelete: AddCommand = (program, { terminal, deleteDocument }) => {
  program
    .command('delete')
    .description('删除一份文件及其全部事实 delete a document with all its facts')
    .argument('<document>', '编号或发文字号')
    .option('--json', '输出 JSON print JSON')
    .action(async (document: string, flags: { json?: true }) => {
      const deleted = await deleteDocument(document)
      terminal.out(
        flags.json === true ? `${JSON.stringify(deleted)}\n` : `已删除《${deleted.title}》 ${deleted.id}\n`,
      )
    })
}
