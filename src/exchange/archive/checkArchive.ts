import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { z } from 'zod'
import type { DocumentBundle } from '../../domain/bundle.ts'
import type { CorrespondenceEdge, CorrespondenceReview } from '../../domain/correspondence.ts'
import type { PlaceNode, ProductTypeNode } from '../../domain/nodes.ts'
import { stopIfAborted } from '../abort.ts'
import { toFileError } from '../fileError.ts'
import { damaged } from './damaged.ts'
import { entryNames, fromEntries, linksFromEntries, parseAs, type ReadEntry } from './documentEntries.ts'
import {
  MANIFEST,
  type Manifest,
  type ManifestEntry,
  parseManifest,
  REFERENCE,
  REVIEWS,
  sha256Of,
} from './manifest.ts'
import { placeSchema, productTypeSchema, reviewSchema } from './nodeSchemas.ts'
import { ZipReader } from './zipReader.ts'

const reference = z.array(z.union([placeSchema, productTypeSchema]))
const reviews = z.array(reviewSchema)

/** An archive that was checked as a whole; its documents are read when asked for. */
export interface CheckedArchive extends AsyncDisposable {
  readonly manifest: Manifest
  readonly reference: readonly (PlaceNode | ProductTypeNode)[]
  readonly reviews: readonly CorrespondenceReview[]
  document(id: string): Promise<DocumentBundle>
  /** Links of the document to those that stand before it in the archive. */
  links(id: string): Promise<readonly CorrespondenceEdge[]>
}

export interface CheckOptions {
  readonly signal?: AbortSignal
  readonly onDocument?: (done: number, total: number) => void
}

/**
 * Opens an archive and reads all of it once: list of entries, lengths, digests, contents.
 * @throws ZhengmaiError ARCHIVE_DAMAGED with the entry at fault, ARCHIVE_NEWER, FILE_NOT_FOUND, FILE_UNREADABLE
 */
export async function openArchive(path: string, options: CheckOptions = {}): Promise<CheckedArchive> {
  const file = await open(path, 'r').catch(toFileError(path))
  try {
    return await check(file, options)
  } catch (error) {
    await file.close()
    throw error
  }
}

async function check(file: FileHandle, { signal, onDocument }: CheckOptions): Promise<CheckedArchive> {
  const zip = await ZipReader.open(file)
  const manifest = parseManifest(await zip.read(MANIFEST))
  const listed = new Map(manifest.entries.map((entry) => [entry.name, entry]))
  compareNames(manifest, zip)
  const read = checkedRead(zip, listed)
  const archive: CheckedArchive = {
    manifest,
    reference: parseAs(reference, await read(REFERENCE), REFERENCE),
    reviews: parseAs(reviews, await read(REVIEWS), REVIEWS),
    document: (id) => fromEntries(id, manifest.embeddingKey?.dimensions ?? 0, read),
    links: (id) => linksFromEntries(id, read),
    [Symbol.asyncDispose]: () => file.close(),
  }
  const total = manifest.documentIds.length
  for (const [position, id] of manifest.documentIds.entries()) {
    stopIfAborted(signal)
    await archive.document(id)
    await archive.links(id)
    onDocument?.(position + 1, total)
  }
  await zip.checkDigest()
  return archive
}

/** The file, the manifest's list and the documents must name the same entries. */
function compareNames({ entries, documentIds }: Manifest, zip: ZipReader): void {
  const wanted = new Set([...documentIds.flatMap(entryNames), REFERENCE, REVIEWS])
  const listed = new Set(entries.map(({ name }) => name))
  for (const name of wanted) {
    if (!listed.has(name)) throw damaged(name, '清单里没有这一条目 (not listed in the manifest)')
  }
  for (const name of listed) {
    if (!wanted.has(name)) throw damaged(name, '清单里多出这一条目 (listed without a use)')
    if (!zip.entries.has(name)) throw damaged(name, '缺少这一条目 (missing entry)')
  }
  for (const name of zip.entries.keys()) {
    if (!listed.has(name) && name !== MANIFEST) throw damaged(name, '多出这一条目 (extra entry)')
  }
}

function checkedRead(zip: ZipReader, listed: ReadonlyMap<string, ManifestEntry>): ReadEntry {
  return async (name) => {
    const bytes = await zip.read(name)
    const entry = listed.get(name)
    if (entry === undefined || bytes.length !== entry.size || sha256Of(bytes) !== entry.sha256) {
      throw damaged(name, '摘要不符 (digest differs)')
    }
    return bytes
  }
}
