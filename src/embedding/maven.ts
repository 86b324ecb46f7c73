import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { ZhengmaiError } from '../errors/error.ts'
import { JAR_ENTRIES, MAVEN_ARTIFACT, type ModelFileName, PINNED_FILES } from './modelFiles.ts'

/** For Maven as a whole, which says nothing while it works (ms); 16 MB and the plugins took 15 s. */
const TIMEOUT = 300_000

/**
 * Copies the model's files out of the Maven artifact into `part`.
 * @param command the Maven client, e.g. `mvn`; it knows the user's mirrors and proxies
 * @returns the digest of each file, always the pinned one
 * @throws ZhengmaiError MODEL_HASH_MISMATCH; Error with a message for people for all else
 */
export async function copyFromMaven(command: string, part: string): Promise<Map<ModelFileName, string>> {
  // Maven leaves marker folders where it runs
  const scratch = await mkdtemp(join(tmpdir(), 'zhengmai-maven-'))
  try {
    await runMaven(command, scratch)
    const jar = (await readdir(scratch)).find((name) => name.endsWith('.jar'))
    if (jar === undefined) throw new Error('Maven ended without a jar')
    const wanted = new Set(Object.values(JAR_ENTRIES))
    const entries = unzipSync(await readFile(join(scratch, jar)), { filter: (file) => wanted.has(file.name) })
    const digests = new Map<ModelFileName, string>()
    for (const pin of PINNED_FILES) {
      const bytes = entries[JAR_ENTRIES[pin.name]]
      if (bytes === undefined) throw new Error(`${jar} holds no ${JAR_ENTRIES[pin.name]}`)
      const digest = createHash('sha256').update(bytes).digest('hex')
      if (digest !== pin.sha256) throw mismatch(pin.name, digest, pin.sha256)
      await writeFile(join(part, pin.name), bytes)
      digests.set(pin.name, digest)
    }
    return digests
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

function mismatch(name: string, found: string, wanted: string): ZhengmaiError {
  return new ZhengmaiError(
    'MODEL_HASH_MISMATCH',
    `Maven 构件 ${MAVEN_ARTIFACT} 中的 ${name} 校验和不符（hash mismatch）：${found}，应为 ${wanted}`,
    { details: { file: name, found, wanted } },
  )
}

function runMaven(command: string, scratch: string): Promise<void> {
  const parameters = [
    '-q',
    '-B',
    'dependency:copy',
    `-Dartifact=${MAVEN_ARTIFACT}`,
    `-DoutputDirectory=${scratch}`,
  ]
  return new Promise((resolve, reject) => {
    // on Windows Maven is a batch file, which only a shell can start
    const child = spawn(command, parameters, {
      cwd: scratch,
      shell: platform() === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: AbortSignal.timeout(TIMEOUT),
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-10_000)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => {
      const absent = 'code' in error && error.code === 'ENOENT'
      reject(absent ? new Error(`${command} not found`) : error)
    })
    child.on('close', (status, signal) => {
      if (status === 0) resolve()
      else reject(new Error(signal === null ? firstError(output, status) : `stopped by ${signal}`))
    })
  })
}

/** Maven prints a page for each failure; its first line says it. */
function firstError(output: string, status: number | null): string {
  const line = output.split('\n').find((candidate) => candidate.startsWith('[ERROR] '))
  return (line?.slice('[ERROR] '.length) ?? `exit status ${String(status)}`).slice(0, 300)
}
