import type { MatrixAddress } from './matrixAddress.ts'

export const EXPORT_FORMATS = ['xlsx', 'csv', 'md', 'html'] as const

/** Where the same comparison is had as a file: all columns, whatever page of them is shown. */
export function exportPath(
  format: (typeof EXPORT_FORMATS)[number],
  upper: string,
  { lower, minScore }: Pick<MatrixAddress, 'lower' | 'minScore'>,
  language: 'zh' | 'en',
): string {
  const words = new URLSearchParams({ upper, lang: language })
  for (const id of lower ?? []) words.append('lower', id)
  if (minScore !== null) words.set('minScore', String(minScore))
  return `/export/implementation.${format}?${words}`
}
