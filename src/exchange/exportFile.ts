import { ZhengmaiError } from '../errors/error.ts'
import { findDocumentNamed } from '../service/findDocuments.ts'
import { openScope, type ServiceDeps } from '../service/scope.ts'
import { stopIfAborted } from './abort.ts'
import { exportArchive, ingestedIds } from './archive/exportArchive.ts'
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportOutcome,
  type ExportWords,
  FORMAT_OF_SUFFIX,
  STANDARD_OUTPUT,
} from './exportWords.ts'
import { graphOfDocuments } from './graph/corpusGraph.ts'
import { graphAround } from './graph/focusGraph.ts'
import {
  IMPLEMENTATION_FORMATS,
  type ImplementationFormat,
  writeImplementation,
} from './implementation/write.ts'
import { openList } from './lists.ts'
import { writeWhole } from './outputFile.ts'
import { TABLE_FORMATS, type TableFormat, writeTables } from './table.ts'

export interface ExportContext {
  readonly deps: ServiceDeps
  /** Under what this program's links are computed; null where it computes none. */
  readonly linkKey: string | null
  readonly signal?: AbortSignal
  readonly onDocument?: (done: number, total: number) => void
  /** Takes what goes to standard output. */
  readonly onOutput: (piece: Uint8Array) => void
  readonly onTruncated?: () => void
}

/** @throws ZhengmaiError BAD_INPUT where words do not fit together, NOT_FOUND, AMBIGUOUS, LIMIT, FILE_*, STORE_* */
export async function exportFile(words: ExportWords, context: ExportContext): Promise<ExportOutcome> {
  const format = formatOf(words)
  checkWords(words, format)
  const documentIds = await resolveDocuments(context.deps, words.documents)
  if (format === 'zip') {
    const { bytes, ...archive } = await exportArchive(context.deps.store, words.path, {
      documentIds,
      linkKey: context.linkKey,
      ...watching(context),
    })
    return { path: words.path, format, bytes, archive }
  }
  const pieces = await openPieces(words, format, documentIds, context)
  const bytes = await writePieces(words.path, pieces, context)
  return { path: words.path, format, bytes, archive: null }
}

function formatOf({ path, format }: ExportWords): ExportFormat {
  if (format !== null) return format
  const suffix = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  const known = FORMAT_OF_SUFFIX[suffix]
  if (known !== undefined) return known
  throw new ZhengmaiError('BAD_INPUT', `请用 --format 说明格式：${EXPORT_FORMATS.join('、')}`)
}

function checkWords(words: ExportWords, format: ExportFormat): void {
  const { path, list, filters, focus, documents } = words
  const implementation = words.implementation ?? null
  const isTable = isTableFormat(format) && implementation === null
  const isGraph = format === 'graphml' || format === 'gexf'
  const refuse = (message: string): never => {
    throw new ZhengmaiError('BAD_INPUT', message)
  }
  if (isTable && list === null) refuse(`${format} 需要 --list 或 --implementation，如 --list targets`)
  if (implementation !== null && !isImplementationFormat(format))
    refuse(`--implementation 只用于 ${IMPLEMENTATION_FORMATS.join('、')}`)
  if (implementation === null && format === 'html') refuse('html 只用于 --implementation')
  if (!isTable && list !== null) refuse(`--list 只用于 ${TABLE_FORMATS.join('、')}`)
  if (!isTable && Object.keys(filters).length > 0) refuse('筛选条件只用于 --list；份数用 --documents 限定')
  if (isTable && documents.length > 0) refuse('列表用 --document 限定文件，不用 --documents')
  if (!isGraph && focus !== null) refuse('--focus 只用于 graphml、gexf')
  if (focus !== null && documents.length > 0) refuse('--focus 与 --documents 只能用一个')
  if (path === STANDARD_OUTPUT && (format === 'zip' || format === 'xlsx'))
    refuse(`${format} 不能写到标准输出`)
}

async function openPieces(
  words: ExportWords,
  format: Exclude<ExportFormat, 'zip'>,
  chosen: readonly string[] | null,
  context: ExportContext,
): Promise<AsyncGenerator<Uint8Array>> {
  const { deps } = context
  if (isImplementationFormat(format) && words.implementation != null) {
    const lower = words.documents.length === 0 ? null : words.documents
    return writeImplementation(deps, { upper: words.implementation, lower }, format, words.language)
  }
  if (isTableFormat(format)) {
    const table = await openList(deps, words.list ?? '', words.filters, words.language)
    return writeTables([table], format, words.language)
  }
  const documentIds = chosen ?? (await ingestedIds(deps.store)).sort()
  const options = { documentIds, ...watching(context) }
  if (format === 'graphml' || format === 'gexf') {
    const { focus, depth } = words
    const truncated = context.onTruncated === undefined ? {} : { onTruncated: context.onTruncated }
    const pieces =
      focus === null
        ? graphOfDocuments(deps.store, options)
        : graphAround(deps.store, { focus, depth, ...truncated })
    if (format === 'graphml') return (await import('./graph/graphml.ts')).writeGraphml(pieces)
    return (await import('./graph/gexf.ts')).writeGexf(pieces)
  }
  // unreachable: checkWords lets html through for an implementation matrix only
  if (format === 'html') throw new ZhengmaiError('BAD_INPUT', 'html 只用于 --implementation')
  const { writeJsonLd, writeNQuads } = await import('./rdf/write.ts')
  const write = format === 'jsonld' ? writeJsonLd : writeNQuads
  return write(deps.store, { ...options, baseUrl: deps.baseUrl })
}

async function writePieces(
  path: string,
  pieces: AsyncGenerator<Uint8Array>,
  { onOutput, signal }: ExportContext,
): Promise<number> {
  if (path !== STANDARD_OUTPUT) {
    return writeWhole(path, async (file) => {
      for await (const piece of pieces) {
        stopIfAborted(signal)
        await file.write(piece)
      }
      return file.length
    })
  }
  let length = 0
  for await (const piece of pieces) {
    stopIfAborted(signal)
    onOutput(piece)
    length += piece.length
  }
  return length
}

async function resolveDocuments(
  deps: ServiceDeps,
  names: readonly string[],
): Promise<readonly string[] | null> {
  if (names.length === 0) return null
  const scope = openScope(deps)
  const found = await Promise.all(
    names.map(async (name) => {
      const document = await findDocumentNamed(scope, name)
      if (document === null || !document.ingested) {
        throw new ZhengmaiError('NOT_FOUND', `没有收录这份文件：${name}`)
      }
      return document.id
    }),
  )
  return [...new Set(found)].sort()
}

function isImplementationFormat(format: ExportFormat): format is ImplementationFormat {
  return IMPLEMENTATION_FORMATS.some((each) => each === format)
}

function isTableFormat(format: ExportFormat): format is TableFormat {
  return TABLE_FORMATS.some((each) => each === format)
}

function watching({ signal, onDocument }: ExportContext): Pick<ExportContext, 'signal' | 'onDocument'> {
  return { ...(signal === undefined ? {} : { signal }), ...(onDocument === undefined ? {} : { onDocument }) }
}
