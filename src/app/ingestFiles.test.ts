import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FileReport, failedReport } from '../../ingest/report.ts'
import type { InputFile } from '../../ingest/values.ts'
import type { Progress } from '../cli/runtime.ts'
import { ingestFiles } from './ingestFiles.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengmai-run-'))
  for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(join(folder, name), name)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Takes every file but b.txt, with which it fails as no ingestion should. */
async function ingest(file: InputFile): Promise<FileReport> {
  if (file.name === 'b.txt') throw new Error('boom')
  return { ...failedReport(file.name, null, 0), outcome: 'created', error: null }
}

it('goes on after a file that fails, and tells each as it is done', async () => {
  const told: string[] = []
  const progress: Progress[] = []
  const { reports } = await ingestFiles(ingest, {
    paths: ['none.txt', '*.txt'],
    workingDir: folder,
    signal: new AbortController().signal,
    onProgress: (step) => progress.push(step),
    onReport: (report) => told.push(`${report.name} ${report.error?.code ?? report.outcome}`),
  })
  expect(told).toEqual(['none.txt FILE_NOT_FOUND', 'a.txt created', 'b.txt INTERNAL', 'c.txt created'])
  expect(reports).toHaveLength(4)
  expect(progress.at(-1)).toEqual({ stage: '收录', done: 3, total: 3, unit: '个文件' })
})

it('stops after the file at hand when aborted', async () => {
  const stop = new AbortController()
  const { reports } = await ingestFiles(ingest, {
    paths: ['.'],
    workingDir: folder,
    signal: stop.signal,
    onProgress: () => {},
    onReport: () => stop.abort(),
  })
  expect(reports.map((report) => report.name)).toEqual(['a.txt'])
})
