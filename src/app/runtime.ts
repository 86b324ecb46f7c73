import type { CliRuntime } from '../cli/runtime.ts'
import type { Surroundings } from '../config/folders.ts'
import { type Environment, loadConfig } from '../config/loadConfig.ts'
import type { CommandContext, RuntimeOptions } from './context.ts'

/**
 * The commands' runtime. Each method loads what it needs when it is called, so that a small command starts fast, and
 * reads the configuration then, so that `--help` works with a broken one.
 */
export function createRuntime(options: RuntimeOptions): CliRuntime {
  const open = (overrides: Environment = {}): CommandContext => {
    const { platform, home, workingDir, place } = options
    const surroundings: Surroundings = { platform, home, workingDir, checkout: place.checkout }
    return { ...options, config: loadConfig({ ...options.env, ...overrides }, surroundings) }
  }
  return {
    version: options.place.version,
    terminal: options.terminal,
    signal: options.signal,
    async ingest({ paths, noOcr, force }, onProgress, onReport) {
      const { runIngest } = await import('./commands/ingest.ts')
      return runIngest(open(readingOverrides(noOcr)), { paths, force }, onProgress, onReport)
    },
    async parse({ path, noOcr }) {
      const { runParse } = await import('./commands/parse.ts')
      return runParse(open(readingOverrides(noOcr)), path)
    },
    async search(words) {
      const { runSearch } = await import('./commands/search.ts')
      return runSearch(open(), words)
    },
    async status() {
      const { readStatus } = await import('./commands/status.ts')
      return readStatus(open())
    },
    async exportFile(words, onProgress) {
      const { runExport } = await import('./commands/export.ts')
      return runExport(open(), words, onProgress)
    },
    async importArchive(words, onProgress) {
      const { runImport } = await import('./commands/import.ts')
      return runImport(open(), words, onProgress)
    },
    async deleteDocument(document) {
      const { runDelete } = await import('./commands/delete.ts')
      return runDelete(open(), document)
    },
    async reviewQueue(first) {
      const { readQueue } = await import('./commands/review.ts')
      return readQueue(open(), first)
    },
    async reviews() {
      const { readReviews } = await import('./commands/review.ts')
      return readReviews(open())
    },
    async review(words) {
      const { runReview } = await import('./commands/review.ts')
      return runReview(open(), words)
    },
    async withdrawReview(clause, other) {
      const { runWithdraw } = await import('./commands/review.ts')
      return runWithdraw(open(), clause, other)
    },
    async evaluate(words) {
      const { runEvaluate } = await import('./commands/evaluate.ts')
      return runEvaluate(open(), words)
    },
    async fetchModel(onProgress) {
      const { getModel } = await import('./model.ts')
      const { dir, sha256, origin } = await getModel({ config: open().config, offline: false, onProgress })
      return { dir, sha256, origin }
    },
    async checks() {
      const { runChecks } = await import('./commands/doctor.ts')
      return runChecks(options, () => open())
    },
    async serve({ port, host, strict, force }, onProgress, onListening) {
      const { runService } = await import('./service.ts')
      const overrides = {
        ...(port === null ? {} : { ZHENGMAI_PORT: port }),
        ...(host === null ? {} : { ZHENGMAI_HOST: host }),
      }
      await runService(open(overrides), { strict, force, onProgress, onListening })
    },
  }
}

function readingOverrides(noOcr: boolean): Environment {
  return noOcr ? { ZHENGMAI_OCR: 'off' } : {}
}
