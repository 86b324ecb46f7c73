import type { DocumentBundle } from '../src/domain/bundle.ts'
import { numberedDocumentId, titledDocumentId } from '../src/domain/ids.ts'
import type {
  AgencyNode,
  CitationEdge,
  DocumentNode,
  FieldSpan,
  PlaceNode,
  SourceFile,
} from '../src/domain/nodes.ts'
import type { Notice } from '../src/domain/notice.ts'
import { kindOfTitle } from '../src/text/documentKind.ts'
import { foldKey } from '../src/text/fold.ts'
import type { Gazetteer } from '../src/text/gazetteer.ts'
import {
  buildLedger,
  buildProducts,
  buildResponsibilities,
  buildTargets,
  type FactContext,
} from './buildFacts.ts'
import { buildStructure } from './buildStructure.ts'
import { giveIds } from './elementIds.ts'
import { type DocumentLookup, linkCitations, splitNumber } from './link/citations.ts'
import { legalForceOf } from './link/legalForce.ts'
import { findTakeovers } from './link/takeovers.ts'
import type { ReadDocument } from './readDocument.ts'
import { type CitationFact, type SourceText, spanOf } from './values.ts'

/** A citation whose title or number is printed; what is inferred about it is in the link. */
const CITATION_CONFIDENCE = { numbered: 0.99, titled: 0.95, named: 0.9, reference: 0.75 }

/** The graph of one document, without its search index entries. */
export type UnindexedBundle = Omit<DocumentBundle, 'terms' | 'passages'>

/** The part of a document's graph that needs no other document; its citations are not linked yet. */
export interface LocalGraph {
  readonly document: ReadDocument
  readonly context: FactContext
  readonly nodes: Omit<UnindexedBundle, 'document' | 'citations' | 'citedDocuments' | 'takesOver'>
}

/** Turns a read document into nodes and edges. Pure: several documents can be built side by side. */
export function buildGraph(document: ReadDocument, gazetteer: Gazetteer): LocalGraph {
  const { facts, source, agencies } = document
  const documentId = documentIdOf(document, gazetteer)
  const ids = giveIds(documentId, facts.outline)
  const context: FactContext = { documentId, facts, ids, agencies }
  const resolved = storedNames(facts).flatMap((printed) => agencies.get(printed) ?? [])
  return {
    document,
    context,
    nodes: {
      body: { text: facts.outline.normal.text, sourceText: source.text, sourceBytes: source.bytes },
      ...buildStructure(documentId, facts, ids),
      agencies: unique<AgencyNode>(resolved.flatMap(({ agency, parents }) => [agency, ...parents])),
      places: unique<PlaceNode>(resolved.flatMap(({ zones }) => zones)),
      responsibilities: buildResponsibilities(context),
      targets: buildTargets(context),
      ...buildProducts(context),
      ledger: buildLedger(context),
    },
  }
}

/**
 * Links the citations to the documents that the store knows, and the document to the stubs that it turns out to be. What is
 * linked must be stored before another document is linked, or two that cite each other miss each other.
 * @param ingestedAt ISO-8601 date and time (UTC)
 */
export async function linkGraph(
  { document, context, nodes }: LocalGraph,
  gazetteer: Gazetteer,
  store: DocumentLookup,
  ingestedAt: string,
): Promise<UnindexedBundle> {
  const cited = await buildCitations(context, store, gazetteer)
  const node = documentNode(document, context.documentId, ingestedAt, cited.notices)
  return {
    ...nodes,
    document: node,
    citations: cited.citations,
    citedDocuments: cited.documents,
    takesOver: await findTakeovers(node, store),
  }
}

/** Names that an edge of the graph leads to: issuers, parties to notes and to ledger rows, not those of running text. */
function storedNames({ document, clauses, ledger }: ReadDocument['facts']): string[] {
  return [
    ...document.issuers.map(({ value }) => value),
    ...clauses.flatMap(({ duties, runningDuties }) =>
      [...duties, ...runningDuties].map(({ printed }) => printed),
    ),
    ...ledger.flatMap(({ lead, support }) => [...lead, ...support]),
  ]
}

/** One node per id; names that several prints add are joined. */
function unique<N extends AgencyNode | PlaceNode>(nodes: readonly N[]): N[] {
  const byId = new Map<string, N>()
  for (const node of nodes) {
    const known = byId.get(node.id)
    byId.set(node.id, known === undefined ? node : join(known, node))
  }
  return [...byId.values()]
}

function join<N extends AgencyNode | PlaceNode>(a: N, b: N): N {
  if (a.kind !== 'AGENCY' || b.kind !== 'AGENCY') return a
  return { ...a, aliases: [...new Set([...a.aliases, ...b.aliases])] }
}

function documentIdOf({ facts }: ReadDocument, gazetteer: Gazetteer): string {
  const { number, place, title, issuers, issuedOn } = facts.document
  const code = place === null ? null : (place.code ?? gazetteer.ancestors(place)[0]?.code ?? null)
  const parsed = number === null ? null : splitNumber(number.value)
  if (parsed !== null) return numberedDocumentId(code, parsed)
  const year = issuedOn === null ? null : Number(issuedOn.value.slice(0, 4))
  // Orders of one year bear the same title; their number tells them apart.
  const key = foldKey(
    [title?.value ?? '', number?.value ?? '', ...issuers.map(({ value }) => value)].join(''),
  )
  return titledDocumentId(code, year, key)
}

/** An order gives the force of the rule that it makes known; a party body's document is one whatever its title says. */
function forceOf({ document: d }: ReadDocument['facts']) {
  const number = d.number?.value ?? null
  if (d.issuers.some(({ value }) => /^(?:中共|中国共产党)/.test(value))) return 'PARTY_DOCUMENT'
  const title = d.kind === '令' ? (d.carriedTitle?.value ?? '') : (d.title?.value ?? '')
  return legalForceOf(title, d.level, number)
}

function documentNode(
  document: ReadDocument,
  id: string,
  ingestedAt: string,
  linkNotices: readonly Notice[],
): DocumentNode {
  const { facts, source, agencies } = document
  const d = facts.document
  const { normal } = facts.outline
  const title = d.title?.value ?? ''
  const carriedTitle = d.carriedTitle?.value ?? null
  return {
    kind: 'DOCUMENT',
    id,
    title,
    number: d.number?.value ?? null,
    documentKind: d.kind,
    carriedTitle,
    carriedKind: carriedTitle === null ? null : kindOfTitle(carriedTitle),
    legalForce: forceOf(facts),
    level: d.level,
    placeId: d.place?.id ?? null,
    issuerIds: [...new Set(d.issuers.flatMap(({ value }) => agencies.get(value)?.agency.id ?? []))],
    issuedOn: d.issuedOn?.value ?? null,
    printedOn: d.printedOn?.value ?? null,
    publishedOn: d.publishedOn?.value ?? null,
    effectiveFrom: d.effectiveFrom?.value ?? null,
    effectiveUntil: d.effectiveUntil?.value ?? null,
    recipients: d.recipients.map(({ value }) => value),
    copiedTo: d.copiedTo.map(({ value }) => value),
    elements: d.elements.map(({ name, value, range, confidence }) => ({
      name,
      value,
      confidence,
      span: spanOf(normal, range.start, range.end),
    })),
    fieldSpans: fieldSpans(document),
    ingested: true,
    source: sourceFile(source, ingestedAt),
    notices: [...source.notices, ...normal.notices, ...facts.notices, ...linkNotices],
  }
}

function sourceFile(source: SourceText, ingestedAt: string): SourceFile {
  const { name, sha256, mediaType, pageStarts, recognition } = source
  return { name, sha256, mediaType, ingestedAt, pageStarts, recognition }
}

/** Where the fields of the document were read; a date that follows from another one has that one's words. */
function fieldSpans({ facts }: ReadDocument): FieldSpan[] {
  const { title, number, carriedTitle, issuedOn, printedOn, publishedOn, effectiveFrom, effectiveUntil } =
    facts.document
  const { issuers, recipients, copiedTo } = facts.document
  const fields = {
    title,
    number,
    carriedTitle,
    issuedOn,
    printedOn,
    publishedOn,
    effectiveFrom,
    effectiveUntil,
    issuers,
    recipients,
    copiedTo,
  }
  return Object.entries(fields).flatMap(([field, read]) =>
    [read]
      .flat()
      .flatMap((each) =>
        each === null
          ? []
          : [{ field, span: spanOf(facts.outline.normal, each.range.start, each.range.end) }],
      ),
  )
}

interface PlacedCitation extends CitationFact {
  readonly clauseId: string | null
}

function confidenceOf(number: string | null, naming: CitationFact['naming']): number {
  if (naming !== undefined)
    return naming === 'NAME' ? CITATION_CONFIDENCE.named : CITATION_CONFIDENCE.reference
  return number === null ? CITATION_CONFIDENCE.titled : CITATION_CONFIDENCE.numbered
}

/** The citations of the document and its clauses in the order of the text, and the documents that they cite. */
async function buildCitations(
  { documentId, facts, ids }: FactContext,
  store: DocumentLookup,
  gazetteer: Gazetteer,
) {
  const { normal } = facts.outline
  const placed: PlacedCitation[] = [
    ...facts.citations.map((citation) => ({ ...citation, clauseId: null })),
    ...facts.clauses.flatMap((clause, i) =>
      clause.citations.map((citation) => ({ ...citation, clauseId: ids.clauses[i] as string })),
    ),
  ].sort((a, b) => a.range.start - b.range.start)
  const printed = placed.map((citation) => ({
    title: citation.title,
    number: citation.number,
    issuerHint: citation.issuerHint,
    span: spanOf(normal, citation.range.start, citation.range.end),
  }))
  const citing = { place: facts.document.place, number: facts.document.number?.value ?? null }
  const links = await linkCitations(printed, citing, store, gazetteer)
  const citations = placed.map(
    ({ range, issuerHint: _, naming, ...citation }, i): CitationEdge => ({
      id: `${documentId}/cite_${i + 1}`,
      documentId,
      ordinal: i + 1,
      targetId: links[i]?.targetId ?? documentId,
      ...citation,
      span: spanOf(normal, range.start, range.end),
      confidence: confidenceOf(citation.number, naming),
    }),
  )
  const documents = new Map(links.map(({ document }) => [document.id, document]))
  return {
    citations,
    documents: [...documents.values()].filter((document) => !document.ingested),
    notices: links.flatMap(({ notices }) => notices),
  }
}
