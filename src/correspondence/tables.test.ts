import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FORMULA_RULES, isFormula } from './formulas.ts'
import { CORRESPONDING_FUNCTIONS } from './functions.ts'

describe('FORMULA_RULES', () => {
  it.each(FORMULA_RULES.map((rule) => [rule.id, rule] as const))('%s reads its example', (_id, rule) => {
    expect(rule.pattern.test(rule.example)).toBe(true)
    expect(FORMULA_RULES.filter(({ pattern }) => pattern.test(rule.example))).toEqual([rule])
  })
  it.each([
    ['a measure that begins with its purpose', '为方便老年人就餐，支持社会餐饮企业开办老年食堂。'],
    ['a measure with a date', '自2025年5月1日起，对新建机构每张床位补助8000元。'],
    ['a measure of the own body', '本级财政每年安排5000万元支持养老服务。'],
  ])('is not %s', (_what, text) => {
    expect(isFormula({ text })).toBe(false)
  })
})

describe('CORRESPONDING_FUNCTIONS', () => {
  const table = JSON.parse(readFileSync(new URL('../../seeds/agencies.json', import.meta.url), 'utf8'))
  const known = new Set(table.map((row: { function: string }) => row.function))
  it.each(CORRESPONDING_FUNCTIONS.map((row) => [row.functions.join(' ↔ '), row] as const))(
    '%s are functions of the agency table',
    (_name, { functions: [one, other], example }) => {
      expect([known.has(one), known.has(other), one !== other]).toEqual([true, true, true])
      expect(example).toMatch(/^\S+ ↔ \S+$/u)
    },
  )
})
