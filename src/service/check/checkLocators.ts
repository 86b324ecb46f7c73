import type { Locator, LocatorStep } from '../../citing/locators.ts'
import type { ClauseNode, DocumentNode, SectionNode } from '../../domain/nodes.ts'
import type { TextRange } from '../../domain/span.ts'
import { parseNumeral } from '../../text/numerals.ts'
import type { Scope } from '../scope.ts'

/** A place of a document that a locator names. */
export interface LocatedPlace {
  /** Where it stands in `Document.text`. */
  readonly range: TextRange
  /** The clause or the item; null for a section. */
  readonly clause: ClauseNode | null
}

interface Outline {
  readonly sections: readonly SectionNode[]
  readonly clauses: readonly ClauseNode[]
  readonly text: string
}

/** Lines of a clause that are items of a list and no paragraph (款). */
const ITEM = /^\s*(?:（[一二三四五六七八九十\d]+）|\d{1,2}[.、．])/u

/** Every place of a document that fits a locator; none where the document has no such clause. */
export async function locate(
  scope: Scope,
  document: DocumentNode,
  { steps }: Locator,
): Promise<readonly LocatedPlace[]> {
  const outline = await readOutline(scope, document.id)
  let places: readonly LocatedPlace[] = [{ range: { start: 0, end: outline.text.length }, clause: null }]
  for (const step of steps) {
    const next = await Promise.all(places.map((place) => stepInto(scope, outline, place, step)))
    places = next.flat()
    if (places.length === 0) return []
  }
  return places
}

async function readOutline(scope: Scope, documentId: string): Promise<Outline> {
  const { read } = scope
  const [clauses, top, annexes, body] = await Promise.all([
    read.children('CLAUSE', 'CLAUSES_OF_DOCUMENT', documentId),
    read.children('SECTION', 'SECTIONS_OF_DOCUMENT', documentId),
    read.children('ANNEX', 'ANNEXES_OF_DOCUMENT', documentId),
    read.body(documentId),
  ])
  const inAnnexes = await Promise.all(
    annexes.map(({ id }) => read.children('SECTION', 'SECTIONS_OF_ANNEX', id)),
  )
  const sections = [...top, ...inAnnexes.flat()]
  for (const section of sections)
    sections.push(...(await read.children('SECTION', 'SECTIONS_OF_SECTION', section.id)))
  return { sections, clauses, text: body?.text ?? '' }
}

async function stepInto(
  scope: Scope,
  outline: Outline,
  place: LocatedPlace,
  step: LocatorStep,
): Promise<readonly LocatedPlace[]> {
  const inside = <T extends SectionNode | ClauseNode>(nodes: readonly T[]) =>
    nodes.filter(
      (node) =>
        node.span.start >= place.range.start &&
        node.span.end <= place.range.end &&
        numberOf(node.label) === step.number,
    )
  if (step.kind === 'PARAGRAPH') return paragraphs(outline.text, place).slice(step.number - 1, step.number)
  if (step.kind === 'ITEM' && place.clause !== null) {
    const items = await scope.read.children('CLAUSE', 'ITEMS_OF_CLAUSE', place.clause.id)
    return inside(items).map(ofClause)
  }
  const sections = inside(outline.sections).map(({ span }) => ({ range: span, clause: null }))
  if (step.kind === 'PART') return sections
  const clauses = inside(outline.clauses)
  const articles = clauses.filter(({ label }) => label.endsWith('条'))
  // a document by articles is cited by articles; （五） may also be the heading above numbered clauses
  if (step.kind === 'ARTICLE' && outline.clauses.some(({ label }) => label.endsWith('条')))
    return articles.map(ofClause)
  return clauses.length > 0 ? clauses.map(ofClause) : sections
}

function ofClause(clause: ClauseNode): LocatedPlace {
  return { range: clause.span, clause }
}

/** （五） → 5, 第五条 → 5, 3. → 3; null where the label holds no number. */
function numberOf(label: string): number | null {
  return parseNumeral(label.replace(/[第条章节部分（）()、.．\s]/gu, ''))
}

/** The paragraphs of a clause, each with the items that it introduces. */
function paragraphs(text: string, { range, clause }: LocatedPlace): LocatedPlace[] {
  const found: { range: { start: number; end: number }; clause: ClauseNode | null }[] = []
  let start = range.start
  for (const line of text.slice(range.start, range.end).split('\n')) {
    const end = start + line.length
    const last = found.at(-1)
    if (last !== undefined && ITEM.test(line)) last.range.end = end
    else if (line.trim() !== '') found.push({ range: { start, end }, clause })
    start = end + 1
  }
  return found
}
