import type { DifferenceKind } from '../../citing/differences.ts'
import type { SourceBlock } from '../../citing/sourceText.ts'
import type { DocumentNode } from '../../domain/nodes.ts'
import { overlaps, type TextRange } from '../../domain/span.ts'
import { type FoldedText, foldText, unfoldRange } from '../../text/foldedText.ts'
import { type CheckContext, type Draft, documentAt, locatorAt } from './checkContext.ts'
import { makeEvidence, placeReference } from './checkEvidence.ts'
import { type SewnPart, type Standing, standAnywhere, standIn, unpick } from './checkQuotations.ts'
import type { Difference, Evidence, Fault, FindingKind } from './textCheck.ts'

/** Folded characters from which words in quotation marks are no mere term. */
const TERM = 8
/** From which they must stand somewhere, though nothing before them says that they are quoted. */
const SENTENCE = 14
/** Below it the words are not taken for those of the document cited while others hold the same. */
const OWN = 0.85
const CUE = /(?:规定|指出|明确|提出|要求|强调|写道|写明|称|说|表示|提到|原文|如下|载明|：)[，：\s]*[“>]*\s*$/u
const ELLIPSIS = /…+|\.{3,}|⋯+/u

const FAULT_WORDS: Readonly<Record<DifferenceKind, string>> = {
  FIGURE: '数字与原文不符',
  NEGATION: '与原文的肯定否定相反',
  AGENCY: '机关与原文不符',
  WORDING: '文字与原文不同',
}

/** The kinds of differences that are faults. */
const TOLD = {
  QUOTATION: ['FIGURE', 'NEGATION', 'AGENCY', 'WORDING'],
  PASSAGE: ['FIGURE', 'NEGATION', 'AGENCY'],
} as const satisfies Partial<Record<FindingKind, readonly DifferenceKind[]>>

/** Where words that an answer quotes stand; null for a mere term that stands nowhere. */
export async function checkQuotation(context: CheckContext, quotation: TextRange): Promise<Draft | null> {
  const { answer, sources } = context
  const words = answer.text.slice(quotation.start, quotation.end)
  const folded = foldText(words)
  const document = documentAt(context, quotation)
  const claimed = locatorAt(context, quotation, document)
  const source = document === null ? null : await sources.document(document.id)
  const ranges = claimed?.places.map(({ range }) => range) ?? []
  const parts = ELLIPSIS.test(words) ? elidedParts(words) : [words]
  const own =
    source === null
      ? null
      : standTogether(
          parts.map((part) => standIn(source, foldText(part), ranges)),
          folded,
        )
  const draftAt = (place: Standing) =>
    standingDraft(context, 'QUOTATION', quotation, folded, place, { document, ranges })
  if (own?.distance === 0) return draftAt(own)
  if (folded.text.length < TERM) return null
  const others = await standAnywhere(sources, words, folded)
  const best = chooseStanding(own, others)
  if (best === null || best.distance > 0) {
    const blocks = [...(source?.blocks ?? []), ...(await sources.candidates(words))]
    const sewn = unpick(answer, quotation, distinct(blocks))
    if (sewn !== null) return mergedDraft(context, quotation, sewn)
  }
  if (best !== null) return draftAt(best)
  const before = answer.text.slice(Math.max(0, quotation.start - 12), quotation.start)
  if (folded.text.length < SENTENCE && !(CUE.test(before) && document !== null)) return null
  const evidence = await nearestEvidence(context, words)
  return {
    ...{
      kind: 'QUOTATION',
      span: plain(quotation),
      verdict: 'NOT_FOUND',
      match: 'NOT_FOUND',
      differences: [],
      evidence,
    },
    faults: [
      {
        ...{ kind: 'QUOTATION', span: plain(quotation), found: null, expected: evidence[0]?.text ?? null },
        message: '库中没有这样的原文',
      },
    ],
    message: '库中没有这样的原文',
  }
}

/** Parts of an elided quotation, each without the marks at its ends. */
function elidedParts(words: string): string[] {
  return words.split(ELLIPSIS).filter((part) => foldText(part).text.length >= 2)
}

/** One standing for all parts where they stand in one clause in this order; else that of the one part. */
function standTogether(standings: readonly (Standing | null)[], folded: FoldedText): Standing | null {
  const [first, ...rest] = standings
  if (first === undefined || first === null) return null
  let whole = first
  for (const next of rest) {
    const isNext =
      next !== null && next.clause?.id === whole.clause?.id && next.range.start >= whole.range.end
    if (!isNext || next.distance > 0 || whole.distance > 0) return null
    whole = { ...whole, range: { start: whole.range.start, end: next.range.end } }
  }
  return rest.length === 0 ? whole : { ...whole, similarity: 1, distance: 0, differences: [], corpus: folded }
}

/** The document's own words before others' that are nearer, unless they are far off. */
function chooseStanding(own: Standing | null, others: readonly Standing[]): Standing | null {
  const [other] = others
  if (own !== null && (own.similarity >= OWN || other === undefined || own.distance <= other.distance))
    return own
  return other ?? own
}

/** What the answer says of where its words stand. */
interface Claimed {
  readonly document: DocumentNode | null
  readonly ranges: readonly TextRange[]
}

/**
 * The finding for words that stand in the corpus. Those without quotation marks (PASSAGE) may be told in other words, but not
 * turn what is said.
 */
export async function standingDraft(
  { scope, answer }: CheckContext,
  kind: keyof typeof TOLD,
  range: TextRange,
  words: FoldedText,
  standing: Standing,
  claimed: Claimed,
): Promise<Draft> {
  const { documentId, clause, similarity } = standing
  const found = await makeEvidence(scope, { documentId, clause, span: standing.range, similarity })
  const differences = describeDifferences(range, words, standing)
  const faults = [
    ...differenceFaults(standing, differences, TOLD[kind]),
    ...deniedFaults(answer.text, range, standing),
    ...placeFaults(range, standing, claimed, found),
  ]
  const where = found === null ? '' : placeReference(found)
  return {
    ...{ kind, span: plain(range), match: standing.distance === 0 ? 'EXACT' : 'NEAR', faults, differences },
    verdict: faults.length === 0 ? 'RIGHT' : 'WRONG',
    evidence: found === null ? [] : [found],
    message: faults.length === 0 ? `原文见${where}` : faults.map(({ message }) => message).join('；'),
  }
}

/** The differences in ranges of the answer and of the document. */
function describeDifferences(words: TextRange, folded: FoldedText, standing: Standing): Difference[] {
  return standing.differences.map(({ left, right }) => {
    const [found, expected] = [unfoldRange(folded, left), unfoldRange(standing.corpus, right)]
    const { start } = standing.range
    return {
      span: { start: words.start + found.start, end: words.start + found.end },
      found: folded.text.slice(left.start, left.end),
      source: { start: start + expected.start, end: start + expected.end },
      expected: standing.corpus.text.slice(right.start, right.end),
    }
  })
}

function differenceFaults(
  standing: Standing,
  differences: readonly Difference[],
  kinds: readonly DifferenceKind[],
): Fault[] {
  const faults = standing.differences.flatMap(({ kind }, index): Fault[] => {
    const difference = differences[index]
    if (difference === undefined || !kinds.includes(kind)) return []
    const { span, found, expected } = difference
    const message = `${FAULT_WORDS[kind]}：${found === '' ? '缺' : `“${found}”原文为`}${expected === '' ? '无' : `“${expected}”`}`
    return [{ kind, span, found, expected, message }]
  })
  // small changes of words beside one that turns the meaning are not told one by one
  const grave = faults.filter(({ kind }) => kind !== 'WORDING')
  return grave.length > 0 ? grave : faults
}

/** The words begin right behind a 不得 of the corpus that the answer does not give either. */
function deniedFaults(text: string, words: TextRange, { denial }: Standing): Fault[] {
  if (
    denial === null ||
    /(?:不|未|无|禁|非|防|避免|勿)[\p{Script=Han}]{0,3}[“\s>]*$/u.test(
      text.slice(Math.max(0, words.start - 6), words.start),
    )
  )
    return []
  const span = { start: words.start, end: Math.min(words.end, words.start + 1) }
  return [
    {
      ...{ kind: 'NEGATION', span, found: null, expected: denial },
      message: `${FAULT_WORDS.NEGATION}：原文在这些字之前是“${denial}”`,
    },
  ]
}

/** Stands in another clause or document than the answer says. */
function placeFaults(
  words: TextRange,
  standing: Standing,
  claimed: Claimed,
  found: Evidence | null,
): Fault[] {
  const where = found === null ? null : placeReference(found)
  const fault = { span: plain(words), found: null, expected: where }
  if (claimed.document !== null && standing.documentId !== claimed.document.id)
    return [{ ...fault, kind: 'DOCUMENT', message: `不在所引文件中，见${where}` }]
  if (claimed.ranges.length === 0 || claimed.ranges.some((range) => overlaps(range, standing.range)))
    return []
  return [{ ...fault, kind: 'CLAUSE', message: `不在所引条款中，见${where}` }]
}

async function mergedDraft(
  { scope }: CheckContext,
  quotation: TextRange,
  parts: readonly SewnPart[],
): Promise<Draft> {
  const evidence = await Promise.all(
    parts.map(({ block: { documentId, clause }, place }) =>
      makeEvidence(scope, { documentId, clause, span: place }),
    ),
  )
  const found = evidence.filter((each) => each !== null)
  const where = found.map(placeReference).join('、')
  const message = `由几处原文拼成：${where}`
  return {
    ...{
      kind: 'QUOTATION',
      span: plain(quotation),
      verdict: 'WRONG',
      match: 'NEAR',
      evidence: found,
      differences: [],
      message,
    },
    faults: [{ kind: 'MERGED', span: plain(quotation), found: null, expected: where, message }],
  }
}

async function nearestEvidence({ scope, sources }: CheckContext, words: string): Promise<Evidence[]> {
  const blocks = (await sources.candidates(words)).slice(0, 3)
  const evidence = await Promise.all(
    blocks.map(({ documentId, clause, range }) => makeEvidence(scope, { documentId, clause, span: range })),
  )
  return evidence.filter((each) => each !== null)
}

/** One block for each clause. */
function distinct(blocks: readonly SourceBlock[]): SourceBlock[] {
  const seen = new Set<string>()
  return blocks.filter(({ documentId, range }) => {
    const key = `${documentId}@${range.start}`
    return seen.has(key) ? false : seen.add(key)
  })
}

function plain({ start, end }: TextRange): TextRange {
  return { start, end }
}
