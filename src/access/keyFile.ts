import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { ZhengmaiError } from '../errors/error.ts'
import { withFileLock } from './fileLock.ts'
import { ACCESS_SCOPES, type AccessScope } from './scopes.ts'
import { digestOf, makeSecret } from './secret.ts'

/** The owner alone: even digests are nobody's business. */
const MODE = 0o600
const VERSION = 1
/** Also what the audit log names a caller by: no spaces, no control characters. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u

const KEY = z.strictObject({
  name: z.string().regex(NAME),
  /** Of the key's UTF-8 bytes, in hex; the key itself is kept nowhere. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  scopes: z.array(z.enum(ACCESS_SCOPES)).min(1),
  /** Requests a minute; null: what holds for all. */
  ratePerMinute: z.int().positive().nullable(),
  createdAt: z.iso.datetime(),
})
const FILE = z.strictObject({ version: z.literal(VERSION), keys: z.array(KEY) })

export type StoredKey = Readonly<z.infer<typeof KEY>>

/**
 * The keys of the file, none where there is no file.
 * @throws ZhengmaiError CONFIG_INVALID where the file cannot be read or understood
 */
export async function readKeyFile(path: string): Promise<readonly StoredKey[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new ZhengmaiError('CONFIG_INVALID', `密钥文件读不出来：${path}`, { cause: error })
  })
  if (text === null) return []
  const parsed = FILE.safeParse(parseJson(text))
  if (parsed.success) return parsed.data.keys
  throw new ZhengmaiError('CONFIG_INVALID', `密钥文件已损坏：${path}`, { cause: parsed.error })
}

export interface NewKey {
  readonly name: string
  readonly scopes: readonly AccessScope[]
  readonly ratePerMinute: number | null
}

/**
 * Adds a key.
 * @returns the key itself, which can be had this once
 * @throws ZhengmaiError BAD_INPUT where the name is bad or taken, CONFIG_INVALID
 */
export async function addKey(path: string, { name, scopes, ratePerMinute }: NewKey): Promise<string> {
  if (!NAME.test(name)) {
    throw new ZhengmaiError('BAD_INPUT', '密钥的名称须为 1 至 64 个字母、数字、汉字或 . _ @ -')
  }
  const secret = makeSecret()
  await changeKeys(path, (keys) => {
    if (keys.some((key) => key.name === name)) {
      throw new ZhengmaiError('BAD_INPUT', `已有名为 ${name} 的密钥；先撤销它，或换一个名称`)
    }
    const sha256 = digestOf(secret).toString('hex')
    const createdAt = new Date().toISOString()
    return [...keys, { name, sha256, scopes: [...scopes], ratePerMinute, createdAt }]
  })
  return secret
}

/**
 * Takes a key away; a running service refuses it from its next request on.
 * @returns how many are left
 * @throws ZhengmaiError NOT_FOUND, CONFIG_INVALID
 */
export async function revokeKey(path: string, name: string): Promise<number> {
  const left = await changeKeys(path, (keys) => {
    const others = keys.filter((key) => key.name !== name)
    if (others.length === keys.length) throw new ZhengmaiError('NOT_FOUND', `没有名为 ${name} 的密钥`)
    return others
  })
  return left.length
}

/** Reads, changes and writes while nobody else does; a reader sees the old file or the new one, whole. */
async function changeKeys(
  path: string,
  change: (keys: readonly StoredKey[]) => readonly StoredKey[],
): Promise<readonly StoredKey[]> {
  await mkdir(dirname(path), { recursive: true })
  return withFileLock(path, async () => {
    const keys = change(await readKeyFile(path))
    const draft = `${path}.new`
    const file = await open(draft, 'w', MODE)
    try {
      await file.writeFile(`${JSON.stringify({ version: VERSION, keys }, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    // a draft left by a process that ended keeps the mode it had
    await chmod(draft, MODE)
    await rename(draft, path)
    return keys
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
