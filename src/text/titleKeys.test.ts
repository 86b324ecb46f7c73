import { describe, expect, it } from 'vitest'
import { carriedTitleOf, isContainedTitle, isSameTitle } from './titleKeys.ts'

describe('isSameTitle', () => {
  it.each([
    ['药品管理法', '中华人民共和国药品管理法'],
    ['《中华人民共和国中医药法》', '中医药法'],
    ['关于支持生物医药产业发展的若干措施', '济南市人民政府关于支持生物医药产业发展的若干措施'],
    ['某市若干措施(2024年)', '某市若干措施（2024年）'],
    [
      '济南市三年行动计划（2023-2025年）',
      '济南市人民政府办公厅关于印发《济南市三年行动计划（2023-2025年）》的通知',
    ],
    [
      '印发关于优化审评审批服务的若干措施的通知',
      '山东省人民政府办公厅印发关于优化审评审批服务的若干措施的通知',
    ],
    ['关于优化审评审批服务的若干措施', '山东省人民政府办公厅印发关于优化审评审批服务的若干措施的通知'],
  ])('%s = %s', (a, b) => {
    expect(isSameTitle(a, b)).toBe(true)
    expect(isSameTitle(b, a)).toBe(true)
  })

  it.each([
    ['药品管理法', '药品管理法实施条例'],
    ['若干措施（2024年）', '若干措施（2023年）'],
    ['济南市若干政策措施', '济宁市若干政策措施'],
    // too common a word to stand for one document
    ['济南市关于印发实施方案的通知', '济宁市关于印发实施方案的通知'],
  ])('%s ≠ %s', (a, b) => expect(isSameTitle(a, b)).toBe(false))
})

describe('carriedTitleOf', () => {
  it.each([
    ['关于印发《济南市若干措施（2024年）》的通知', '济南市若干措施（2024年）'],
    ['印发关于优化服务的若干措施的通知', '关于优化服务的若干措施'],
    ['关于优化服务的实施意见', null],
  ])('%s → %s', (title, carried) => expect(carriedTitleOf(title)).toBe(carried))
})

it('knows a title that stands inside another', () => {
  expect(isContainedTitle('支持医药产业发展若干措施', '关于印发《支持医药产业发展若干措施》的通知')).toBe(
    true,
  )
  expect(isContainedTitle('意见', '关于医药产业的意见')).toBe(false)
})
