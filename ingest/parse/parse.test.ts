import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextRange } from '../../src/domain/span.ts'
import type { NormalText, Outline } from '../values.ts'
import { FRAMES } from './clauses.ts'
import { parseOutline } from './parse.ts'

function normal(text: string): NormalText {
  return { text, toSource: (range) => range, notices: [] }
}

function read(lines: readonly string[]) {
  const text = lines.join('\n')
  const outline = parseOutline(normal(text))
  const words = (range: TextRange | null) => (range === null ? null : text.slice(range.start, range.end))
  return { outline, words, list: (ranges: readonly TextRange[]) => ranges.map(words) }
}

const labels = ({ clauses }: Outline) => clauses.map(({ node }) => node.label)

describe('parts of a document', () => {
  it('reads a printed opinion', () => {
    const { outline, words, list } = read([
      '甲市人民政府办公室',
      '甲政办发〔2024〕3号',
      '甲市人民政府办公室',
      '关于促进产业',
      '发展的实施意见',
      '各县（市、区）人民政府，市直有关部门：',
      '为促进产业发展，提出如下意见。',
      '一、总体要求',
      '坚持创新。',
      '二、重点任务',
      '（一）支持研发。加大投入。（市科技局牵头）',
      '（二）扩大开放。扩大进口。（市商务局牵头）',
      '甲市人民政府办公室',
      '2024年3月1日',
      '（此件公开发布）',
      '抄送：市委各部门，市法院。',
      '各民主党派市委。',
      '甲市人民政府办公室2024年3月2日印发',
    ])
    expect(list(outline.redHeader)).toEqual(['甲市人民政府办公室'])
    expect(words(outline.number)).toBe('甲政办发〔2024〕3号')
    expect(list(outline.title).join('')).toBe('甲市人民政府办公室关于促进产业发展的实施意见')
    expect(words(outline.recipients)).toBe('各县（市、区）人民政府，市直有关部门：')
    expect(list(outline.preamble)).toEqual(['为促进产业发展，提出如下意见。'])
    expect(outline.sections.map(({ node }) => words(node.title))).toEqual(['总体要求', '重点任务'])
    expect(labels(outline)).toEqual(['（一）', '（二）'])
    expect(list(outline.signatories)).toEqual(['甲市人民政府办公室'])
    expect(words(outline.signedOn)).toBe('2024年3月1日')
    expect(list(outline.annotations)).toEqual(['（此件公开发布）'])
    expect(list(outline.copiedTo)).toEqual(['抄送：市委各部门，市法院。', '各民主党派市委。'])
    expect(words(outline.imprint)).toBe('甲市人民政府办公室2024年3月2日印发')
  })

  it('reads a notice that issues a plan after its signature', () => {
    const { outline, list, words } = read([
      '乙医发〔2023〕5号',
      '乙市卫生健康委员会等二部门关于印发《乙市行动方案》的通知',
      '各有关单位：',
      '现将方案印发给你们。',
      '乙市卫生健康委员会',
      '乙市经济技术开发区',
      '管理委员会',
      '2023年5月6日',
      '乙市行动方案',
      '为做好工作，制定本方案。',
      '一、加强培训。每年培训2次。',
      '二、加强检查。每年检查1次。',
      '本方案自发布之日起施行。',
    ])
    expect(list(outline.signatories)).toEqual(['乙市卫生健康委员会', '乙市经济技术开发区\n管理委员会'])
    expect(words(outline.signedOn)).toBe('2023年5月6日')
    expect(list(outline.carriedTitle)).toEqual(['乙市行动方案'])
    expect(list(outline.preamble)).toEqual(['现将方案印发给你们。', '为做好工作，制定本方案。'])
    expect(labels(outline)).toEqual(['一', '二'])
    expect(list(outline.closing)).toEqual(['本方案自发布之日起施行。'])
  })

  it('reads the title before the number of a web page', () => {
    const { outline, list } = read([
      '关于支持发展',
      '的若干措施',
      '丙政发〔2022〕1号',
      '各市人民政府：',
      '一、支持创新。鼓励研发。',
    ])
    expect(list(outline.title)).toEqual(['关于支持发展', '的若干措施'])
    expect(outline.redHeader).toEqual([])
  })
})

describe('sections, clauses and items', () => {
  it.each([...FRAMES.map(({ example }) => [example, true] as const), ['工作安排', false] as const])(
    'beside sections with clauses the prose of %s is a frame: %s',
    (title, isFrame) => {
      const { outline } = read([`一、${title}`, '每月巡查。', '二、任务', '（一）普查。每年一次。'])
      expect(labels(outline)).toEqual(isFrame ? ['（一）'] : ['一', '（一）'])
    },
  )

  it.each([
    // the lowest element with a heading is the clause, whatever its numbering
    [['一、任务', '（一）创新。', '1.平台建设。建设平台。', '2.人才引进。引进人才。'], ['1.', '2.'], 2],
    // entries without heading below a clause are its items
    [['一、任务', '（一）创新。支持下列事项：', '1.设备购置；', '2.人员培训。'], ['（一）'], 1],
    // numbering that only has 一、
    [['一、创新。支持创新。', '二、开放。扩大开放。'], ['一', '二'], 0],
    // rules: chapters hold articles; lists inside articles are items
    [
      [
        '第一章总则',
        '第一条为了规范，制定本办法。',
        '第二条有下列情形之一的：',
        '（一）甲；',
        '（二）乙。',
        '第二章附则',
        '第三条本办法自发布之日起施行。',
      ],
      ['第一条', '第二条', '第三条'],
      2,
    ],
    // articles with run-in headings, as measures have them
    [
      [
        '第一条支持研发。奖励十万元。',
        '第二条支持开放。扩大进口。',
        '第三条培养人才',
        '开展培训。',
        '第四条本措施自发布之日起施行。',
      ],
      ['第一条', '第二条', '第三条', '第四条'],
      0,
    ],
    // a list that is one sentence, with a paragraph of the clause below it
    [
      [
        '一、奖励首席技师。新评定的给予奖励：',
        '1.省级每人三万元；',
        '2.市级每人一万元。',
        '同一人不重复享受。（市人社局负责）',
        '二、开放实训基地。免费开放。',
      ],
      ['一', '二'],
      0,
    ],
    // a clause whose own text leads on to a list keeps it
    [
      [
        '一、支持政策',
        '（一）范围。支持以下方向：',
        '1.修复。支持修复。',
        '2.监测。支持监测。',
        '（二）标准。每处五万元。',
      ],
      ['（一）', '（二）'],
      1,
    ],
    // but not where the entries have notes of their own
    [
      [
        '一、支持政策',
        '（一）范围。支持以下方向：',
        '1.修复。支持修复。（市林业局负责）',
        '2.监测。支持监测。（市水务局负责）',
      ],
      ['1.', '2.'],
      2,
    ],
    // a note behind the last entry is that of the whole list
    [
      [
        '一、支持政策',
        '（一）范围。支持下列事项：',
        '1.修复湿地；',
        '2.监测候鸟。（市林业局负责）',
        '（二）标准。每处五万元。',
      ],
      ['（一）', '（二）'],
      1,
    ],
    // a heading with a colon
    [['一、总体要求', '保护优先。', '二、重点任务：', '（一）巡查。每月巡查。'], ['（一）'], 2],
    // decimals
    [
      [
        '目录',
        '1总则',
        '1.1目的',
        '1.2依据',
        '2职责',
        '2.1指挥部',
        '1总则',
        '1.1目的',
        '为保护湿地。',
        '1.2依据',
        '依据条例。',
        '2职责',
        '2.1指挥部',
        '2.1.1组成',
        '由各部门组成。',
        '2.1.2职责',
        '统一指挥。',
      ],
      ['1.1', '1.2', '2.1.1', '2.1.2'],
      3,
    ],
    // quantities are no decimals
    [
      ['一、目标。建设湿地。', '1.5万亩湿地得到修复，', '1.6万亩湿地得到保护。', '二、任务。加强巡查。'],
      ['一', '二'],
      0,
    ],
    // articles: contents left out, an inserted article, the heading in brackets
    [
      [
        '第一章总则',
        '第二章附则',
        '第一章总则',
        '第1条（目的）',
        '为保护湿地，制定本办法。',
        '第1条之一【原则】保护优先。',
        '第二章附则',
        '第2条本办法自公布之日起施行。',
      ],
      ['第1条', '第1条之一', '第2条'],
      2,
    ],
  ])('%j', (lines, expected, sections) => {
    const { outline } = read(['关于发展的意见', '各单位：', '现提出意见。', ...lines])
    expect(labels(outline)).toEqual(expected)
    expect(outline.sections).toHaveLength(sections)
  })

  it('keeps items addressable below their clause', () => {
    const { outline } = read([
      '关于发展的意见',
      '一、任务',
      '（一）创新。支持下列事项：',
      '1.设备；',
      '2.培训。',
    ])
    expect(outline.clauses[0]?.items.map((item) => item.label)).toEqual(['1.', '2.'])
  })

  it('keeps unlabelled paragraphs and a note on its own line with their clause', () => {
    const { outline, words } = read([
      '关于发展的意见',
      '（一）创新。支持创新。',
      '支持合作。（市科技局负责）',
      '（二）开放。扩大开放。',
      '（市商务局负责）',
      '各级各部门要加强领导。',
    ])
    expect(words(outline.clauses[0]?.content ?? null)).toBe('支持创新。\n支持合作。（市科技局负责）')
    expect(words(outline.clauses[1]?.content ?? null)).toBe('扩大开放。\n（市商务局负责）')
    expect(outline.closing).toHaveLength(1)
  })

  it('goes on with an article after its list', () => {
    const { outline, words } = read([
      '甲市湿地办法',
      '第一条有下列情形之一的，予以补助：',
      '（一）修复湿地的；',
      '（二）保护候鸟的。',
      '补助标准另行制定。',
      '第二条本办法自公布之日起施行。',
    ])
    expect(outline.clauses[0]?.items.map(({ body }) => words(body))).toEqual(['修复湿地的；', '保护候鸟的。'])
    expect(words(outline.clauses[0]?.content ?? null)).toMatch(/补助标准另行制定。$/)
  })

  it('tells the prose of a section without clauses', () => {
    const { outline, words } = read([
      '甲市湿地意见',
      '一、总体要求',
      '坚持保护优先。',
      '二、任务',
      '（责任单位：市林业局）',
      '（一）巡查。每月巡查。',
      '（二）修复。每年修复。',
    ])
    expect(outline.sections.map(({ prose }) => words(prose))).toEqual([
      '坚持保护优先。',
      '（责任单位：市林业局）',
    ])
    expect(labels(outline)).toEqual(['（一）', '（二）'])
  })

  it.each([
    // a lone sentence is text
    [
      ['（一）巡查。每月巡查。', '（二）支持设置监测点。'],
      [
        ['巡查', '每月巡查。'],
        [null, '支持设置监测点。'],
      ],
    ],
    // also where nothing but its note follows
    [
      ['（一）支持设置监测点。（市林业局负责）', '（二）支持修复。（市水务局负责）'],
      [
        [null, '支持设置监测点。（市林业局负责）'],
        [null, '支持修复。（市水务局负责）'],
      ],
    ],
    // first sentences of rules are no headings
    [
      [
        '一、湿地分级管理，名录另定；',
        '二、湿地实行用途管制制度。不得擅自改变。',
        '三、湿地所有权不变，使用权有期限；',
        '四、破坏湿地的，责令恢复，并处罚款；',
      ],
      [
        [null, '湿地分级管理，名录另定；'],
        [null, '湿地实行用途管制制度。不得擅自改变。'],
        [null, '湿地所有权不变，使用权有期限；'],
        [null, '破坏湿地的，责令恢复，并处罚款；'],
      ],
    ],
  ])('judges headings by their siblings: %j', (lines, expected) => {
    const { outline, words } = read(['甲市湿地意见', '各单位：', ...lines])
    expect(outline.clauses.map(({ node, content }) => [words(node.title), words(content)])).toEqual(expected)
  })

  it('notices a gap and a duplicate', () => {
    const { outline } = read(['关于发展的意见', '（一）甲。甲甲。', '（三）乙。乙乙。', '（三）丙。丙丙。'])
    expect(outline.notices.map((notice) => notice.code)).toEqual(['parse/label-gap', 'parse/duplicate-label'])
  })
})

it('never throws and keeps every range inside the text', () => {
  const piece = fc.constantFrom(
    '一、',
    '（一）',
    '1.',
    '第一条',
    '附件：',
    '抄送：',
    '2024年1月1日',
    '市科技局',
    '的通知',
    '。',
    '：',
    '（',
    '）',
    '\t',
    '\n',
    '甲',
    '2024〕1号',
    '（2023年5月6日）',
    '甲市人民政府令',
    '第2号',
    '附件1',
    '目录',
    '第一章总则',
    '1.1',
    '1.2甲',
    '甲市湿地办法',
    '发布机构',
    '000001',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = pieces.join('')
      const outline = parseOutline(normal(text))
      for (const { node, content } of outline.clauses) {
        expect(node.range.start).toBeLessThanOrEqual(content.start)
        expect(content.end).toBeLessThanOrEqual(text.length)
        expect(node.body.start).toBeLessThanOrEqual(node.body.end)
      }
    }),
  )
})

it('takes the paragraphs of a document without numbers as its clauses', () => {
  const { outline, words } = read([
    '丁市人民政府关于同意设立示范区的批复',
    '戊县人民政府：',
    '你县《关于设立示范区的请示》收悉。经研究，同意设立示范区。',
    '示范区建设要坚持节约用地。',
    '此复。',
    '丁市人民政府',
    '2024年1月2日',
  ])
  expect(outline.clauses.map(({ content }) => words(content))).toEqual([
    '你县《关于设立示范区的请示》收悉。经研究，同意设立示范区。',
    '示范区建设要坚持节约用地。',
  ])
  expect(words(outline.signedOn)).toBe('2024年1月2日')
})
