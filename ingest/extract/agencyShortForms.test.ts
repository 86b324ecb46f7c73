import { expect, it } from 'vitest'
import { findAgencyShortForms } from './agencyShortForms.ts'

it.each([
  ['由青河市医疗保障局（以下简称市医保局）牵头。', [['市医保局', '青河市医疗保障局']]],
  [
    '青河省湿地保护委员会办公室（以下简称“省湿地办”）设在省林业厅。',
    [['省湿地办', '青河省湿地保护委员会办公室']],
  ],
  [
    '中国（青河）自由贸易试验区白山片区管理委员会（以下简称管委会）负责落实。',
    [['管委会', '中国（青河）自由贸易试验区白山片区管理委员会']],
  ],
  // a document and a zone are no bodies
  ['《青河市湿地规划》（以下简称《规划》）', []],
  ['青河湿地生态示范区（以下简称示范区）', []],
])('reads the short names of bodies in %s', (text, expected) => {
  expect([...findAgencyShortForms(text)]).toEqual(expected)
})
