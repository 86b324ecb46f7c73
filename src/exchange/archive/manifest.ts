import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { EmbeddingKey } from '../../../graph/port/graphStore.ts'
import { ZhengmaiError } from '../../errors/error.ts'
import { damaged } from './damaged.ts'

/** See `docs/exchange.md`; another version of the layout gets the next number. */
export const ARCHIVE_FORMAT = 'zhengmai-archive'
export const ARCHIVE_VERSION = 1
export const MANIFEST = 'manifest.json'
export const REFERENCE = 'reference.json'
export const REVIEWS = 'reviews.json'

export interface ManifestEntry {
  readonly name: string
  /** In bytes, unpacked. */
  readonly size: number
  readonly sha256: string
}

/** What an archive says of itself. */
export interface Manifest {
  readonly format: typeof ARCHIVE_FORMAT
  readonly version: typeof ARCHIVE_VERSION
  /** In code-unit order. */
  readonly documentIds: readonly string[]
  /** What the vectors come from; null where there are none. */
  readonly embeddingKey: EmbeddingKey | null
  /** Under what all links of all documents were computed; null where that cannot be said, or where the archive holds a part of a corpus. */
  readonly linkKey: string | null
  /** All entries but the manifest itself, in the order of the file. */
  readonly entries: readonly ManifestEntry[]
}

const SHA256 = z.string().regex(/^[0-9a-f]{64}$/)
const head = z.looseObject({ format: z.literal(ARCHIVE_FORMAT), version: z.int().positive() })
const manifest: z.ZodType<Manifest> = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  documentIds: z.array(z.string().min(1)),
  embeddingKey: z
    .object({
      modelId: z.string(),
      sha256: z.string(),
      dimensions: z.int().positive(),
      preparation: z.string(),
    })
    .nullable(),
  linkKey: z.string().nullable(),
  entries: z.array(z.object({ name: z.string().min(1), size: z.int().nonnegative(), sha256: SHA256 })),
})

/** @throws ZhengmaiError ARCHIVE_NEWER, ARCHIVE_DAMAGED */
export function parseManifest(bytes: Buffer): Manifest {
  const value = parseJson(bytes, MANIFEST)
  const begin = head.safeParse(value)
  if (!begin.success)
    throw damaged(MANIFEST, '不是政脉档案的清单 (not the manifest of an archive)', begin.error)
  if (begin.data.version > ARCHIVE_VERSION) {
    throw new ZhengmaiError(
      'ARCHIVE_NEWER',
      `档案的格式版本是 ${begin.data.version}，本程序只认到 ${ARCHIVE_VERSION}：请升级后再导入；没有写入任何内容`,
      { details: { entry: MANIFEST, version: begin.data.version } },
    )
  }
  const whole = manifest.safeParse(value)
  if (!whole.success) throw damaged(MANIFEST, '清单的内容不符 (manifest differs)', whole.error)
  return whole.data
}

/** @throws ZhengmaiError ARCHIVE_DAMAGED */
export function parseJson(bytes: Buffer, entry: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw damaged(entry, '不是 JSON (no JSON)', error)
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
