import type { MatrixArguments } from '../../service/implementationMatrix.ts'
import type { ServiceDeps } from '../../service/scope.ts'
import type { OutputLanguage } from '../language.ts'
import { TABLE_FORMATS, TABLE_MEDIA_TYPES, writeTables } from '../table.ts'
import { openComparison } from './comparison.ts'
import { implementationReport } from './report.ts'
import { implementationTables } from './table.ts'

/** Formats of an implementation matrix: the tables, and a page to print. */
export const IMPLEMENTATION_FORMATS = [...TABLE_FORMATS, 'html'] as const
export type ImplementationFormat = (typeof IMPLEMENTATION_FORMATS)[number]

export const IMPLEMENTATION_MEDIA_TYPES: Readonly<Record<ImplementationFormat, string>> = {
  ...TABLE_MEDIA_TYPES,
  html: 'text/html; charset=utf-8',
}

/**
 * Writes which clauses of an upper document have counterparts in which lower ones, piece by piece; what is wrong with
 * the arguments is told before the first piece.
 * @throws ZhengmaiError NOT_FOUND, BAD_INPUT, AMBIGUOUS, LIMIT
 */
export async function writeImplementation(
  deps: ServiceDeps,
  args: MatrixArguments,
  format: ImplementationFormat,
  language: OutputLanguage = 'zh',
): Promise<AsyncGenerator<Uint8Array>> {
  const comparison = await openComparison(deps, args)
  if (format === 'html') return implementationReport(comparison)
  return writeTables(implementationTables(comparison, format, language), format, language)
}
