import { expect, it } from 'vitest'
import { FORCE_RULES, legalForceOf } from './legalForce.ts'

it.each(FORCE_RULES.map(({ example }) => example))('%s of %s is a %s', (title, level, force) => {
  expect(legalForceOf(title, level, null)).toBe(force)
})

it.each([
  ['某市管理办法（试行）', 'MUNICIPAL', '济政字〔2022〕81号', 'NORMATIVE_DOCUMENT'],
  ['关于某事的意见', 'NATIONAL', '中办发〔2022〕81号', 'PARTY_DOCUMENT'],
  ['中共济南市委关于某事的意见', 'MUNICIPAL', null, 'PARTY_DOCUMENT'],
  ['某市湿地管理办法', 'MUNICIPAL', '某市人民政府令第6号', 'LOCAL_RULE'],
  ['企业登记规定', 'NATIONAL', '国务院令第734号', 'ADMINISTRATIVE_REGULATION'],
  ['某条例', null, null, null],
  ['工作做法', null, null, null],
] as const)('%s of %s, %s → %s', (title, level, number, force) => {
  expect(legalForceOf(title, level, number)).toBe(force)
})
