import { appendFile, mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { withFileLock } from './fileLock.ts'

/** The owner alone. */
const MODE = 0o600
/** A log of this size (bytes) is put aside: some 20,000 changes. */
const LARGEST = 4 * 1024 * 1024
/** Logs put aside that are kept. */
const KEPT = 8
/** Of one value in a line (characters). */
const LONGEST = 500

export const CHANGES = [
  'ingest',
  'import',
  'delete',
  'review',
  'withdraw-review',
  'key-add',
  'key-revoke',
] as const
export type Change = (typeof CHANGES)[number]

/** One change, or the attempt of somebody who was allowed to make it. */
export interface AuditEntry {
  readonly at: string
  /** Name of the key; `cli:<user>` for the command line, null for a program on this machine where no key is set. */
  readonly by: string | null
  /** Of the client; null for the command line. */
  readonly address: string | null
  readonly what: Change
  /** Id of a document, pair of clauses, name of a file or of a key. */
  readonly target: string
  /** `done`, or the code of what went wrong. */
  readonly result: string
}

export interface AuditLog {
  /** Never rejects: a change that was made is not undone because it cannot be written down. */
  record(entry: Omit<AuditEntry, 'at'>): Promise<void>
}

export interface AuditOptions {
  readonly onFault?: (error: unknown) => void
  /** Bytes after which the log is put aside. */
  readonly largest?: number
  readonly now?: () => Date
}

/** Where nothing is written down: a corpus that only lives in a test, a reader. */
export const NO_AUDIT: AuditLog = { record: () => Promise.resolve() }

/**
 * Appends changes to a file, one line of JSON each. Several processes may write to it: a line is one write, and under a lock
 * where a full log is put aside.
 */
export function openAuditLog(path: string, options: AuditOptions = {}): AuditLog {
  const { onFault, largest = LARGEST, now = () => new Date() } = options
  const append = async (entry: Omit<AuditEntry, 'at'>): Promise<void> => {
    const line = `${JSON.stringify(shorten({ at: now().toISOString(), ...entry }))}\n`
    await mkdir(dirname(path), { recursive: true })
    await withFileLock(path, async () => {
      if ((await sizeOf(path)) >= largest) await putAside(path)
      await appendFile(path, line, { mode: MODE })
    })
  }
  return { record: (entry) => append(entry).catch((error: unknown) => onFault?.(error)) }
}

/** The last changes, latest first; lines that a crash cut off are left out. */
export async function readAuditLog(path: string, limit: number): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = []
  for (let age = 0; age <= KEPT && entries.length < limit; age += 1) {
    const text = await readFile(age === 0 ? path : aged(path, age), 'utf8').catch(missingAsNull)
    if (text === null) break
    entries.push(...text.split('\n').flatMap(parseLine).reverse())
  }
  return entries.slice(0, limit)
}

async function putAside(path: string): Promise<void> {
  for (let age = KEPT - 1; age >= 1; age -= 1) {
    await rename(aged(path, age), aged(path, age + 1)).catch(missingAsNull)
  }
  await rename(path, aged(path, 1))
  await (await open(path, 'a', MODE)).close()
}

function aged(path: string, age: number): string {
  return path.replace(/(\.[^./\\]*)?$/, (extension) => `.${age}${extension}`)
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(missingAsNull))?.size ?? 0
}

function missingAsNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

/** What is too long is cut: a line stays one write. */
function shorten(entry: AuditEntry): AuditEntry {
  const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
  return { ...entry, target: cut(entry.target), result: cut(entry.result) }
}

function parseLine(line: string): AuditEntry[] {
  if (line === '') return []
  try {
    return [JSON.parse(line) as AuditEntry]
  } catch {
    return []
  }
}
