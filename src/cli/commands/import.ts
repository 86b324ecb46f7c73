import type { ImportReport } from '../../exchange/archive/importReport.ts'
import type { AddCommand } from '../addCommand.ts'
import { createProgress } from '../progress.ts'

const OUTCOMES = { created: '新增', replaced: '更新', skipped: '已有' } as const
const VECTORS: Readonly<Record<ImportReport['vectors'], string | null>> = {
  imported: null,
  none: '档案没有语义向量，服务启动时补上',
  'other-model': '档案的语义向量来自另一个模型，没有导入；服务启动时重新计算',
}

/** `zhengmai import <archive>`: status 1 where it was broken off; importing again goes on from there. */
export const addImport: AddCommand = (program, runtime, done) => {
  const { terminal } = runtime
  program
    .command('import')
    .description('导入档案（zhengmai export 写出的 zip） import an archive')
    .argument('<archive>', '档案')
    .option('--force', '数据库里有别的数据也写入（Neo4j） also into a database with data of others')
    .option('--json', '输出 JSON print JSON')
    .action(async (path: string, flags: { force?: true; json?: true }) => {
      const progress = createProgress(terminal)
      const report = await runtime
        .importArchive({ path, force: flags.force === true }, progress.show)
        .finally(progress.stop)
      terminal.out(flags.json === true ? `${JSON.stringify(report, null, 2)}\n` : formatReport(report))
      if (report.aborted) terminal.err('已中断；再次导入会接着做\n')
      done(report.aborted ? 1 : 0)
    })
}

function formatReport({ documents, vectors, links, reviews }: ImportReport): string {
  const lines = documents.map(({ outcome, title, id }) => `${OUTCOMES[outcome]} 《${title}》 ${id}`)
  const count = (outcome: keyof typeof OUTCOMES) =>
    documents.filter((each) => each.outcome === outcome).length
  const counts = `新增 ${count('created')} 份，更新 ${count('replaced')} 份，已有 ${count('skipped')} 份`
  const notice = VECTORS[vectors]
  return [
    ...lines,
    `${counts}；条款对应 ${links} 处，核对 ${reviews} 条`,
    ...(notice === null ? [] : [notice]),
    '',
  ].join('\n')
}
