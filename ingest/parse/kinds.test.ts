import { describe, expect, it } from 'vitest'
import type { TextRange } from '../../src/domain/span.ts'
import { parseOutline } from './parse.ts'

function read(lines: readonly string[]) {
  const text = lines.join('\n')
  const outline = parseOutline({ text, toSource: (range) => range, notices: [] })
  const words = (range: TextRange | null) => (range === null ? null : text.slice(range.start, range.end))
  return { outline, words, list: (ranges: readonly TextRange[]) => ranges.map(words) }
}

describe('kinds of documents', () => {
  it('reads the minutes of a meeting', () => {
    const { outline, list, words } = read([
      '乙县人民政府',
      '专题会议纪要',
      '〔2023〕14号',
      '乙县人民政府办公室',
      '2023年8月11日',
      '关于修复湿地的会议纪要',
      '会议议定事项纪要如下：',
      '一、关于选址。由县林业局勘界。',
      '二、关于资金。安排200万元。',
      '出席：县长王某',
      '记录：李某',
      '分送：县委各常委，县直有关部门。',
      '乙县人民政府办公室',
      '2023年8月15日印发',
      '共印30份',
    ])
    expect(list(outline.redHeader)).toEqual(['乙县人民政府办公室'])
    expect(list(outline.title)).toEqual(['关于修复湿地的会议纪要'])
    expect(words(outline.signedOn)).toBe('2023年8月11日')
    expect(outline.clauses.map(({ content }) => words(content))).toEqual([
      '由县林业局勘界。',
      '安排200万元。',
    ])
    expect(list(outline.copiedTo)).toEqual(['分送：县委各常委，县直有关部门。'])
    expect(words(outline.imprint)).toBe('2023年8月15日印发')
  })

  it('reads a notice that forwards what others have signed', () => {
    const { outline, list } = read([
      '乙县人民政府办公室转发县林业局等部门关于修复湿地意见的通知',
      '各乡镇人民政府：',
      '《关于修复湿地的意见》已经同意，现转发给你们。',
      '乙县人民政府办公室',
      '2023年5月6日',
      '关于修复湿地的意见',
      '县林业局',
      '县财政局',
      '根据《甲省湿地条例》，现提出意见如下：',
      '一、加强巡查。每月巡查一次。',
    ])
    expect(list(outline.carriedTitle)).toEqual(['关于修复湿地的意见'])
    expect(list(outline.preamble)).toEqual([
      '《关于修复湿地的意见》已经同意，现转发给你们。',
      '根据《甲省湿地条例》，现提出意见如下：',
    ])
  })
})

describe('chapters that hold no articles', () => {
  it('takes the lowest headed part for the clause', () => {
    const { outline, words, list } = read([
      '甲省湿地保护规划',
      '甲省林业厅',
      '2022年1月12日',
      '为加强保护，编制本规划。',
      '第一章总体要求',
      '保护优先。',
      '第二章重点任务',
      '第一节夯实基础',
      '建立台账。',
      '第二节加强监测',
      '建设站点。',
      '第三章保障措施',
      '落实资金。',
    ])
    expect(list(outline.redHeader)).toEqual(['甲省林业厅'])
    expect(list(outline.title)).toEqual(['甲省湿地保护规划'])
    expect(outline.sections.map(({ node }) => node.label)).toEqual(['第一章', '第二章'])
    expect(outline.clauses.map(({ node }) => [node.label, words(node.title)])).toEqual([
      ['第一节', '夯实基础'],
      ['第二节', '加强监测'],
      ['第三章', '保障措施'],
    ])
  })
})

describe('headings of articles', () => {
  const MEASURES = [
    '第一条支持研发。奖励十万元。',
    '第二条支持开放。扩大进口。',
    '第三条培养人才',
    '开展培训。',
  ]
  const RULES = ['第二条保护优先。湿地应当保护。', '第三条有关单位应当配合，不得推诿。', '第五条违者处罚款。']
  it.each([
    [
      [...MEASURES, '第四条本措施自发布之日起施行。'],
      ['支持研发', '支持开放', '培养人才', null],
    ],
    // one short first sentence among rules is a sentence
    [
      ['第一条为了保护湿地，制定本办法。', ...RULES],
      [null, null, null, null],
    ],
    [
      ['第一条【目的】为了保护湿地。', ...RULES],
      ['目的', null, null, null],
    ],
  ])('%j', (lines, titles) => {
    const { outline, words } = read(lines)
    expect(outline.clauses.map(({ node }) => words(node.title))).toEqual(titles)
  })
})
