/** The made-up corpus with links and a review: all that an archive holds. */
import { createHash } from 'node:crypto'
import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { DocumentBundle } from '../../src/domain/bundle.ts'
import {
  type CorrespondenceEdge,
  type CorrespondenceReview,
  correspondenceId,
  pairOf,
} from '../../src/domain/correspondence.ts'
import { CITY, COUNTY, cityBundle, countyBundle, REFERENCE, VECTOR_KEY } from './corpus.ts'

export const LINK_KEY = 'test-linker-1'
const CLAUSES = pairOf(`${CITY}/sec_1__cl_1`, `${COUNTY}/sec_1__cl_1`)

export const LINK: CorrespondenceEdge = {
  id: correspondenceId(CLAUSES),
  clauseIds: CLAUSES,
  documentIds: pairOf(CITY, COUNTY),
  degree: 'SAME_TOPIC',
  score: 0.625,
  certainty: 0.25,
  sharedWording: [0.5, 0.125],
  evidence: [{ signal: 'TERMS', reason: '都提到“园区”', weight: 1, ranges: [{ start: 0, end: 2 }, null] }],
}
export const REVIEW: CorrespondenceReview = {
  clauseIds: CLAUSES,
  verdict: 'CONFIRMED',
  note: '同一件事',
  by: '甲',
  at: '2026-01-02T03:04:05.000Z',
}

/** With the digest that its bytes have. */
export function withDigest(bundle: DocumentBundle): DocumentBundle {
  const { document, body } = bundle
  const sha256 = createHash('sha256').update(body.sourceBytes).digest('hex')
  return { ...bundle, document: { ...document, source: { ...document.source!, sha256 } } }
}

export async function putArchiveCorpus(store: GraphStore): Promise<void> {
  await store.putReference(REFERENCE)
  await store.setEmbeddingKey(VECTOR_KEY)
  await store.putDocument(withDigest(cityBundle()))
  await store.putDocument(withDigest(countyBundle()))
  await store.putCorrespondences(CITY, LINK_KEY, [LINK])
  await store.putCorrespondences(COUNTY, LINK_KEY, [LINK])
  await store.putReview(REVIEW)
}
