import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AgencyNode } from '../../src/domain/nodes.ts'
import { seedAgencyTable, seedGazetteer } from '../../test/support/seedPlaces.ts'
import { type AgencyContext, createAgencyResolver } from './agencies.ts'
import { CLASS_WORDINGS } from './agencyClass.ts'
import { RELATIVE_EXAMPLES } from './agencyPrefix.ts'
import { VERTICAL_EXAMPLES } from './verticalBodies.ts'

const gazetteer = seedGazetteer()
const resolver = createAgencyResolver(seedAgencyTable(), gazetteer)
const context = (code: string | null, body: AgencyNode | null = null): AgencyContext => ({
  place: code === null ? null : gazetteer.byCode(code),
  body,
  shortForms: new Map(),
})
const resolve = (printed: string, code: string | null) => resolver.resolve(printed, context(code))
const jilin = context('220000', resolve('省药监局', '220000').agency)

describe('agencies of the gold annotations', () => {
  const folder = new URL('../../test/golden/', import.meta.url)
  const places: Record<string, AgencyContext> = {
    '000': context('370800'),
    '001': context('370000'),
    '002': context('370100'),
    '003': context('370100'),
    '004': jilin,
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.gold.json'))) {
    const gold = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
      document: { issuers: string[] }
      clauses: { responsibilities: { agency: string; region: string }[] }[]
    }
    it(`${file.slice(0, 3)} issuers sign with their statutory names`, () => {
      const known = places[file.slice(0, 3)]
      if (!known) throw new Error(`no context for ${file}`)
      const names = gold.document.issuers.map((issuer) => resolver.resolve(issuer, known).agency.officialName)
      expect(names).toEqual(gold.document.issuers)
    })
    const regions = new Map(
      gold.clauses.flatMap((clause) => clause.responsibilities.map(({ agency, region }) => [agency, region])),
    )
    it.each([...regions])(`${file.slice(0, 3)} %s → %s`, (agency, region) => {
      const known = places[file.slice(0, 3)]
      if (!known) throw new Error(`no context for ${file}`)
      expect(resolver.resolve(agency, known).region).toBe(region)
    })
  }
})

describe('bodies', () => {
  it.each([
    ['市科技局', '370800', '370800/济宁市科技局', '济宁市科学技术局', '科技'],
    ['济宁市科学技术局', '370800', '370800/济宁市科技局', '济宁市科学技术局', '科技'],
    ['科技局', '370800', '370800/济宁市科技局', '济宁市科学技术局', '科技'],
    // 市 is no place in 市场
    ['市市场监管局', '370100', '370100/济南市市场监管局', '济南市市场监督管理局', '市场监管'],
    ['市场监管局', '370100', '370100/济南市市场监管局', '济南市市场监督管理局', '市场监管'],
    ['市市场监管局（市知识产权局）', '370100', '370100/济南市市场监管局', '济南市市场监督管理局', '市场监管'],
    ['市委编办', '370800', '370800/济宁市委编办', '中共济宁市委机构编制委员会办公室', '编制'],
    [
      '中共济南市委金融委员会办公室',
      '370100',
      '370100/济南市委金融办',
      '中共济南市委金融委员会办公室',
      '金融',
    ],
    ['团省委', '370000', '370000/共青团山东省委', '中国共产主义青年团山东省委员会', '共青团'],
    ['市法院', '370100', '370100/济南市法院', '济南市中级人民法院', '法院'],
    ['区市场监督管理局', '370102', '370102/历下区市场监管局', '历下区市场监督管理局', '市场监管'],
    // names of before 2018
    ['省食品药品监督管理局', '370000', '370000/山东省食品药品监管局', '山东省食品药品监督管理局', '药监'],
    ['市卫生计生委', '370100', '370100/济南市卫生计生委', '济南市卫生和计划生育委员会', '卫生健康'],
    // another level than the document's own
    ['省药监局', '370100', '370000/山东省药监局', '山东省药品监督管理局', '药监'],
    ['科技厅', '220100', '220000/吉林省科技厅', '吉林省科学技术厅', '科技'],
    ['国家药监局', '370100', '000000/国家药监局', '国家药品监督管理局', '药监'],
    ['国家药品监督管理局', '370100', '000000/国家药监局', '国家药品监督管理局', '药监'],
    ['科技部', '370100', '000000/科技部', '科学技术部', '科技'],
    ['工业和信息化部', '220000', '000000/工业和信息化部', '工业和信息化部', '工业和信息化'],
    ['国务院办公厅', '000000', '000000/国务院办公厅', '国务院办公厅', '政府办公'],
    // municipalities are provinces with the names of cities, some of their own
    ['市教委', '310000', '310000/上海市教委', '上海市教育委员会', '教育'],
    ['市卫生健康委', '310000', '310000/上海市卫生健康委', '上海市卫生健康委员会', '卫生健康'],
    ['海淀区卫生健康委', '110000', '110108/海淀区卫生健康委', '海淀区卫生健康委员会', '卫生健康'],
    ['浦东新区人民政府', '310000', '310115/浦东新区政府', '浦东新区人民政府', '政府'],
    [
      '自治区党委组织部',
      '450000',
      '450000/广西壮族自治区党委组织部',
      '中共广西壮族自治区委员会组织部',
      '组织',
    ],
    ['自治区药监局', '650000', '650000/新疆维吾尔自治区药监局', '新疆维吾尔自治区药品监督管理局', '药监'],
    ['县卫健局', '370832', '370832/梁山县卫生健康局', '梁山县卫生健康局', '卫生健康'],
    ['市财政局', '419001', '419001/济源市财政局', '济源市财政局', '财政'],
    ['市卫生健康委', '370832', '370800/济宁市卫生健康委', '济宁市卫生健康委员会', '卫生健康'],
    ['州财政局', '222400', '222400/延边朝鲜族自治州财政局', '延边朝鲜族自治州财政局', '财政'],
    ['延边州财政局', '220000', '222400/延边朝鲜族自治州财政局', '延边朝鲜族自治州财政局', '财政'],
    ['盟教育局', '152500', '152500/锡林郭勒盟教育局', '锡林郭勒盟教育局', '教育'],
    // former name of the place
    ['莱芜市财政局', '370000', '370116/莱芜区财政局', '莱芜区财政局', '财政'],
    ['济南市大数据局', null, '370100/济南市大数据局', '济南市大数据局', '数据'],
    ['药监局', null, '000000/药监局', '药品监督管理局', '药监'],
    ['国家工商行政管理局', '000000', '000000/国家工商局', '国家工商行政管理局', '市场监管'],
    ['劳动和社会保障部', '000000', '000000/劳动保障部', '劳动和社会保障部', '人力资源社会保障'],
    ['市人口计生委', '370100', '370100/济南市人口计生委', '济南市人口和计划生育委员会', '卫生健康'],
    // several functions in one body, as in counties and cities
    ['区科技和工信局', '370102', '370102/历下区科技和工信局', '历下区科技和工业信息化局', '科技'],
    ['县发改和科技局', '370832', '370832/梁山县发改和科技局', '梁山县发展改革和科技局', '发展改革'],
    ['市文旅体局', '370100', '370100/济南市文旅体局', '济南市文化旅游体育局', '文化旅游'],
    ['县农水局', '370832', '370832/梁山县农水局', '梁山县农业农村和水利局', '农业农村'],
    ['市综合执法局', '370100', '370100/济南市综合执法局', '济南市城市管理和综合行政执法局', '城市管理'],
    // a document of the centre leaves 国务院, 中央 out
    ['扶贫办', '000000', '000000/国务院扶贫办', '国务院扶贫开发领导小组办公室', '乡村振兴'],
    ['国资委', '000000', '000000/国务院国资委', '国务院国有资产监督管理委员会', '国资'],
    ['统战部', '000000', '000000/中央统战部', '中共中央统一战线工作部', '统战'],
    ['中国铁路总公司', '000000', '000000/中国铁路总公司', '中国铁路总公司', '铁路'],
    // not in the table: kept with the place written out
    ['省药品检验研究院', '220000', '220000/吉林省药品检验研究院', null, null],
    ['市区域经济合作局', '370100', '370100/济南市区域经济合作局', null, null],
    ['市委党史研究院', '370100', '370100/济南市委党史研究院', null, null],
    ['省市场监管研究院', '370000', '370000/山东省市场监管研究院', null, null],
    ['市政务服务中心', '370100', '370100/济南市政务服务中心', null, null],
    ['济宁军分区', '370800', '370800/济宁军分区', null, null],
    ['山东大学齐鲁医院', '370100', '370000/山东大学齐鲁医院', null, null],
  ])('%s in %s', (printed, code, id, officialName, field) => {
    const { agency } = resolve(printed, code)
    expect(agency).toMatchObject({ id: `agency/${id}`, officialName, function: field, agencyKind: 'BODY' })
  })

  it('gives all prints of one body one node', () => {
    const prints = ['济南市卫生健康委员会', '济南市卫生健康委', '市卫健委', '市卫生健康委', '卫生健康委']
    const nodes = prints.map((printed) => resolve(printed, '370100').agency)
    expect(nodes.every((node) => JSON.stringify(node) === JSON.stringify(nodes[0]))).toBe(true)
    expect(nodes[0]?.aliases).toContain('济南市卫健委')
  })

  it('keeps apart what shares words', () => {
    const ids = [
      '市委',
      '市政府',
      '市政府办公厅',
      '市委办公厅',
      '市监委',
      '市纪委监委',
      '市人大常委会',
      '市人大常委会办公厅',
    ]
    expect(new Set(ids.map((printed) => resolve(printed, '370100').agency.id)).size).toBe(ids.length)
  })

  it('follows the short forms that a document defines', () => {
    const shortForms = new Map([['省局', '吉林省药品监督管理局']])
    expect(resolver.resolve('省局', { ...context('220000'), shortForms }).agency.name).toBe('吉林省药监局')
  })
})

describe('bodies run from the centre', () => {
  it.each([
    ['国家金融监督管理总局莱芜监管分局', '370100', '莱芜金融监管分局', '国家金融监督管理总局莱芜监管分局'],
    ['国家金融监督管理总局山东监管局', '370000', '山东金融监管局', '国家金融监督管理总局山东监管局'],
    ['中华人民共和国泉城海关', '370100', '泉城海关', '中华人民共和国泉城海关'],
    ['泉城海关', '370100', '泉城海关', '中华人民共和国泉城海关'],
    ['市税务局', '370100', '济南市税务局', '国家税务总局济南市税务局'],
    ['国家税务总局济南市税务局', '370100', '济南市税务局', '国家税务总局济南市税务局'],
    ['济南海关驻济宁办事处', '370800', '济南海关驻济宁办事处', '中华人民共和国济南海关驻济宁办事处'],
    ['济宁银保监分局', '370800', '济宁银保监分局', '中国银行保险监督管理委员会济宁监管分局'],
    ['人民银行济南分行', '370100', '人民银行济南分行', '中国人民银行济南分行'],
    ['人行济南分行', '370100', '人民银行济南分行', '中国人民银行济南分行'],
    ['山东证监局', '370000', '山东证监局', '中国证券监督管理委员会山东监管局'],
  ])('%s in %s', (printed, code, name, officialName) => {
    const { agency, region } = resolve(printed, code)
    expect(agency).toMatchObject({ id: `agency/000000/${name}`, officialName, placeId: 'place/000000' })
    expect(region).toBe('国家')
  })
})

describe('zones', () => {
  it.each([
    ['济南高新区管委会', '370100', '370100/济南高新区', '济南高新技术产业开发区管理委员会'],
    ['济南高新技术产业开发区管理委员会', '370100', '370100/济南高新区', '济南高新技术产业开发区管理委员会'],
    ['高新区管委会', '370800', '370800/济宁高新区', '济宁高新技术产业开发区管理委员会'],
    ['市高新区管委会', '370800', '370800/济宁高新区', '济宁高新技术产业开发区管理委员会'],
    ['太白湖新区管委会', '370800', '370800/太白湖新区', '太白湖新区管理委员会'],
    ['济南国际医学中心管委会', '370100', '370100/济南国际医学中心', '济南国际医学中心管理委员会'],
    [
      '中国（山东）自由贸易试验区济南片区管理委员会',
      '370100',
      '370100/自贸试验区济南片区',
      '中国（山东）自由贸易试验区济南片区管理委员会',
    ],
    [
      '自贸试验区济南片区管委会',
      '370100',
      '370100/自贸试验区济南片区',
      '中国（山东）自由贸易试验区济南片区管理委员会',
    ],
    ['横琴粤澳深度合作区执行委员会', '440000', '440000/横琴粤澳深度合作区', '横琴粤澳深度合作区执行委员会'],
    ['重庆两江新区管委会', '500000', '500000/两江新区', '两江新区管理委员会'],
    ['前海管理局', '440300', '440300/前海深港现代服务业合作区', '前海深港现代服务业合作区管理局'],
    // 长白 is a county, 长白山 a mountain
    ['长白山管委会', '220000', '220000/长白山保护开发区', '长白山保护开发区管理委员会'],
  ])('%s in %s', (printed, code, zone, officialName) => {
    const { agency, zones, region, place } = resolve(printed, code)
    expect(zones).toEqual([place])
    expect(place).toMatchObject({ id: `place/${zone}`, code: null, parentId: `place/${zone.slice(0, 6)}` })
    expect(agency).toMatchObject({ officialName, placeId: `place/${zone}` })
    expect([place?.name, printed.replace(/管理委员会$/, '')]).toContain(region)
  })

  it('prints the region in the words of the document and names the zone in its usual form', () => {
    const { region, place } = resolve('济宁经济技术开发区管委会', '370800')
    expect([region, place?.name]).toEqual(['济宁经济技术开发区', '济宁经开区'])
  })

  it.each([
    ['济南高新区市场监管局', '370100', '济南高新区', '市场监管'],
    ['兵团卫生健康委', '650000', '新疆生产建设兵团', '卫生健康'],
  ])('%s is an office of the zone', (printed, code, region, field) => {
    const resolved = resolve(printed, code)
    expect(resolved.region).toBe(region)
    expect(resolved.agency.function).toBe(field)
    expect(resolved.zones).toHaveLength(1)
  })

  // committees that manage a subject
  it.each(['市国资委', '市国有资产监督管理委员会', '市城市管理委员会'])('%s runs no zone', (printed) => {
    expect(resolve(printed, '370100').zones).toEqual([])
  })
})

describe('departments', () => {
  it.each([
    '科技处',
    '市场监管处',
    '行政审批办',
    '办公室',
    '长春检查分局',
    '区域检查第六分局',
    '财务处（审计处）',
  ])('%s hangs below the body of the document', (printed) => {
    const { agency, parents, region } = resolver.resolve(printed, jilin)
    expect(agency).toMatchObject({
      agencyKind: 'DEPARTMENT',
      parentId: 'agency/220000/吉林省药监局',
      placeId: 'place/220000',
    })
    expect(parents.map(({ name }) => name)).toEqual(['吉林省药监局'])
    expect(region).toBe('吉林省药监局')
  })

  it.each([
    ['省药监局区域检查第六分局', '370800', '山东省药监局'],
    ['市市场监管局药品安监处', '370100', '济南市市场监管局'],
    ['济南市公安局历下区分局', '370100', '济南市公安局'],
  ])('%s in %s', (printed, code, body) => {
    const { agency, region, parents } = resolve(printed, code)
    expect([agency.agencyKind, region, parents[0]?.name]).toEqual(['DEPARTMENT', body, body])
  })

  it('does not hang a company below the body', () => {
    expect(resolver.resolve('省铁塔公司', jilin).agency).toMatchObject({ agencyKind: 'BODY', parentId: null })
  })

  it('gives one department one node however its body is named', () => {
    const prints = ['法规处', '省药监局法规处', '吉林省药品监督管理局法规处']
    expect(new Set(prints.map((printed) => resolver.resolve(printed, jilin).agency.id)).size).toBe(1)
  })
})

describe('classes', () => {
  it.each([
    ['各区县人民政府', '370100', '济南市各区县人民政府', null],
    ['各县（市、区）人民政府', '370800', '济宁市各县（市、区）人民政府', null],
    ['相关区县政府', '370100', '济南市相关区县政府', null],
    ['有关部门', '370100', '济南市有关部门', null],
    ['市食药安委成员单位', '370100', '济南市食药安委成员单位', null],
    ['市直有关部门、单位', '370800', '济宁市直有关部门、单位', null],
    ['各市人民政府', '370000', '山东省各市人民政府', null],
    ['省政府各部门、各直属机构', '370000', '山东省政府各部门、各直属机构', null],
    ['财政部门', '370100', '济南市财政部门', '财政'],
    ['市场监管部门', '370100', '济南市市场监管部门', '市场监管'],
    // of each city of a province
    ['市科技局', '370000', '山东省市科技局', '科技'],
    ['有关部门', '000000', '有关部门', null],
    // of every level at once
    ['县级以上人民政府', '330000', '浙江省县级以上人民政府', null],
    ['县级以上人民政府财政部门', '330000', '浙江省县级以上人民政府财政部门', '财政'],
    ['同级财政部门', '330000', '浙江省同级财政部门', '财政'],
    ['街道办事处', '370100', '济南市街道办事处', null],
    ['国务院教育行政部门', '000000', '国务院教育行政部门', '教育'],
  ])('%s in %s', (printed, code, name, field) => {
    const { agency, region } = resolve(printed, code)
    expect(agency).toMatchObject({ agencyKind: 'CLASS', name, function: field, placeId: `place/${code}` })
    expect(region).toBe(gazetteer.byCode(code)?.name)
  })

  it('belongs to the body where it is a class of its departments', () => {
    expect(resolver.resolve('各检查分局', jilin)).toMatchObject({
      agency: { agencyKind: 'CLASS', parentId: 'agency/220000/吉林省药监局' },
      region: '吉林省药监局',
    })
    expect(resolver.resolve('各有关部门', jilin).region).toBe('吉林省')
  })
})

describe('rule tables', () => {
  it.each([...CLASS_WORDINGS, ...RELATIVE_EXAMPLES, ...VERTICAL_EXAMPLES])(
    '$example',
    ({ pattern, example }) => {
      expect(pattern.test(example)).toBe(true)
    },
  )
})
