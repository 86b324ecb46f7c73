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
    async ingest({ paths, noOcr }, onProgress, onReport) {
      const { runIngest } = await import('./commands/ingest.ts')
      return runIngest(open(readingOverrides(noOcr)), paths, onProgress, onReport)
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
    async deleteDocument(document) {
      const { runDelete } = await import('./commands/delete.ts')
      return runDelete(open(), document)
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
    async serve({ port, host, strict }, onProgress, onListening) {
      const { runService } = await import('./service.ts')
      const overrides = {
        ...(port === null ? {} : { ZHENGMAI_PORT: port }),
        ...(host === null ? {} : { ZHENGMAI_HOST: host }),
      }
      await runService(open(overrides), { strict, onProgress, onListening })
    },
  }
}

function readingOverrides(noOcr: boolean): Environment {
  return noOcr ? { ZHENGMAI_OCR: 'off' } : {}
}
