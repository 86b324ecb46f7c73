import type { GraphStore } from '../port/graphStore.ts'
import type { StoreCapabilities } from '../port/storeCapabilities.ts'
import { readChains } from './chains.ts'
import { Neo4jConnection } from './connection.ts'
import { readDenseScores, readPassages, readWholeVectors } from './dense.ts'
import { findByVector } from './denseSearch.ts'
import type { Neo4jOptions } from './driver.ts'
import { readDegrees, readEdges } from './edges.ts'
import { findByWords, readTermCounts, readTermStatistics, readTerms } from './keywords.ts'
import {
  listCorrespondences,
  putCorrespondence,
  putCorrespondences,
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
import { readEmbeddingKey } from './meta.ts'
import { migrate } from './migrations.ts'
import { readNearestClauses } from './neighbours.ts'
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
import { deleteReview, listReviews, putReview } from './reviews.ts'
import { upsertShared } from './sharedNodes.ts'
import { readTogether } from './together.ts'
import type { Transaction } from './transaction.ts'
import { deleteDocument, putDocument } from './writeDocument.ts'
import { putPassages, writeEmbeddingKey } from './writePassages.ts'

export type { Neo4jOptions } from './driver.ts'

export const CAPABILITIES: StoreCapabilities = {
  name: 'neo4j',
  durable: true,
  concurrentWriters: true,
  exactVectors: false,
}

type Method = Exclude<keyof GraphStore, 'supports' | 'close' | 'exclusively' | typeof Symbol.asyncDispose>
type Readers = Omit<Pick<GraphStore, Method>, keyof Writers>
type Writers = Pick<
  GraphStore,
  | 'putReference'
  | 'putDocument'
  | 'deleteDocument'
  | 'setEmbeddingKey'
  | 'putPassages'
  | 'putCorrespondences'
  | 'putCorrespondence'
  | 'putReview'
  | 'deleteReview'
>

function makeReaders(connection: Neo4jConnection): Readers {
  const read = <T>(work: (transaction: Transaction) => Promise<T>) => connection.read(work)
  const light = readTogether((work) => connection.readBriefly(work))
  return {
    nodes: (ids) => light((tx) => readNodes(tx, ids)),
    childrenOf: (parentIds, relation) => light((tx) => readChildren(tx, parentIds, relation)),
    productsOf: (clauseIds) => light((tx) => readProducts(tx, clauseIds)),
    bodies: (documentIds) => read((tx) => readBodies(tx, documentIds)),
    documents: (filter, page, order) => light((tx) => listDocuments(tx, filter, page, order)),
    wantedDocuments: (page) => light((tx) => listWantedDocuments(tx, page)),
    clauses: (filter, page) => light((tx) => listClauses(tx, filter, page)),
    agencies: (filter, page) => light((tx) => listAgencies(tx, filter, page)),
    targets: (filter, page) => light((tx) => listTargets(tx, filter, page)),
    responsibilities: (filter, page) => light((tx) => listResponsibilities(tx, filter, page)),
    citations: (filter, page) => light((tx) => listCitations(tx, filter, page)),
    all: (kind) => read((tx) => readAll(tx, kind)),
    documentsByKey: (keys) => light((tx) => readDocumentsByKey(tx, keys)),
    keywordCandidates: (tokens, filter, limit) => read((tx) => findByWords(tx, tokens, filter, limit)),
    termsOf: (clauseIds) => read((tx) => readTerms(tx, clauseIds)),
    termCounts: (clauseIds, tokens) => read((tx) => readTermCounts(tx, clauseIds, tokens)),
    termStatistics: (tokens) => light((tx) => readTermStatistics(tx, tokens)),
    denseCandidates: (query, filter, limit) => read((tx) => findByVector(tx, query, filter, limit)),
    denseScores: (query, clauseIds) => read((tx) => readDenseScores(tx, query, clauseIds)),
    vectorsOf: (clauseIds) => read((tx) => readWholeVectors(tx, clauseIds)),
    passagesOf: (clauseIds) => read((tx) => readPassages(tx, clauseIds)),
    nearestClauses: (clauseIds, limit) => read((tx) => readNearestClauses(tx, clauseIds, limit)),
    edgesOf: (nodeIds, filter, limit) => light((tx) => readEdges(tx, nodeIds, filter, limit)),
    degreesOf: (nodeIds) => light((tx) => readDegrees(tx, nodeIds)),
    shortestPaths: (fromId, toId, options) => read((tx) => readShortestPaths(tx, fromId, toId, options)),
    chains: (documentIds, direction) => light((tx) => readChains(tx, documentIds, direction)),
    correspondences: (filter, order, page) => light((tx) => listCorrespondences(tx, filter, order, page)),
    linkOutlines: (filter) => read((tx) => readLinkOutlines(tx, filter)),
    documentsWithoutLinks: (key) => read((tx) => readDocumentsWithoutLinks(tx, key)),
    reviews: (page) => light((tx) => listReviews(tx, page)),
    bundle: (documentId) => read((tx) => readBundle(tx, documentId)),
    embeddingKey: () => light(readEmbeddingKey),
    documentsWithoutVectors: () => read(readDocumentsWithoutVectors),
    documentBySha256: (sha256) => read((tx) => readDocumentBySha256(tx, sha256)),
    statistics: () => read(readStatistics),
  }
}

function makeWriters(connection: Neo4jConnection): Writers {
  const write = <T>(work: (transaction: Transaction) => Promise<T>) => connection.write(work)
  return {
    putReference: (nodes) => write((tx) => upsertShared(tx, nodes)),
    putDocument: (bundle) => write((tx) => putDocument(tx, bundle)),
    deleteDocument: (id) => write((tx) => deleteDocument(tx, id)),
    setEmbeddingKey: (key) => writeEmbeddingKey(connection, key),
    putPassages: (documentId, passages) => write((tx) => putPassages(tx, documentId, passages)),
    putCorrespondences: (documentId, key, edges, compared) =>
      write((tx) => putCorrespondences(tx, documentId, key, edges, compared)),
    putCorrespondence: (edge) => write((tx) => putCorrespondence(tx, edge)),
    putReview: (review) => write((tx) => putReview(tx, review)),
    deleteReview: (clauseIds) => write((tx) => deleteReview(tx, clauseIds)),
  }
}

/**
 * Opens a Neo4j database (5.26 LTS or later) as the store, and brings its schema up to date.
 * @throws ZhengmaiError STORE_UNAVAILABLE (not reached: try again), STORE_UNAUTHORIZED, STORE_FOREIGN (holds data of
 * others), STORE_NEWER_SCHEMA, STORE_UNREADABLE, BAD_INPUT (no URI of Neo4j)
 */
export async function openNeo4jStore(options: Neo4jOptions): Promise<GraphStore> {
  const connection = await Neo4jConnection.open(options)
  try {
    await connection.verify()
    await migrate(connection, options.force ?? false)
  } catch (error) {
    await connection.close()
    throw error
  }
  const close = () => connection.close()
  return {
    ...makeReaders(connection),
    ...makeWriters(connection),
    exclusively: (task) => connection.exclusively(task),
    supports: CAPABILITIES,
    close,
    [Symbol.asyncDispose]: close,
  }
}
