import { describe, expect, it } from 'vitest'
import type { AttributeName, AttributeValue } from './attributes.ts'
import {
  type Comparison,
  type ConditionTree,
  passes,
  readAttributeName,
  storeFilterOf,
} from './conditions.ts'

const VALUES: Partial<Record<AttributeName, AttributeValue>> = {
  title: '关于支持医药创新的若干措施',
  number: '济政办字〔2024〕23号',
  level: 'MUNICIPAL',
  place: '济南市',
  issuers: ['济南市科技局', '济南市财政局'],
  year: 2024,
  issued_on: '2024-07-18',
}
const read = async (name: AttributeName) => VALUES[name] ?? null
const condition = (
  attribute: AttributeName,
  comparison: Comparison,
  ...values: (string | number)[]
): ConditionTree => ({ attribute, comparison, negated: false, values })
const not = (
  attribute: AttributeName,
  comparison: Comparison,
  ...values: (string | number)[]
): ConditionTree => ({
  attribute,
  comparison,
  negated: true,
  values,
})

describe('passes', () => {
  it.each([
    ['the same', condition('place', 'IS', '济南市'), true],
    ['the same in other widths and cases', condition('level', 'IS', ' municipal'), true],
    ['another', condition('place', 'IS', '济宁市'), false],
    ['any of several', condition('place', 'IS', '济宁市', '济南市'), true],
    ['not the same', not('place', 'IS', '济宁市'), true],
    ['a number as text', condition('year', 'IS', '2024'), true],
    ['a list holds it', condition('issuers', 'IS', '济南市财政局'), true],
    ['a list holds it not', not('issuers', 'IS', '济南市财政局'), false],
    ['contains', condition('title', 'CONTAINS', '医药'), true],
    ['begins', condition('number', 'STARTS_WITH', '济政办字'), true],
    ['ends', condition('number', 'ENDS_WITH', '23号'), true],
    ['greater', condition('year', 'GREATER', 2023), true],
    ['not greater than itself', condition('year', 'GREATER', 2024), false],
    ['at least itself', condition('year', 'AT_LEAST', '2024'), true],
    ['an earlier date', condition('issued_on', 'LESS', '2024-08-01'), true],
    ['at most an earlier one', condition('issued_on', 'AT_MOST', '2024-07-17'), false],
    ['has a value', condition('number', 'PRESENT'), true],
    ['has no value', not('validity', 'PRESENT'), true],
    ['what has no value is not the same', condition('validity', 'IS', 'IN_FORCE'), false],
    ['what has no value is not that', not('validity', 'IS', 'IN_FORCE'), true],
    ['all hold', { all: [condition('year', 'IS', 2024), condition('place', 'IS', '济南市')] }, true],
    ['one of all fails', { all: [condition('year', 'IS', 2024), condition('place', 'IS', '泰安市')] }, false],
    ['one of any holds', { any: [condition('year', 'IS', 2020), condition('place', 'IS', '济南市')] }, true],
    ['none of any', { any: [] }, false],
    ['all of none', { all: [] }, true],
  ] as const)('%s', async (_what, tree, expected) => {
    expect(await passes(tree, read)).toBe(expected)
  })
})

describe('storeFilterOf', () => {
  it.each([
    ['a level', condition('level', 'IS', 'provincial'), { level: 'PROVINCIAL' }],
    ['no level', condition('level', 'IS', '省'), {}],
    ['a place and all below', condition('place', 'IS', '济南市'), { within: '济南市' }],
    ['a document', condition('document_id', 'IS', 'cn/1'), { document: 'cn/1' }],
    ['from a day on', condition('issued_on', 'GREATER', '2024-01-01'), { issuedFrom: '2024-01-01' }],
    ['a year', condition('year', 'IS', 2024), { issuedFrom: '2024-01-01', issuedUntil: '2024-12-31' }],
    ['one of several is asked afterwards', condition('level', 'IS', 'PROVINCIAL', 'NATIONAL'), {}],
    ['a negation is asked afterwards', not('level', 'IS', 'PROVINCIAL'), {}],
    ['an alternative is asked afterwards', { any: [condition('level', 'IS', 'PROVINCIAL')] }, {}],
    [
      'the common part of periods',
      { all: [condition('year', 'AT_LEAST', 2020), condition('issued_on', 'GREATER', '2024-05-01')] },
      { issuedFrom: '2024-05-01' },
    ],
    [
      'a period without a day is asked afterwards',
      { all: [condition('year', 'GREATER', 2025), condition('year', 'LESS', 2020)] },
      {},
    ],
  ] as const)('%s', (_what, tree, expected) => {
    const filter = Object.entries(storeFilterOf(tree)).filter(([, value]) => value !== null)
    expect(Object.fromEntries(filter)).toEqual(expected)
  })
})

it('names the attributes to who asks for another one', () => {
  expect(() => readAttributeName('author')).toThrow(/author.*issued_on/)
})
