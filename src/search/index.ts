/** What ingestion needs of search: how a clause is indexed. Services import the files themselves. */
export { embeddingKeyOf } from './embeddingKey.ts'
export { clauseIndexText, clauseTokens, passageTexts } from './indexing.ts'
export { createSegmenter, type Segmenter } from './segment.ts'
