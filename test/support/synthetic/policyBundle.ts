import { createHash } from 'node:crypto'
import type { DocumentBundle, Passage } from '../../../src/domain/bundle.ts'
import type { AgencyNode, ClauseNode, ResponsibilityEdge } from '../../../src/domain/nodes.ts'
import type { Span } from '../../../src/domain/span.ts'
import {
  agencyNode,
  bundle,
  citation,
  clauseNode,
  documentNode,
  passage,
  responsibility,
  sectionNode,
  stubNode,
} from '../bundle.ts'
import { type PlannedDocument, syntheticDocumentId } from './policyPlan.ts'
import { type ClausePlace, type PolicySource, writePolicy } from './policySource.ts'

/** What the search index is made of; `src/search/indexing.ts` of whatever build is measured. */
export interface Indexing {
  readonly clauseTokens: (clause: ClauseNode) => readonly string[]
  readonly passageTexts: (indexText: string) => readonly { readonly window: Passage['window'] }[]
  readonly clauseIndexText: (clause: ClauseNode) => string
  /** A vector near those of the topic, another one with each call; null for a corpus without vectors. */
  readonly vectorOf: ((topic: number) => Float32Array) | null
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }): Span {
  return { start, end, source: { start, end } }
}

/** What reading would make of the document, without reading it: for corpora that only have to be large. */
export function policyBundle(plan: PlannedDocument, indexing: Indexing): DocumentBundle {
  const source = writePolicy(plan)
  const documentId = syntheticDocumentId(plan)
  const clauses = makeClauses(plan, source, documentId)
  const { upper } = plan
  const sourceBytes = Buffer.from(source.text)
  const { agencies, responsibilities } = makeDuties(plan, clauses)
  const defaults = documentNode({ id: documentId })
  const document = documentNode({
    ...{ id: documentId, title: plan.title, number: plan.number, documentKind: plan.documentKind },
    ...{ level: plan.place.level, placeId: `place/${plan.place.code}` },
    issuedOn: `${plan.year}-${String(plan.month).padStart(2, '0')}-15`,
    // an archive of the corpus can be taken in: the digest is compared there
    source: { ...defaults.source!, sha256: createHash('sha256').update(sourceBytes).digest('hex') },
  })
  return bundle(document, {
    body: { text: source.text, sourceText: source.text, sourceBytes },
    sections: source.sections.map((section, index) =>
      sectionNode({
        ...{ id: `${documentId}/sec_${index + 1}`, documentId, ordinal: index + 1, title: section.title },
        span: spanOf(section),
      }),
    ),
    clauses,
    agencies,
    responsibilities,
    citedDocuments: upper === null ? [] : [stubNode(upper)],
    citations:
      upper === null || source.citation === null
        ? []
        : [
            citation({
              ...{
                id: `${documentId}/cite_1`,
                documentId,
                targetId: upper.id,
                relation: 'IMPLEMENTS' as const,
              },
              ...{ cue: '贯彻落实', number: upper.number, span: spanOf(source.citation) },
            }),
          ],
    terms: clauses.map((clause) => ({ clauseId: clause.id, tokens: indexing.clauseTokens(clause) })),
    passages: clauses.flatMap((clause, index) => makePassages(clause, plan.clauses[index]!.topic, indexing)),
  })
}

function makeClauses(plan: PlannedDocument, source: PolicySource, documentId: string): ClauseNode[] {
  return plan.clauses.map((planned, index) => {
    const { section, ordinal, start, end, bodyStart, bodyEnd } = source.clauses[index] as ClausePlace
    const sectionId = `${documentId}/sec_${section}`
    return clauseNode({
      ...{ id: `${sectionId}__cl_${ordinal}`, documentId, sectionId, ordinal, label: `（${ordinal}）` },
      ...{ title: planned.heading, text: planned.text },
      span: spanOf({ start, end }),
      bodySpan: spanOf({ start: bodyStart, end: bodyEnd }),
    })
  })
}

function makeDuties(
  plan: PlannedDocument,
  clauses: readonly ClauseNode[],
): { readonly agencies: AgencyNode[]; readonly responsibilities: ResponsibilityEdge[] } {
  const agencies = new Map<string, AgencyNode>()
  const responsibilities = clauses.flatMap(({ id: clauseId, documentId, span }, index) =>
    plan.clauses[index]!.agencies.map(({ role, name, function: agencyFunction }, i) => {
      const { code, name: place, level } = plan.place
      const ownName = level === 'NATIONAL' ? name : place + name.slice(1)
      const agencyId = `agency/${code}/${ownName}`
      agencies.set(
        agencyId,
        agencyNode({ id: agencyId, aliases: [name], function: agencyFunction, placeId: `place/${code}` }),
      )
      return responsibility({ clauseId, documentId, agencyId, ordinal: i + 1, role, printed: name, span })
    }),
  )
  return { agencies: [...agencies.values()], responsibilities }
}

function makePassages(clause: ClauseNode, topic: number, indexing: Indexing): Passage[] {
  const { vectorOf } = indexing
  if (vectorOf === null) return []
  return indexing
    .passageTexts(indexing.clauseIndexText(clause))
    .map(({ window }) => passage(clause.id, vectorOf(topic), window))
}
