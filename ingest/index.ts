import type { GraphStore } from '../graph/port/graphStore.ts'
import type { DocumentBundle } from '../src/domain/bundle.ts'
import type { DocumentNode } from '../src/domain/nodes.ts'
import type { Embedder } from '../src/embedding/port.ts'
import { toZhengmaiError } from '../src/errors/error.ts'
import type { Segmenter } from '../src/search/index.ts'
import { buildGraph, linkGraph, type UnindexedBundle } from './buildBundle.ts'
import { indexClauses } from './indexClauses.ts'
import { compileKnowledge, type Knowledge, type Reference } from './knowledge.ts'
import { READ_OPTIONS, RECOGNITION_OFF, type ReadOptions } from './read/reader.ts'
import { digestOf, type ReadFile } from './read/readSource.ts'
import { type ReadDocument, readDocument } from './readDocument.ts'
import { type FileReport, failedReport, NO_COUNTS, positionNotices } from './report.ts'
import type { InputFile } from './values.ts'

/** What ingestion works with; all of it is made elsewhere and passed in. */
export interface IngestDependencies {
  readonly store: GraphStore
  /** Null: clauses are stored without vectors, which a later run adds. */
  readonly embedder: Embedder | null
  readonly segmenter: Segmenter
  readonly reference: Reference
  /** What reading a file may cost, and whether scans are recognised; the defaults where absent. */
  readonly readOptions?: ReadOptions
  /** How a file is decoded; in this process where absent. */
  readonly readFile?: ReadFile
  readonly now: () => Date
}

/** The pipeline with its reference data compiled once. */
export interface Ingestion {
  /** Never rejects: what went wrong is in the report. Several files may be under way at once. */
  ingest(file: InputFile): Promise<FileReport>
}

export function createIngestion(deps: IngestDependencies): Ingestion {
  const shared: Shared = { deps, knowledge: compileKnowledge(deps.reference) }
  return { ingest: (file) => ingestDocument(file, shared) }
}

interface Shared {
  readonly deps: IngestDependencies
  readonly knowledge: Knowledge
}

/**
 * Ingests one file: read → normalise → parse → extract → link → index → store, all of the document in one transaction.
 * A file that cannot be taken is a report with an error; nothing of it is stored and nothing stored before is touched.
 */
async function ingestDocument(file: InputFile, { deps, knowledge }: Shared): Promise<FileReport> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  try {
    // before anything is read: a run that was cut short is taken up again without a scan being recognised twice
    const known = await deps.store.documentBySha256(digestOf(file.bytes))
    if (known !== null && !awaitsRecognition(known, deps.readOptions))
      return unchanged(file.name, known, elapsed())
    const read = await readDocument(file, knowledge, deps.readOptions, deps.readFile)
    const graph = buildGraph(read, knowledge.gazetteer)
    const index = await indexClauses(graph.nodes.clauses, deps)
    const linkAndStore = async () => {
      const ingestedAt = deps.now().toISOString()
      const bundle = { ...(await linkGraph(graph, knowledge.gazetteer, deps.store, ingestedAt)), ...index }
      const outcome = await deps.store.putDocument(bundle)
      return { ...describe(file.name, read, bundle), outcome, ms: elapsed() }
    }
    return await deps.store.exclusively(linkAndStore)
  } catch (error) {
    return failedReport(file.name, toZhengmaiError(error), elapsed())
  }
}

/** Whether pages were left unread because recognition was off, and it is on now. */
function awaitsRecognition({ notices }: DocumentNode, options = READ_OPTIONS): boolean {
  return options.ocr && notices.some(({ code }) => code === RECOGNITION_OFF)
}

/** The same bytes are stored already: nothing is read anew and nothing changes. */
function unchanged(name: string, document: DocumentNode, ms: number): FileReport {
  const { id: documentId, title, number } = document
  return {
    name,
    outcome: 'unchanged',
    documentId,
    title,
    number,
    counts: NO_COUNTS,
    notices: [],
    leftOut: [],
    error: null,
    ms,
  }
}

function describe(
  name: string,
  read: ReadDocument,
  bundle: DocumentBundle,
): Omit<FileReport, 'outcome' | 'ms'> {
  return {
    name,
    documentId: bundle.document.id,
    title: bundle.document.title,
    number: bundle.document.number,
    counts: countFacts(bundle),
    notices: positionNotices(bundle.document.notices, read.source.text),
    leftOut: leftOut(read),
    error: null,
  }
}

function countFacts(bundle: UnindexedBundle & Pick<DocumentBundle, 'passages'>): FileReport['counts'] {
  return {
    sections: bundle.sections.length,
    clauses: bundle.clauses.filter((clause) => clause.parentId === null).length,
    responsibilities: bundle.responsibilities.length,
    citations: bundle.citations.length,
    targets: bundle.targets.length,
    productTypes: new Set(bundle.about.map(({ productTypeId }) => productTypeId)).size,
    ledgerRows: bundle.ledger.length,
    embedded: new Set(bundle.passages.map(({ clauseId }) => clauseId)).size,
  }
}

/** What the document holds that is no node of the graph, with the reason. */
function leftOut({ facts }: ReadDocument): string[] {
  const prose = facts.outline.sections.filter(
    ({ node }) => node.children.length === 0 && !facts.clauses.some(({ clause }) => clause.node === node),
  )
  return [
    ...(facts.mentions.length === 0
      ? []
      : [`${facts.mentions.length} 处提到的文件未作为引用收录：没有书名号和发文字号，无法核对`]),
    ...prose.map(({ node }) => `“${node.label}”一节没有条款，正文只保留在全文中，不单独检索`),
  ]
}
