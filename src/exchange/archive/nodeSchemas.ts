/**
 * The shapes of nodes and edges in an archive, checked before anything of it is written. The types of the domain hold them: a
 * field that is added there does not compile until it is added here, which is when the format gets a new version.
 */
import { z } from 'zod'
import type { CorrespondenceEdge, CorrespondenceReview } from '../../domain/correspondence.ts'
import type {
  AgencyNode,
  AnnexNode,
  CitationEdge,
  ClauseNode,
  DocumentNode,
  LedgerRowNode,
  PlaceNode,
  ProductTypeNode,
  ResponsibilityEdge,
  SectionNode,
  SourceFile,
  TargetNode,
} from '../../domain/nodes.ts'
import {
  AGENCY_KINDS,
  BOUNDS,
  CORRESPONDENCE_DEGREES,
  EVIDENCE_SIGNALS,
  FACT_ORIGINS,
  LEGAL_FORCES,
  LEVELS,
  RELATIONS,
  REVIEW_VERDICTS,
  ROLES,
  SEVERITIES,
  TARGET_KINDS,
} from '../../domain/vocabulary.ts'

const id = z.string().min(1)
const text = z.string()
const maybe = text.nullable()
const texts = z.array(text)
const place = z.int().nonnegative()
const share = z.number()
const figure = z.number().nullable()
export const range = z.object({ start: place, end: place })
export const span = range.extend({ source: range })
const part = { documentId: id, span }

const source: z.ZodType<SourceFile> = z.object({
  name: text,
  sha256: text,
  mediaType: text,
  ingestedAt: text,
  pageStarts: z.array(place),
  recognition: z.object({ confidence: share }).nullable(),
})

export const documentSchema: z.ZodType<DocumentNode> = z.object({
  kind: z.literal('DOCUMENT'),
  id,
  title: text,
  number: maybe,
  documentKind: maybe,
  carriedTitle: maybe,
  carriedKind: maybe,
  legalForce: z.enum(LEGAL_FORCES).nullable(),
  level: z.enum(LEVELS).nullable(),
  placeId: maybe,
  issuerIds: texts,
  issuedOn: maybe,
  printedOn: maybe,
  publishedOn: maybe,
  effectiveFrom: maybe,
  effectiveUntil: maybe,
  recipients: texts,
  copiedTo: texts,
  elements: z.array(z.object({ name: text, value: text, confidence: share, span: span.nullable() })),
  fieldSpans: z.array(z.object({ field: text, span })),
  ingested: z.boolean(),
  source: source.nullable(),
  notices: z.array(
    z.object({ code: text, severity: z.enum(SEVERITIES), message: text, span: span.nullable() }),
  ),
})

export const annexSchema: z.ZodType<AnnexNode> = z.object({
  kind: z.literal('ANNEX'),
  id,
  ...part,
  ordinal: place,
  label: text,
  title: maybe,
  documentKind: maybe,
})

export const sectionSchema: z.ZodType<SectionNode> = z.object({
  kind: z.literal('SECTION'),
  id,
  ...part,
  annexId: maybe,
  parentId: maybe,
  ordinal: place,
  label: text,
  title: text,
})

export const clauseSchema: z.ZodType<ClauseNode> = z.object({
  kind: z.literal('CLAUSE'),
  id,
  ...part,
  sectionId: maybe,
  annexId: maybe,
  parentId: maybe,
  ordinal: place,
  label: text,
  title: maybe,
  text,
  bodySpan: span,
})

export const agencySchema: z.ZodType<AgencyNode> = z.object({
  kind: z.literal('AGENCY'),
  id,
  name: text,
  officialName: maybe,
  aliases: texts,
  agencyKind: z.enum(AGENCY_KINDS),
  function: maybe,
  placeId: maybe,
  parentId: maybe,
})

export const placeSchema: z.ZodType<PlaceNode> = z.object({
  kind: z.literal('JURISDICTION'),
  id,
  name: text,
  code: maybe,
  level: z.enum(LEVELS),
  parentId: maybe,
})

export const productTypeSchema: z.ZodType<ProductTypeNode> = z.object({
  kind: z.literal('PRODUCT_TYPE'),
  id,
  name: text,
  aliases: texts,
  broaderId: maybe,
})

export const targetSchema: z.ZodType<TargetNode> = z.object({
  kind: z.literal('TARGET'),
  id,
  ...part,
  clauseId: id,
  ordinal: place,
  targetKind: z.enum(TARGET_KINDS),
  bound: z.enum(BOUNDS),
  metric: maybe,
  value: figure,
  valueMax: figure,
  unit: maybe,
  amount: figure,
  amountUnit: maybe,
  baseline: figure,
  condition: maybe,
  deadline: maybe,
  productTypeIds: texts,
  leadIds: texts,
  confidence: share,
})

export const ledgerSchema: z.ZodType<LedgerRowNode> = z.object({
  kind: z.literal('LEDGER_ROW'),
  id,
  ...part,
  ordinal: place,
  task: maybe,
  measure: text,
  leadIds: texts,
  supportIds: texts,
  deadline: maybe,
  clauseId: maybe,
})

const role = { role: z.enum(ROLES), printed: text, span, origin: z.enum(FACT_ORIGINS) }
export const responsibilitySchema: z.ZodType<ResponsibilityEdge> = z.object({
  documentId: id,
  clauseId: id,
  agencyId: id,
  ordinal: place,
  ...role,
  confidence: share,
  mentions: z.array(z.object({ ...role, scope: maybe, deadline: maybe })),
})

export const citationSchema: z.ZodType<CitationEdge> = z.object({
  id,
  ...part,
  clauseId: maybe,
  ordinal: place,
  targetId: id,
  relation: z.enum(RELATIONS),
  cue: maybe,
  title: maybe,
  number: maybe,
  locator: maybe,
  confidence: share,
})

export const linkSchema: z.ZodType<CorrespondenceEdge> = z.object({
  id,
  clauseIds: z.tuple([id, id]),
  documentIds: z.tuple([id, id]),
  degree: z.enum(CORRESPONDENCE_DEGREES),
  score: share,
  certainty: share,
  sharedWording: z.tuple([share, share]),
  evidence: z.array(
    z.object({
      signal: z.enum(EVIDENCE_SIGNALS),
      reason: text,
      weight: share,
      ranges: z.tuple([range.nullable(), range.nullable()]),
    }),
  ),
})

export const reviewSchema: z.ZodType<CorrespondenceReview> = z.object({
  clauseIds: z.tuple([id, id]),
  verdict: z.enum(REVIEW_VERDICTS),
  note: maybe,
  by: maybe,
  at: text,
})
