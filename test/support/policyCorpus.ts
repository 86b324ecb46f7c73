/**
 * A small made-up corpus for the faces: a national plan that was never ingested, a provincial opinion, two municipal
 * measures below it (one of them repealed in part), and a second document with the first one's number.
 */
import type { GraphStore } from '../../graph/port/graphStore.ts'
import type { DocumentBundle } from '../../src/domain/bundle.ts'
import type { ClauseNode, DocumentNode, PlaceNode, ProductTypeNode } from '../../src/domain/nodes.ts'
import type { Span } from '../../src/domain/span.ts'
import type { Embedder } from '../../src/embedding/port.ts'
import { embeddingKeyOf } from '../../src/search/embeddingKey.ts'
import { clauseIndexText, clauseTokens, passageTexts } from '../../src/search/indexing.ts'
import type { Segmenter } from '../../src/search/segment.ts'
import {
  agencyNode,
  bundle,
  citation,
  clauseNode,
  documentNode,
  ledgerRow,
  placeNode,
  productTypeNode,
  responsibility,
  sectionNode,
  stubNode,
  targetNode,
} from './bundle.ts'

const PLACES: readonly PlaceNode[] = [
  placeNode({ id: 'place/000000', code: '000000', name: '国家', level: 'NATIONAL' }),
  placeNode({
    id: 'place/220000',
    code: '220000',
    name: '吉林省',
    level: 'PROVINCIAL',
    parentId: 'place/000000',
  }),
  placeNode({ id: 'place/220200', code: '220200', name: '吉林市', parentId: 'place/220000' }),
  placeNode({
    id: 'place/370000',
    code: '370000',
    name: '山东省',
    level: 'PROVINCIAL',
    parentId: 'place/000000',
  }),
  placeNode({ id: 'place/370100', code: '370100', name: '济南市', parentId: 'place/370000' }),
  placeNode({
    id: 'place/370102',
    code: '370102',
    name: '历下区',
    level: 'COUNTY',
    parentId: 'place/370100',
  }),
  placeNode({ id: 'place/370800', code: '370800', name: '济宁市', parentId: 'place/370000' }),
]
const PRODUCT_TYPES: readonly ProductTypeNode[] = [
  productTypeNode({ id: 'product/药品' }),
  productTypeNode({ id: 'product/创新药', aliases: ['新药'], broaderId: 'product/药品' }),
  productTypeNode({ id: 'product/医疗器械' }),
]

export const PLAN = 'cn/000000/国办发/2023/3'
export const OPINION = 'cn/370000/鲁政办字/2024/6'
export const JINAN = 'cn/370100/济政办字/2024/23'
export const JINING = 'cn/370800/济政办字/2024/23'
export const OLD = 'cn/370100/济政办字/2019/5'
/** Clauses of the Jinan document: enough for a page that would cost a call each without batching. */
export const JINAN_CLAUSES = 20

const HEALTH = agencyNode({
  id: 'agency/370100/济南市卫生健康委',
  officialName: '济南市卫生健康委员会',
  aliases: ['市卫生健康委'],
  function: '卫生健康',
  placeId: 'place/370100',
})
const SCIENCE = agencyNode({
  id: 'agency/370100/济南市科技局',
  aliases: ['市科技局'],
  function: '科技',
  placeId: 'place/370100',
})
const SCIENCE_JINING = agencyNode({
  id: 'agency/370800/济宁市科技局',
  aliases: ['市科技局'],
  function: '科技',
  placeId: 'place/370800',
})
const SCIENCE_PROVINCE = agencyNode({
  id: 'agency/370000/山东省科技厅',
  function: '科技',
  placeId: 'place/370000',
})
const DISTRICTS = agencyNode({
  id: 'agency/370100/各区县政府',
  agencyKind: 'CLASS',
  function: '科技',
  placeId: 'place/370100',
})
const OFFICE = agencyNode({ id: 'agency/370100/济南市人民政府办公厅', placeId: 'place/370100' })

/** Writes a document's text line by line and knows where each line stands; the source has a blank line before each. */
class TextBuilder {
  text = ''
  sourceText = ''

  line(words: string): Span {
    const start = this.text.length
    const sourceStart = this.sourceText.length + 1
    this.text += `${words}\n`
    this.sourceText += `\n${words}\n`
    const source = { start: sourceStart, end: sourceStart + words.length }
    return { start, end: start + words.length, source }
  }

  body(): DocumentBundle['body'] {
    const { text, sourceText } = this
    return { text, sourceText, sourceBytes: Buffer.from(sourceText) }
  }
}

/** The span of some words inside a line. */
export function within(outer: Span, line: string, words: string): Span {
  const offset = line.indexOf(words)
  const shift = (start: number) => ({ start: start + offset, end: start + offset + words.length })
  return { ...shift(outer.start), source: shift(outer.source.start) }
}

function opinion(): DocumentBundle {
  const text = new TextBuilder()
  const title = '关于支持医药创新的若干意见'
  const titleSpan = text.line(`${title}。根据国办发〔2023〕3号制定。`)
  const words = '建立临床试验绿色通道，启动整体用时压缩至25周。'
  const span = text.line(words)
  const clause = clauseNode({
    id: `${OPINION}/sec_1__cl_1`,
    documentId: OPINION,
    text: words,
    span,
    bodySpan: span,
  })
  const document = documentNode({
    id: OPINION,
    title,
    number: '鲁政办字〔2024〕6号',
    documentKind: '意见',
    level: 'PROVINCIAL',
    placeId: 'place/370000',
    issuedOn: '2024-01-10',
  })
  return bundle(document, {
    body: text.body(),
    clauses: [clause],
    agencies: [SCIENCE_PROVINCE],
    responsibilities: [
      responsibility({
        documentId: OPINION,
        clauseId: clause.id,
        agencyId: SCIENCE_PROVINCE.id,
        printed: '省科技厅',
        span,
      }),
    ],
    citedDocuments: [
      stubNode({
        id: PLAN,
        title: '国家医药规划',
        number: '国办发〔2023〕3号',
        level: 'NATIONAL',
        placeId: 'place/000000',
      }),
    ],
    citations: [
      citation({
        id: `${OPINION}/cite_1`,
        documentId: OPINION,
        targetId: PLAN,
        relation: 'BASED_ON',
        cue: '根据',
        span: titleSpan,
      }),
    ],
    about: [{ clauseId: clause.id, productTypeId: 'product/药品', ordinal: 1 }],
  })
}

function jinan(): DocumentBundle {
  const text = new TextBuilder()
  const title = '关于支持医药创新的若干措施'
  const preamble = text.line(`${title}。为贯彻落实鲁政办字〔2024〕6号，废止济政办字〔2019〕5号，制定本措施。`)
  const sectionId = `${JINAN}/sec_1`
  const section = sectionNode({
    id: sectionId,
    documentId: JINAN,
    label: '一',
    title: '主要任务',
    span: text.line('一、主要任务'),
  })
  const lines = Array.from({ length: JINAN_CLAUSES }, (_, i) =>
    i === 0
      ? '（一）优化临床试验审批，启动整体用时压缩至20周，对创新药给予500万元奖励。（市卫生健康委牵头，市科技局配合）'
      : `（${i + 1}）支持医疗器械企业第${i + 1}类项目建设。（市科技局负责）`,
  )
  const clauses = lines.map((line, i): ClauseNode => {
    const span = text.line(line)
    const words = line.slice(line.indexOf('）') + 1, line.lastIndexOf('（'))
    return clauseNode({
      id: `${sectionId}__cl_${i + 1}`,
      documentId: JINAN,
      sectionId,
      ordinal: i + 1,
      label: `（${i + 1}）`,
      text: words,
      span,
      bodySpan: within(span, line, words),
    })
  })
  const annexSpan = text.line('附件1 工作台账')
  const first = clauses[0] as ClauseNode
  const firstLine = lines[0] as string
  const item = clauseNode({
    id: `${first.id}__item_1`,
    documentId: JINAN,
    sectionId,
    parentId: first.id,
    label: '1.',
    text: '对创新药给予500万元奖励。',
    span: within(first.span, firstLine, '对创新药给予500万元奖励。'),
  })
  const document = documentNode({
    id: JINAN,
    title,
    number: '济政办字〔2024〕23号',
    documentKind: '若干措施',
    placeId: 'place/370100',
    issuerIds: [OFFICE.id],
    issuedOn: '2024-07-18',
    effectiveUntil: '2029-07-17',
    elements: [{ name: '索引号', value: 'A-1', confidence: 1, span: null }],
    notices: [{ code: 'ledger/shifted-label', severity: 'WARNING', message: '序号有跳跃', span: preamble }],
  })
  return bundle(document, {
    body: text.body(),
    sections: [section],
    annexes: [
      {
        kind: 'ANNEX',
        id: `${JINAN}/att_1`,
        documentId: JINAN,
        ordinal: 1,
        label: '附件1',
        title: '工作台账',
        documentKind: null,
        span: annexSpan,
      },
    ],
    clauses: [first, item, ...clauses.slice(1)],
    agencies: [HEALTH, SCIENCE, DISTRICTS, OFFICE],
    responsibilities: [
      responsibility({
        documentId: JINAN,
        clauseId: first.id,
        agencyId: HEALTH.id,
        printed: '市卫生健康委',
        span: within(first.span, firstLine, '市卫生健康委'),
      }),
      responsibility({
        documentId: JINAN,
        clauseId: first.id,
        agencyId: SCIENCE.id,
        ordinal: 2,
        role: 'SUPPORT',
        printed: '市科技局',
        span: within(first.span, firstLine, '市科技局'),
      }),
      ...clauses.slice(1).map(({ id, span }) =>
        responsibility({
          documentId: JINAN,
          clauseId: id,
          agencyId: SCIENCE.id,
          role: 'RESPONSIBLE',
          printed: '市科技局',
          span,
        }),
      ),
    ],
    citedDocuments: [],
    citations: [
      citation({
        id: `${JINAN}/cite_1`,
        documentId: JINAN,
        targetId: OPINION,
        relation: 'IMPLEMENTS',
        cue: '贯彻落实',
        number: '鲁政办字〔2024〕6号',
        span: within(preamble, text.text, '鲁政办字〔2024〕6号'),
      }),
      citation({
        id: `${JINAN}/cite_2`,
        documentId: JINAN,
        ordinal: 2,
        targetId: OLD,
        relation: 'SUPERSEDES',
        cue: '废止',
        span: preamble,
      }),
      citation({
        id: `${JINAN}/cite_3`,
        documentId: JINAN,
        ordinal: 3,
        targetId: OPINION,
        clauseId: first.id,
        relation: 'CITES',
        locator: '第三条',
        span: first.span,
      }),
    ],
    targets: [
      targetNode({
        id: `${first.id}/target_1`,
        clauseId: first.id,
        documentId: JINAN,
        targetKind: 'LIMIT',
        bound: 'AT_MOST',
        metric: '启动整体用时',
        value: 20,
        unit: '周',
        amount: 140,
        amountUnit: '天',
        leadIds: [HEALTH.id],
        span: within(first.span, firstLine, '20周'),
      }),
      targetNode({
        id: `${first.id}/target_2`,
        clauseId: first.id,
        documentId: JINAN,
        ordinal: 2,
        targetKind: 'REWARD',
        bound: 'EXACTLY',
        metric: '奖励',
        value: 500,
        unit: '万元',
        amount: 5_000_000,
        amountUnit: '元',
        productTypeIds: ['product/创新药'],
        span: within(first.span, firstLine, '500万元'),
      }),
    ],
    about: [
      { clauseId: first.id, productTypeId: 'product/创新药', ordinal: 1 },
      ...clauses.slice(1).map(({ id }) => ({ clauseId: id, productTypeId: 'product/医疗器械', ordinal: 1 })),
    ],
    productMentions: [
      { clauseId: first.id, productTypeId: 'product/创新药', span: within(first.span, firstLine, '创新药') },
    ],
    ledger: [
      ledgerRow({
        id: `${JINAN}/ledger_1`,
        documentId: JINAN,
        task: '临床试验',
        measure: '优化审批',
        leadIds: [SCIENCE.id],
        supportIds: [HEALTH.id],
        clauseId: first.id,
        span: first.span,
      }),
    ],
  })
}

function jining(): DocumentBundle {
  const text = new TextBuilder()
  const words = '第三条 支持药品研发。'
  const span = text.line(words)
  const document = documentNode({
    id: JINING,
    title: '济宁市药品研发办法',
    number: '济政办字〔2024〕23号',
    documentKind: '办法',
    placeId: 'place/370800',
    issuedOn: '2024-08-01',
  })
  const clause = clauseNode({
    id: `${JINING}/art_3`,
    documentId: JINING,
    label: '第三条',
    text: words,
    span,
    bodySpan: span,
  })
  return bundle(document, {
    body: text.body(),
    clauses: [clause],
    agencies: [SCIENCE_JINING],
    responsibilities: [
      responsibility({ documentId: JINING, clauseId: clause.id, agencyId: SCIENCE_JINING.id, span }),
    ],
    citations: [
      citation({ id: `${JINING}/cite_1`, documentId: JINING, targetId: JINAN, relation: 'IMPLEMENTS', span }),
      // an article alone: the opinion as a whole stays in force
      citation({
        id: `${JINING}/cite_2`,
        documentId: JINING,
        ordinal: 2,
        targetId: OPINION,
        relation: 'SUPERSEDES',
        locator: '第一条',
        span,
      }),
    ],
    about: [{ clauseId: clause.id, productTypeId: 'product/药品', ordinal: 1 }],
  })
}

function old(): DocumentBundle {
  const document: DocumentNode = documentNode({
    id: OLD,
    title: '旧措施',
    number: '济政办字〔2019〕5号',
    placeId: 'place/370100',
    issuedOn: '2019-03-01',
  })
  return bundle(document)
}

/** Fills a store with the corpus, indexed for keywords and, where an embedder is given, for meaning. */
export async function putPolicyCorpus(
  store: GraphStore,
  segmenter: Segmenter,
  embedder: Embedder | null,
): Promise<void> {
  await store.putReference([...PLACES, ...PRODUCT_TYPES])
  if (embedder !== null) await store.setEmbeddingKey(embeddingKeyOf(embedder))
  for (const each of [opinion(), old(), jinan(), jining()]) {
    const proper = each.clauses.filter((clause) => clause.parentId === null)
    const terms = proper.map((clause) => ({ clauseId: clause.id, tokens: clauseTokens(segmenter, clause) }))
    const passages = embedder === null ? [] : await embedAll(proper, embedder)
    await store.putDocument({ ...each, terms, passages })
  }
}

async function embedAll(
  clauses: readonly ClauseNode[],
  embedder: Embedder,
): Promise<DocumentBundle['passages']> {
  const texts = clauses.flatMap((clause) =>
    passageTexts(clauseIndexText(clause)).map((passage) => ({ clauseId: clause.id, ...passage })),
  )
  const vectors = await embedder.embed(texts.map(({ text }) => text))
  return texts.map(({ clauseId, window }, i) => ({ clauseId, window, vector: vectors[i] as Float32Array }))
}
