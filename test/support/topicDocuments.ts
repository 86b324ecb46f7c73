/** Made-up documents whose clauses are each about one topic, with vectors that say so: for tests of linking. */
import type { ClauseFeatures, DocumentFeatures } from '../../src/correspondence/features.ts'
import type { DocumentBundle, Passage } from '../../src/domain/bundle.ts'
import type { ClauseNode } from '../../src/domain/nodes.ts'
import { foldKey } from '../../src/text/fold.ts'
import { bundle, citation, clauseNode, documentNode, passage, span } from './bundle.ts'

/** Topic → what an upper and a lower document say of it. */
const TOPICS = {
  助餐: [
    '健全老年助餐服务网络，对高龄老年人送餐给予补贴',
    '引入餐饮企业开办老年食堂，高龄老年人送餐按年龄补贴',
  ],
  护理: [
    '壮大护理人才队伍，建立护理员职业技能等级与薪酬挂钩机制',
    '护理员工资随职业技能等级上浮，院校增设护理专业',
  ],
  改造: ['实施家庭适老化改造，安装扶手、消除高差', '为困难家庭适老化改造安装扶手、铺防滑地面'],
  预付: ['养老机构预收费用实行银行存管，防范非法集资', '养老机构预收费用进银行专户存管，严查非法集资'],
  农机: ['推广玉米籽粒低破碎收获机械，建设示范区', '示范玉米籽粒低破碎收获机，控制田间损失'],
  烘干: ['布局区域性粮食烘干中心，更新热泵烘干机', '粮食烘干中心增配热泵烘干机，提高日烘干能力'],
} as const
export type Topic = keyof typeof TOPICS
const NAMES = Object.keys(TOPICS) as Topic[]
const FIELDS: readonly (readonly Topic[])[] = [NAMES.slice(0, 4), NAMES.slice(4)]

/** All clauses share one direction, those of a field a second one, those of a topic a third. */
const DIMENSIONS = 1 + FIELDS.length + NAMES.length
export const TOPIC_KEY = {
  modelId: 'topics',
  sha256: '00',
  dimensions: DIMENSIONS,
  preparation: 'v1',
} as const

/** Unit length: cosine 1 on one topic, 0.7 within a field, 0.5 between fields. */
function vectorOf(topic: Topic): Float32Array {
  const vector = new Float32Array(DIMENSIONS)
  vector[0] = Math.sqrt(0.5)
  vector[1 + FIELDS.findIndex((topics) => topics.includes(topic))] = Math.sqrt(0.2)
  vector[1 + FIELDS.length + NAMES.indexOf(topic)] = Math.sqrt(0.3)
  return vector
}

/** @param style how it is worded: 0 or 1 */
export function topicClauses(documentId: string, topics: readonly Topic[], style: 0 | 1): ClauseNode[] {
  return topics.map((topic, index) => {
    const text = `${TOPICS[topic][style]}。`
    return clauseNode({
      id: `${documentId}/cl_${index + 1}`,
      documentId,
      ordinal: index + 1,
      text,
      span: span(index * 100, index * 100 + text.length),
      bodySpan: span(index * 100, index * 100 + text.length),
    })
  })
}

function passagesOf(clauses: readonly ClauseNode[], topics: readonly Topic[]): Passage[] {
  return clauses.map(({ id }, index) => passage(id, vectorOf(topics[index]!)))
}

function tokensOf(text: string): string[] {
  const words = foldKey(text)
  return Array.from({ length: words.length - 1 }, (_, index) => words.slice(index, index + 2))
}

export interface TopicDocument {
  readonly id: string
  readonly topics: readonly Topic[]
  readonly style: 0 | 1
  /** Implements this document. */
  readonly implementing?: string
  readonly hasVectors?: boolean
}

export function topicBundle({
  id,
  topics,
  style,
  implementing,
  hasVectors = true,
}: TopicDocument): DocumentBundle {
  const clauses = topicClauses(id, topics, style)
  const cited = implementing === undefined ? [] : [implementing]
  return bundle(documentNode({ id }), {
    clauses,
    passages: hasVectors ? passagesOf(clauses, topics) : [],
    terms: clauses.map((clause) => ({ clauseId: clause.id, tokens: tokensOf(clause.text) })),
    citations: cited.map((targetId) =>
      citation({ id: `${id}/cite_1`, documentId: id, targetId, relation: 'IMPLEMENTS' }),
    ),
    citedDocuments: cited.map((targetId) => documentNode({ id: targetId, ingested: false, source: null })),
  })
}

/** The passages of one of these documents, for one that was stored without. */
export function topicPassages({ id, topics, style }: TopicDocument): readonly Passage[] {
  return passagesOf(topicClauses(id, topics, style), topics)
}

export function topicFeatures({ id, topics, style, hasVectors = true }: TopicDocument): DocumentFeatures {
  const clauses = topicClauses(id, topics, style)
  const passages = passagesOf(clauses, topics)
  return {
    documentId: id,
    clauses: clauses.map(
      (clause, index): ClauseFeatures => ({
        clause,
        passages: hasVectors ? [passages[index]!] : [],
        tokens: tokensOf(clause.text),
        products: [],
        leads: [],
        targets: [],
      }),
    ),
  }
}
