/**
 * Factories of document bundles for tests: each gives a whole, consistent value, and a test states only what differs.
 * The documents are made up; no seed document's content is repeated here.
 */
import type { DocumentBundle, Passage } from '../../src/domain/bundle.ts'
import type {
  AgencyNode,
  CitationEdge,
  ClauseNode,
  DocumentNode,
  LedgerRowNode,
  PlaceNode,
  ProductTypeNode,
  ResponsibilityEdge,
  SectionNode,
  TargetNode,
} from '../../src/domain/nodes.ts'
import type { Span } from '../../src/domain/span.ts'

export function span(start = 0, end = start + 1): Span {
  return { start, end, source: { start, end } }
}

export function documentNode(overrides: Partial<DocumentNode> & { readonly id: string }): DocumentNode {
  return {
    kind: 'DOCUMENT',
    title: `关于${overrides.id}的通知`,
    number: null,
    documentKind: '通知',
    carriedTitle: null,
    carriedKind: null,
    legalForce: 'NORMATIVE_DOCUMENT',
    level: 'MUNICIPAL',
    placeId: 'place/990100',
    issuerIds: [],
    issuedOn: '2024-01-01',
    printedOn: null,
    publishedOn: null,
    effectiveFrom: null,
    effectiveUntil: null,
    recipients: [],
    copiedTo: [],
    elements: [],
    fieldSpans: [],
    ingested: true,
    source: {
      name: 'a.txt',
      sha256: Buffer.from(overrides.id).toString('hex'),
      mediaType: 'text/plain',
      ingestedAt: '2026-01-01T00:00:00Z',
      pageStarts: [],
      recognition: null,
    },
    notices: [],
    ...overrides,
  }
}

/** A document that is only cited. */
export function stubNode(overrides: Partial<DocumentNode> & { readonly id: string }): DocumentNode {
  return documentNode({ ingested: false, source: null, issuedOn: null, legalForce: null, ...overrides })
}

export function sectionNode(
  overrides: Partial<SectionNode> & { readonly id: string; readonly documentId: string },
): SectionNode {
  return {
    kind: 'SECTION',
    annexId: null,
    parentId: null,
    ordinal: 1,
    label: '一',
    title: '总体要求',
    span: span(),
    ...overrides,
  }
}

export function clauseNode(
  overrides: Partial<ClauseNode> & { readonly id: string; readonly documentId: string },
): ClauseNode {
  return {
    kind: 'CLAUSE',
    sectionId: null,
    annexId: null,
    parentId: null,
    ordinal: 1,
    label: '（一）',
    title: null,
    text: '支持企业发展。',
    span: span(),
    bodySpan: span(),
    ...overrides,
  }
}

export function agencyNode(overrides: Partial<AgencyNode> & { readonly id: string }): AgencyNode {
  return {
    kind: 'AGENCY',
    name: overrides.id.split('/').at(-1) ?? '',
    officialName: null,
    aliases: [],
    agencyKind: 'BODY',
    function: null,
    placeId: 'place/990100',
    parentId: null,
    ...overrides,
  }
}

export function placeNode(overrides: Partial<PlaceNode> & { readonly id: string }): PlaceNode {
  return {
    kind: 'JURISDICTION',
    name: '甲市',
    code: '990100',
    level: 'MUNICIPAL',
    parentId: null,
    ...overrides,
  }
}

export function productTypeNode(
  overrides: Partial<ProductTypeNode> & { readonly id: string },
): ProductTypeNode {
  return {
    kind: 'PRODUCT_TYPE',
    name: overrides.id.split('/').at(-1) ?? '',
    aliases: [],
    broaderId: null,
    ...overrides,
  }
}

export function targetNode(
  overrides: Partial<TargetNode> & { readonly id: string; readonly clauseId: string },
): TargetNode {
  return {
    kind: 'TARGET',
    documentId: overrides.clauseId.split('/sec_')[0] ?? '',
    ordinal: 1,
    targetKind: 'GOAL',
    bound: 'AT_LEAST',
    metric: null,
    value: null,
    valueMax: null,
    unit: null,
    amount: null,
    amountUnit: null,
    baseline: null,
    condition: null,
    deadline: null,
    productTypeIds: [],
    leadIds: [],
    span: span(),
    confidence: 1,
    ...overrides,
  }
}

export function ledgerRow(
  overrides: Partial<LedgerRowNode> & { readonly id: string; readonly documentId: string },
): LedgerRowNode {
  return {
    kind: 'LEDGER_ROW',
    ordinal: 1,
    task: null,
    measure: '建设平台',
    leadIds: [],
    supportIds: [],
    deadline: null,
    clauseId: null,
    span: span(),
    ...overrides,
  }
}

export function responsibility(
  overrides: Partial<ResponsibilityEdge> & { readonly clauseId: string; readonly agencyId: string },
): ResponsibilityEdge {
  const { role = 'LEAD', printed = '市某局', origin = 'NOTE' } = overrides
  return {
    documentId: overrides.clauseId.split('/sec_')[0] ?? '',
    ordinal: 1,
    role,
    printed,
    span: span(),
    origin,
    confidence: 1,
    mentions: [{ role, printed, span: span(), origin, scope: null, deadline: null }],
    ...overrides,
  }
}

export function citation(
  overrides: Partial<CitationEdge> & {
    readonly id: string
    readonly documentId: string
    readonly targetId: string
  },
): CitationEdge {
  return {
    clauseId: null,
    ordinal: 1,
    relation: 'CITES',
    cue: null,
    title: null,
    number: null,
    locator: null,
    span: span(),
    confidence: 1,
    ...overrides,
  }
}

/** A bundle without any fact. */
export function bundle(document: DocumentNode, overrides: Partial<DocumentBundle> = {}): DocumentBundle {
  return {
    document,
    body: {
      text: `正文：${document.title}`,
      sourceText: `原文：${document.title}`,
      sourceBytes: Buffer.from(document.title),
    },
    annexes: [],
    sections: [],
    clauses: [],
    agencies: [],
    places: [],
    responsibilities: [],
    citations: [],
    citedDocuments: [],
    targets: [],
    about: [],
    productMentions: [],
    ledger: [],
    terms: [],
    passages: [],
    takesOver: [],
    ...overrides,
  }
}

/** A seeded generator of numbers in [0, 1) (mulberry32), so that random tests repeat. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A vector of length 1 in a random direction. */
export function randomVector(random: () => number, dimensions: number): Float32Array {
  // a sum of uniform numbers is near enough to a normal one, so that no direction is preferred
  const vector = Float32Array.from(
    { length: dimensions },
    () => random() + random() + random() + random() - 2,
  )
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

export function passage(clauseId: string, vector: Float32Array, window: Passage['window'] = null): Passage {
  return { clauseId, window, vector }
}

/** A bundle of `count` clauses `<id>/sec_1__cl_<n>` with words and, where `dimensions` is given, random vectors. */
export function syntheticBundle(
  id: string,
  count: number,
  random: () => number,
  options: { readonly dimensions?: number; readonly vocabulary?: number; readonly windows?: number } = {},
): DocumentBundle {
  const { dimensions, vocabulary = 5_000, windows = 2 } = options
  const document = documentNode({ id })
  const sectionId = `${id}/sec_1`
  const clauses = Array.from({ length: count }, (_, i) =>
    clauseNode({ id: `${sectionId}__cl_${i + 1}`, documentId: id, sectionId, ordinal: i + 1 }),
  )
  const words = () => Array.from({ length: 100 }, () => `词${Math.floor(vocabulary * random() ** 3)}`)
  const passages =
    dimensions === undefined
      ? []
      : clauses.flatMap((clause) => [
          passage(clause.id, randomVector(random, dimensions)),
          ...Array.from({ length: windows }, (_, i) =>
            passage(clause.id, randomVector(random, dimensions), { start: i * 80, end: (i + 1) * 80 }),
          ),
        ])
  return bundle(document, {
    sections: [sectionNode({ id: sectionId, documentId: id })],
    clauses,
    terms: clauses.map((clause) => ({ clauseId: clause.id, tokens: words() })),
    passages,
  })
}
