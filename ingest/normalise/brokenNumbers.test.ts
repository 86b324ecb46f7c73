import { describe, expect, it } from 'vitest'
import { sourceText } from '../../test/support/sourceText.ts'
import { BROKEN_NUMBERS, blanksInNumbers } from './brokenNumbers.ts'
import { normalise } from './normalise.ts'

const textOf = (text: string): string => normalise(sourceText(text)).text

function joined(raw: string): string {
  const inside = blanksInNumbers(raw)
  return [...raw].filter((_, at) => !inside.has(at)).join('')
}

describe('numbers broken by blanks', () => {
  it.each(BROKEN_NUMBERS.map(({ id, example }) => [id, ...example] as const))('%s', (_, printed, read) => {
    expect(joined(printed)).toBe(read)
  })

  it.each([
    ['full-width digits', '建成泵站１　２座，总装机３ ．６万千瓦。', '建成泵站12座，总装机3.6万千瓦。'],
    ['a span of years', '（2 0 2 4—2 0 2 7年）', '（2024—2027年）'],
    ['a share', '占比达到2 5%以上', '占比达到25%以上'],
    ['a telephone number', '（联系电话：0 5 3 1—8 0 0 0 1 1 1 1）', '（联系电话：0531—80001111）'],
    ['a serial number', '按照某政发〔2 0 2 1〕1 8号文件', '按照某政发〔2021〕18号文件'],
    ['two numbers side by side stay two', '灌区改造 12 500万元', '灌区改造12 500万元'],
    ['a label before a number', '3. 5个工作日内办结。', '3. 5个工作日内办结。'],
    ['a date with blanks', '公开日期 2024 07 18', '公开日期2024 07 18'],
    ['the head of a table', '1 2 3 4', '1 2 3 4'],
  ])('%s', (_, printed, read) => {
    expect(textOf(printed)).toBe(read)
  })

  // lines of the same count of characters, blanks counted
  const wrapped = [
    '　　一、完善农村供水工程',
    '　　坚持统一规划、分步实施、建管并重的原则，加快完善',
    '全市农村供水工程体系，力争到2 0 2 6年新建改造水厂',
    '1 8座，铺设管网2 5 0公里，自来水普及率达到9 6.',
    '5%以上，水质合格率不低于9 8',
    '%，基本实现同源、同网、同质、同服务、同监管的总目',
    '标，并将年度任务完成情况纳入对各县区的综合考核内容',
    '，推动城乡供水一体化取得实实在在的成效和明显的进展',
    '，让农村居民喝上放心水、安全水、优质水、稳定的自来',
    '水。',
  ]
  it('and by line ends', () => {
    expect(textOf(wrapped.join('\n'))).toContain(
      '新建改造水厂18座，铺设管网250公里，自来水普及率达到96.5%以上，水质合格率不低于98%，',
    )
  })
})
