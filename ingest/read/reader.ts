import type { Notice } from '../../src/domain/notice.ts'
import type { Edit } from '../../src/text/edits.ts'
import type { InputFile, Recognition, TextLayout } from '../values.ts'

/** What one file may cost; each is a limit, not a target. */
export interface ReadLimits {
  /** Bytes of a file of plain text or HTML. */
  readonly textBytes: number
  /** Bytes of a file of any other format. */
  readonly fileBytes: number
  /** Bytes that the parts of one packed file (DOCX, OFD, ZIP) unpack to, all together. */
  readonly unpackedBytes: number
  /** Unpacked bytes for each packed one, in a part of more than 4 MiB. */
  readonly unpackedRatio: number
  /** Files in a ZIP archive. */
  readonly archiveFiles: number
  /** Pages of a PDF, OFD or scan. */
  readonly pages: number
  /** Time to read one file, OCR included, in ms. */
  readonly milliseconds: number
  /** Resident memory of the process that reads a file (`isolatedReading.ts`); that of OCR comes on top. */
  readonly memoryBytes: number
}

export interface ReadOptions {
  /** Whether scanned pages and images may be recognised. */
  readonly ocr: boolean
  readonly limits: ReadLimits
}

const MIB = 1024 * 1024

/**
 * 16 MiB of text is some hundred times the longest policy document seen; a scan of 300 pages takes some 50 MiB. Office
 * packs XML about 10 times, empty tables some 200 times; a bomb 1,000 times, which is all that deflate can.
 */
export const READ_LIMITS: ReadLimits = {
  textBytes: 16 * MIB,
  fileBytes: 64 * MIB,
  unpackedBytes: 256 * MIB,
  unpackedRatio: 500,
  archiveFiles: 1000,
  pages: 1000,
  milliseconds: 30 * 60_000,
  memoryBytes: 1024 * MIB,
}

export const READ_OPTIONS: ReadOptions = { ocr: true, limits: READ_LIMITS }

/** Notice of pages that were left unread because recognition was off: they are read when the file comes again with it on. */
export const RECOGNITION_OFF = 'read/recognition-off'

/** What a reader makes of a file. */
export interface ReadText {
  /** WHATWG label of the encoding that was used; `utf-8` where the format does not leave it open. */
  readonly encoding: string
  /** The file as decoded; where the format is no text itself (DOCX, OFD, PDF), the text taken out of it. */
  readonly text: string
  readonly notices: readonly Notice[]
  readonly layout: TextLayout
  /** Offset in `text` at which each page begins, the first one 0; empty where the format has no pages. */
  readonly pageStarts: readonly number[]
  readonly recognition: Recognition | null
  /** What leads from `text` to the text of the document (HTML: tags, entities, navigation); none where they are the same. */
  readonly edits?: readonly Edit[]
}

/** @throws ZhengmaiError FILE_* where the file cannot be read */
export type Reader = (file: InputFile, options: ReadOptions) => ReadText | Promise<ReadText>
