import { expandPaths, type FoundFile, readInputFile } from '../../ingest/files.ts'
import { type FileReport, failedReport, type LeftOutPath } from '../../ingest/report.ts'
import type { InputFile } from '../../ingest/values.ts'
import type { OnProgress } from '../cli/runtime.ts'

/** Ingests one file; what is wrong with it is in the report. */
export type IngestOne = (file: InputFile) => Promise<FileReport>

export interface IngestRun {
  readonly paths: readonly string[]
  readonly workingDir: string
  readonly signal: AbortSignal
  readonly onProgress: OnProgress
  readonly onReport: (report: FileReport) => void
}

/**
 * Ingests the files of some paths one after the other, each reported as soon as it is done; one that fails does not stop
 * the rest, an abort does after the file at hand.
 */
export async function ingestFiles(
  ingest: IngestOne,
  run: IngestRun,
): Promise<{ readonly reports: readonly FileReport[]; readonly leftOut: readonly LeftOutPath[] }> {
  const { files, problems, leftOut } = await expandPaths(run.paths, run.workingDir)
  const reports = problems.map(({ path, error }) => failedReport(path, error, 0))
  for (const report of reports) run.onReport(report)
  for (const [index, file] of files.entries()) {
    if (run.signal.aborted) break
    run.onProgress({ stage: '收录', done: index, total: files.length, unit: '个文件' })
    const report = await ingestOne(ingest, file)
    reports.push(report)
    run.onReport(report)
    run.onProgress({ stage: '收录', done: index + 1, total: files.length, unit: '个文件' })
  }
  return { reports, leftOut }
}

async function ingestOne(ingest: IngestOne, file: FoundFile): Promise<FileReport> {
  const start = performance.now()
  try {
    // the path tells two files of one name apart
    return { ...(await ingest(await readInputFile(file))), name: file.path }
  } catch (error) {
    return failedReport(file.path, error, Math.round(performance.now() - start))
  }
}
