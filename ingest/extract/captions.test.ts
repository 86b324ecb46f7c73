import { describe, expect, it } from 'vitest'
import { madeEvent, newestEvent, readCaptions } from './captions.ts'

const read = (...lines: string[]) => {
  const text = lines.join('\n')
  let start = 0
  const captions = lines.map((line) => {
    const range = { start, end: start + line.length }
    start += line.length + 1
    return range
  })
  return readCaptions(text, captions)
}
const show = (...lines: string[]) =>
  read(...lines).map(({ name, date, body, order }) =>
    [name, date, body?.value ?? '·', order?.value ?? '·'].join(' '),
  )

describe('readCaptions', () => {
  it.each<[string[], string[]]>([
    [
      [
        '2003年5月29日青河省第十届人民代表大会常务委员会第三次会议通过',
        '2012年11月29日青河省第十一届人民代表大会常务委员会第三十次会议《关于修改〈湿地条例〉等法规的决定》修正',
      ],
      ['通过 2003-05-29 青河省人民代表大会常务委员会 ·', '修正 2012-11-29 青河省人民代表大会常务委员会 ·'],
    ],
    // all steps in one bracket, orders named
    [
      [
        '（1994年1月28日中华人民共和国国务院令第142号发布根据2005年12月19日《国务院关于修改〈渔业条例〉的决定》第一次修订2018年12月18日中华人民共和国国务院令第707号第二次修订）',
      ],
      [
        '公布 1994-01-28 国务院 国务院令第142号',
        '修订 2005-12-19 · ·',
        '修订 2018-12-18 国务院 国务院令第707号',
      ],
    ],
    // a county's rule, approved above
    [
      [
        '（2012年11月29日经青河自治县第十六届人民代表大会第二次会议通过',
        '2012年12月27日青河省第三届人民代表大会常务委员会第三十九次会议批准）',
      ],
      ['通过 2012-11-29 青河自治县人民代表大会 ·', '批准 2012-12-27 青河省人民代表大会常务委员会 ·'],
    ],
    [['2022年6月6日中华人民共和国国家林业部令第2号公布'], ['公布 2022-06-06 国家林业部 国家林业部令第2号']],
    [['（2020年12月14日国务院第118次常务会议修订通过）'], ['修订 2020-12-14 国务院 ·']],
    [['（2023年5月6日）'], []],
  ])('%j', (lines, expected) => {
    expect(show(...lines)).toEqual(expected)
  })

  it('dates a rule by its newest step and its beginning by the newest that is no amendment', () => {
    const events = read(
      '2003年5月29日青河省第十届人民代表大会常务委员会第三次会议通过',
      '2012年11月29日《关于修改部分法规的决定》修正',
      '2013年1月5日青河省第十二届人民代表大会常务委员会第一次会议批准',
    )
    expect([newestEvent(events)?.date, madeEvent(events)?.date]).toEqual(['2012-11-29', '2003-05-29'])
  })
})
