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
  TargetNode,
} from '../../src/domain/nodes.ts'
import type { Span } from '../../src/domain/span.ts'
import { foldKey } from '../../src/text/fold.ts'
import { searchText } from '../schema/searchText.ts'

/**
 * Properties of nodes and relationships: what people and filters ask for by name, and the whole thing as JSON in
 * `props`, which alone is read back. A property that is null is not stored. Integers are `bigint`.
 */
export type Properties = Readonly<Record<string, unknown>>

function integer(value: number): bigint {
  return BigInt(Math.trunc(value))
}

export function documentProperties(node: DocumentNode): Properties {
  const { id, title, number, carriedTitle, documentKind, legalForce, level, placeId, ingested } = node
  const { issuedOn, printedOn, publishedOn, effectiveFrom, effectiveUntil } = node
  return {
    id,
    title,
    number,
    carriedTitle,
    documentKind,
    legalForce,
    level,
    placeId,
    ingested,
    issuedOn,
    printedOn,
    publishedOn,
    effectiveFrom,
    effectiveUntil,
    numberKey: number === null ? null : foldKey(number),
    titleKey: foldKey(title),
    carriedTitleKey: carriedTitle === null ? null : foldKey(carriedTitle),
    searchText: searchText([title, carriedTitle]),
    sha256: node.source?.sha256 ?? null,
    props: JSON.stringify(node),
  }
}

export function annexProperties(node: AnnexNode): Properties {
  const { id, documentId, label, title, documentKind } = node
  return {
    id,
    documentId,
    label,
    title,
    documentKind,
    position: integer(node.ordinal),
    props: JSON.stringify(node),
  }
}

export function sectionProperties(node: SectionNode): Properties {
  const { id, documentId, annexId, parentId, label, title } = node
  return {
    id,
    documentId,
    annexId,
    parentId,
    label,
    title,
    position: integer(node.ordinal),
    props: JSON.stringify(node),
  }
}

/** A clause repeats what filters ask of its document. */
export function clauseProperties(node: ClauseNode, position: number, document: DocumentNode): Properties {
  const { id, documentId, sectionId, annexId, parentId, label, title, text } = node
  const { level, placeId, issuedOn, effectiveFrom, effectiveUntil } = document
  return {
    id,
    documentId,
    sectionId,
    annexId,
    parentId,
    label,
    title,
    text,
    ordinal: integer(node.ordinal),
    position: integer(position),
    level,
    placeId,
    issuedOn,
    effectiveFrom,
    effectiveUntil,
    props: JSON.stringify(node),
  }
}

export function targetProperties(node: TargetNode, position: number, document: DocumentNode): Properties {
  const { id, documentId, clauseId, targetKind, bound, metric, value, valueMax, unit, amount, amountUnit } =
    node
  const { baseline, condition, deadline, productTypeIds, confidence } = node
  return {
    id,
    documentId,
    clauseId,
    targetKind,
    bound,
    metric,
    value,
    valueMax,
    unit,
    amount,
    amountUnit,
    baseline,
    condition,
    deadline,
    productTypeIds,
    confidence,
    placeId: document.placeId,
    position: integer(position),
    props: JSON.stringify(node),
  }
}

export function ledgerProperties(node: LedgerRowNode): Properties {
  const { id, documentId, task, measure, deadline, clauseId } = node
  return {
    id,
    documentId,
    task,
    measure,
    deadline,
    clauseId,
    position: integer(node.ordinal),
    props: JSON.stringify(node),
  }
}

export function placeProperties(node: PlaceNode): Properties {
  const { id, name, code, level, parentId } = node
  return { id, name, code, level, parentId, props: JSON.stringify(node) }
}

export function productTypeProperties(node: ProductTypeNode): Properties {
  const { id, name, aliases, broaderId } = node
  return { id, name, aliases, broaderId, props: JSON.stringify(node) }
}

export function agencyProperties(node: AgencyNode): Properties {
  const { id, name, officialName, aliases, agencyKind, placeId, parentId } = node
  return {
    id,
    name,
    officialName,
    aliases,
    agencyKind,
    function: node.function,
    placeId,
    parentId,
    searchText: searchText([name, officialName, ...aliases]),
    props: JSON.stringify(node),
  }
}

/** Its four ends in the text and in the source, so that a graph of many edges need not read all that is known of each. */
function spanProperty({ start, end, source }: Span): readonly bigint[] {
  return [start, end, source.start, source.end].map(BigInt)
}

/** @param ends as `spanProperty` wrote them */
export function toSpan(ends: unknown): Span | null {
  if (!Array.isArray(ends)) return null
  const [start, end, sourceStart, sourceEnd] = ends as [number, number, number, number]
  return { start, end, source: { start: sourceStart, end: sourceEnd } }
}

export function responsibilityProperties(edge: ResponsibilityEdge, position: number): Properties {
  const { documentId, role, printed, span, origin, confidence } = edge
  return {
    documentId,
    role,
    printed,
    span: spanProperty(span),
    origin,
    confidence,
    position: integer(position),
    props: JSON.stringify(edge),
  }
}

export function citationProperties(edge: CitationEdge): Properties {
  const { id, documentId, cue, span, title, number, locator, confidence } = edge
  return {
    id,
    documentId,
    cue,
    span: spanProperty(span),
    title,
    number,
    locator,
    confidence,
    position: integer(edge.ordinal),
    props: JSON.stringify(edge),
  }
}
