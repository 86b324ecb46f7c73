import { expect, it } from 'vitest'
import type { DocumentNode } from '../domain/nodes.ts'
import { type Superseding, validityOn } from './validity.ts'

type Dates = Partial<
  Pick<DocumentNode, 'issuedOn' | 'printedOn' | 'publishedOn' | 'effectiveFrom' | 'effectiveUntil'>
>
const NONE = { issuedOn: null, printedOn: null, publishedOn: null, effectiveFrom: null, effectiveUntil: null }
const DAY = '2025-06-01'

it.each<[string, Dates, Superseding[], string]>([
  ['no date', {}, [], 'UNKNOWN'],
  ['issued before', { issuedOn: '2024-07-18' }, [], 'IN_FORCE'],
  ['issued that day', { issuedOn: DAY }, [], 'IN_FORCE'],
  ['issued later', { issuedOn: '2025-06-02' }, [], 'NOT_YET'],
  ['issued, but begins later', { issuedOn: '2025-01-01', effectiveFrom: '2025-07-01' }, [], 'NOT_YET'],
  ['last day is that day', { issuedOn: '2024-07-18', effectiveUntil: DAY }, [], 'IN_FORCE'],
  ['last day is over', { issuedOn: '2024-07-18', effectiveUntil: '2025-05-31' }, [], 'EXPIRED'],
  ['only an end', { effectiveUntil: '2026-01-01' }, [], 'IN_FORCE'],
  ['only a web page date', { publishedOn: '2024-08-01' }, [], 'IN_FORCE'],
  ['superseded that day', { issuedOn: '2024-07-18' }, [{ from: DAY }], 'REPEALED'],
  ['superseded later', { issuedOn: '2024-07-18' }, [{ from: '2025-06-02' }], 'IN_FORCE'],
  ['superseded by one without dates', {}, [{ from: null }], 'REPEALED'],
])('%s', (_case, dates, superseding, validity) => {
  expect(validityOn({ ...NONE, ...dates } as DocumentNode, superseding, DAY)).toBe(validity)
})
