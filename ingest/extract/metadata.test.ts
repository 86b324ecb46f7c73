import { describe, expect, it } from 'vitest'
import { seedGazetteer } from '../../test/support/seedPlaces.ts'
import { parseOutline } from '../parse/parse.ts'
import { readMetadata } from './metadata.ts'

const gazetteer = seedGazetteer()
const read = (...lines: string[]) => {
  const text = lines.join('\n')
  return readMetadata(parseOutline({ text, toSource: (range) => range, notices: [] }), gazetteer)
}
const BODY = ['第一条 为了保护湿地，制定本办法。', '第二条 本办法所称湿地，是指沼泽和滩涂。']

describe('forms of identification', () => {
  it('takes number and issuer of an order', () => {
    const facts = read(
      '济南市人民政府令',
      '第16号',
      '《济南市湿地办法》已经市政府常务会议通过，现予公布，自2020年6月15日起施行。',
      '2020年5月15日',
      '济南市湿地办法',
      ...BODY,
    )
    expect(facts).toMatchObject({
      number: { value: '济南市人民政府令第16号' },
      issuers: [{ value: '济南市人民政府' }],
      level: 'MUNICIPAL',
      issuedOn: { value: '2020-05-15' },
      effectiveFrom: { value: '2020-06-15' },
    })
  })

  it('takes the number of an announcement', () => {
    const facts = read(
      '济宁市林业局关于湿地名录的公告',
      '2023年第12号',
      '现将湿地名录予以公告。',
      '一、名录如下。',
      '二、自公告之日起生效。',
      '济宁市林业局',
      '2023年4月1日',
    )
    expect(facts).toMatchObject({ number: { value: '2023年第12号' }, kind: '公告' })
  })

  it('takes issuer, dates and steps from a 题注', () => {
    const facts = read(
      '山东省湿地条例',
      '（2003年5月29日山东省第十届人民代表大会常务委员会第三次会议通过',
      '2012年11月29日山东省第十一届人民代表大会常务委员会第三十次会议《关于修改〈渔业条例〉等法规的决定》修正）',
      ...BODY,
      '第三条 本条例自公布之日起施行。',
    )
    expect(facts).toMatchObject({
      issuers: [{ value: '山东省人民代表大会常务委员会' }],
      level: 'PROVINCIAL',
      issuedOn: { value: '2012-11-29' },
      effectiveFrom: { value: '2003-05-29' },
    })
    expect(facts.elements.map(({ name, confidence }) => [name, confidence])).toEqual([
      ['通过', 0.9],
      ['修正', 0.9],
    ])
  })

  it('holds an act without place and issuer for one of the state', () => {
    expect(read('湿地保护条例', ...BODY).level).toBe('NATIONAL')
    expect(read('湿地保护办法', ...BODY).level).toBeNull()
  })

  it('takes the date in brackets below the title', () => {
    const facts = read(
      '中共济宁市委关于加强湿地保护的决定',
      '（2023年5月6日）',
      '为保护湿地，作如下决定。',
      '一、加强领导。',
      '二、加强监督。',
    )
    expect(facts.issuedOn?.value).toBe('2023-05-06')
  })
})

describe('validity', () => {
  it.each([
    ['本办法自颁布之日起施行。', '2022-03-10', null],
    ['本办法自公布之日起30日后施行，有效期5年。', '2022-04-09', '2027-04-08'],
    ['本办法自2022年5月1日起施行，试行期两年。', '2022-05-01', '2024-04-30'],
    ['原办法继续实施，有效期延长至2029年6月30日。', null, '2029-06-30'],
    // the term of another document
    ['《甲湿地办法》（甲政发〔2021〕3号）需继续实施，有效期延长至2029年6月30日。', null, null],
    ['本办法自发布之日起施行，有效期截至2026年12月31日。', '2022-03-10', '2026-12-31'],
  ])('%s', (last, from, until) => {
    const facts = read(
      '济宁市林业局关于湿地的管理办法',
      '济林字〔2022〕3号',
      ...BODY,
      `第三条 ${last}`,
      '济宁市林业局',
      '2022年3月10日',
    )
    expect([facts.effectiveFrom?.value ?? null, facts.effectiveUntil?.value ?? null]).toEqual([from, until])
  })
})

describe('抄送', () => {
  const signed = ['济宁市人民政府关于湿地名录的公告', '一、名录如下。', '济宁市人民政府', '2023年4月1日']
  const copied = (line: string) => read(...signed, line).copiedTo.map(({ value }) => value)

  it.each([
    ['抄送：市林业局、市水务局、市财政局。', ['市林业局', '市水务局', '市财政局']],
    // where ， parts the groups, 、 stands within one
    ['抄送：市委各部门，市法院、市检察院。', ['市委各部门', '市法院、市检察院']],
    ['抄送：各县（市、区）人民政府。', ['各县（市、区）人民政府']],
    ['抄送：市委书记、副书记。', ['市委书记、副书记']],
  ])('%s', (line, expected) => {
    expect(copied(line)).toEqual(expected)
  })
})
