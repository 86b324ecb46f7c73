import { expect, it } from 'vitest'
import type { Evidence, Finding, TextCheck } from '../service/check/textCheck.ts'
import { formatCheck } from './formatCheck.ts'

const EVIDENCE: Evidence = {
  document: {
    ...{ id: 'cn/990100/甲政发/2024/1', title: '甲', number: '甲政发〔2024〕1号', place: '甲市' },
    ...{ issuedOn: null, ingested: true, validity: 'IN_FORCE', reference: '《甲》', url: '' },
  },
  clause: {
    id: 'cn/990100/甲政发/2024/1/sec_1__cl_2',
    label: '（二）',
    title: null,
    reference: '《甲》第（二）项',
    url: '',
  },
  ...{ span: { start: 0, end: 3, source: null }, text: '原来的\n字', similarity: 0.9 },
}
const finding = (given: Partial<Finding>): Finding => ({
  ...{ kind: 'QUOTATION', span: { start: 4, end: 6 }, quote: '引文', verdict: 'RIGHT', match: 'EXACT' },
  ...{ faults: [], evidence: [EVIDENCE], differences: [], message: '原文见《甲》第（二）项' },
  ...given,
})
const check = (findings: readonly Finding[]): TextCheck => ({
  ...{ text: '甲乙\n丙引文', findings, wrong: findings.filter(({ faults }) => faults.length > 0).length },
  counts: { RIGHT: 1, WRONG: 1, NOT_FOUND: 0, UNCONFIRMED: 0 },
})

it('prints where, what, and what the corpus says', () => {
  const fault = {
    kind: 'WORDING' as const,
    span: { start: 4, end: 5 },
    found: '引',
    expected: '原',
    message: '文字与原文不同',
  }
  const wrong = finding({ verdict: 'WRONG', match: 'NEAR', faults: [fault] })
  expect(formatCheck(check([finding({}), wrong])).split('\n')).toEqual([
    '2:2 ✓ 引文属实：引文',
    '    原文见《甲》第（二）项',
    '    原文：原来的 字',
    '    cn/990100/甲政发/2024/1/sec_1__cl_2',
    '2:2 ✗ 引文不符：引文',
    '    文字与原文不同',
    '    原文：原来的 字',
    '    cn/990100/甲政发/2024/1/sec_1__cl_2',
    '共 2 处：属实 1，不符 1，未找到 0，无法核实 0；有误 1 处',
    '',
  ])
})

it('says so where there is nothing to check', () => {
  expect(formatCheck(check([]))).toMatch(/^没有发现可核对的/)
})
