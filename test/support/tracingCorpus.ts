/**
 * A made-up province with three clauses, a city that carries two of them out and adds one of its own, a district below
 * that city, and a city that went first; linked by hand.
 */
import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { DocumentBundle } from '../../src/domain/bundle.ts'
import type { CorrespondenceEdge } from '../../src/domain/correspondence.ts'
import type { DocumentNode, TargetNode } from '../../src/domain/nodes.ts'
import type { Level } from '../../src/domain/vocabulary.ts'
import {
  agencyNode,
  bundle,
  citation,
  clauseNode,
  documentNode,
  responsibility,
  targetNode,
} from './bundle.ts'
import { linkOf } from './links.ts'

export const PROVINCE = 'cn/370000/鲁农字/2024/9'
export const CITY = 'cn/370100/济农字/2024/31'
export const DISTRICT = 'cn/370102/历农字/2025/2'
export const FORERUNNER = 'cn/370800/济农字/2023/4'
export const article = (documentId: string, serial: number): string => `${documentId}/art_${serial}`

const PROVINCE_BUREAU = agencyNode({
  id: 'agency/370000/山东省农业农村厅',
  function: '农业农村',
  placeId: 'place/370000',
})
const CITY_BUREAU = agencyNode({
  id: 'agency/370100/济南市农业农村局',
  function: '农业农村',
  placeId: 'place/370100',
})
const CITY_FINANCE = agencyNode({
  id: 'agency/370100/济南市财政局',
  function: '财政',
  placeId: 'place/370100',
})

interface Outline {
  readonly id: string
  readonly level: Level
  readonly issuedOn: string
  readonly clauses: readonly string[]
  readonly basis?: string
  readonly overrides?: Partial<DocumentNode>
  readonly facts?: Partial<DocumentBundle>
}

/** Read from a file named by the code of its place. Each clause is a line of the text; the source has a mark before it, so that offsets differ. */
function makeBundle({ id, level, issuedOn, clauses, basis, overrides, facts }: Outline): DocumentBundle {
  const text = `${clauses.join('\n')}\n`
  const sourceText = `#${text}`
  const nodes = clauses.map((words, at) => {
    const start = text.indexOf(words)
    const end = start + words.length
    const span = { start, end, source: { start: start + 1, end: end + 1 } }
    return clauseNode({
      id: article(id, at + 1),
      documentId: id,
      ordinal: at + 1,
      label: `第${at + 1}条`,
      text: words,
      span,
      bodySpan: span,
    })
  })
  const plain = documentNode({ id, level, issuedOn, placeId: `place/${id.slice(3, 9)}`, ...overrides })
  const source = plain.source === null ? null : { ...plain.source, name: `${id.slice(3, 9)}.txt` }
  const document = { ...plain, source }
  const cite =
    basis === undefined
      ? []
      : [citation({ id: `${id}/cite_1`, documentId: id, targetId: basis, relation: 'BASED_ON', cue: '根据' })]
  return bundle(document, {
    body: { text, sourceText, sourceBytes: Buffer.from(sourceText) },
    clauses: nodes,
    citations: cite,
    ...facts,
  })
}

function limit(documentId: string, serial: number, days: number): TargetNode {
  const clauseId = article(documentId, serial)
  return targetNode({
    ...{ id: `${clauseId}/target_1`, clauseId, documentId, metric: '补贴申请办理时限' },
    ...{ targetKind: 'LIMIT', bound: 'AT_MOST', value: days, unit: '日', amount: days, amountUnit: '天' },
  })
}

function lead(documentId: string, serial: number, agencyId: string) {
  return responsibility({ documentId, clauseId: article(documentId, serial), agencyId })
}

const BUNDLES: readonly DocumentBundle[] = [
  makeBundle({
    id: PROVINCE,
    level: 'PROVINCIAL',
    issuedOn: '2024-03-01',
    clauses: ['农机购置补贴申请30日内办结。', '建设区域农机维修中心。', '推广丘陵山区小型机具。'],
    overrides: { number: '鲁农字〔2024〕9号', title: '关于促进农机化的意见' },
    facts: {
      agencies: [PROVINCE_BUREAU],
      responsibilities: [lead(PROVINCE, 1, PROVINCE_BUREAU.id)],
      targets: [limit(PROVINCE, 1, 30)],
    },
  }),
  makeBundle({
    id: CITY,
    level: 'MUNICIPAL',
    issuedOn: '2024-06-09',
    clauses: ['农机购置补贴申请20日内办结，网上公开进度。', '举办农机手技能比赛。', '支持合作社办维修点。'],
    basis: PROVINCE,
    overrides: { title: '济南市农机化措施', effectiveUntil: '2025-01-31' },
    facts: {
      agencies: [CITY_BUREAU, CITY_FINANCE],
      responsibilities: [lead(CITY, 1, CITY_BUREAU.id), lead(CITY, 3, CITY_FINANCE.id)],
      targets: [limit(CITY, 1, 20)],
    },
  }),
  makeBundle({
    id: DISTRICT,
    level: 'COUNTY',
    issuedOn: '2025-01-10',
    clauses: ['补贴申请随到随办。'],
    basis: CITY,
  }),
  makeBundle({
    id: FORERUNNER,
    level: 'MUNICIPAL',
    issuedOn: '2023-11-22',
    clauses: ['设立农机维修中心站。', '补贴申请25日内办结。'],
    facts: { targets: [limit(FORERUNNER, 2, 25)] },
  }),
]

export const LINKS: readonly CorrespondenceEdge[] = [
  linkOf(article(PROVINCE, 1), article(CITY, 1), {
    score: 0.9,
    certainty: 0.9,
    sharedWording: [0.8, 0.4],
    evidence: [
      {
        signal: 'MEANING',
        reason: '都规定补贴申请的办结时限',
        weight: 0.7,
        ranges: [
          { start: 0, end: 8 },
          { start: 0, end: 8 },
        ],
      },
      { signal: 'CITATION', reason: '下位文件以上位文件为依据', weight: 0.3, ranges: [null, null] },
    ],
  }),
  linkOf(article(PROVINCE, 2), article(CITY, 3), { score: 0.6, certainty: 0.2, degree: 'SAME_TOPIC' }),
  linkOf(article(PROVINCE, 1), article(DISTRICT, 1), { score: 0.7, certainty: 0.6 }),
  linkOf(article(PROVINCE, 1), article(FORERUNNER, 2), { score: 0.8, certainty: 0.7 }),
  linkOf(article(PROVINCE, 2), article(FORERUNNER, 1), { score: 0.75, certainty: 0.5 }),
  linkOf(article(CITY, 1), article(FORERUNNER, 2), { score: 0.65, certainty: 0.4 }),
]

/** Adds the documents and their links to a store that has the places of `policyCorpus.ts`. */
export async function putTracingCorpus(store: GraphStore): Promise<void> {
  for (const each of BUNDLES) await store.putDocument(each)
  for (const edge of LINKS) await store.putCorrespondence(edge)
}
