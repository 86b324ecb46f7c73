/** Runs commands of the documents and of the page as somebody would who copies them. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** Address that the examples name. */
const ADDRESS = 'http://127.0.0.1:4000'

/** What a command of the examples prints when the service is elsewhere. */
export async function runCopied(
  command: string,
  { url, cwd, env = {} }: { url: string; cwd: string; env?: Readonly<Record<string, string>> },
): Promise<string> {
  const { stdout } = await run('sh', ['-c', command.replaceAll(ADDRESS, url)], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    maxBuffer: 16 * 1024 * 1024,
  })
  return stdout
}
