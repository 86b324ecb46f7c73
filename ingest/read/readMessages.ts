import type { ErrorMessage } from '../../src/errors/errorMessage.ts'
import type { InputFile, SourceText } from '../values.ts'
import type { ReadOptions } from './reader.ts'

/** To the process that decodes files. */
export interface ReadRequest {
  readonly file: InputFile
  readonly options: ReadOptions
}

/** From it; the bytes stay with the caller, who has them. */
export type ReadReply = {
  /** What the process holds when the file is done. */
  readonly residentBytes: number
} & ({ readonly source: Omit<SourceText, 'bytes'> } | { readonly error: ErrorMessage })

/** What the process writes on standard error before it ends itself for want of memory. */
export const MEMORY_EXCEEDED = 'reading takes too much memory'
