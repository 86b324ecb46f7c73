import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { READ_LIMITS } from '../../ingest/read/reader.ts'
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
  if (file.name.endsWith('b.txt')) throw new Error('boom')
  return { ...failedReport(file.name, null, 0), outcome: 'created', error: null }
}

it('goes on after a file that fails, and tells each as it is done', async () => {
  const told: string[] = []
  const progress: Progress[] = []
  const { reports } = await ingestFiles(ingest, {
    paths: ['none.txt', '*.txt'],
    workingDir: folder,
    limits: READ_LIMITS,
    signal: new AbortController().signal,
    onProgress: (step) => progress.push(step),
    onReport: (report) => told.push(`${report.name} ${report.error?.code ?? report.outcome}`),
  })
  const outcomes = ['none.txt FILE_NOT_FOUND', 'a.txt created', 'b.txt INTERNAL', 'c.txt created']
  // two files are under way at once, so either may be done first; the list keeps the order of the files
  expect([...told].sort()).toEqual([...outcomes].sort())
  expect(reports.map((report) => `${report.name} ${report.error?.code ?? report.outcome}`)).toEqual(outcomes)
  expect(progress.at(-1)).toEqual({ stage: '收录', done: 3, total: 3, unit: '个文件' })
})

it('stops after the files at hand when aborted', async () => {
  const stop = new AbortController()
  const { reports } = await ingestFiles(ingest, {
    paths: ['.'],
    workingDir: folder,
    limits: READ_LIMITS,
    signal: stop.signal,
    onProgress: () => {},
    onReport: () => stop.abort(),
  })
  // two are under way at once; the third is not begun
  expect(reports.map((report) => report.name)).toEqual(['a.txt', 'b.txt'])
})

it('reads no file, archive or member that is above its limits', async () => {
  writeFileSync(join(folder, 'd.pdf'), 'd'.repeat(300))
  writeFileSync(join(folder, 'e.zip'), zipSync({ 'a.txt': strToU8('a'), 'c.txt': strToU8('c'.repeat(9)) }))
  const { reports } = await ingestFiles(ingest, {
    paths: ['a.txt', 'd.pdf', 'e.zip'],
    workingDir: folder,
    limits: { ...READ_LIMITS, textBytes: 4, fileBytes: 299, unpackedBytes: 9 },
    signal: new AbortController().signal,
    onProgress: () => {},
    onReport: () => {},
  })
  expect(reports.map(({ name, outcome, error }) => `${name} ${error?.code ?? outcome}`)).toEqual([
    'a.txt FILE_TOO_LARGE',
    'd.pdf FILE_TOO_LARGE',
    'e.zip/a.txt created',
    'e.zip/c.txt FILE_TOO_LARGE',
  ])
})

it('takes the files of an archive, each told by its own name', async () => {
  const packed = {
    'd/a.txt': strToU8('a'),
    'd/b.txt': strToU8('b'),
    'c.bin': strToU8('c'),
    'e.zip': strToU8('e'),
  }
  writeFileSync(join(folder, 'x.zip'), zipSync(packed))
  writeFileSync(join(folder, 'y.zip'), zipSync({ 'c.bin': strToU8('c') }))
  const taken: string[] = []
  const { reports, leftOut } = await ingestFiles(
    async (file) => {
      taken.push(`${file.name} ${Buffer.from(file.bytes)}`)
      return ingest(file)
    },
    {
      paths: ['x.zip', 'y.zip'],
      workingDir: folder,
      limits: READ_LIMITS,
      signal: new AbortController().signal,
      onProgress: () => {},
      onReport: () => {},
    },
  )
  expect(taken).toEqual(['x.zip/d/a.txt a', 'x.zip/d/b.txt b'])
  expect(reports.map(({ name, outcome, error }) => `${name} ${error?.code ?? outcome}`)).toEqual([
    'x.zip/d/a.txt created',
    'x.zip/d/b.txt INTERNAL',
    'x.zip/e.zip FILE_UNSUPPORTED',
    'y.zip FILE_EMPTY',
  ])
  expect(leftOut.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    'x.zip/c.bin 不支持的文件类型',
    'y.zip/c.bin 不支持的文件类型',
  ])
})
