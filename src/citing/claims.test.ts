import { describe, expect, it } from 'vitest'
import { DUTY_LABELS, DUTY_VERBS, findDutyClaims } from './dutyClaims.ts'
import { compareFigure, findFigures } from './figureClaims.ts'
import { matchLocally } from './localMatch.ts'

const claimsOf = (text: string) =>
  findDutyClaims(text, { start: 0, end: text.length }, []).map(({ agency, role }) => `${agency} ${role}`)

describe('duties', () => {
  it.each([...DUTY_VERBS, ...DUTY_LABELS])('$example says $role ($id)', ({ example, role }) => {
    expect(claimsOf(example).map((claim) => claim.split(' ')[1])).toContain(role)
  })
  it.each([
    ['由市科技局、市财政局牵头，市教育局配合', ['市科技局 LEAD', '市财政局 LEAD', '市教育局 SUPPORT']],
    [
      '牵头单位是市商务局，配合单位是市财政局和市教育局',
      ['市商务局 LEAD', '市财政局 SUPPORT', '市教育局 SUPPORT'],
    ],
    [
      '该项工作由市人力资源社会保障局、市税务局按职责分工负责',
      ['市人力资源社会保障局 RESPONSIBLE', '市税务局 RESPONSIBLE'],
    ],
    [
      '由市工业和信息化局、市发展和改革委员会和市财政局牵头',
      ['市工业和信息化局 LEAD', '市发展和改革委员会 LEAD', '市财政局 LEAD'],
    ],
    ['主要负责人要亲自抓，配合做好工作', []],
    ['企业牵头组建创新联合体', []],
  ])('%s', (text, expected) => {
    expect(claimsOf(text)).toEqual(expected)
  })
})

describe('figures', () => {
  const compare = (text: string, source: string) => {
    const sentence = { start: 0, end: text.length }
    const [figure] = findFigures(text, sentence, [])
    const candidates = findFigures(source, { start: 0, end: source.length }, [])
    const found = figure === undefined ? null : compareFigure(text, sentence, figure, source, candidates)
    return found === null ? null : [found.isSame, source.slice(found.source.start, found.source.end)]
  }
  it.each([
    ['审查记录至少保存5年', '形成审查记录，并至少保存3年。期限不超过5年', [false, '3年']],
    ['覆盖率应达到95%以上', '信号覆盖率应当达到百分之九十五以上', [true, '百分之九十五']],
    ['奖励总额为0.5亿元', '奖励总额为5000万元', [true, '5000万元']],
    ['补助比例30%', '培育企业20家', null],
    ['到2027年建成', '到2026年建成', null],
  ])('%s', (text, source, expected) => {
    expect(compare(text, source)).toEqual(expected)
  })
})

it('the parts of two texts that agree are found with a changed figure between them', () => {
  const [left, right] = ['文件说年产值超过800亿元带动就业', '面积达到3200万亩年产值超过900亿元带动就业80万人']
  const match = matchLocally(left, right)
  expect(left.slice(match?.left.start, match?.left.end)).toBe('年产值超过800亿元带动就业')
  expect(right.slice(match?.right.start, match?.right.end)).toBe('年产值超过900亿元带动就业')
  expect(match?.agreeing).toBe(13)
  expect(matchLocally('甲', '乙')).toBeNull()
})
