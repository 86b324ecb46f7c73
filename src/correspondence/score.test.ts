import { describe, expect, it } from 'vitest'
import { targetNode } from '../../test/support/bundle.ts'
import { type Topic, topicFeatures } from '../../test/support/topicDocuments.ts'
import type { ClauseFeatures, DocumentFeatures } from './features.ts'
import { scorePairs } from './score.ts'
import { fieldPenalty, LINK_SCORE, LINKS_PER_CLAUSE, weigh } from './weights.ts'

const CARE: readonly Topic[] = ['助餐', '护理', '改造', '预付']
const UPPER = topicFeatures({ id: 'a/1', topics: CARE, style: 0 })
const LOWER = topicFeatures({ id: 'b/1', topics: ['改造', '助餐'], style: 1 })

/** The document with the first clause changed. */
function changed(document: DocumentFeatures, change: Partial<ClauseFeatures>): DocumentFeatures {
  const [first, ...rest] = document.clauses
  return { ...document, clauses: [{ ...first!, ...change }, ...rest] }
}

describe('scorePairs', () => {
  const { pairs, links, edgeOf } = scorePairs(UPPER, LOWER, false)

  it('links clauses on one topic and leaves the others without', () => {
    expect(links.map(({ clauseIds }) => clauseIds).sort()).toEqual([
      ['a/1/cl_1', 'b/1/cl_2'],
      ['a/1/cl_3', 'b/1/cl_1'],
    ])
  })

  it('lists every pair, best first, as asked for', () => {
    expect(pairs).toHaveLength(8)
    const scores = pairs.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(pairs.every(({ clauseIds: [one, other] }) => one.startsWith('a/') && other.startsWith('b/'))).toBe(
      true,
    )
    expect(pairs.filter(({ isLink }) => isLink)).toHaveLength(links.length)
  })

  it('does not depend on who is asked first', () => {
    const back = scorePairs(LOWER, UPPER, false)
    expect(back.links).toEqual(links)
    expect(back.pairs.map(({ clauseIds: [one, other] }) => [other, one])).toEqual(
      pairs.map(({ clauseIds }) => clauseIds),
    )
    expect(back.edgeOf('b/1/cl_1', 'a/1/cl_2')).toEqual(edgeOf('a/1/cl_2', 'b/1/cl_1'))
  })

  it('gives the edge of a pair that is no link, and of no other', () => {
    const edge = edgeOf('a/1/cl_2', 'b/1/cl_1')
    expect(edge).toMatchObject({ id: 'correspondence/a/1/cl_2~b/1/cl_1', degree: 'SAME_TOPIC' })
    expect(edge!.score).toBeLessThan(LINK_SCORE)
    expect(edgeOf('a/1/cl_2', 'c/1/cl_1')).toBeNull()
    expect(edgeOf('a/1/cl_1', 'a/1/cl_2')).toBeNull()
  })

  it('says why, in words with a place on both sides', () => {
    const { evidence } = edgeOf('a/1/cl_3', 'b/1/cl_1')!
    expect(evidence.map(({ signal }) => signal).sort()).toEqual(['MEANING', 'TERMS'])
    expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
    const terms = evidence.find(({ signal }) => signal === 'TERMS')!
    const [word] = terms.reason.replace('共同用语：', '').split('、')
    for (const [side, features] of [UPPER.clauses[2]!, LOWER.clauses[0]!].entries()) {
      const { start, end } = terms.ranges[side]!
      const { bodySpan, text } = features.clause
      expect(text.slice(start - bodySpan.start, end - bodySpan.start)).toBe(word)
    }
  })

  it('measures what was taken over on either side', () => {
    const text = LOWER.clauses[0]!.clause.text
    const copy = changed(UPPER, {
      clause: { ...UPPER.clauses[0]!.clause, text: `${text}此外另行规定其他事项。` },
    })
    const { sharedWording } = scorePairs(copy, LOWER, false).edgeOf('a/1/cl_1', 'b/1/cl_1')!
    expect(sharedWording[1]).toBe(1)
    expect(sharedWording[0]).toBeGreaterThan(0.5)
    expect(sharedWording[0]).toBeLessThan(1)
  })

  it('names functions, products and targets', () => {
    const target = (clauseId: string, value: number) =>
      targetNode({
        id: `${clauseId}/target_1`,
        documentId: '',
        clauseId,
        metric: '助餐覆盖率',
        value,
        unit: '%',
      })
    const facts = (clauseId: string, printed: string, ofFunction: string, value: number) => ({
      leads: [{ agencyId: printed, printed, function: ofFunction, range: { start: 1, end: 2 } }],
      products: [{ id: 'product/养老', name: '养老', range: null }],
      targets: [target(clauseId, value)],
    })
    const upper = changed(UPPER, facts('a/1/cl_1', '省药监局', '药监', 90))
    const lower = (ofFunction: string) =>
      changed(
        topicFeatures({ id: 'b/1', topics: ['助餐'], style: 1 }),
        facts('b/1/cl_1', '市局', ofFunction, 95),
      )
    const reasons = (ofFunction: string) =>
      scorePairs(upper, lower(ofFunction), true)
        .edgeOf('a/1/cl_1', 'b/1/cl_1')!
        .evidence.map(({ signal, reason, weight }) => [signal, reason, weight > 0])
    expect(reasons('药监')).toEqual(
      expect.arrayContaining([
        ['FUNCTION', '牵头或责任单位同管“药监”：省药监局、市局', true],
        ['PRODUCT_TYPE', '同涉产品类型：养老', false],
        ['TARGET', '指标相近：助餐覆盖率 90%；助餐覆盖率 95%', false],
        ['CITATION', '两份文件之间有“贯彻落实”或“根据”的引用关系', false],
      ]),
    )
    expect(reasons('市场监管')).toContainEqual([
      'FUNCTION',
      '牵头或责任单位职能相对应（药监、市场监管）：省药监局、市局',
      false,
    ])
    expect(reasons('教育').map(([signal]) => signal)).not.toContain('FUNCTION')
  })

  it.each<[string, DocumentFeatures]>([
    ['without vectors', topicFeatures({ id: 'b/1', topics: CARE, style: 1, hasVectors: false })],
    ['without clauses', { documentId: 'b/1', clauses: [] }],
  ])('compares nothing with a document %s', (_what, other) => {
    const comparison = scorePairs(UPPER, other, true)
    expect([comparison.pairs, comparison.links]).toEqual([[], []])
    expect(comparison.edgeOf('a/1/cl_1', 'b/1/cl_1')).toBeNull()
  })

  it('links formulas with nothing', () => {
    const text = '本办法自2031年5月1日起施行。'
    const formula = (document: DocumentFeatures) =>
      changed(document, { clause: { ...document.clauses[0]!.clause, text } })
    const edge = scorePairs(formula(UPPER), formula(LOWER), true).edgeOf('a/1/cl_1', 'b/1/cl_1')
    expect(edge?.score).toBe(0)
  })

  it('links nothing between documents of different fields, but along a chain', () => {
    const machinery = topicFeatures({ id: 'c/1', topics: ['农机', '烘干'], style: 0 })
    const text = `${LOWER.clauses[0]!.clause.text}由财政部门安排资金，加强绩效评价和监督检查。`
    const general = changed(machinery, { clause: { ...machinery.clauses[0]!.clause, text } })
    expect(scorePairs(LOWER, general, false).links).toEqual([])
    expect(scorePairs(LOWER, general, true).links).toHaveLength(1)
  })

  it('keeps the best links of a clause that is like many, and those that are the best of the other', () => {
    const many = Array.from({ length: LINKS_PER_CLAUSE + 3 }, (): Topic => '助餐')
    const one = topicFeatures({ id: 'c/1', topics: ['助餐'], style: 0 })
    // each of the many has no other counterpart: it is its best
    expect(scorePairs(one, topicFeatures({ id: 'd/1', topics: many, style: 0 }), true).links).toHaveLength(
      many.length,
    )
    const both = scorePairs(
      topicFeatures({ id: 'c/1', topics: many, style: 0 }),
      topicFeatures({ id: 'd/1', topics: many, style: 0 }),
      true,
    )
    expect(both.links.length).toBeLessThan(many.length ** 2)
  })
})

it.each([
  ['one field', 0.95, false, 0],
  ['between', 0.855, false, 2.5],
  ['different fields', 0.7, false, 10],
  ['a chain', 0.7, true, 0],
])('fieldPenalty: %s', (_what, similarity, isChained, penalty) => {
  expect(fieldPenalty(similarity, isChained)).toBeCloseTo(penalty)
})

it('weighs every signal upward and the penalty downward', () => {
  const ordinary = { meaning: 0.7, wording: 0.2, standing: -3, leads: 0 }
  const score = weigh(ordinary, 0)
  for (const better of [{ meaning: 0.8 }, { wording: 0.3 }, { standing: 0 }, { leads: 1 }])
    expect(weigh({ ...ordinary, ...better }, 0)).toBeGreaterThan(score)
  expect(weigh(ordinary, 1)).toBeLessThan(score)
})

describe('tables of duties', () => {
  const row = { measure: '安装扶手、铺防滑地面', functions: ['民政'], range: { start: 900, end: 940 } }
  const lead = { agencyId: 'agency/1', printed: '省民政厅', function: '民政', range: { start: 1, end: 5 } }
  const ledgerOf = (upper: Partial<ClauseFeatures>, lower: Partial<ClauseFeatures>) => {
    const { edgeOf } = scorePairs(
      changed(topicFeatures({ id: 'a/1', topics: ['改造'], style: 0 }), upper),
      changed(topicFeatures({ id: 'b/1', topics: ['改造'], style: 1 }), lower),
      false,
    )
    return edgeOf('a/1/cl_1', 'b/1/cl_1')?.evidence.find(({ signal }) => signal === 'LEDGER')
  }

  it('names a row whose measure the other clause holds', () => {
    expect(ledgerOf({ ledger: [row], leads: [] }, { leads: [lead] })).toEqual({
      signal: 'LEDGER',
      reason: '责任台账所列举措在另一方也有，牵头单位同管“民政”：安装扶手、铺防滑地面',
      weight: 0,
      ranges: [row.range, null],
    })
  })

  it('names the rows of both', () => {
    const other = { ...row, functions: [], range: { start: 5, end: 9 } }
    expect(ledgerOf({ ledger: [row] }, { ledger: [other] })?.ranges).toEqual([row.range, other.range])
  })

  it('finds the row on either side', () => {
    expect(ledgerOf({}, { ledger: [{ ...row, measure: '安装扶手' }] })?.ranges).toEqual([null, row.range])
  })

  it('names no other measure', () => {
    expect(ledgerOf({ ledger: [{ ...row, measure: '更新热泵烘干机' }] }, {})).toBeUndefined()
  })
})
