import { describe, expect, it } from 'vitest'
import type { DocumentNode } from '../../src/domain/nodes.ts'
import { foldKey } from '../../src/text/fold.ts'
import { seedGazetteer } from '../../test/support/seedPlaces.ts'
import { type DocumentLookup, linkCitations, type PrintedCitation, splitNumber } from './citations.ts'
import { findTakeovers } from './takeovers.ts'

const gazetteer = seedGazetteer()
const document = (fields: Partial<DocumentNode>): DocumentNode => ({
  kind: 'DOCUMENT',
  id: 'cn/000000/0000/0000000000',
  title: '某文件',
  number: null,
  documentKind: null,
  carriedTitle: null,
  carriedKind: null,
  legalForce: null,
  level: null,
  placeId: null,
  issuerIds: [],
  issuedOn: null,
  printedOn: null,
  publishedOn: null,
  effectiveFrom: null,
  effectiveUntil: null,
  recipients: [],
  copiedTo: [],
  elements: [],
  fieldSpans: [],
  ingested: true,
  source: null,
  notices: [],
  ...fields,
})
const printed = (fields: Partial<PrintedCitation>): PrintedCitation => ({
  title: null,
  number: null,
  issuerHint: null,
  span: null,
  ...fields,
})

/** Finds documents as the port asks: by folded number, or by folded title or carried title. */
function storeOf(...documents: readonly DocumentNode[]): DocumentLookup {
  return {
    documentsByKey: ({ numbers = [], titles = [] }) =>
      Promise.resolve(
        documents.filter(
          ({ number, title, carriedTitle }) =>
            (number !== null && numbers.includes(foldKey(number))) ||
            [title, carriedTitle].some((each) => each !== null && titles.includes(foldKey(each))),
        ),
      ),
  }
}

async function link(
  citation: Partial<PrintedCitation>,
  [code, number]: readonly [code: string | null, number: string | null],
  ...stored: readonly DocumentNode[]
) {
  const citing = { place: code === null ? null : gazetteer.byCode(code), number }
  const [linked] = await linkCitations([printed(citation)], citing, storeOf(...stored), gazetteer)
  if (!linked) throw new Error('nothing linked')
  return linked
}

const JINING = ['370800', '济政办字〔2024〕23号'] as const
const JINAN = ['370100', '济医保发〔2024〕8号'] as const
const JILIN = ['220000', null] as const

describe('place of a cited number', () => {
  it.each([
    // the issuer in the title
    [
      { title: '济南市人民政府印发关于某事的通知', number: '济政发〔2022〕18号' },
      JINING,
      'cn/370100/济政发/2022/18',
    ],
    [
      { title: '山东省人民政府关于某事的通知', number: '鲁政字〔2021〕230号' },
      JINAN,
      'cn/370000/鲁政字/2021/230',
    ],
    [{ title: '国务院关于某事的意见', number: '国发〔2020〕1号' }, JINAN, 'cn/000000/国发/2020/1'],
    // the issuer beside it
    [{ issuerHint: '省政府办公厅', number: '鲁政办字〔2024〕6号' }, JINING, 'cn/370000/鲁政办字/2024/6'],
    [{ issuerHint: '市政府', number: '济政发〔2022〕19号' }, JINAN, 'cn/370100/济政发/2022/19'],
    [{ issuerHint: '济南市政府', number: '济政发〔2022〕19号' }, JINING, 'cn/370100/济政发/2022/19'],
    // the 机关代字
    [{ number: '鲁政办字〔2024〕6号' }, JINING, 'cn/370000/鲁政办字/2024/6'],
    [{ number: '国办发〔2021〕16号' }, JINING, 'cn/000000/国办发/2021/16'],
    [{ number: '吉政办发〔2021〕16号' }, JILIN, 'cn/220000/吉政办发/2021/16'],
    [{ number: '青政发〔2021〕16号' }, ['370000', '鲁政发〔2022〕1号'], 'cn/370200/青政发/2021/16'],
    [{ number: '青政发〔2021〕16号' }, ['630100', null], 'cn/630000/青政发/2021/16'],
    // alike the citing document's own
    [{ number: '济政发〔2022〕19号' }, JINING, 'cn/370800/济政发/2022/19'],
    [{ number: '济政发〔2022〕18号' }, JINAN, 'cn/370100/济政发/2022/18'],
    [{ number: '苏府〔2022〕18号' }, ['320500', '苏府办〔2023〕1号'], 'cn/320500/苏府/2022/18'],
    [{ number: '苏政发〔2022〕18号' }, ['320500', '苏府办〔2023〕1号'], 'cn/320000/苏政发/2022/18'],
    // the only city in the title
    [
      { title: '印发关于支持济宁市生物医药产业的政策措施的通知', number: '济政发〔2022〕19号' },
      ['370000', '鲁政办字〔2024〕6号'],
      'cn/370800/济政发/2022/19',
    ],
    // nothing says which 济
    [{ number: '济政发〔2022〕19号' }, JILIN, 'cn/000000/济政发/2022/19'],
  ] as const)('%o cited by %o', async (citation, citing, id) => {
    const { targetId, document: stub } = await link(citation, citing)
    expect(targetId).toBe(id)
    expect(stub).toMatchObject({ id, ingested: false, number: citation.number })
  })
})

describe('stubs of documents without a number', () => {
  it.each([
    ['中华人民共和国药品管理法', '000000', 'LAW', '法'],
    ['药品管理法', '000000', 'LAW', '法'],
    ['医疗器械监督管理条例', '000000', 'ADMINISTRATIVE_REGULATION', '条例'],
    ['山东省药品使用条例', '370000', 'LOCAL_REGULATION', '条例'],
    ['济南市生物医药三年行动计划（2023-2025年）', '370100', 'NORMATIVE_DOCUMENT', '三年行动计划'],
    ['中共中央关于某事的决定', '000000', 'PARTY_DOCUMENT', '决定'],
    ['药品注册管理办法', null, null, '办法'],
  ])('%s', async (title, code, legalForce, documentKind) => {
    const { document: stub, targetId } = await link({ title }, JINAN)
    expect(stub).toMatchObject({
      title,
      legalForce,
      documentKind,
      placeId: code && `place/${code}`,
      number: null,
    })
    expect(targetId).toMatch(new RegExp(`^cn/${code ?? '000000'}/0000/[0-9a-f]{10}$`))
  })

  it('give a law one id with and without 中华人民共和国', async () => {
    const long = await link({ title: '中华人民共和国药品管理法' }, JINAN)
    expect((await link({ title: '药品管理法' }, JINING)).targetId).toBe(long.targetId)
  })
})

describe('documents that the store holds', () => {
  const jinan = document({
    id: 'cn/370100/济政发/2022/18',
    title: '济南市人民政府印发关于加快生物医药产业发展的若干政策措施的通知',
    carriedTitle: '关于加快生物医药产业发展的若干政策措施',
    number: '济政发〔2022〕18号',
    placeId: 'place/370100',
  })
  const jining = document({
    id: 'cn/370800/济政发/2022/18',
    title: '济宁市人民政府关于表彰先进的决定',
    number: '济政发〔2022〕18号',
    placeId: 'place/370800',
  })

  it.each([
    [{ number: '济政发〔2022〕18号' }, JINAN, jinan.id],
    [{ number: '济政发[2022] 18号' }, JINAN, jinan.id],
    [{ number: '济政发〔2022〕18号' }, JINING, jining.id],
    // by the title where the place was only inferred
    [{ number: '济政发〔2022〕18号', title: '关于加快生物医药产业发展的若干政策措施' }, JINING, jinan.id],
    // by the title alone, in several forms
    [{ title: '关于加快生物医药产业发展的若干政策措施' }, JINAN, jinan.id],
    [{ title: '印发关于加快生物医药产业发展的若干政策措施的通知' }, JINAN, jinan.id],
  ])('%o from %o', async (citation, citing, id) => {
    const { targetId, notices } = await link(citation, citing, jinan, jining)
    expect(targetId).toBe(id)
    expect(notices).toEqual([])
  })

  it('leave a citation apart that may mean several, and say so', async () => {
    const {
      targetId,
      document: stub,
      notices,
    } = await link({ number: '济政发〔2022〕18号' }, JILIN, jinan, jining)
    expect(targetId).toBe('cn/000000/济政发/2022/18')
    expect(stub.ingested).toBe(false)
    expect(notices).toMatchObject([{ code: 'link/ambiguous-citation', severity: 'WARNING' }])
    expect(notices[0]?.message).toContain(jinan.id)
  })

  it.each([
    // another city's document of the same number or title is not meant
    [{ number: '济政发〔2022〕18号' }, JINING, jinan],
    [{ number: '济政发〔2022〕18号' }, JILIN, jinan],
    [{ title: '关于加快生物医药产业发展的若干政策措施' }, JINING, jinan],
  ] as const)('%o from %o is not %o', async (citation, citing, stored) => {
    expect((await link(citation, citing, stored)).targetId).not.toBe(stored.id)
  })

  it('are met by every citation of one document alike', async () => {
    const citations = [
      printed({ number: '济政发〔2022〕18号' }),
      printed({ number: '济政发〔2022〕18号', title: '济南市人民政府印发若干政策措施的通知' }),
    ]
    const citing = { place: gazetteer.byCode('370800'), number: '济政办字〔2024〕23号' }
    const linked = await linkCitations(citations, citing, storeOf(), gazetteer)
    expect(linked.map(({ targetId }) => targetId)).toEqual([jinan.id, jinan.id])
    expect(linked[0]?.document).toBe(linked[1]?.document)
    expect(linked[0]?.document.title).toBe('济南市人民政府印发若干政策措施的通知')
  })

  it('give a stub that was known by its number its title', async () => {
    const stub = document({ ...jinan, title: '济政发〔2022〕18号', carriedTitle: null, ingested: false })
    const title = '济南市人民政府印发若干政策措施的通知'
    expect((await link({ number: '济政发〔2022〕18号', title }, JINING, stub)).document).toMatchObject({
      id: stub.id,
      title,
    })
  })
})

describe('findTakeovers', () => {
  const own = document({
    id: 'cn/370000/鲁政办字/2024/6',
    title: '山东省人民政府办公厅印发关于优化审评审批服务的若干措施的通知',
    carriedTitle: '关于优化审评审批服务的若干措施',
    number: '鲁政办字〔2024〕6号',
    placeId: 'place/370000',
  })
  const stub = (fields: Partial<DocumentNode>): DocumentNode =>
    document({ id: 'stub', number: '鲁政办字〔2024〕6号', ingested: false, ...fields })

  it.each([
    ['its number at no place', stub({ title: '鲁政办字〔2024〕6号' })],
    ['its number in another print', stub({ number: '鲁政办字[2024]6号', placeId: 'place/370000' })],
    [
      'its number at a place guessed wrong, with its title',
      stub({ placeId: 'place/370800', title: '关于优化审评审批服务的若干措施' }),
    ],
    ['what it carries', stub({ number: null, title: '关于优化审评审批服务的若干措施' })],
    [
      'its title without the issuer',
      stub({ number: null, title: '印发关于优化审评审批服务的若干措施的通知' }),
    ],
  ])('takes over %s', async (_, each) => {
    expect(await findTakeovers(own, storeOf(each))).toEqual(['stub'])
  })

  it('takes over a law cited by its short title', async () => {
    const law = document({
      id: 'cn/000000/2019/1111111111',
      title: '中华人民共和国药品管理法',
      placeId: 'place/000000',
    })
    expect(await findTakeovers(law, storeOf(stub({ number: null, title: '药品管理法' })))).toEqual(['stub'])
  })

  it.each([
    ['itself', stub({ id: own.id })],
    ['an ingested document', stub({ ingested: true })],
    [
      'its number at another place under another title',
      stub({ placeId: 'place/370800', title: '关于表彰先进的决定' }),
    ],
    ['its title at another place', stub({ number: null, placeId: 'place/220000', title: own.title })],
    ['its title under another number', stub({ number: '鲁政办字〔2020〕9号', title: own.title })],
  ])('does not take over %s', async (_, each) => {
    expect(await findTakeovers(own, storeOf(each))).toEqual([])
  })
})

describe('splitNumber', () => {
  it.each([
    ['济政办字〔2024〕23号', { agencyCode: '济政办字', year: 2024, serial: 23 }],
    ['鲁政发〔2024〕第3号', { agencyCode: '鲁政发', year: 2024, serial: 3 }],
    ['国务院令第739号', null],
  ])('%s', (number, parts) => expect(splitNumber(number)).toEqual(parts))
})
