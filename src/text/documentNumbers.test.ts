import { describe, expect, it } from 'vitest'
import { BEFORE_BODY, findNoticeNumbers, findOrders } from './documentNumbers.ts'

const numberOf = (text: string) => findOrders(text, { start: 0, end: text.length })[0]?.number

describe('the body of an order', () => {
  it.each(BEFORE_BODY.map(({ example }) => example))('%s → %s', (text, number) => {
    expect(numberOf(text)).toBe(number)
  })

  // names that hold words which elsewhere part them from what stands before
  it.each([
    '呼和浩特市人民政府令第7号',
    '和平区人民政府令第7号',
    '和田地区人民政府令第7号',
    '日照市人民政府令第7号',
    '荥经县人民政府令第7号',
    '安徽省和县人民政府令第7号',
    '江西省泰和县人民政府令第7号',
    '日喀则市人民政府令第7号',
    '住房和城乡建设部令第7号',
    '国家发展和改革委员会令第7号',
    '人力资源和社会保障部令第7号',
  ])('%s stays whole', (number) => {
    expect(numberOf(number)).toBe(number)
    expect(numberOf(`根据${number}`)).toBe(number)
    expect(numberOf(`《某某办法》（2009年4月1日${number}公布）`)).toBe(number)
  })
})

it('finds the numbers of 公告 in brackets', () => {
  const text = '《甲公告》（财政部 税务总局公告2020年第31号）、《乙公告》（2021年第4号）和2019年第2号'
  const found = findNoticeNumbers(text, { start: 0, end: text.length }).map(({ number }) => number)
  expect(found).toEqual(['财政部税务总局公告2020年第31号', '2021年第4号'])
})
