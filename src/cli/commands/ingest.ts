import { formatFile, formatTotal } from '../../../ingest/formatReport.ts'
import type { FileReport } from '../../../ingest/report.ts'
import type { AddCommand } from '../addCommand.ts'
import { FORCE } from '../force.ts'
import { createProgress } from '../progress.ts'

/** `zhengmai ingest <paths…>`: status 1 where a file failed. */
export const addIngest: AddCommand = (program, runtime, done) => {
  const { terminal } = runtime
  program
    .command('ingest')
    .description('收录文件、文件夹或通配路径（* ? **） ingest files, folders, globs')
    .argument('<paths...>', '文件、文件夹或通配路径')
    .option('--json', '输出 JSON print JSON')
    .option('--no-ocr', '不识别扫描页和图片 do not recognise scans')
    .option(...FORCE)
    .action(async (paths: string[], options: { json?: true; ocr: boolean; force?: true }) => {
      const progress = createProgress(terminal)
      const onReport = (report: FileReport) => {
        progress.stop()
        if (report.error !== null) {
          terminal.err(`错误 ${report.error.code}: ${report.name}：${report.error.message}\n`)
        } else if (options.json !== true) terminal.out(`${formatFile(report)}\n`)
      }
      const { reports, leftOut } = await runtime
        .ingest({ paths, noOcr: !options.ocr, force: options.force === true }, progress.show, onReport)
        .finally(progress.stop)
      if (options.json === true) terminal.out(`${JSON.stringify({ reports, leftOut }, null, 2)}\n`)
      else {
        if (leftOut.length > 0) terminal.out('未读的文件：\n')
        for (const { path, reason } of leftOut) terminal.out(`  ${path}：${reason}\n`)
        terminal.out(`${formatTotal(reports)}\n`)
      }
      done(reports.some((report) => report.outcome === 'failed') || runtime.signal.aborted ? 1 : 0)
    })
}
