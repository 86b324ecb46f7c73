import { createHash } from 'node:crypto'

/** A 发文字号 taken apart: 济政办字〔2024〕23号. */
export interface DocumentNumber {
  /** 机关代字: 济政办字. Not unique: 济南 and 济宁 share some. */
  readonly agencyCode: string
  readonly year: number
  readonly serial: number
}

/** GB/T 2260 code that stands for 国家, and for an unknown place in ids. */
export const NATIONAL_CODE = '000000'

/** Ids of documents, and of all that stands in them, begin so; whatever else a user writes is a 发文字号. */
const PREFIX = 'cn/'

export function isDocumentId(text: string): boolean {
  return text.startsWith(PREFIX)
}

/**
 * The id of a document with a number: `cn/370800/济政办字/2024/23`.
 * @param placeCode GB/T 2260 code of the issuing place, null where unknown
 */
export function numberedDocumentId(placeCode: string | null, number: DocumentNumber): string {
  return `${PREFIX}${placeCode ?? NATIONAL_CODE}/${number.agencyCode}/${number.year}/${number.serial}`
}

/**
 * The id of a document without a number: `cn/220000/0000/<10 hex>`.
 * @param key folded title and issuers (`text/fold.ts`)
 */
export function titledDocumentId(placeCode: string | null, year: number | null, key: string): string {
  const digest = createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 10)
  return `${PREFIX}${placeCode ?? NATIONAL_CODE}/${year === null ? '0000' : String(year)}/${digest}`
}

export function placeId(code: string): string {
  return `place/${code}`
}

/** The id of a zone: it has no code of its own, only the place that runs it. */
export function zoneId(placeCode: string, name: string): string {
  return `place/${placeCode}/${name}`
}

export function agencyId(placeCode: string | null, name: string): string {
  return `agency/${placeCode ?? NATIONAL_CODE}/${name}`
}

export function productTypeId(name: string): string {
  return `product/${name}`
}
