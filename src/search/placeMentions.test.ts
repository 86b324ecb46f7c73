import { describe, expect, it } from 'vitest'
import { seedGazetteer } from '../../test/support/seedPlaces.ts'
import { findPlaceMentions } from './placeMentions.ts'

const gazetteer = seedGazetteer()
const COVERED = ['370000', '370100', '370800', '220000'].map((code) => gazetteer.byCode(code)!)

describe('findPlaceMentions', () => {
  it.each<[string, string, readonly string[]]>([
    ['a short name', '济南的奖励', ['济南市']],
    ['a full name', '山东省药品检验', ['山东省']],
    ['two', '济南和济宁有什么区别', ['济南市', '济宁市']],
    ['a path: the place itself', '山东省济南市的奖励', ['济南市']],
    ['a short path', '山东济宁', ['济宁市']],
    ['one of the corpus where a name is that of several', '吉林的做法', ['吉林省']],
    ['one that the corpus lacks, by its full name', '北京市的政策', ['北京市']],
    ['none by a short name that the corpus lacks', '北京雾霾', []],
    ['a university', '济南大学的研究', ['(济南市)']],
    ['what is left out', '除济南外的城市', ['(济南市)']],
    ['where something goes', '引进到山东生产', ['(山东省)']],
    ['the country', '国家药监局的试点', []],
    ['nothing', '临床试验多久', []],
  ])('%s', (_what, query, names) => {
    const found = findPlaceMentions(query, COVERED, gazetteer)
    expect(found.map(({ place, aside }) => (aside ? `(${place.name})` : place.name))).toEqual(names)
    for (const { start, end } of found) expect(query.slice(start, end).length).toBeGreaterThanOrEqual(2)
  })
})
