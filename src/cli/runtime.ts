import type { FileReport, LeftOutPath } from '../../ingest/report.ts'
import type { Level, Role, SearchMode } from '../domain/vocabulary.ts'
import type { ImportReport } from '../exchange/archive/importReport.ts'
import type { ExportOutcome, ExportWords } from '../exchange/exportWords.ts'
import type { TextCheck } from '../service/check/textCheck.ts'
import type { KeyRuntime } from './keyWords.ts'
import type { ReviewRuntime } from './reviewWords.ts'

/** Where a command writes: results to standard output, everything else to standard error. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Standard error is a terminal: bars and colours make sense. */
  readonly interactive: boolean
}

/** How far something that takes long has come. */
export interface Progress {
  /** What is being done, in Chinese, e.g. 下载模型. */
  readonly stage: string
  readonly done: number
  /** Null where it is not known. */
  readonly total: number | null
  /** 字节, 个文件 … */
  readonly unit: string
}
export type OnProgress = (progress: Progress) => void

export interface IngestOutcome {
  readonly reports: readonly FileReport[]
  /** Files that were met in a folder or pattern but not taken. */
  readonly leftOut: readonly LeftOutPath[]
}

export interface IngestWords {
  readonly paths: readonly string[]
  /** Also into a database that holds data of others. */
  readonly force: boolean
  /** Scans are not recognised, whatever the settings say. */
  readonly noOcr: boolean
}

export interface ParseWords {
  readonly path: string
  readonly noOcr: boolean
}

/** A text to check; `path` is - for standard input. */
export interface CheckWords {
  readonly path: string
  /** Id or number of the document that is meant where the text names none. */
  readonly document: string | null
}

/** Filters as a person writes them: names, numbers, ids. */
export interface SearchWords {
  readonly query: string
  readonly mode: SearchMode
  /** 1 to 100. */
  readonly first: number
  /** With all places below it. */
  readonly place: string | null
  readonly level: Level | null
  readonly agency: string | null
  readonly role: Role | null
  readonly productType: string | null
}

export interface FoundClause {
  readonly id: string
  readonly label: string
  readonly title: string | null
  /** 0 to 1. */
  readonly score: number
  /** The best passage: HTML-escaped, words of the query in `<mark>`. */
  readonly highlight: string
  readonly document: {
    readonly id: string
    readonly title: string
    readonly number: string | null
    readonly place: string | null
    readonly issuedOn: string | null
  }
}

export interface SearchAnswer {
  readonly servedBy: SearchMode
  readonly interpretation: readonly string[]
  /** False where the corpus seems to hold nothing on it; the hits are only what comes nearest. */
  readonly relevant: boolean
  readonly total: number
  readonly hits: readonly FoundClause[]
  readonly coverage: Coverage
}

/** What the corpus holds that an answer is drawn from. */
export interface Coverage {
  readonly documents: number
  readonly clauses: number
  readonly places: readonly string[]
  readonly levels: readonly Level[]
  readonly issuedFrom: string | null
  readonly issuedUntil: string | null
  /** Whether semantic search is on. */
  readonly semantic: boolean
}

export interface InstallationStatus {
  readonly version: string
  /** `uri`: the database's address; null for the embedded store. */
  readonly store: { readonly kind: string; readonly dataDir: string; readonly uri: string | null }
  readonly model: { readonly id: string; readonly dir: string } | null
  readonly searchMode: SearchMode
  readonly documents: number
  readonly citedDocuments: number
  readonly clauses: number
  readonly embeddedClauses: number
  readonly agencies: number
  readonly responsibilities: number
  readonly citations: number
  readonly targets: number
  readonly places: readonly string[]
  readonly issuedFrom: string | null
  readonly issuedUntil: string | null
  /** Cited by others and not ingested, most cited first. */
  readonly wanted: readonly WantedDocument[]
}

/** A document that the corpus lacks. */
export interface WantedDocument {
  readonly id: string
  readonly title: string
  readonly number: string | null
  /** How often the ingested documents cite it. */
  readonly citations: number
}

/** One line of `doctor`. */
export interface Check {
  readonly name: string
  readonly ok: boolean
  /** A fault that leaves the program usable, e.g. no model. */
  readonly optional: boolean
  readonly message: string
}

/** What `--port` and `--host` override, whether a missing model makes the service unhealthy, `force` as for `ingest`. */
export interface ServeOptions {
  readonly port: string | null
  readonly host: string | null
  readonly strict: boolean
  readonly force: boolean
}

/**
 * What the commands need of the program; `src/app` gives it. Every method rejects with a ZhengmaiError. Readers work
 * beside a running service; writers reject with STORE_LOCKED there.
 */
export interface CliRuntime extends ReviewRuntime, KeyRuntime {
  readonly version: string
  readonly terminal: Terminal
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal
  ingest(
    words: IngestWords,
    onProgress: OnProgress,
    onReport: (report: FileReport) => void,
  ): Promise<IngestOutcome>
  /** The object that `parse` prints; notices have their places. */
  parse(words: ParseWords): Promise<object>
  search(words: SearchWords): Promise<SearchAnswer>
  check(words: CheckWords): Promise<TextCheck>
  status(): Promise<InstallationStatus>
  /** What goes to standard output is written by it. */
  exportFile(words: ExportWords, onProgress: OnProgress): Promise<ExportOutcome>
  importArchive(
    words: { readonly path: string; readonly force: boolean },
    onProgress: OnProgress,
  ): Promise<ImportReport>
  /** By id or number; what was deleted. */
  deleteDocument(document: string): Promise<{ readonly id: string; readonly title: string }>
  /** The folder that holds the model and where it came from. */
  fetchModel(
    onProgress: OnProgress,
  ): Promise<{ readonly dir: string; readonly sha256: string; readonly origin: string }>
  checks(): Promise<readonly Check[]>
  /** Serves MCP on standard input and output, until the input ends. */
  mcp(): Promise<void>
  /** Serves until `signal`; tells the address once it answers. */
  serve(options: ServeOptions, onProgress: OnProgress, onListening: (url: string) => void): Promise<void>
}
