import type { Mark } from '../../components/markText.ts'
import { pathOf } from '../../core/paths.ts'
import type { ReadDocument } from './documentQuery.ts'

/** Marks of what the head tells and of what is cited outside the clauses; the id of a field's mark begins with its name. */
export function fieldMarks(document: ReadDocument): readonly Mark[] {
  const fields = document.fieldSpans.map<Mark>(({ field, span }, index) => ({
    id: `field ${field} ${index}`,
    kind: 'field',
    start: span.start,
    end: span.end,
    label: field,
  }))
  const elements = document.elements.flatMap<Mark>(({ name, value, span }, index) =>
    span === null
      ? []
      : [
          {
            id: `field element ${name} ${value} ${index}`,
            kind: 'field',
            start: span.start,
            end: span.end,
            label: name,
          },
        ],
  )
  const cited = document.cites.edges.flatMap<Mark>(({ node }, index) =>
    node.clause !== null
      ? []
      : [
          {
            id: `citation ${index}`,
            kind: 'citation',
            start: node.span.start,
            end: node.span.end,
            label: node.document.title,
            href: pathOf(node.document.id),
          },
        ],
  )
  return [...fields, ...elements, ...cited]
}

/** Whether a mark shows the field that is pointed at. */
export function showsField(mark: Mark, field: string | null): boolean {
  return field !== null && mark.id.startsWith(`field ${field} `)
}
