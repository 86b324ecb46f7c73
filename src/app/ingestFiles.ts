import { expandPaths, type FoundFile, readInputFile } from '../../ingest/files.ts'
import { expandArchive, isArchive } from '../../ingest/read/expandArchive.ts'
import type { ReadLimits } from '../../ingest/read/reader.ts'
import { type FileReport, failedReport, type LeftOutPath } from '../../ingest/report.ts'
import type { InputFile } from '../../ingest/values.ts'
import { isSupported } from '../../ingest/walk.ts'
import type { OnProgress } from '../cli/runtime.ts'
import { ZhengmaiError } from '../errors/error.ts'

/** Ingests one file; what is wrong with it is in the report. */
export type IngestOne = (file: InputFile) => Promise<FileReport>

export interface IngestRun {
  readonly paths: readonly string[]
  readonly workingDir: string
  readonly limits: ReadLimits
  readonly signal: AbortSignal
  readonly onProgress: OnProgress
  readonly onReport: (report: FileReport) => void
}

/** Files under way at once: while one is embedded in the threads of the model, the next one is read. */
const FILES_AT_ONCE = 2

/**
 * Ingests the files of some paths, each reported as soon as it is done; one that fails does not stop the rest, an abort
 * does after the files at hand.
 */
export async function ingestFiles(
  ingest: IngestOne,
  run: IngestRun,
): Promise<{ readonly reports: readonly FileReport[]; readonly leftOut: readonly LeftOutPath[] }> {
  const { files, problems, leftOut: notTaken } = await expandPaths(run.paths, run.workingDir)
  const passed: { index: number; item: LeftOutPath }[] = notTaken.map((item) => ({ index: -1, item }))
  // told as each is done, listed in the order of the files
  const told = problems.map(({ path, error }) => ({ index: -1, report: failedReport(path, error, 0) }))
  for (const { report } of told) run.onReport(report)
  const queue = files.entries()
  let done = 0
  const progress = () => run.onProgress({ stage: '收录', done, total: files.length, unit: '个文件' })
  progress()
  const takeFiles = async () => {
    for (const [index, file] of queue) {
      if (run.signal.aborted) return
      for await (const result of ingestFound(ingest, file, run.limits)) {
        if ('reason' in result) passed.push({ index, item: result })
        else {
          told.push({ index, report: result })
          run.onReport(result)
        }
        if (run.signal.aborted) return
      }
      done += 1
      progress()
    }
  }
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, takeFiles))
  const inOrder = <T extends { index: number }>(list: readonly T[]) =>
    list.toSorted((a, b) => a.index - b.index)
  return {
    reports: inOrder(told).map(({ report }) => report),
    leftOut: inOrder(passed).map(({ item }) => item),
  }
}

/** One file, or the files of an archive one after the other. */
async function* ingestFound(
  ingest: IngestOne,
  file: FoundFile,
  limits: ReadLimits,
): AsyncGenerator<FileReport | LeftOutPath> {
  const start = performance.now()
  try {
    const input = await readInputFile(file, limits)
    // the path tells two files of one name apart
    if (!isArchive(input, limits)) yield { ...(await ingest(input)), name: file.path }
    else yield* ingestMembers(ingest, { ...input, name: file.path }, limits)
  } catch (error) {
    yield failedReport(file.path, error, Math.round(performance.now() - start))
  }
}

/** The same for a file that is in memory already. */
export async function* ingestInput(
  ingest: IngestOne,
  input: InputFile,
  limits: ReadLimits,
): AsyncGenerator<FileReport | LeftOutPath> {
  const start = performance.now()
  try {
    if (isArchive(input, limits)) yield* ingestMembers(ingest, input, limits)
    else yield await ingest(input)
  } catch (error) {
    yield failedReport(input.name, error, Math.round(performance.now() - start))
  }
}

async function* ingestMembers(
  ingest: IngestOne,
  archive: InputFile,
  limits: ReadLimits,
): AsyncGenerator<FileReport | LeftOutPath> {
  let taken = 0
  for (const { path, file, reason, error } of expandArchive(archive, isSupported, limits)) {
    if (reason !== null) yield { path, reason }
    else taken += 1
    if (error !== null) yield failedReport(path, error, 0)
    if (file !== null) yield { ...(await ingestMember(ingest, file, path)), name: path }
  }
  if (taken === 0) {
    const message = `压缩包里没有可以收录的文件：${archive.name}`
    yield failedReport(archive.name, new ZhengmaiError('FILE_EMPTY', message), 0)
  }
}

/** A member that fails does not stop those behind it. */
async function ingestMember(ingest: IngestOne, file: InputFile, path: string): Promise<FileReport> {
  const start = performance.now()
  return ingest(file).catch((error: unknown) =>
    failedReport(path, error, Math.round(performance.now() - start)),
  )
}
