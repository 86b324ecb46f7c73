import type {
  DocumentElement,
  FieldSpan,
  ProductMentionEdge,
  ProductTypeNode,
  RoleMention,
} from '../../domain/nodes.ts'
import type { Notice } from '../../domain/notice.ts'
import type { Span } from '../../domain/span.ts'

/** A fact beside the document whose text its span points into. */
interface InDocument {
  readonly documentId: string
}
export interface SpanValue extends InDocument {
  readonly span: Span
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
