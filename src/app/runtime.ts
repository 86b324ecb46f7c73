import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditEntry } from '../access/audit.ts'
import { KEY_FILE } from '../access/fileNames.ts'
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
    const { checkout } = place
    const surroundings: Surroundings = { platform, home, workingDir, checkout, hasKeys: hasKeyFile }
    return { ...options, config: loadConfig({ ...options.env, ...overrides }, surroundings) }
  }
  return {
    version: options.place.version,
    terminal: options.terminal,
    signal: options.signal,
    async ingest({ paths, noOcr, force }, onProgress, onReport) {
      const { runIngest } = await import('./commands/ingest.ts')
      const target = paths.join(' ')
      return changing(open(readingOverrides(noOcr)), { what: 'ingest', target }, (context) =>
        runIngest(context, { paths, force }, onProgress, onReport),
      )
    },
    async parse({ path, noOcr }) {
      const { runParse } = await import('./commands/parse.ts')
      return runParse(open(readingOverrides(noOcr)), path)
    },
    async search(words) {
      const { runSearch } = await import('./commands/search.ts')
      return runSearch(open(), words)
    },
    async check(words) {
      const { runCheck } = await import('./commands/check.ts')
      return runCheck(open(), words)
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
      return changing(open(), { what: 'import', target: words.path }, (context) =>
        runImport(context, words, onProgress),
      )
    },
    async deleteDocument(document) {
      const { runDelete } = await import('./commands/delete.ts')
      return changing(open(), { what: 'delete', target: document }, (context) => runDelete(context, document))
    },
    ...reviewCommands(open),
    // an address beyond loopback needs a key, which these commands make
    ...keyCommands(() => open({ ZHENGMAI_HOST: '127.0.0.1' })),
    async fetchModel(onProgress) {
      const { getModel } = await import('./model.ts')
      const { dir, sha256, origin } = await getModel({ config: open().config, offline: false, onProgress })
      return { dir, sha256, origin }
    },
    async checks() {
      const { runChecks } = await import('./commands/doctor.ts')
      return runChecks(options, () => open())
    },
    async mcp() {
      const { runMcp } = await import('./commands/mcp.ts')
      return runMcp(open(), options.pipes())
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

type ReviewCommands = 'reviewQueue' | 'reviews' | 'review' | 'withdrawReview' | 'evaluate'

function reviewCommands(open: () => CommandContext): Pick<CliRuntime, ReviewCommands> {
  return {
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
      const target = `${words.clause} ${words.other} ${words.verdict}`
      return changing(open(), { what: 'review', target }, (context) => runReview(context, words))
    },
    async withdrawReview(clause, other) {
      const { runWithdraw } = await import('./commands/review.ts')
      return changing(open(), { what: 'withdraw-review', target: `${clause} ${other}` }, (context) =>
        runWithdraw(context, clause, other),
      )
    },
    async evaluate(words) {
      const { runEvaluate } = await import('./commands/evaluate.ts')
      return runEvaluate(open(), words)
    },
  }
}

function keyCommands(
  open: () => CommandContext,
): Pick<CliRuntime, 'addKey' | 'keys' | 'revokeKey' | 'audit'> {
  return {
    async addKey(words) {
      const { runKeyAdd } = await import('./commands/key.ts')
      return runKeyAdd(open(), words)
    },
    async keys() {
      const { listKeys } = await import('./commands/key.ts')
      return listKeys(open())
    },
    async revokeKey(name) {
      const { runKeyRevoke } = await import('./commands/key.ts')
      return runKeyRevoke(open(), name)
    },
    async audit(first) {
      const { readAudit } = await import('./commands/key.ts')
      return readAudit(open(), first)
    },
  }
}

/** Whether keys were made; whether any is left is seen when the service starts. */
function hasKeyFile(dataDir: string): boolean {
  return existsSync(join(dataDir, KEY_FILE))
}

/** Runs a command that changes data, and writes down that it did. */
async function changing<T>(
  context: CommandContext,
  words: Pick<AuditEntry, 'what' | 'target'>,
  make: (context: CommandContext) => Promise<T>,
): Promise<T> {
  const { audited } = await import('./access.ts')
  return audited(context.config.dataDir, words, () => make(context))
}

function readingOverrides(noOcr: boolean): Environment {
  return noOcr ? { ZHENGMAI_OCR: 'off' } : {}
}
