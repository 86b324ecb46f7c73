import { sentenceAt } from '../../citing/anchors.ts'
import type { Answer } from '../../citing/answer.ts'
import type { Mention } from '../../citing/mentions.ts'
import type { Sentence } from '../../citing/sentences.ts'
import type { DocumentNode } from '../../domain/nodes.ts'
import { documentReference } from '../reference.ts'
import type { Scope } from '../scope.ts'
import { supersededBy, validityOf } from '../validity.ts'
import type { Draft } from './checkContext.ts'
import { type KnownMention, knowMention } from './checkDocuments.ts'
import { makeEvidence } from './checkEvidence.ts'
import { canBeOf, placeBefore } from './checkPlaces.ts'
import type { Fault, FindingVerdict } from './textCheck.ts'

/** Words around a mention that say themselves that it holds no longer. */
const SAID_TO_END = /废止|失效|停止执行|不再执行|已过期|到期|已被|取代|替代|原《|曾|当时|此前/u
/** Characters before and behind a mention in which they are looked for, behind it within the sentence. */
const BEFORE = 15
const BEHIND = 100

export interface CheckedMention {
  readonly known: KnownMention
  readonly draft: Draft
}

/** What the corpus says of a document that an answer names. */
export async function checkMention(
  scope: Scope,
  answer: Answer,
  sentences: readonly Sentence[],
  mention: Mention,
): Promise<CheckedMention> {
  const index = await scope.names.current()
  const sentence = sentenceAt(sentences, mention.start)
  const before = answer.text.slice(sentence?.start ?? mention.start, mention.number?.start ?? mention.start)
  const place = placeBefore(index, before)
  const known = await knowMention(
    scope,
    mention,
    place === null ? null : (document) => canBeOf(index, document, place),
  )
  const { document } = known
  const faults = [...numberFaults(known), ...titleFaults(known)]
  if (document !== null && known.title !== 'KNOWN' && place !== null && !canBeOf(index, document, place))
    faults.push(placeFault(known, document, place.name))
  if (document !== null && !isSaidToEnd(answer, sentence, mention))
    faults.push(...(await validityFaults(scope, known, document)))
  const shown = document === null ? known.others : [document, ...known.others]
  const evidence = await Promise.all(shown.map(({ id }) => makeEvidence(scope, { documentId: id })))
  const verdict = verdictOf(known, faults)
  return {
    known,
    draft: {
      ...{ kind: 'DOCUMENT', span: known.range, verdict, match: null, faults, differences: [] },
      evidence: evidence.filter((each) => each !== null),
      message:
        faults.length > 0 ? faults.map(({ message }) => message).join('；') : messageOf(known, verdict),
    },
  }
}

function verdictOf({ document, title }: KnownMention, faults: readonly Fault[]): FindingVerdict {
  if (document === null) return title === 'LAW' || title === 'TOLD' ? 'UNCONFIRMED' : 'NOT_FOUND'
  if (faults.length > 0) return 'WRONG'
  return document.ingested ? 'RIGHT' : 'UNCONFIRMED'
}

function messageOf({ document, others }: KnownMention, verdict: FindingVerdict): string {
  if (document === null) return '库中未收录，无法核对'
  if (verdict === 'UNCONFIRMED') return `库中只知其被引用，未收录原文：${documentReference(document)}`
  if (others.length > 0) return `库中有此文件：${documentReference(document)}；同号的还有 ${others.length} 件`
  return `库中有此文件：${documentReference(document)}`
}

function numberFaults({ mention, number, document, others }: KnownMention): Fault[] {
  if (mention.number === null || (number !== 'UNKNOWN' && number !== 'OTHER')) return []
  const { start, end, words } = mention.number
  const fault = { kind: 'NUMBER' as const, span: { start, end }, found: words }
  if (document !== null) {
    const message = `文号有误：${documentReference(document)}`
    return [{ ...fault, expected: document.number, message }]
  }
  const near = others.find((other) => other.number !== null)
  const hint = near === undefined ? '' : `，相近的是${documentReference(near)}`
  return [{ ...fault, expected: near?.number ?? null, message: `库中没有文号${words}${hint}` }]
}

function titleFaults({ mention, title, document, others }: KnownMention): Fault[] {
  if (mention.title === null || (title !== 'UNKNOWN' && title !== 'OTHER')) return []
  const { start, end, words } = mention.title
  const fault = { kind: 'TITLE' as const, span: { start, end }, found: words }
  if (document !== null) {
    const message = `标题有误：文号${mention.number?.words ?? ''}的文件是${documentReference(document)}`
    return [{ ...fault, expected: document.title, message }]
  }
  const hint = others[0] === undefined ? '' : `，相近的是${documentReference(others[0])}`
  return [{ ...fault, expected: others[0]?.title ?? null, message: `库中没有《${words}》${hint}` }]
}

function placeFault({ mention, range }: KnownMention, document: DocumentNode, place: string): Fault {
  const span = mention.number === null ? range : { start: mention.number.start, end: mention.number.end }
  return {
    ...{ kind: 'PLACE', span, found: place, expected: document.title },
    message: `不是${place}的文件：${documentReference(document)}`,
  }
}

async function validityFaults(
  scope: Scope,
  { range }: KnownMention,
  document: DocumentNode,
): Promise<Fault[]> {
  const validity = await validityOf(scope, document, scope.today())
  const span = { start: range.start, end: range.end }
  if (validity === 'REPEALED') {
    const [by] = await supersededBy(scope, document.id)
    const expected = by === undefined ? null : documentReference(by)
    return [
      {
        kind: 'SUPERSEDED',
        span,
        found: null,
        expected,
        message: `已废止${by === undefined ? '' : `，见${expected}`}`,
      },
    ]
  }
  if (validity === 'EXPIRED') {
    const expected = document.effectiveUntil
    return [{ kind: 'EXPIRED', span, found: null, expected, message: `有效期已于${expected ?? ''}届满` }]
  }
  if (validity !== 'NOT_YET') return []
  const expected = document.effectiveFrom ?? document.issuedOn
  return [{ kind: 'NOT_YET', span, found: null, expected, message: `尚未施行，自${expected ?? ''}起施行` }]
}

function isSaidToEnd({ text }: Answer, sentence: Sentence | undefined, { start, end }: Mention): boolean {
  const until = Math.min(sentence?.end ?? end, end + BEHIND)
  return SAID_TO_END.test(text.slice(Math.max(0, start - BEFORE), start) + text.slice(end, until))
}
