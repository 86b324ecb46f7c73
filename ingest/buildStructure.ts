import type { AnnexNode, ClauseNode, SectionNode } from '../src/domain/nodes.ts'
import type { TextRange } from '../src/domain/span.ts'
import { kindOfTitle } from '../src/text/documentKind.ts'
import type { ElementIds } from './elementIds.ts'
import type { Facts } from './extract/extract.ts'
import { type OutlineNode, spanOf } from './values.ts'

/** The nodes of the document's own structure: annexes, sections, clauses and the items below them. */
export function buildStructure(documentId: string, facts: Facts, ids: ElementIds) {
  const { outline } = facts
  const { normal } = outline
  const words = (range: TextRange | null) =>
    range === null ? null : normal.text.slice(range.start, range.end)
  const span = (range: TextRange) => spanOf(normal, range.start, range.end)

  const annexId = (annex: number | null) => (annex === null ? null : `${documentId}/att_${annex + 1}`)
  const sections = outline.sections.map(
    ({ node, parent, annex }, i): SectionNode => ({
      kind: 'SECTION',
      id: ids.sections[i] as string,
      documentId,
      annexId: annexId(annex),
      parentId: parent === null ? null : (ids.sections[parent] as string),
      ordinal: i + 1,
      label: node.label,
      title: words(node.title) ?? '',
      span: span(node.range),
    }),
  )
  const annexes = buildAnnexes(documentId, facts)
  const clauses: ClauseNode[] = []
  const addItems = (
    nodes: readonly OutlineNode[],
    parentId: string,
    above: Pick<ClauseNode, 'sectionId' | 'annexId'>,
  ) => {
    nodes.forEach((node, i) => {
      const id = ids.items.get(node) as string
      clauses.push({
        kind: 'CLAUSE',
        id,
        documentId,
        ...above,
        parentId,
        ordinal: i + 1,
        label: node.label,
        title: words(node.title),
        text: words(node.body) ?? '',
        span: span(node.range),
        bodySpan: span(node.body),
      })
      addItems(node.children, id, above)
    })
  }
  facts.clauses.forEach(({ clause, body }, i) => {
    const id = ids.clauses[i] as string
    const above = {
      sectionId: clause.section === null ? null : (ids.sections[clause.section] as string),
      annexId: annexId(clause.annex),
    }
    clauses.push({
      kind: 'CLAUSE',
      id,
      documentId,
      ...above,
      parentId: null,
      ordinal: i + 1,
      label: clause.node.label,
      title: words(clause.node.title),
      text: words(body) ?? '',
      span: span(clause.node.range),
      bodySpan: span(body),
    })
    addItems(clause.items, id, above)
  })
  return { sections, annexes, clauses }
}

function buildAnnexes(documentId: string, { outline: { annexes, normal } }: Facts): AnnexNode[] {
  return annexes.map((annex, i): AnnexNode => {
    const title = annex.title.map(({ start, end }) => normal.text.slice(start, end)).join('') || null
    return {
      kind: 'ANNEX',
      id: `${documentId}/att_${i + 1}`,
      documentId,
      ordinal: i + 1,
      label: annex.label,
      title,
      documentKind: title === null ? null : kindOfTitle(title),
      span: spanOf(normal, annex.range.start, annex.range.end),
    }
  })
}
