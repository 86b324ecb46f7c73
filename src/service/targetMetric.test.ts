import { describe, expect, it } from 'vitest'
import { METRIC_MARKS, METRIC_SORTS, metricLikeness, readMetric } from './targetMetric.ts'

describe('the sorts of metrics', () => {
  it.each(METRIC_SORTS.map(({ sort, example }) => [sort, ...example] as const))(
    '%s: %s is about %s',
    (sort, metric, specific) => {
      expect(readMetric(metric)).toMatchObject({ sort, specific })
    },
  )
})

describe('words that make two metrics two', () => {
  it.each(METRIC_MARKS.map(({ kind, mark, example }) => [kind, mark, example] as const))(
    '%s %s: %s',
    (kind, mark, example) => {
      expect(readMetric(example).marks[kind]).toBe(mark)
    },
  )
  it('leaves a word that only looks like one', () => {
    expect(readMetric('工业增加值').marks.counting).toBeNull()
  })
})

describe('likeness of metrics', () => {
  it.each([
    // other words for one thing
    ['项目立项前机构内部整体用时', '项目立项整体时限', true],
    ['及时召开评审会', '召开评审会', true],
    ['全市适老化改造家庭', '适老化改造家庭', true],
    ['主要农作物耕种收综合机械化率', '农作物耕种收综合机械化率', true],
    ['软件业务主营业务收入', '软件业务营收', true],
    ['城市社区助餐服务覆盖率', '城市社区老年助餐点覆盖率', true],
    // one word in common is not enough
    ['检验时限', '审评时限', false],
    ['放射性物品检验资质参数', '检验', false],
    // another sort, another grade
    ['养老床位数量', '养老床位占比', false],
    ['省级示范园区', '市级示范园区', false],
    ['城市社区助餐覆盖率', '农村社区助餐覆盖率', false],
    // nothing to go by
    ['一次性奖励', '一次性奖励', false],
  ])('%s ~ %s: %s', (a, b, alike) => {
    expect(metricLikeness(readMetric(a), readMetric(b)) > 0).toBe(alike)
    expect(metricLikeness(readMetric(b), readMetric(a)) > 0).toBe(alike)
  })
})
