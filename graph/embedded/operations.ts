import type { DocumentBundle } from '../../src/domain/bundle.ts'
import type { GraphStore } from '../port/graphStore.ts'
import { readChains } from './chains.ts'
import type { Connection } from './connection/connection.ts'
import { DenseIndex } from './dense.ts'
import { readDegrees, readEdges } from './edges.ts'
import { KeywordIndex } from './keywordIndex.ts'
import { readTermCounts, readTerms } from './keywords.ts'
import {
  deleteReview,
  listCorrespondences,
  listReviews,
  putCorrespondence,
  putCorrespondences,
  putReview,
  readDocumentsWithoutLinks,
  readLinkOutlines,
} from './links.ts'
import {
  listAgencies,
  listCitations,
  listClauses,
  listDocuments,
  listResponsibilities,
  listTargets,
  listWantedDocuments,
} from './lists.ts'
import { readShortestPaths } from './paths.ts'
import { readBundle } from './readBundle.ts'
import {
  readAll,
  readBodies,
  readChildren,
  readDocumentBySha256,
  readDocumentsByKey,
  readDocumentsWithoutVectors,
  readNodes,
  readProducts,
  readStatistics,
} from './readNodes.ts'
import { upsertReference } from './sharedNodes.ts'
import { deleteDocument, putDocument } from './writeDocument.ts'
import { putPassages, readEmbeddingKey, writeEmbeddingKey } from './writePassages.ts'

/** The methods of the port that cross to the worker. */
export type Method = Exclude<
  keyof GraphStore,
  'supports' | 'close' | 'exclusively' | typeof Symbol.asyncDispose
>
type Arguments<M extends Method> = Parameters<GraphStore[M]>
type Result<M extends Method> = Awaited<ReturnType<GraphStore[M]>>
type Operation<M extends Method> = (...args: Arguments<M>) => Result<M>
type Readers = { readonly [M in Exclude<Method, WriteMethod>]: Operation<M> }
type Writers = { readonly [M in WriteMethod]: Operation<M> }

export const WRITE_METHODS = [
  'putReference',
  'putDocument',
  'deleteDocument',
  'setEmbeddingKey',
  'putPassages',
  'putCorrespondences',
  'putCorrespondence',
  'putReview',
  'deleteReview',
] as const
export type WriteMethod = (typeof WRITE_METHODS)[number]

function makeReaders(db: Connection): Readers {
  const dense = new DenseIndex(db)
  const keywords = new KeywordIndex(db)
  return {
    nodes: (ids) => readNodes(db, ids),
    childrenOf: (parentIds, relation) => readChildren(db, parentIds, relation),
    productsOf: (clauseIds) => readProducts(db, clauseIds),
    bodies: (documentIds) => readBodies(db, documentIds),
    documents: (filter, page, order) => listDocuments(db, filter, page, order),
    wantedDocuments: (page) => listWantedDocuments(db, page),
    clauses: (filter, page) => listClauses(db, filter, page),
    agencies: (filter, page) => listAgencies(db, filter, page),
    targets: (filter, page) => listTargets(db, filter, page),
    responsibilities: (filter, page) => listResponsibilities(db, filter, page),
    citations: (filter, page) => listCitations(db, filter, page),
    all: ((kind) => readAll(db, kind)) as Readers['all'],
    documentsByKey: (keys) => readDocumentsByKey(db, keys),
    keywordCandidates: (tokens, filter, limit) => keywords.candidates(tokens, filter, limit),
    termsOf: (clauseIds) => readTerms(db, clauseIds),
    termCounts: (clauseIds, tokens) => readTermCounts(db, clauseIds, tokens),
    termStatistics: (tokens) => keywords.statistics(tokens),
    denseCandidates: (query, filter, limit) => dense.candidates(query, filter, limit),
    denseScores: (query, clauseIds) => dense.scores(query, clauseIds),
    vectorsOf: (clauseIds) => dense.wholeVectors(clauseIds),
    passagesOf: (clauseIds) => dense.passagesOf(clauseIds),
    nearestClauses: (clauseIds, limit) => dense.nearestClauses(clauseIds, limit),
    edgesOf: (nodeIds, filter, limit) => readEdges(db, nodeIds, filter, limit),
    degreesOf: (nodeIds) => readDegrees(db, nodeIds),
    shortestPaths: (fromId, toId, options) => readShortestPaths(db, fromId, toId, options),
    chains: (documentIds, direction) => readChains(db, documentIds, direction),
    correspondences: (filter, order, page) => listCorrespondences(db, filter, order, page),
    linkOutlines: (filter) => readLinkOutlines(db, filter),
    documentsWithoutLinks: (key) => readDocumentsWithoutLinks(db, key),
    reviews: (page) => listReviews(db, page),
    bundle: (documentId) => readBundle(db, documentId, dense),
    embeddingKey: () => readEmbeddingKey(db),
    documentsWithoutVectors: () => readDocumentsWithoutVectors(db),
    documentBySha256: (sha256) => readDocumentBySha256(db, sha256),
    statistics: () => readStatistics(db),
  }
}

function makeWriters(db: Connection): Writers {
  return {
    putReference: (nodes) => {
      for (const node of nodes) upsertReference(db, node)
    },
    putDocument: (bundle: DocumentBundle) => putDocument(db, bundle),
    deleteDocument: (id) => deleteDocument(db, id),
    setEmbeddingKey: (key) => writeEmbeddingKey(db, key),
    putPassages: (documentId, passages) => putPassages(db, documentId, passages),
    putCorrespondences: (documentId, key, edges, compared) =>
      putCorrespondences(db, documentId, key, edges, compared),
    putCorrespondence: (edge) => putCorrespondence(db, edge),
    putReview: (review) => putReview(db, review),
    deleteReview: (clauseIds) => deleteReview(db, clauseIds),
  }
}

/** Runs one method of the port in a transaction of its own: a read sees one state, a write is done wholly or not at all. */
export type Execute = (method: Method, args: readonly unknown[]) => unknown

export function makeExecute(connection: Connection): Execute {
  const readers: Record<string, unknown> = makeReaders(connection)
  const writers: Record<string, unknown> = makeWriters(connection)
  return (method, args) => {
    const write = Object.hasOwn(writers, method)
    const operation = (write ? writers : readers)[method] as (...args: readonly unknown[]) => unknown
    return connection.transaction(write ? 'write' : 'read', () => operation(...args))
  }
}
