import type { ExportReport } from './archive/exportArchive.ts'
import type { OutputLanguage } from './language.ts'
import type { FilterWords } from './lists/filters.ts'
import { TABLE_FORMATS } from './table.ts'

export const EXPORT_FORMATS = [
  'zip',
  'jsonld',
  'nquads',
  'graphml',
  'gexf',
  ...TABLE_FORMATS,
  'html',
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Names that end so say their format. */
export const FORMAT_OF_SUFFIX: Readonly<Record<string, ExportFormat>> = {
  ...(Object.fromEntries(EXPORT_FORMATS.map((format) => [format, format])) as Record<string, ExportFormat>),
  nq: 'nquads',
  markdown: 'md',
}
/** The name that means standard output. */
export const STANDARD_OUTPUT = '-'

/** What to write and where, in the words of a user. */
export interface ExportWords {
  /** A file, or `-` for standard output. */
  readonly path: string
  /** Null: the one that the name ends with. */
  readonly format: ExportFormat | null
  /** Ids or numbers; empty for all documents. */
  readonly documents: readonly string[]
  /** For an implementation matrix: id or number of the upper document; `documents` are the lower ones then. */
  readonly implementation?: string | null
  /** For a table: which list, and its filters. */
  readonly list: string | null
  readonly filters: FilterWords
  readonly language: OutputLanguage
  /** For a graph: the node to begin with; null for the whole corpus. */
  readonly focus: string | null
  readonly depth: number
}

export interface ExportOutcome {
  readonly path: string
  readonly format: ExportFormat
  readonly bytes: number
  /** Of an archive. */
  readonly archive: Omit<ExportReport, 'bytes'> | null
}
