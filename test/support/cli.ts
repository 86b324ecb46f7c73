import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const LAUNCHER = fileURLToPath(new URL('../../bin/zhengmai.mjs', import.meta.url))
/** Nobody, on most systems: a user without rights on our files. */
export const OTHER_USER = 65_534

export interface CliResult {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** A data folder of its own and nothing from outside: no model, no hub, no Maven. */
export interface Sandbox {
  readonly folder: string
  /** Runs the built program to its end, in the sandbox's folder. */
  run(words: readonly string[], options?: { readonly uid?: number }): Promise<CliResult>
  /** Starts it and leaves it running. */
  start(words: readonly string[]): ChildProcessWithoutNullStreams
  remove(): void
}

/** @param settings further variables, e.g. of a database */
export function openSandbox(settings: Readonly<Record<string, string>> = {}): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'zhengmai-cli-'))
  const env = {
    PATH: '/nonexistent',
    HOME: folder,
    ZHENGMAI_DATA_DIR: join(folder, 'data'),
    ZHENGMAI_MODEL_DIR: join(folder, 'models'),
    HF_ENDPOINT: 'http://127.0.0.1:9',
    ZHENGMAI_LOG_LEVEL: 'warn',
    ...settings,
  }
  const start: Sandbox['start'] = (words) =>
    spawn(process.execPath, [LAUNCHER, ...words], { cwd: folder, env })
  return {
    folder,
    start,
    async run(words, { uid } = {}) {
      const user = uid === undefined ? {} : { uid, gid: uid }
      return finish(spawn(process.execPath, [LAUNCHER, ...words], { cwd: folder, env, ...user }))
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Waits for the end of a child and gathers what it wrote. */
export async function finish(child: ChildProcessWithoutNullStreams): Promise<CliResult> {
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, out, err }
}

/** The first match in what a child writes to standard error; rejects when it ends before. */
export function waitForText(child: ChildProcessWithoutNullStreams, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const match = pattern.exec(text)
      if (match !== null) resolve(match[0])
    })
    child.once('close', (status) => reject(new Error(`ended with ${status}: ${text}`)))
  })
}
