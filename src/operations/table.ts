import { agencyDutiesOperation } from './agencyDuties.ts'
import { checkCitationOperation } from './checkCitation.ts'
import { compareTargetsOperation } from './compareTargets.ts'
import { exploreGraphOperation } from './exploreGraph.ts'
import { fetchOperation } from './fetch.ts'
import { listDocumentsOperation } from './listDocuments.ts'
import type { Operation } from './operation.ts'
import { searchOperation } from './search.ts'
import { traceImplementationOperation } from './traceImplementation.ts'

/** Every call, in the order in which a model is shown them. */
export const OPERATIONS: readonly Operation[] = [
  searchOperation,
  fetchOperation,
  listDocumentsOperation,
  traceImplementationOperation,
  compareTargetsOperation,
  agencyDutiesOperation,
  checkCitationOperation,
  exploreGraphOperation,
]
