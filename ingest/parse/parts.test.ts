import { describe, expect, it } from 'vitest'
import type { TextRange } from '../../src/domain/span.ts'
import { ENDING_RULES } from './closing.ts'
import { parseOutline } from './parse.ts'

function read(lines: readonly string[]) {
  const text = lines.join('\n')
  const outline = parseOutline({ text, toSource: (range) => range, notices: [] })
  const words = (range: TextRange | null) => (range === null ? null : text.slice(range.start, range.end))
  return {
    outline,
    words,
    carried: outline.carriedTitle.map(words).join(''),
    clauses: outline.clauses.map(({ node, annex }) => [node.label, words(node.title), annex]),
    sections: outline.sections.map(({ node, annex }) => [node.label, words(node.title), annex]),
    annexes: outline.annexes.map(({ label, title }) => [label, title.map(words).join('')]),
    signed: words(outline.signedOn),
  }
}

const HEAD = [
  '甲市林业局关于印发湿地保护方案的通知',
  '甲林发〔2021〕3号',
  '各区林业局：',
  '现将方案印发给你们。',
]
const SIGNATURE = ['甲市林业局', '2021年3月5日']
const PLAN = [
  '甲市湿地保护方案',
  '为保护湿地，制定本方案。',
  '一、任务',
  '（一）巡查。每月巡查一次。',
  '（二）修复。每年修复一处。',
]
const PLAN_CLAUSES = [
  ['（一）', '巡查', null],
  ['（二）', '修复', null],
]
const TABLE = ['序号\t任务\t牵头单位', '1\t巡查\t市林业局']

describe('what a notice carries', () => {
  it.each([
    ['after its signature', [...HEAD, ...SIGNATURE, ...PLAN], []],
    ['as its only annex', [...HEAD, '附件：甲市湿地保护方案', ...SIGNATURE, '附件', ...PLAN], []],
    [
      'as the first of two annexes',
      [
        ...HEAD,
        '附件：1．甲市湿地保护方案',
        '2．任务分工表',
        ...SIGNATURE,
        '附件1',
        ...PLAN,
        '附件2',
        '任务分工表',
        ...TABLE,
      ],
      [['附件2', '任务分工表']],
    ],
    [
      'announced on lines of its own',
      [
        ...HEAD,
        '附件：',
        '1.甲市湿地保护方案',
        '2.任务分工表',
        ...SIGNATURE,
        '附件1',
        ...PLAN,
        '附件2：任务分工表',
        ...TABLE,
      ],
      [['附件2', '任务分工表']],
    ],
    [
      'announced after the signature',
      [
        ...HEAD,
        ...SIGNATURE,
        '附件：1.甲市湿地保护方案',
        '2.甲市湿地保护任务',
        '分工表',
        '3.样表',
        '附件1',
        ...PLAN,
      ],
      [],
    ],
    ['with a remark between', [...HEAD, ...SIGNATURE, '（此件公开发布）', ...PLAN], []],
  ])('%s', (_, lines, annexes) => {
    const found = read(lines)
    expect(found.clauses).toEqual(PLAN_CLAUSES)
    expect(found.carried).toBe('甲市湿地保护方案')
    expect(found.signed).toBe('2021年3月5日')
    expect(found.annexes).toEqual(annexes)
  })

  it('parts a signature on one line, and an annex from its title', () => {
    const table = ['附件2任务分工表', ...TABLE]
    const found = read([
      ...HEAD,
      '附：1.甲市湿地保护方案',
      '2.任务分工表',
      '甲市林业局2021年3月5日',
      '附件1甲市湿地保护方案',
      ...PLAN.slice(1),
      ...table,
    ])
    expect(found.outline.signatories.map(found.words)).toEqual(['甲市林业局'])
    expect(found.signed).toBe('2021年3月5日')
    expect(found.clauses).toEqual(PLAN_CLAUSES)
    expect(found.carried).toBe('甲市湿地保护方案')
    expect(found.annexes).toEqual([['附件2', '任务分工表']])
  })

  it('keeps the numbering of each of two documents', () => {
    const second = [
      '甲市候鸟保护方案',
      '为保护候鸟，制定本方案。',
      '一、任务',
      '（一）监测。每月监测一次。',
      '二、保障',
      '（一）经费。列入预算。',
    ]
    const found = read([...HEAD, ...SIGNATURE, ...PLAN, '二、保障', '（一）经费。列入预算。', ...second])
    expect(found.carried).toBe('甲市湿地保护方案')
    expect(found.clauses).toEqual([
      ...PLAN_CLAUSES,
      ['（一）', '经费', null],
      ['（一）', '监测', 0],
      ['（一）', '经费', 0],
    ])
    expect(found.annexes).toEqual([['', '甲市候鸟保护方案']])
  })

  it('names an order by its rules, without signer and caption', () => {
    const order = [
      '甲市人民政府令',
      '第15号',
      '《甲市湿地办法》已经通过，现予公布。',
      '市长王某',
      '2021年3月5日',
    ]
    const rules = [
      '甲市湿地办法',
      '（2021年3月1日甲市人民政府第3次常务会议通过）',
      '第一条为保护湿地，制定本办法。',
      '第二条本办法自公布之日起施行。',
    ]
    const found = read([...order, ...rules])
    expect(found.outline.title.map(found.words)).toEqual(['甲市湿地办法'])
    expect(found.outline.redHeader.map(found.words)).toEqual(['甲市人民政府令'])
    expect(found.carried).toBe('')
    expect(found.outline.captions.map(found.words)).toEqual([rules[1]])
  })
})

describe('annexes beside numbered text', () => {
  const BODY = [...HEAD, '一、抓好落实。各单位要抓好落实。', '二、加强督查。每季度督查一次。', ...SIGNATURE]

  it('outlines their sections and clauses', () => {
    const found = read([
      ...BODY,
      '附件1',
      '考评细则',
      '一、内容',
      '（一）巡查情况。占五十分。',
      '（二）台账情况。占五十分。',
      '附件2',
      '分工表',
      ...TABLE,
    ])
    expect(found.clauses).toEqual([
      ['一', '抓好落实', null],
      ['二', '加强督查', null],
      ['（一）', '巡查情况', 0],
      ['（二）', '台账情况', 0],
    ])
    expect(found.sections).toEqual([['一', '内容', 0]])
    expect(found.annexes).toEqual([
      ['附件1', '考评细则'],
      ['附件2', '分工表'],
    ])
    expect(found.outline.clauses[2]?.section).toBe(0)
  })

  it('leaves the notes of a table alone', () => {
    const found = read([...BODY, '附件', '分工表', ...TABLE, '注：', '1.按月报送。', '2.按季汇总。'])
    expect(found.clauses).toHaveLength(2)
  })

  it('leaves headings between tables alone', () => {
    const found = read([
      ...BODY,
      '附件',
      '分工表',
      '一、巡查（共1项）',
      ...TABLE,
      '二、修复（共1项）',
      ...TABLE,
    ])
    expect(found.clauses).toHaveLength(2)
    expect(found.outline.annexes[0]?.rows).toHaveLength(4)
  })
})

describe('closing', () => {
  it.each(ENDING_RULES)('$example', ({ example }) => {
    const { outline, words } = read([
      ...HEAD,
      '一、加强巡查。每月巡查一次。',
      '二、加强修复。每年修复一处。',
      example,
      ...SIGNATURE,
    ])
    expect(outline.closing.map(words)).toEqual([example])
  })

  it('leaves a heading its text', () => {
    const { outline, words } = read([
      ...HEAD,
      '一、主要职责',
      '统筹协调。',
      '二、工作要求',
      '各成员单位要密切配合。',
      ...SIGNATURE,
    ])
    expect(outline.closing).toEqual([])
    expect(words(outline.clauses[1]?.content ?? null)?.trim()).toBe('各成员单位要密切配合。')
  })
})
