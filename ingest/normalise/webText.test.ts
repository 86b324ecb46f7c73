import { describe, expect, it } from 'vitest'
import { sourceText } from '../../test/support/sourceText.ts'
import { MARKDOWN_RULES } from './markdown.ts'
import { normalise } from './normalise.ts'
import { WEB_HEAD_RULES } from './webHead.ts'

const linesOf = (lines: readonly string[]) => normalise(sourceText(lines.join('\n'))).text.split('\n')

const DOCUMENT = [
  '某市人民政府关于加强湿地保护的若干意见',
  '某政发〔2024〕5号',
  '各县区人民政府：',
  '为加强湿地保护，提出如下意见。',
  '一、加强巡查。每月巡查一次。',
  '某市人民政府',
  '2024年3月5日',
]

describe('marks of Markdown', () => {
  it.each(MARKDOWN_RULES.map(({ id, example, left }) => [id, example, left] as const))(
    '%s: %s',
    (_, example, left) => {
      expect(
        linesOf([example, ...DOCUMENT])
          .filter((line) => !DOCUMENT.includes(line))
          .join(''),
      ).toBe(left)
    },
  )

  it.each([
    ['emphasis', ['**一、总则**', '坚持**保护优先**。'], ['一、总则', '坚持保护优先。']],
    [
      'a comment',
      ['<!-- INFO', 'END -->', '第一条 为了保护湿地，制定本条例。'],
      ['第一条为了保护湿地，制定本条例。'],
    ],
    [
      'a table',
      [
        '| 序号 | 任务 | 牵头单位 |',
        '| --- | :---: | ---: |',
        '| 1 | 巡查 | 市林业局 |',
        '| 2 |  | 市水务局 |',
      ],
      ['序号\t任务\t牵头单位', '1\t巡查\t市林业局', '2\t\t市水务局'],
    ],
    ['a star that stresses nothing', ['面积为3*5米。'], ['面积为3*5米。']],
  ])('%s', (_, lines, expected) => {
    expect(linesOf([...DOCUMENT, ...lines]).slice(DOCUMENT.length)).toEqual(expected)
  })

  it('reads a front matter as facts of the page head', () => {
    const head = [
      '---',
      'title: 某市湿地意见',
      'date: 2024-03-06',
      'layout: post',
      '文号: 某政发〔2024〕5号',
      '---',
    ]
    expect(linesOf([...head, ...DOCUMENT])).toEqual([
      '标题：某市湿地意见',
      '发布日期：2024-03-06',
      '文号：某政发〔2024〕5号',
      ...DOCUMENT,
    ])
  })
})

describe('head of a web page', () => {
  it.each(WEB_HEAD_RULES.map(({ id, example }) => [id, example] as const))('%s: %s', (_, example) => {
    expect(linesOf([example, ...DOCUMENT])).toEqual(DOCUMENT)
  })

  it('drops a title that is printed twice', () => {
    const title = '某市湿地保护规划（2021—2025年）'
    const text = [title, '某市湿地保护规划 (2021-2025年)', ...DOCUMENT.slice(1)].join('\n')
    const { text: read, notices } = normalise(sourceText(text))
    expect(read.split('\n')).toEqual([title, ...DOCUMENT.slice(1)])
    expect(notices.map(({ code }) => code)).toEqual(['normalise/repeated-title'])
  })
})

describe('lines of a web page', () => {
  it.each([
    ['林业部　国家草原局', ['林业部', '国家草原局']],
    ['中共某某县委 某某县人民政府', ['中共某某县委', '某某县人民政府']],
    ['国务院　　中央军委', ['国务院', '中央军委']],
    ['某县人民政府办公室　　2023年4月5日', ['某县人民政府办公室', '2023年4月5日']],
    ['中共某某县委　某某县人民政府关于湿地的意见', ['中共某某县委', '某某县人民政府关于湿地的意见']],
    ['农　业　部', ['农业部']],
    ['第二章　规划　　第八条　编制规划应当公开。', ['第二章规划', '第八条编制规划应当公开。']],
    [
      '第三章　监督　第一节　检查　第九条　每年检查一次。',
      ['第三章监督', '第一节检查', '第九条每年检查一次。'],
    ],
    ['第四章依照 第八条的规定', ['第四章依照第八条的规定']],
    ['第 1 0 条　编制规划应当公开。', ['第10条编制规划应当公开。']],
    ['坚持“保护优先"和"合理利用"。', ['坚持“保护优先”和“合理利用”。']],
    ['(1)购置设备。', ['（1）购置设备。']],
    ['( 一 ) 支持研发。', ['（一）支持研发。']],
  ])('%s', (line, expected) => {
    expect(linesOf([...DOCUMENT, line]).slice(DOCUMENT.length)).toEqual(expected)
  })

  it.each([
    [['收藏', '打印本页', '关闭窗口']],
    [['收藏 打印本页 关闭窗口']],
    [['文字解读：《某市湿地意见》解读']],
    [['相关链接：', '某市湿地意见政策解读', '某市湿地意见图解']],
    [['分享到：微信 微博', '政策解读']],
  ])('drops the tail %j', (tail) => {
    const text = [...DOCUMENT.slice(0, 4), '一、检查', '（一）加强巡查。每月巡查一次。']
    expect(linesOf([...text, ...tail])).toEqual(text)
  })

  it('keeps the note of the last clause above the foot of the page', () => {
    const note = '牵头单位：市林业局；责任单位：市水利局'
    const text = [...DOCUMENT.slice(0, 4), '一、检查', '（一）加强巡查。每月巡查一次。', note]
    expect(linesOf([...text, '相关文档：一图读懂', '版权所有：某市人民政府'])).toEqual(text)
  })
})

it('keeps decimal labels of a printed plan apart, but not a quantity', () => {
  const wrapped = [
    '为贯彻落实上级关于加强湿地保护和候鸟迁飞通道建设的部署要求。',
    '1.1 为了加强湿地保护和候鸟迁飞通道建设，统一各部门的工作，共',
    '1.5万亩湿地纳入保护，各部门要按照职责分工，认真组织好落实。',
    '1.2 各部门要按照职责分工，认真组织落实好湿地保护的各项工作。',
    '1.3 各单位要按照职责分工，认真组织落实好候鸟保护的各项工作，',
    '不得推诿。',
    '1.4 各单位要按照职责分工，认真组织落实好宣传教育的各项工作。',
    '1.5 各单位要按照职责分工，认真组织落实好经费保障的各项工作。',
  ]
  const found = linesOf(wrapped).map((line) => line.slice(0, 3))
  expect(found).toEqual(['为贯彻', '1.1', '1.2', '1.3', '1.4', '1.5'])
})
