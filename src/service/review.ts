import { readFeatures } from '../correspondence/features.ts'
import { scorePairs } from '../correspondence/score.ts'
import { type CorrespondenceEdge, correspondenceId, pairOf } from '../domain/correspondence.ts'
import type { ClauseNode } from '../domain/nodes.ts'
import type { ReviewVerdict } from '../domain/vocabulary.ts'
import { ZhengmaiError } from '../errors/error.ts'
import { readName } from './chooseOne.ts'
import { type Correspondence, findLink, orient, orientDown } from './correspondences.ts'
import { areChained } from './documentKinship.ts'
import { type Connection, type PageArguments, readPage, toConnection } from './page.ts'
import type { Scope } from './scope.ts'

export interface ReviewWords {
  readonly clause: string
  readonly other: string
  readonly verdict: ReviewVerdict
  readonly note?: string | null
  readonly by?: string | null
}

const MAX_NOTE = 1000
const MAX_BY = 100
/** All but line breaks and tabs; half a surrogate pair is no text either. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Surrogate}]/u

/**
 * Notes what a person found of two clauses; an earlier finding is replaced. A confirmed pair without a link gets one,
 * with the score and the evidence that the linker finds for it.
 * @returns the link as read from `clause`
 * @throws ZhengmaiError NOT_FOUND, BAD_INPUT; SEMANTIC_UNAVAILABLE where there is no link and no vectors to score one by
 */
export async function reviewCorrespondence(
  scope: Scope,
  words: ReviewWords,
  now: Date = new Date(),
): Promise<Correspondence> {
  const note = readText('note', words.note, MAX_NOTE)
  const by = readText('by', words.by, MAX_BY)
  const [clause, other] = await Promise.all([
    findClause(scope, 'clause', words.clause),
    findClause(scope, 'other', words.other),
  ])
  if (clause.documentId === other.documentId) {
    throw new ZhengmaiError('BAD_INPUT', '对应关系是两份文件的条款之间的，clause 与 other 属于同一份文件')
  }
  const known = (await findLink(scope, clause.id, other.id))?.edge ?? null
  const edge = known ?? (await scoreClauses(scope, clause, other))
  const { verdict } = words
  const review = { clauseIds: pairOf(clause.id, other.id), verdict, note, by, at: now.toISOString() }
  if (known === null && verdict === 'CONFIRMED') await scope.store.putCorrespondence(edge)
  await scope.store.putReview(review)
  return orient(scope, { edge, review }, clause.id)
}

/** Takes a finding back. @throws ZhengmaiError NOT_FOUND where there is none */
export async function withdrawReview(scope: Scope, clause: string, other: string): Promise<void> {
  const ids = pairOf(readName('clause', clause), readName('other', other))
  if (!(await scope.store.deleteReview(ids))) {
    throw new ZhengmaiError('NOT_FOUND', `没有对这两个条款的复核：${ids.join('、')}`)
  }
}

/** Links that nobody has reviewed, least certain first, each as read from its lower clause. */
export async function listReviewQueue(
  scope: Scope,
  args: PageArguments,
): Promise<Connection<Correspondence>> {
  const request = readPage(args)
  const page = await scope.store.correspondences({ review: 'NONE' }, 'LEAST_CERTAIN', request)
  const items = await Promise.all(
    page.items.map(async ({ node, cursor }) => ({ node: await orientDown(scope, node), cursor })),
  )
  return toConnection({ ...page, items }, request)
}

async function findClause(scope: Scope, argument: string, id: string): Promise<ClauseNode> {
  const found = await scope.read.find('CLAUSE', readName(argument, id))
  if (found === null) throw new ZhengmaiError('NOT_FOUND', `没有这个条款：${id}`)
  if (found.parentId === null) return found
  throw new ZhengmaiError('BAD_INPUT', `${id} 是条款之下的一项；对应关系以条款为单位，请用 ${found.parentId}`)
}

/** The link that the linker would make of two clauses, whether or not it is good enough. */
export async function scoreClauses(
  scope: Scope,
  clause: ClauseNode,
  other: ClauseNode,
): Promise<CorrespondenceEdge> {
  const { read, store } = scope
  const [features, own, its] = await Promise.all([
    readFeatures(store, [clause.documentId, other.documentId]),
    read.get('DOCUMENT', clause.documentId),
    read.get('DOCUMENT', other.documentId),
  ])
  const [one, second] = [features.get(own.id), features.get(its.id)]
  const isChained = await areChained(scope, own, its)
  const edge =
    one === undefined || second === undefined
      ? null
      : scorePairs(one, second, isChained).edgeOf(clause.id, other.id)
  if (edge !== null) return edge
  const pair = correspondenceId(pairOf(clause.id, other.id))
  throw new ZhengmaiError('SEMANTIC_UNAVAILABLE', `这两个条款还没有语义向量，不能评分：${pair}`)
}

function readText(argument: string, text: string | null | undefined, most: number): string | null {
  const words = text?.trim() ?? ''
  if (words === '') return null
  if (words.length > most) {
    throw new ZhengmaiError('BAD_INPUT', `${argument} 最多 ${most} 个字符，收到 ${words.length} 个`)
  }
  if (NO_TEXT.test(words)) throw new ZhengmaiError('BAD_INPUT', `${argument} 含有控制字符`)
  return words
}
