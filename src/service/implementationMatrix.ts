import type { CorrespondenceFilter, LinkOutline } from '../../graph/port/graphStore.ts'
import type { ReviewedCorrespondence } from '../domain/correspondence.ts'
import type { ClauseNode, DocumentNode } from '../domain/nodes.ts'
import { byCodeUnits } from '../domain/order.ts'
import type { CorrespondenceDegree, CorrespondenceKind } from '../domain/vocabulary.ts'
import { type Correspondence, orient, readMinScore } from './correspondences.ts'
import { kinshipOf, lagDays } from './documentKinship.ts'
import { withoutUndefined } from './filterParts.ts'
import { chooseLower, findUpper } from './implementationDocuments.ts'
import { openNearest } from './implementationNearest.ts'
import { readLinks } from './linkReader.ts'
import type { Scope } from './scope.ts'

export interface MatrixArguments {
  /** Id of the upper document. */
  readonly upper: string
  /** Ids of the lower ones; absent: all that implement it, and all of places below it that have counterparts. */
  readonly lower?: readonly string[] | null
  readonly minScore?: number | null
}

/** A lower document beside the upper one. */
export interface ImplementationColumn {
  readonly document: DocumentNode
  /** The lower document's towards the upper one. */
  readonly kind: CorrespondenceKind
  /** Upper clauses with SAME_MEASURE, with SAME_TOPIC only, and in all. */
  readonly covered: number
  readonly topicOnly: number
  readonly total: number
  /** Days from the issue of the upper document to that of this one. */
  readonly lagDays: number | null
  /** Its clauses without any counterpart in the upper document, in the order of the text. */
  additions(): Promise<readonly ClauseNode[]>
}
export interface ImplementationCell {
  readonly document: DocumentNode
  /** From the upper clause to clauses of the lower document, best first. */
  readonly correspondences: readonly Correspondence[]
  /** Of a gap: the likeliest clause of the lower document, though not likely enough. Null without vectors, or where it is no gap. */
  nearest(): Promise<Correspondence | null>
}
export interface ImplementationRow {
  readonly clause: ClauseNode
  readonly cells: readonly ImplementationCell[]
}
export interface ImplementationMatrix {
  readonly upper: DocumentNode
  /** Clauses of the upper document. */
  readonly total: number
  /** In the order asked for, else those that implement it first, by date of issue, undated last, then by id. */
  readonly columns: readonly ImplementationColumn[]
  /** One for each clause of the upper document, with cells for these columns. */
  rows(columns: readonly ImplementationColumn[]): Promise<readonly ImplementationRow[]>
}

/** Every clause of an upper document against lower documents; its store calls do not grow with clauses or documents. */
export async function readMatrix(scope: Scope, args: MatrixArguments): Promise<ImplementationMatrix> {
  const minScore = readMinScore(args.minScore)
  const upper = await findUpper(scope, args.upper)
  const given = args.lower == null ? null : await chooseLower(scope, upper, args.lower)
  const filter = withoutUndefined<CorrespondenceFilter>({
    documentIds: [upper.id],
    otherDocumentIds: given?.map((document) => document.id),
    minScore,
  })
  const [clauses, links] = await Promise.all([
    scope.read.children('CLAUSE', 'CLAUSES_OF_DOCUMENT', upper.id),
    scope.store.linkOutlines(filter),
  ])
  const lower = given ?? (await chooseLower(scope, upper, null, links))
  const byDocument = groupByLower(links, upper.id)
  const columns = await Promise.all(
    lower.map((document) =>
      makeColumn(scope, upper, document, clauses.length, byDocument.get(document.id) ?? []),
    ),
  )
  const nearest = openNearest(scope, upper)
  return {
    upper,
    total: clauses.length,
    columns: given === null ? columns.toSorted(byKindAndDate) : columns,
    async rows(shown) {
      const wanted = shown.map(({ document }) => document.id).filter((id) => byDocument.has(id))
      const full =
        wanted.length === 0 ? [] : await readLinks(scope.store, { ...filter, otherDocumentIds: wanted })
      const oriented = await Promise.all(full.map((link) => orient(scope, link, upperClause(link, upper.id))))
      return makeRows(clauses, shown, oriented, nearest)
    },
  }
}

function upperClause({ edge }: ReviewedCorrespondence, upperId: string): string {
  return edge.clauseIds[edge.documentIds[0] === upperId ? 0 : 1]
}

/** A link with its clause in the upper document and the one in the lower. */
interface LinkedPair {
  readonly degree: CorrespondenceDegree
  readonly upperId: string
  readonly lowerId: string
}

function groupByLower(
  links: readonly LinkOutline[],
  documentId: string,
): ReadonlyMap<string, readonly LinkedPair[]> {
  const groups = new Map<string, LinkedPair[]>()
  for (const link of links) {
    const { clauseIds, documentIds, degree } = link
    const [upper, lower] = documentIds[0] === documentId ? ([0, 1] as const) : ([1, 0] as const)
    const pair = { degree, upperId: clauseIds[upper], lowerId: clauseIds[lower] }
    const group = groups.get(documentIds[lower])
    if (group === undefined) groups.set(documentIds[lower], [pair])
    else group.push(pair)
  }
  return groups
}

async function makeColumn(
  scope: Scope,
  upper: DocumentNode,
  document: DocumentNode,
  total: number,
  links: readonly LinkedPair[],
): Promise<ImplementationColumn> {
  const covered = clausesWith(links, 'SAME_MEASURE')
  const topics = clausesWith(links, 'SAME_TOPIC')
  return {
    document,
    kind: await kinshipOf(scope, document, upper),
    covered: covered.size,
    topicOnly: [...topics].filter((id) => !covered.has(id)).length,
    total,
    lagDays: lagDays(document, upper),
    async additions() {
      const linked = new Set(links.map(({ lowerId }) => lowerId))
      const clauses = await scope.read.children('CLAUSE', 'CLAUSES_OF_DOCUMENT', document.id)
      return clauses.filter(({ id }) => !linked.has(id))
    },
  }
}

function clausesWith(links: readonly LinkedPair[], degree: CorrespondenceDegree): Set<string> {
  return new Set(links.filter((link) => link.degree === degree).map(({ upperId }) => upperId))
}

function makeRows(
  clauses: readonly ClauseNode[],
  columns: readonly ImplementationColumn[],
  links: readonly Correspondence[],
  nearest: (clauseId: string, lowerId: string) => Promise<Correspondence | null>,
): ImplementationRow[] {
  const cells = new Map<string, Correspondence[]>()
  for (const link of links) {
    const key = `${link.clause.id} ${link.other.documentId}`
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [link])
    else cell.push(link)
  }
  return clauses.map((clause) => ({
    clause,
    cells: columns.map(({ document }) => {
      const correspondences = cells.get(`${clause.id} ${document.id}`) ?? []
      const isGap = correspondences.length === 0
      return {
        document,
        correspondences,
        nearest: async () => (isGap ? nearest(clause.id, document.id) : null),
      }
    }),
  }))
}

const KIND_ORDER: readonly CorrespondenceKind[] = ['IMPLEMENTS', 'PARALLEL', 'IMPLEMENTED_BY']

function byKindAndDate(a: ImplementationColumn, b: ImplementationColumn): number {
  const [one, other] = [a.document, b.document]
  return (
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    byCodeUnits(one.issuedOn ?? '9999', other.issuedOn ?? '9999') ||
    byCodeUnits(one.id, other.id)
  )
}
