import { expect, it } from 'vitest'
import { applyEdits } from '../../src/text/edits.ts'
import { CONFUSED_DIGITS, confusedDigits } from './confusedDigits.ts'

const mend = (text: string) => applyEdits(text, confusedDigits.run(text).edits).text

it.each(CONFUSED_DIGITS)('$id: $example', ({ example, expected }) => {
  expect(mend(example)).toBe(expected)
})

it.each([
  ['新建工程l2处、改扩建3处', '新建工程12处、改扩建3处'],
  ['半径不小于5O米，资金l80万元', '半径不小于50米，资金180万元'],
  ['2O10年l2月底前', '2010年12月底前'],
  // a usual sign for zero
  ['二○一○年', '二○一○年'],
  // letters of names
  ['发展O2O业态', '发展O2O业态'],
  ['降低O3浓度和CO2排放，治理PM2.5和NOx', '降低O3浓度和CO2排放，治理PM2.5和NOx'],
  ['Ol号楼', 'Ol号楼'],
  ['5G基站1000个，IPv6部署', '5G基站1000个，IPv6部署'],
])('%s', (text, expected) => {
  expect(mend(text)).toBe(expected)
})

it('says where', () => {
  expect(confusedDigits.run('共l2处').notices).toMatchObject([
    { rule: 'confused-digits', severity: 'INFO', start: 1, end: 3 },
  ])
})
