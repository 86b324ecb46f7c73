import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createProductMatcher, type ProductVocabulary } from './productTypes.ts'

const vocabulary = JSON.parse(
  readFileSync(new URL('../../seeds/product-types.json', import.meta.url), 'utf8'),
) as ProductVocabulary
const matcher = createProductMatcher(vocabulary)
const about = (text: string) => matcher.about(matcher.find(text, { start: 0, end: text.length }, []))

it('has every broader type in the list and no label twice in one type', () => {
  const names = vocabulary.types.map((type) => type.name)
  for (const { broader, labels } of vocabulary.types) {
    if (broader !== null) expect(names).toContain(broader)
    expect(new Set(labels).size).toBe(labels.length)
  }
  for (const { means } of vocabulary.combined) expect(names).toEqual(expect.arrayContaining([...means]))
})

describe('about', () => {
  it.each([
    ['加强药品、医疗器械、化妆品监管', ['药品', '医疗器械', '化妆品']],
    // the narrower word alone does not speak for its parent
    ['支持中药配方颗粒生产', ['中药配方颗粒']],
    ['支持创新药械研发', ['创新药', '创新医疗器械']],
    // words inside the names of institutes and of holders mean no product
    ['发挥省医疗器械和药品包装检验研究院作用', []],
    ['药品上市许可持有人应当建立制度', []],
    ['报送市中药材产业发展领导小组办公室', []],
    ['由县药品安全办牵头，办理药品许可', ['药品']],
    ['深化药品审评审批制度改革', ['药品']],
    ['非体外诊断试剂类的第二类医疗器械', ['医疗器械']],
    ['研发单抗、干细胞产品', ['生物制品', '细胞和基因治疗产品']],
  ])('%s', (text, expected) => {
    expect(about(text)).toEqual(expected)
  })
})

/** Another industry needs another table and no other code. */
describe('a vocabulary of farm machinery', () => {
  const machinery = createProductMatcher({
    types: [
      { name: '农机装备', broader: null, labels: ['农机', '农业机械', '农机具'] },
      { name: '拖拉机', broader: '农机装备', labels: ['轮式拖拉机', '履带拖拉机'] },
      { name: '收获机械', broader: '农机装备', labels: ['收割机', '采收机'] },
      { name: '联合收割机', broader: '收获机械', labels: ['谷物联合收割机'] },
      { name: '植保无人机', broader: '农机装备', labels: ['植保无人飞机', '农用无人机'] },
    ],
    combined: [{ label: '耕收机械', means: ['拖拉机', '收获机械'] }],
    ignored: ['农机合作社'],
  })
  it.each([
    ['推广轮式拖拉机和植保无人飞机', ['拖拉机', '植保无人机']],
    ['补贴联合收割机', ['联合收割机']],
    ['补贴农机和联合收割机', ['农机装备', '联合收割机']],
    ['更新耕收机械', ['拖拉机', '收获机械']],
    ['扶持农机合作社', []],
    ['由省农业机械试验鉴定站检测', []],
    ['加强药品监管', []],
  ])('%s', (text, expected) => {
    const mentions = machinery.find(text, { start: 0, end: text.length }, [])
    expect(machinery.about(mentions)).toEqual(expected)
  })
})
