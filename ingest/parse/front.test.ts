import { describe, expect, it } from 'vitest'
import type { TextRange } from '../../src/domain/span.ts'
import { readContext } from './context.ts'
import { readFrontMatter } from './front.ts'
import { CAPTION_RULES, captionOf, MARK_EXAMPLES, readMarks } from './frontRules.ts'
import { type Line, readLines } from './lines.ts'

function read(lines: readonly string[]) {
  const text = [...lines, '为保护湿地，现就有关事项明确如下。', '一、加强巡查。每月巡查一次。'].join('\n')
  const front = readFrontMatter(readContext(readLines(text)))
  const words = (range: TextRange | null) => (range === null ? null : text.slice(range.start, range.end))
  return {
    title: front.title.map(words).join(''),
    red: front.redHeader.map(words),
    number: words(front.number),
    recipients: words(front.recipients),
    captions: front.captions.map(words),
    date: words(front.date),
    metadata: front.metadata.map(({ name, value }) => [name, words(value)]),
  }
}

const TITLE = '甲市林业局关于加强湿地保护的通知'
const NUMBER = '甲林发〔2021〕3号'

describe('number', () => {
  it.each([
    [[TITLE, '（甲政办秘〔2021〕82号）'], '甲政办秘〔2021〕82号'],
    [['甲市人民政府令', '第15号'], '甲市人民政府令\n第15号'],
    [['甲市人民政府令', '（第15号）'], '甲市人民政府令\n（第15号）'],
    [['中华人民共和国国务院令第909号'], '中华人民共和国国务院令第909号'],
    [['甲市税务局公告', '2023年第12号'], '2023年第12号'],
    [['会议纪要', '〔2023〕5号', '甲市人民政府办公室', '2023年4月5日'], '〔2023〕5号'],
    [['甲市林业局文件', '甲林发〔2013〕第8号', TITLE], '甲林发〔2013〕第8号'],
  ])('%j', (lines, number) => {
    expect(read(lines).number).toBe(number)
  })
})

describe('title', () => {
  it.each([
    // the end of a line looks like the name of a body
    [
      ['国务院关于同意设立候鸟节组织委员会', '筹备工作办公室的批复', NUMBER, '甲省人民政府：'],
      '国务院关于同意设立候鸟节组织委员会筹备工作办公室的批复',
    ],
    [
      ['甲市人民政府办公室转发市林业局', '关于湿地保护意见的通知', NUMBER, '各区政府：'],
      '甲市人民政府办公室转发市林业局关于湿地保护意见的通知',
    ],
    // bodies above the rest of the title
    [['甲市林业局', '甲市公安局', '关于禁止捕鸟的通告', NUMBER], '甲市林业局甲市公安局关于禁止捕鸟的通告'],
    [['甲市林业局文件', NUMBER, '关于加强湿地保护的通知'], '关于加强湿地保护的通知'],
    // lines after the number that are not the title
    [[TITLE, NUMBER, '林业部、水利部：'], TITLE],
    [[TITLE, NUMBER, '签发人：王某'], TITLE],
    // an order below the headline of its page
    [['甲市湿地办法', '甲市人民政府令', '第15号'], '甲市湿地办法'],
    [['甲市人民政府令', '第15号'], '甲市人民政府令'],
    [
      ['# 甲市湿地条例'.slice(2), '（2003年5月29日甲市人民代表大会常务委员会第三次会议通过）'],
      '甲市湿地条例',
    ],
    // longer than eighty characters
    [
      [
        `甲省推进生态文明先行示范区建设工作领导小组湿地保护修复专项小组办公室关于印发《${'甲省关于加快推进重要湿地保护修复和候鸟迁飞通道建设'}扎实推动高质量发展的实施意见》任务分工方案的通知`,
        NUMBER,
        '省有关单位：',
      ],
      `甲省推进生态文明先行示范区建设工作领导小组湿地保护修复专项小组办公室关于印发《${'甲省关于加快推进重要湿地保护修复和候鸟迁飞通道建设'}扎实推动高质量发展的实施意见》任务分工方案的通知`,
    ],
    // a term on a line of its own below the title
    [['甲县湿地保护实施方案', '（2024—2026年）'], '甲县湿地保护实施方案（2024—2026年）'],
    [['甲市养犬管理办法', '（试行）', NUMBER], '甲市养犬管理办法（试行）'],
    // the body and the day of minutes stand above their title
    [
      [
        '甲县人民政府',
        '专题会议纪要',
        '〔2023〕5号',
        '甲县人民政府办公室',
        '2023年4月5日',
        '关于湿地修复的会议纪要',
      ],
      '关于湿地修复的会议纪要',
    ],
  ])('%j', (lines, title) => {
    expect(read(lines).title).toBe(title)
  })
})

it('reads the body and the date of minutes below their number', () => {
  const head = ['甲县人民政府常务会议纪要', '〔2023〕12号', '甲县人民政府办公室', '2023年4月5日']
  expect(read(head)).toMatchObject({ title: head[0], number: head[1], red: [head[2]], date: head[3] })
})

it('reads the bodies of a joint title', () => {
  const lines = ['中共甲县委', '甲县人民政府关于加强湿地保护的意见', NUMBER]
  expect(read(lines)).toMatchObject({
    title: lines.slice(0, 2).join(''),
    red: ['中共甲县委', '甲县人民政府'],
  })
})

describe('recipients', () => {
  it.each([
    '林业部、水利部：',
    '国家林业局、财政部：',
    '王某某委员：',
    '李某某等代表：',
    '王某某副主席：',
    '甲、乙、丙省（自治区）人民政府：',
    '各省、自治区、直辖市人民政府，国务院各部委、各直属机构：',
    '各村、居、企事业单位、机关各科室：',
    '市直及驻市各单位，各重点企业：',
  ])('%s', (line) => {
    expect(read([TITLE, NUMBER, line]).recipients).toBe(line)
  })

  it.each([
    '各单位要做好以下工作：',
    '现将有关事项通知如下：',
    '为做好湿地保护，现提出以下意见：',
    '你局来函收悉，经研究，答复如下：',
  ])('is not %s', (line) => {
    expect(read([TITLE, NUMBER, line]).recipients).toBeNull()
  })
})

describe('marks and fields of the head', () => {
  it.each(MARK_EXAMPLES)('$line', ({ line, names }) => {
    expect(readMarks(readLines(line)[0] as Line).map(({ name }) => name)).toEqual(names)
  })

  it('keeps them out of the title', () => {
    const head = ['000012', '机密★1年', '特急', '甲市林业局文件', NUMBER, '签发人：王某', TITLE, '市政府：']
    expect(read(head)).toMatchObject({
      title: TITLE,
      red: ['甲市林业局文件'],
      metadata: [
        ['份号', '000012'],
        ['密级', '机密★1年'],
        ['紧急程度', '特急'],
        ['签发人', '王某'],
      ],
    })
  })

  it('takes 时间 for a field only before a date', () => {
    expect(read([TITLE, '时间：2024-01-02', NUMBER])).toMatchObject({ metadata: [['时间', '2024-01-02']] })
    expect(read([TITLE, NUMBER, '时间：上午九时']).metadata).toEqual([])
  })

  it('reads keys and values on lines of their own', () => {
    const head = ['索取号', 'A00-1', '发布单位：', '甲市林业局', '状态：有效', TITLE, NUMBER]
    expect(read(head)).toMatchObject({
      title: TITLE,
      metadata: [
        ['索取号', 'A00-1'],
        ['发布单位', '甲市林业局'],
        ['状态', '有效'],
      ],
    })
  })
})

describe('captions', () => {
  it.each(CAPTION_RULES.map(({ id, example }) => [id, example] as const))('%s: %s', (_, example) => {
    expect(captionOf(readLines(example)[0] as Line)).not.toBeNull()
    expect(read(['甲市湿地条例', example])).toMatchObject({ title: '甲市湿地条例', captions: [example] })
  })

  it('takes the date of a caption that is nothing else', () => {
    expect(read(['甲市湿地意见', '（2023年5月6日）']).date).toBe('2023年5月6日')
  })

  it.each(['2023年5月6日前完成整改，逾期不予通过。', '2023年，全市通过验收。'])('is not %s', (line) => {
    expect(captionOf(readLines(line)[0] as Line)).toBeNull()
  })
})
