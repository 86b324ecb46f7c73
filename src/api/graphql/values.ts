import type {
  DocumentElement,
  FieldSpan,
  GraphNode,
  ProductMentionEdge,
  ProductTypeNode,
  RoleMention,
} from '../../domain/nodes.ts'
import type { Notice } from '../../domain/notice.ts'
import type { Span, TextRange } from '../../domain/span.ts'
import type { PlacedRange } from '../../service/correspondenceEvidence.ts'
import type { Correspondence } from '../../service/correspondences.ts'
import type {
  ImplementationColumn,
  ImplementationMatrix,
  MatrixArguments,
} from '../../service/implementationMatrix.ts'
import type { Connection } from '../../service/page.ts'

/** A fact beside the document whose text its span points into. */
interface InDocument {
  readonly documentId: string
}
export interface SpanValue extends InDocument {
  /** `source` is null where the place in the file cannot be told: a range that was computed, not read. */
  readonly span: Span | PlacedRange
}
export interface SourceSpanValue extends InDocument {
  readonly source: TextRange
}
/** What has an id. */
export type NodeValue = GraphNode | Correspondence
export interface MatrixValue {
  readonly matrix: ImplementationMatrix
  readonly args: MatrixArguments
  /** The page of columns that was asked for: the rows have cells for these. */
  readonly shown: Connection<ImplementationColumn>
}
export interface NoticeValue extends InDocument {
  readonly notice: Notice
}
export interface ElementValue extends InDocument {
  readonly element: DocumentElement
}
export interface FieldSpanValue extends InDocument {
  readonly fieldSpan: FieldSpan
}
export interface RoleMentionValue extends InDocument {
  readonly mention: RoleMention
}
export interface MentionValue extends InDocument {
  readonly mention: ProductMentionEdge
  readonly productType: ProductTypeNode
}
