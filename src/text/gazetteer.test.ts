import { describe, expect, it } from 'vitest'
import { readSeed, seedGazetteer } from '../../test/support/seedPlaces.ts'
import { readDivisions, readZones } from './divisions.ts'
import { createGazetteer } from './gazetteer.ts'
import { middlePlaceName, shortPlaceName } from './placeNames.ts'

const gazetteer = seedGazetteer()
const codes = (places: readonly { id: string }[]): string[] =>
  places.map(({ id }) => id.slice('place/'.length))
const place = (code: string) => {
  const found = gazetteer.byCode(code)
  if (!found) throw new Error(code)
  return found
}

describe('shortPlaceName', () => {
  it.each([
    ['山东省', '山东'],
    ['广西壮族自治区', '广西'],
    ['内蒙古自治区', '内蒙古'],
    ['新疆维吾尔自治区', '新疆'],
    ['香港特别行政区', '香港'],
    ['延边朝鲜族自治州', '延边'],
    ['黔东南苗族侗族自治州', '黔东南'],
    ['克孜勒苏柯尔克孜自治州', '克孜勒苏'],
    ['积石山保安族东乡族撒拉族自治县', '积石山'],
    ['大兴安岭地区', '大兴安岭'],
    ['锡林郭勒盟', '锡林郭勒'],
    ['浦东新区', '浦东'],
    // one character names nothing
    ['赵县', null],
    ['国家', null],
  ])('%s → %s', (name, short) => expect(shortPlaceName(name)).toBe(short))

  it('names an autonomous prefecture by its rank alone', () => {
    expect(middlePlaceName('延边朝鲜族自治州')).toBe('延边州')
    expect(middlePlaceName('济南市')).toBeNull()
  })
})

describe('hierarchy', () => {
  it.each([
    ['370102', ['山东省', '济南市', '历下区']],
    ['370800', ['山东省', '济宁市']],
    // a district of a municipality and a city run by its province stand directly below it
    ['310115', ['上海市', '浦东新区']],
    ['500235', ['重庆市', '云阳县']],
    ['419001', ['河南省', '济源市']],
    ['659001', ['新疆维吾尔自治区', '石河子市']],
    ['810000', ['香港特别行政区']],
    ['000000', []],
  ])('%s', (code, names) => expect(gazetteer.pathNames(place(code))).toEqual(names))

  it('lists ancestors nearest first, up to 国家', () => {
    expect(codes(gazetteer.ancestors(place('370102')))).toEqual(['370100', '370000', '000000'])
    expect(gazetteer.atLevel(place('370102'), 'PROVINCIAL')?.name).toBe('山东省')
    expect(gazetteer.atLevel(place('370000'), 'COUNTY')).toBeNull()
  })
})

describe('named', () => {
  it.each([
    ['济南市', {}, ['370100']],
    ['济南', {}, ['370100']],
    ['山东省济南市', {}, ['370100']],
    ['济南市历下区', {}, ['370102']],
    ['山东省市中区', {}, ['370103', '370402']],
    ['莱芜市', {}, ['370116']],
    ['襄樊市', {}, ['420600']],
    ['延边州', {}, ['222400']],
    ['鼓楼区', {}, ['320106', '320302', '350102', '410204']],
    ['鼓楼区', { within: 'place/350000' }, ['350102']],
    ['吉林', {}, ['220000', '220200']],
    ['吉林', { level: 'MUNICIPAL' as const }, ['220200']],
    // no one-character short name, no statistical zone
    ['赵', {}, []],
    ['济南高新技术产业开发区', {}, []],
    ['不存在的地方', {}, []],
  ])('%s in %o', (name, filter, expected) =>
    expect(codes(gazetteer.named(name, filter)).sort()).toEqual(expected),
  )
})

describe('longestPrefix', () => {
  it.each([
    ['济南市卫生健康委', undefined, '370100', 3],
    ['吉林省药监局', undefined, '220000', 3],
    ['吉林市科技局', undefined, '220200', 3],
    ['山东省济南市历下区政府', undefined, '370102', 9],
    ['济南高新区管委会', undefined, '370100', 2],
    ['市中区政府', 'place/370100', '370103', 3],
    ['朝阳区卫生健康委', 'place/110000', '110105', 3],
    ['历下区政府', undefined, '370102', 3],
    ['浦东新区人民政府', undefined, '310115', 4],
    ['兵团卫生健康委', undefined, '650000/新疆生产建设兵团', 2],
  ])('%s within %s', (text, within, id, length) => {
    expect(gazetteer.longestPrefix(text, { within })).toMatchObject({ place: { id: `place/${id}` }, length })
  })

  it.each([
    // four districts, two districts: nothing says which
    ['鼓楼区政府', undefined],
    ['市中区政府', undefined],
    // ordinary words
    ['城区建设', undefined],
    ['市科技局', 'place/370100'],
    ['', undefined],
  ])('%s names no place by itself', (text, within) =>
    expect(gazetteer.longestPrefix(text, { within })).toBeNull(),
  )
})

describe('find', () => {
  it.each([
    ['在长春、通化开展试点', undefined, ['220100', '220500']],
    ['济南市历下区、市中区', undefined, ['370102', '370103']],
    ['福州市，鼓楼区', undefined, ['350100', '350102']],
    ['鼓楼区', undefined, []],
    ['鼓楼区', 'place/410200', ['410204']],
    ['沙县小吃', undefined, []],
    // 白山 is a city, 长白山 a mountain
    ['长白山人参', undefined, ['220000/长白山保护开发区']],
    ['国家药监局', undefined, []],
    ['支持济宁市生物医药产业', undefined, ['370800']],
    // 和县 and 会同县 are counties, and words of a sentence before 县
    ['市级和县级机关、市和县人民政府', undefined, []],
    ['县林业局会同县水务局、应当会同县财政局', undefined, []],
    ['安徽省和县，湖南省会同县', undefined, ['340523', '431225']],
    ['马鞍山市和县人民政府', undefined, ['340523']],
  ])('%s within %s', (text, within, expected) => {
    expect(codes(gazetteer.find(text, { within }).map((hit) => hit.place))).toEqual(expected)
  })

  it('gives the range of each name', () => {
    const text = '由山东省济南市负责'
    const [hit] = gazetteer.find(text)
    expect(text.slice(hit?.start, hit?.end)).toBe('山东省济南市')
  })
})

describe('seeds', () => {
  const divisions = readDivisions(readSeed('divisions.json'))

  it('hold every province and a parent for every place', () => {
    expect(divisions.places.filter((each) => each.level === 'PROVINCIAL')).toHaveLength(34)
    const ids = new Set(divisions.places.map((each) => each.id))
    expect(divisions.places.filter((each) => each.parentId !== null && !ids.has(each.parentId))).toEqual([])
    expect(divisions.places.filter((each) => /市辖区$|直辖县级/.test(each.name))).toEqual([])
  })

  it('give zones the place and level of what runs them', () => {
    const zones = readZones(readSeed('zones.json'), divisions.places)
    expect(zones.places.find((each) => each.name === '横琴粤澳深度合作区')).toMatchObject({
      id: 'place/440000/横琴粤澳深度合作区',
      code: null,
      level: 'PROVINCIAL',
      parentId: 'place/440000',
    })
  })

  it.each([
    [{}],
    [null],
    [{ places: [['37', '山东省', 'PROVINCIAL', null]], formerNames: [] }],
    [{ places: [['370000', '山东省', 'PROVINCIAL', '000000']], formerNames: [] }],
    [{ places: [['000000', '国家', 'NATIONAL', null]], formerNames: [['莱芜市', '370116', 2019]] }],
  ])('refuses %j', (data) => {
    expect(() => readDivisions(data)).toThrow(expect.objectContaining({ code: 'SEEDS_INVALID' }))
  })

  it('is empty over no places', () => {
    expect(createGazetteer([]).find('济南市')).toEqual([])
  })
})
