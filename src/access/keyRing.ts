import { stat } from 'node:fs/promises'
import { readKeyFile } from './keyFile.ts'
import { ACCESS_SCOPES, type AccessScope } from './scopes.ts'
import { digestOf, isSameDigest } from './secret.ts'

/** What a key opens. */
export interface HeldKey {
  /** As given at its making; the one of the settings is called ZHENGMAI_API_KEY. */
  readonly name: string
  readonly scopes: ReadonlySet<AccessScope>
  /** Requests a minute; null: what holds for all. */
  readonly ratePerMinute: number | null
}

/** All keys that are good at the moment. */
export interface KeyRing {
  /** The key that these words are; null where they are none. */
  find(secret: string): Promise<HeldKey | null>
  /** A key by its name, while it is good. */
  named(name: string): Promise<HeldKey | null>
  /** Whether nobody has a key; a key file that cannot be read counts as one that has some. */
  isEmpty(): Promise<boolean>
}

export interface KeySources {
  /** Of the settings, good for everything. */
  readonly apiKey: string | null
  /** Keys made by `zhengmai key add`; null where there can be none. */
  readonly keyFile: string | null
  /** Told once of each fault of the file. */
  readonly onFault?: (error: unknown) => void
}

interface Entry extends HeldKey {
  readonly digest: Buffer
}
interface Loaded {
  /** What the file was when it was read. */
  readonly version: string
  readonly entries: readonly Entry[]
  readonly isFaulty: boolean
}

export const SETTINGS_KEY_NAME = 'ZHENGMAI_API_KEY'

/**
 * The keys of the settings and of the file. The file is looked at on each call and read again where it has changed: a key
 * that was revoked is refused at once. One that cannot be read opens nothing.
 */
export function openKeyRing({ apiKey, keyFile, onFault }: KeySources): KeyRing {
  const fixed: readonly Entry[] =
    apiKey === null
      ? []
      : [
          {
            ...{ name: SETTINGS_KEY_NAME, digest: digestOf(apiKey), ratePerMinute: null },
            scopes: new Set(ACCESS_SCOPES),
          },
        ]
  let loaded: Loaded = { version: 'none', entries: [], isFaulty: false }
  const load = async (): Promise<Loaded> => {
    if (keyFile === null) return loaded
    const version = await versionOf(keyFile)
    if (version === loaded.version) return loaded
    // what was read may be newer than its version says: then it is read once more
    try {
      loaded = { version, entries: (await readKeyFile(keyFile)).map(toEntry), isFaulty: false }
    } catch (error) {
      onFault?.(error)
      loaded = { version, entries: [], isFaulty: true }
    }
    return loaded
  }
  return {
    async find(secret) {
      const digest = digestOf(secret)
      const entries = [...fixed, ...(await load()).entries]
      return entries.filter((entry) => isSameDigest(entry.digest, digest))[0] ?? null
    },
    async named(name) {
      return [...fixed, ...(await load()).entries].find((entry) => entry.name === name) ?? null
    },
    async isEmpty() {
      const { entries, isFaulty } = await load()
      return fixed.length === 0 && entries.length === 0 && !isFaulty
    },
  }
}

function toEntry(key: Awaited<ReturnType<typeof readKeyFile>>[number]): Entry {
  const { name, ratePerMinute } = key
  return { name, ratePerMinute, scopes: new Set(key.scopes), digest: Buffer.from(key.sha256, 'hex') }
}

/** A file that is replaced has another inode, one that is written in place another time or size. */
async function versionOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'unreadable'
  }
}
