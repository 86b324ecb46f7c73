import { checkQuote } from '../../../service/check/checkQuote.ts'
import { checkText } from '../../../service/check/checkText.ts'
import { readName } from '../../../service/chooseOne.ts'
import { findCorrespondence } from '../../../service/correspondences.ts'
import { findAgency } from '../../../service/findAgencies.ts'
import { findDocument } from '../../../service/findDocuments.ts'
import { findProductType } from '../../../service/findProductTypes.ts'
import { readGraph } from '../../../service/graph.ts'
import { listAgencies } from '../../../service/listAgencies.ts'
import { listClauses } from '../../../service/listClauses.ts'
import { listDocuments, listWantedDocuments } from '../../../service/listDocuments.ts'
import { listPlaces } from '../../../service/listPlaces.ts'
import { listTargets } from '../../../service/listTargets.ts'
import { readPaths } from '../../../service/paths.ts'
import { readPeers } from '../../../service/peers.ts'
import { listReviewQueue } from '../../../service/review.ts'
import type { Scope } from '../../../service/scope.ts'
import { search } from '../../../service/search.ts'
import { readStatistics } from '../../../service/statistics.ts'
import type { StrictResolvers } from '../strictResolvers.ts'
import type { NodeValue } from '../values.ts'
import { openMatrix } from './implementation.ts'

export const queryResolvers = {
  Query: {
    node: (_root, { id }, { scope }) => findNode(scope, id),
    document: (_root, args, { scope }) => findDocument(scope, args),
    documents: (_root, args, { scope }) => listDocuments(scope, args.filter, args, args.orderBy),
    wantedDocuments: (_root, args, { scope }) => listWantedDocuments(scope, args),
    clause: (_root, { id }, { scope }) => scope.read.find('CLAUSE', readName('id', id)),
    clauses: (_root, args, { scope }) => listClauses(scope, args.filter, args),
    agency: (_root, args, { scope }) => findAgency(scope, args),
    agencies: (_root, args, { scope }) => listAgencies(scope, args.filter, args),
    jurisdictions: (_root, args, { scope }) => listPlaces(scope, args),
    productType: (_root, { name }, { scope }) => findProductType(scope, name),
    productTypes: async (_root, _args, { scope }) => (await scope.names.current()).productTypes,
    targets: (_root, args, { scope }) => listTargets(scope, args.filter, args),
    search: (_root, args, { scope }) => search(scope, args),
    implementation: (_root, args, { scope }, info) => openMatrix(scope, args, info),
    peers: (_root, args, { scope }) => readPeers(scope, args),
    graph: (_root, args, { scope }) => readGraph(scope, args),
    paths: (_root, args, { scope }) => readPaths(scope, args),
    checkQuote: (_root, args, { scope }) => checkQuote(scope, args),
    checkText: (_root, args, { scope }) => checkText(scope, args),
    reviewQueue: (_root, args, { scope }) => listReviewQueue(scope, args),
    statistics: (_root, _args, { scope }) => readStatistics(scope),
  },
} satisfies Partial<StrictResolvers>

async function findNode(scope: Scope, id: string): Promise<NodeValue | null> {
  const name = readName('id', id)
  return name.startsWith('correspondence/') ? findCorrespondence(scope, name) : scope.read.node(name)
}
