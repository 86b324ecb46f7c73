/** A small made-up corpus that touches every kind of node and edge: a city's regulation and a county's notice. */
import type { EmbeddingKey } from '../../graph/port/graphStore.ts'
import type { DocumentBundle } from '../../src/domain/bundle.ts'
import type { DocumentNode } from '../../src/domain/nodes.ts'
import {
  agencyNode,
  bundle,
  citation,
  clauseNode,
  documentNode,
  ledgerRow,
  passage,
  placeNode,
  productTypeNode,
  responsibility,
  sectionNode,
  span,
  stubNode,
  targetNode,
} from './bundle.ts'

export const PROVINCE = 'cn/990000/省政发/2023/1'
export const CITY = 'cn/990100/甲政发/2024/12'
export const COUNTY = 'cn/990101/0000/0123456789'
/** A zone: shared like an agency, not reference data. */
export const ZONE = 'place/990100/甲高新区'

export const REFERENCE = [
  placeNode({ id: 'place/990000', code: '990000', name: '子省', level: 'PROVINCIAL' }),
  placeNode({ id: 'place/990100', code: '990100', name: '甲市', parentId: 'place/990000' }),
  placeNode({ id: 'place/990101', code: '990101', name: '乙县', level: 'COUNTY', parentId: 'place/990100' }),
  productTypeNode({ id: 'product/药品' }),
  productTypeNode({ id: 'product/中药', broaderId: 'product/药品' }),
  productTypeNode({ id: 'product/化学药', broaderId: 'product/药品' }),
]

export const VECTOR_KEY: EmbeddingKey = { modelId: 'test', sha256: '00', dimensions: 4, preparation: 'v1' }

const SCIENCE = agencyNode({
  id: 'agency/990100/甲市科技局',
  officialName: '甲市科学技术局',
  aliases: ['市科委'],
  function: '科技',
})
const FINANCE = agencyNode({ id: 'agency/990100/甲市财政局', function: '财政' })
const PLANNING = agencyNode({
  id: 'agency/990100/甲市科技局规划处',
  agencyKind: 'DEPARTMENT',
  parentId: SCIENCE.id,
})
const COUNTY_SCIENCE = agencyNode({
  id: 'agency/990101/乙县科技局',
  function: '科技',
  placeId: 'place/990101',
})

const FIRST = `${CITY}/sec_1__cl_1`
const SECOND = `${CITY}/sec_1__sec_1__cl_2`
const THIRD = `${CITY}/att_1/sec_1__cl_3`

function cityOutline(): Pick<DocumentBundle, 'annexes' | 'sections' | 'clauses'> {
  const documentId = CITY
  const annexId = `${CITY}/att_1`
  return {
    annexes: [
      {
        kind: 'ANNEX',
        id: annexId,
        documentId,
        ordinal: 1,
        label: '附件',
        title: '任务分工',
        documentKind: null,
        span: span(90),
      },
    ],
    sections: [
      sectionNode({ id: `${CITY}/sec_1`, documentId }),
      sectionNode({ id: `${CITY}/sec_1__sec_1`, documentId, parentId: `${CITY}/sec_1`, ordinal: 2 }),
      sectionNode({ id: `${annexId}/sec_1`, documentId, annexId, ordinal: 3 }),
    ],
    clauses: [
      clauseNode({ id: FIRST, documentId, sectionId: `${CITY}/sec_1` }),
      clauseNode({ id: `${FIRST}__item_1`, documentId, sectionId: `${CITY}/sec_1`, parentId: FIRST }),
      clauseNode({
        id: `${FIRST}__item_2`,
        documentId,
        sectionId: `${CITY}/sec_1`,
        parentId: FIRST,
        ordinal: 2,
      }),
      clauseNode({ id: SECOND, documentId, sectionId: `${CITY}/sec_1__sec_1`, ordinal: 2 }),
      clauseNode({ id: THIRD, documentId, sectionId: `${annexId}/sec_1`, annexId, ordinal: 3 }),
    ],
  }
}

/** The city's regulation implements and repeals the province's, which is only cited; it is in force 2024-05-01 to 2029-12-31. */
export function cityBundle(overrides: Partial<DocumentNode> = {}): DocumentBundle {
  const document = documentNode({
    id: CITY,
    title: '甲市科技创新条例',
    number: '甲政发〔2024〕12号',
    documentKind: '条例',
    legalForce: 'LOCAL_REGULATION',
    issuerIds: [SCIENCE.id],
    issuedOn: '2024-03-01',
    effectiveFrom: '2024-05-01',
    effectiveUntil: '2029-12-31',
    ...overrides,
  })
  return bundle(document, {
    ...cityOutline(),
    agencies: [SCIENCE, FINANCE, PLANNING],
    responsibilities: [
      responsibility({ clauseId: FIRST, agencyId: SCIENCE.id }),
      responsibility({ clauseId: FIRST, agencyId: FINANCE.id, ordinal: 2, role: 'RESPONSIBLE' }),
      responsibility({ clauseId: SECOND, agencyId: SCIENCE.id, role: 'SUPPORT' }),
    ],
    citations: [
      citation({ id: `${CITY}/cite_1`, documentId: CITY, targetId: PROVINCE, relation: 'IMPLEMENTS' }),
      citation({
        id: `${CITY}/cite_2`,
        documentId: CITY,
        targetId: PROVINCE,
        relation: 'SUPERSEDES',
        clauseId: FIRST,
        ordinal: 2,
      }),
    ],
    citedDocuments: [
      stubNode({ id: PROVINCE, number: '省政发〔2023〕1号', level: 'PROVINCIAL', placeId: 'place/990000' }),
    ],
    targets: [
      targetNode({
        id: `${FIRST}/target_1`,
        clauseId: FIRST,
        metric: '工业产值',
        value: 1,
        unit: '亿元',
        amount: 1e8,
        amountUnit: '元',
        productTypeIds: ['product/中药'],
      }),
      targetNode({
        id: `${FIRST}/target_2`,
        clauseId: FIRST,
        ordinal: 2,
        targetKind: 'LIMIT',
        bound: 'AT_MOST',
        value: 60,
        unit: '日',
        amount: 60,
        amountUnit: '日',
      }),
      targetNode({
        id: `${SECOND}/target_1`,
        clauseId: SECOND,
        targetKind: 'DEADLINE',
        bound: 'BY',
        deadline: '2025-06-30',
      }),
    ],
    about: [{ clauseId: FIRST, productTypeId: 'product/中药', ordinal: 1 }],
    productMentions: [
      { clauseId: FIRST, productTypeId: 'product/中药', span: span(3, 5) },
      { clauseId: FIRST, productTypeId: 'product/药品', span: span(8, 10) },
    ],
    ledger: [
      ledgerRow({ id: `${CITY}/ledger_1`, documentId: CITY, leadIds: [SCIENCE.id] }),
      ledgerRow({
        id: `${CITY}/ledger_2`,
        documentId: CITY,
        ordinal: 2,
        leadIds: [FINANCE.id],
        supportIds: [SCIENCE.id],
        clauseId: FIRST,
      }),
    ],
    terms: [
      { clauseId: FIRST, tokens: ['科技', '科技', '中药'] },
      { clauseId: SECOND, tokens: ['科技', '财政', '资金'] },
    ],
    passages: [
      passage(FIRST, Float32Array.of(0, 1, 0, 0), { start: 0, end: 80 }),
      passage(FIRST, Float32Array.of(1, 0, 0, 0), { start: 80, end: 160 }),
      passage(FIRST, Float32Array.of(0.6, 0.8, 0, 0)),
      passage(SECOND, Float32Array.of(0, 0, 0, 1)),
    ],
  })
}

/** The county's notice is undated, applies to a zone, carries measures and cites the city's regulation. */
export function countyBundle(): DocumentBundle {
  const clauseId = `${COUNTY}/sec_1__cl_1`
  const document = documentNode({
    id: COUNTY,
    title: '关于印发《科技园区若干措施》推进GMP改造的通知',
    carriedTitle: '科技园区若干措施',
    level: 'COUNTY',
    placeId: ZONE,
    issuedOn: null,
  })
  return bundle(document, {
    sections: [sectionNode({ id: `${COUNTY}/sec_1`, documentId: COUNTY })],
    clauses: [clauseNode({ id: clauseId, documentId: COUNTY, sectionId: `${COUNTY}/sec_1` })],
    agencies: [COUNTY_SCIENCE, SCIENCE],
    places: [
      placeNode({ id: ZONE, name: '甲高新区', code: null, level: 'COUNTY', parentId: 'place/990100' }),
    ],
    responsibilities: [
      responsibility({ clauseId, agencyId: COUNTY_SCIENCE.id }),
      responsibility({ clauseId, agencyId: SCIENCE.id, ordinal: 2, role: 'SUPPORT' }),
    ],
    citations: [
      citation({ id: `${COUNTY}/cite_1`, documentId: COUNTY, targetId: CITY, relation: 'IMPLEMENTS' }),
    ],
    citedDocuments: [stubNode({ id: CITY, title: '条例' })],
    terms: [{ clauseId, tokens: ['园区', '园区', '企业'] }],
    passages: [passage(clauseId, Float32Array.of(0.28, 0, 0.96, 0))],
  })
}
