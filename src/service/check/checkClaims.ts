import { type DutyClaim, findDutyClaims } from '../../citing/dutyClaims.ts'
import { compareFigure, findFigures } from '../../citing/figureClaims.ts'
import type { Sentence } from '../../citing/sentences.ts'
import type { SourceBlock, SourceDocument } from '../../citing/sourceText.ts'
import type { ClauseNode, ResponsibilityEdge } from '../../domain/nodes.ts'
import { overlaps, type TextRange } from '../../domain/span.ts'
import { ROLE_NAMES, type Role } from '../../domain/vocabulary.ts'
import { foldKey } from '../../text/fold.ts'
import { foldText } from '../../text/foldedText.ts'
import type { PrintedQuantity } from '../../text/quantities.ts'
import { bigrams, containment } from '../../text/similarity.ts'
import { looseAgencyKey } from '../nameIndex.ts'
import { type CheckContext, type Draft, documentAt, locatorAt } from './checkContext.ts'
import { makeEvidence, placeReference } from './checkEvidence.ts'
import type { Fault } from './textCheck.ts'

/** Words of an answer that were found in a clause. */
export interface FoundWords {
  readonly range: TextRange
  readonly clause: ClauseNode
}

/** Roles of the corpus that a role of an answer says rightly: who leads also answers for it. */
const FITTING: Readonly<Record<Role, readonly Role[]>> = {
  LEAD: ['LEAD'],
  RESPONSIBLE: ['LEAD', 'RESPONSIBLE'],
  SUPPORT: ['SUPPORT', 'RESPONSIBLE'],
}
/** What a note says of those that only support. */
const SUPPORTS = /配合|协办|参与|协助/u
/** Characters of a note from the name of a body on. */
const LONGEST_NOTE = 160
/** Share of the pairs of a sentence that a clause must hold to be what the sentence speaks of. */
const SPEAKS_OF = 0.45
/** A heading shorter than that names no clause. */
const LEAST_TITLE = 4

/**
 * Duties and figures that a sentence states of a document.
 * @param places `hidden`: quotations and names of documents; `told`: passages of the document, whose figures were compared;
 *   `same`: those of them that stand there word for word
 */
export async function checkClaims(
  context: CheckContext,
  sentence: Sentence,
  found: readonly FoundWords[],
  { hidden, told, same }: Readonly<Record<'hidden' | 'told' | 'same', readonly TextRange[]>>,
): Promise<readonly Draft[]> {
  const { text } = context.answer
  const duties = findDutyClaims(text, sentence, [...hidden, ...same])
  const figures = findFigures(text, sentence, [...hidden, ...told])
  const drafts = [
    ...duties.map((claim) => checkDuty(context, sentence, found, claim)),
    ...figures.map((figure) => checkFigure(context, sentence, found, figure)),
  ]
  return (await Promise.all(drafts)).filter((draft) => draft !== null)
}

async function checkDuty(
  context: CheckContext,
  sentence: Sentence,
  found: readonly FoundWords[],
  claim: DutyClaim,
): Promise<Draft | null> {
  const { scope } = context
  const clauses = await clausesOf(context, sentence, found, claim)
  const edges = (await Promise.all(clauses.map(({ id }) => scope.read.responsibilitiesOfClause(id)))).flat()
  if (edges.length === 0) return null
  const names = await Promise.all(edges.map((edge) => namesOf(context, edge)))
  const own = edges.filter((_, index) => names[index]!.some((name) => isSameBody(name, claim.agency)))
  const texts = await Promise.all(own.map((edge) => noteOf(context, edge)))
  const right = own.find((edge, index) => fits(claim.role, edge, texts[index]!))
  const span = { start: claim.start, end: claim.end }
  const shown = right ?? own[0] ?? edges[0]!
  const clause = clauses.find(({ id }) => id === shown.clauseId) ?? null
  const evidence = await makeEvidence(scope, { documentId: shown.documentId, clause, span: shown.span })
  const base = {
    kind: 'DUTY' as const,
    span,
    match: null,
    differences: [],
    evidence: evidence === null ? [] : [evidence],
  }
  const where = evidence?.clause?.reference ?? ''
  if (right !== undefined)
    return {
      ...base,
      verdict: 'RIGHT',
      faults: [],
      message: `${where}：${right.printed}${ROLE_NAMES[right.role]}`,
    }
  const fault = own[0] === undefined ? agencyFault(claim, edges) : roleFault(claim, own[0])
  return { ...base, verdict: 'WRONG', faults: [fault], message: `${fault.message}（${where}）` }
}

/** Any of its notes says so; where the first body of 责任单位 leads, the others answer too. */
function fits(role: Role, edge: ResponsibilityEdge, note: string): boolean {
  const roles = [edge.role, ...edge.mentions.map((mention) => mention.role)]
  if (roles.some((own) => FITTING[role].includes(own))) return true
  return role === 'RESPONSIBLE' && !SUPPORTS.test(note)
}

/** The words of the corpus from the name of a body to the end of its note. */
async function noteOf({ scope }: CheckContext, { documentId, span }: ResponsibilityEdge): Promise<string> {
  const body = await scope.read.body(documentId)
  return body?.text.slice(span.start, span.start + LONGEST_NOTE).split(/[。）\n；]/u)[0] ?? ''
}

function agencyFault({ start, end, agency, role }: DutyClaim, edges: readonly ResponsibilityEdge[]): Fault {
  const fitting = edges.filter((edge) => FITTING[role].includes(edge.role))
  const expected = (fitting.length > 0 ? fitting : edges).map(({ printed }) => printed).join('、')
  return {
    ...{ kind: 'AGENCY', span: { start, end }, found: agency, expected },
    message: `该条没有${agency}，${fitting.length > 0 ? ROLE_NAMES[role] : '有关单位'}是${expected}`,
  }
}

function roleFault({ start, end, agency, role }: DutyClaim, edge: ResponsibilityEdge): Fault {
  const expected = `${edge.printed}${ROLE_NAMES[edge.role]}`
  return {
    ...{ kind: 'ROLE', span: { start, end }, found: `${agency}${ROLE_NAMES[role]}`, expected },
    message: `${agency}不是${ROLE_NAMES[role]}，是${ROLE_NAMES[edge.role]}`,
  }
}

async function namesOf({ scope }: CheckContext, edge: ResponsibilityEdge): Promise<readonly string[]> {
  const agency = await scope.read.find('AGENCY', edge.agencyId)
  const others = agency === null ? [] : [agency.name, agency.officialName, ...agency.aliases]
  return [edge.printed, ...edge.mentions.map(({ printed }) => printed), ...others].filter(
    (name) => name !== null,
  )
}

/** The same but for the place before it and usual abbreviations: 市卫健委, 济南市卫生健康委员会. */
function isSameBody(a: string, b: string): boolean {
  const [one, other] = [looseAgencyKey(a), looseAgencyKey(b)]
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.endsWith(short) && short.length >= 2) return true
  if (long.startsWith(short) && short.length >= 4) return true
  return short.length >= 3 && short.at(-1) === long.at(-1) && isSubsequence(short, long)
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}

async function checkFigure(
  context: CheckContext,
  sentence: Sentence,
  found: readonly FoundWords[],
  figure: PrintedQuantity,
): Promise<Draft | null> {
  const { scope, sources, answer } = context
  const document = documentAt(context, figure)
  const source = document === null ? null : await sources.document(document.id)
  if (document === null || source === null) return null
  const clauses = await clausesOf(context, sentence, found, figure)
  const own = source.blocks.filter(({ clause }) => clauses.some(({ id }) => id === clause?.id))
  const compared =
    compareIn(answer.text, sentence, figure, own) ?? compareIn(answer.text, sentence, figure, source.blocks)
  if (compared === null) return null
  const { block, comparison } = compared
  const { start, end } = comparison.source
  const place = { start: block.range.start + start, end: block.range.start + end }
  const evidence = await makeEvidence(scope, { documentId: document.id, clause: block.clause, span: place })
  const span = { start: figure.start, end: figure.end }
  const base = {
    kind: 'FIGURE' as const,
    span,
    match: null,
    differences: [],
    evidence: evidence === null ? [] : [evidence],
  }
  const where = evidence === null ? '' : placeReference(evidence)
  if (comparison.isSame) return { ...base, verdict: 'RIGHT', faults: [], message: `与${where}一致` }
  const [printed, expected] = [answer.text.slice(span.start, span.end), evidence?.text ?? null]
  const message = `数字与原文不符：“${printed}”，${where}是“${expected ?? ''}”`
  return {
    ...base,
    verdict: 'WRONG',
    faults: [{ kind: 'FIGURE', span, found: printed, expected, message }],
    message,
  }
}

/** The first block that states the same figure; else one that states another one in like words. */
function compareIn(
  text: string,
  sentence: TextRange,
  figure: PrintedQuantity,
  blocks: readonly SourceBlock[],
) {
  let other = null
  for (const block of blocks) {
    const words = block.text.slice(block.range.start, block.range.end)
    const comparison = compareFigure(text, sentence, figure, words, block.figures())
    if (comparison?.isSame === true) return { block, comparison }
    if (comparison !== null) other ??= { block, comparison }
  }
  return other
}

/** The clauses that a claim speaks of: named by number, quoted, named by heading, or told in like words; none where it cannot be told. */
async function clausesOf(
  context: CheckContext,
  sentence: Sentence,
  found: readonly FoundWords[],
  claim: TextRange,
): Promise<readonly ClauseNode[]> {
  const document = documentAt(context, claim)
  const source = document === null ? null : await context.sources.document(document.id)
  if (document === null || source === null) return []
  const previous = context.sentences
    .filter(({ line, end }) => line === sentence.line && end <= sentence.start)
    .at(-1)
  for (const place of [sentence, previous]) {
    if (place === undefined) continue
    const locator = locatorAt(context, place === sentence ? claim : place, document)
    if (locator !== null)
      return clausesIn(
        source,
        locator.places.map(({ range }) => range),
      )
    const words = found.filter(
      ({ range, clause }) => overlaps(range, place) && clause.documentId === document.id,
    )
    if (words.length > 0) return words.map(({ clause }) => clause)
    const told = clauseTold(context.answer.text.slice(place.start, place.end), source)
    if (told !== null) return [told]
  }
  return []
}

function clausesIn(source: SourceDocument, ranges: readonly TextRange[]): ClauseNode[] {
  return source.blocks.flatMap(({ clause }) =>
    clause !== null && ranges.some((range) => overlaps(range, clause.span)) ? [clause] : [],
  )
}

/** The clause whose heading a sentence holds, the longest one; else the one that holds most of its words. */
function clauseTold(words: string, { blocks }: SourceDocument): ClauseNode | null {
  const key = foldKey(words)
  const clauses = blocks.flatMap((block) => (block.clause === null ? [] : [{ block, clause: block.clause }]))
  const headed = clauses
    .map(({ clause }) => ({ clause, title: foldKey(clause.title ?? '') }))
    .filter(({ title }) => title.length >= LEAST_TITLE && key.includes(title))
    .sort((a, b) => b.title.length - a.title.length)
  if (headed[0] !== undefined) return headed[0].clause
  const pairs = bigrams(foldText(words).text)
  const like = clauses
    .map(({ block, clause }) => ({ clause, share: containment(pairs, block.pairs) }))
    .sort((a, b) => b.share - a.share)
  return like[0] !== undefined && like[0].share >= SPEAKS_OF ? like[0].clause : null
}
