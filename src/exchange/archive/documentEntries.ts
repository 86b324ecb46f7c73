import { z } from 'zod'
import type { ClauseTerms, DocumentBundle, Passage } from '../../domain/bundle.ts'
import type { CorrespondenceEdge } from '../../domain/correspondence.ts'
import { stableJson } from '../stableJson.ts'
import { damaged } from './damaged.ts'
import { parseJson, sha256Of } from './manifest.ts'
import {
  agencySchema,
  annexSchema,
  citationSchema,
  clauseSchema,
  documentSchema,
  ledgerSchema,
  linkSchema,
  placeSchema,
  range,
  responsibilitySchema,
  sectionSchema,
  span,
  targetSchema,
} from './nodeSchemas.ts'

/** One file of an archive. */
export interface Entry {
  readonly name: string
  readonly bytes: Uint8Array
  readonly packable: boolean
}

/** `document.json`: facts and texts. */
interface Facts extends Omit<DocumentBundle, 'body' | 'terms' | 'passages'> {
  readonly text: string
  readonly sourceText: string
}
/** `index.json`: what search uses, without the vectors. */
interface Index {
  readonly terms: readonly ClauseTerms[]
  readonly passages: readonly Omit<Passage, 'vector'>[]
}

const facts: z.ZodType<Facts> = z.object({
  document: documentSchema,
  text: z.string(),
  sourceText: z.string(),
  annexes: z.array(annexSchema),
  sections: z.array(sectionSchema),
  clauses: z.array(clauseSchema),
  agencies: z.array(agencySchema),
  places: z.array(placeSchema),
  responsibilities: z.array(responsibilitySchema),
  citations: z.array(citationSchema),
  citedDocuments: z.array(documentSchema),
  targets: z.array(targetSchema),
  about: z.array(
    z.object({ clauseId: z.string(), productTypeId: z.string(), ordinal: z.int().nonnegative() }),
  ),
  productMentions: z.array(z.object({ clauseId: z.string(), productTypeId: z.string(), span })),
  ledger: z.array(ledgerSchema),
  takesOver: z.array(z.string()),
})
const index: z.ZodType<Index> = z.object({
  terms: z.array(z.object({ clauseId: z.string(), tokens: z.array(z.string()) })),
  passages: z.array(z.object({ clauseId: z.string(), window: range.nullable() })),
})
const links = z.array(linkSchema)

const BYTES_PER_FIGURE = 4

/** The folder of a document inside an archive, with a slash at its end. */
export function folderOf(documentId: string): string {
  return `documents/${documentId}/`
}

/** The file as read has no suffix of its own here: its name stands in `document.json`. */
const FILES = {
  facts: 'document.json',
  index: 'index.json',
  links: 'links.json',
  source: 'source',
  vectors: 'vectors.f32',
} as const

/** The names of all entries of a document. */
export function entryNames(documentId: string): readonly string[] {
  return Object.values(FILES).map((file) => folderOf(documentId) + file)
}

/**
 * A document as entries, in the order of their names.
 * @param edges links to documents whose ids are smaller, so that each link of the archive stands in it once
 */
export function toEntries(bundle: DocumentBundle, edges: readonly CorrespondenceEdge[]): readonly Entry[] {
  const { body, terms, passages, ...rest } = bundle
  const folder = folderOf(bundle.document.id)
  const content: Facts = { ...rest, text: body.text, sourceText: body.sourceText }
  const searched: Index = { terms, passages: passages.map(({ clauseId, window }) => ({ clauseId, window })) }
  return [
    jsonEntry(folder + FILES.facts, content),
    jsonEntry(folder + FILES.index, searched),
    jsonEntry(folder + FILES.links, edges),
    { name: folder + FILES.source, bytes: body.sourceBytes, packable: true },
    { name: folder + FILES.vectors, bytes: packVectors(passages), packable: false },
  ]
}

export function jsonEntry(name: string, value: unknown): Entry {
  return { name, bytes: Buffer.from(`${stableJson(value)}\n`), packable: true }
}

/** Reads the checked bytes of an entry. */
export type ReadEntry = (name: string) => Promise<Buffer>

/**
 * @param dimensions of the vectors; 0 where the archive has none
 * @throws ZhengmaiError ARCHIVE_DAMAGED
 */
export async function fromEntries(
  documentId: string,
  dimensions: number,
  read: ReadEntry,
): Promise<DocumentBundle> {
  const folder = folderOf(documentId)
  const content = parseAs(facts, await read(folder + FILES.facts), folder + FILES.facts)
  const { text, sourceText, ...rest } = content
  const { document } = rest
  if (document.id !== documentId || document.source === null || !document.ingested) {
    throw damaged(folder + FILES.facts, '内容与目录不符 (content is of another document)')
  }
  const sourceBytes = await read(folder + FILES.source)
  if (sha256Of(sourceBytes) !== document.source.sha256) {
    throw damaged(folder + FILES.source, '与收录时的摘要不符 (digest differs from the one at ingestion)')
  }
  const { terms, passages } = parseAs(index, await read(folder + FILES.index), folder + FILES.index)
  const packed = await read(folder + FILES.vectors)
  if (packed.length !== passages.length * dimensions * BYTES_PER_FIGURE) {
    throw damaged(folder + FILES.vectors, '向量的数目不符 (number of vectors differs)')
  }
  return {
    ...rest,
    body: { text, sourceText, sourceBytes },
    terms,
    passages: unpackVectors(passages, packed, dimensions),
  }
}

/** @throws ZhengmaiError ARCHIVE_DAMAGED */
export async function linksFromEntries(
  documentId: string,
  read: ReadEntry,
): Promise<readonly CorrespondenceEdge[]> {
  const name = folderOf(documentId) + FILES.links
  return parseAs(links, await read(name), name)
}

/** @throws ZhengmaiError ARCHIVE_DAMAGED */
export function parseAs<T>(schema: z.ZodType<T>, bytes: Buffer, name: string): T {
  const parsed = schema.safeParse(parseJson(bytes, name))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw damaged(name, `内容不符 (content differs): ${issue?.path.join('.') ?? ''}`, parsed.error)
}

/** Little-endian 32-bit floats, whatever the machine. */
function packVectors(passages: readonly Passage[]): Uint8Array {
  const length = passages.reduce((sum, { vector }) => sum + vector.length, 0)
  const packed = Buffer.alloc(length * BYTES_PER_FIGURE)
  let at = 0
  for (const { vector } of passages) {
    for (const figure of vector) at = packed.writeFloatLE(figure, at)
  }
  return packed
}

function unpackVectors(
  passages: readonly Omit<Passage, 'vector'>[],
  packed: Buffer,
  dimensions: number,
): Passage[] {
  return passages.map((passage, position) => {
    const start = position * dimensions
    const vector = Float32Array.from({ length: dimensions }, (_, i) =>
      packed.readFloatLE((start + i) * BYTES_PER_FIGURE),
    )
    return { ...passage, vector }
  })
}
