import { expect, it } from 'vitest'
import { agencyNode } from '../../test/support/bundle.ts'
import type { Scope } from './scope.ts'
import { similarAgencies } from './similarAgencies.ts'

const AGENCIES = [
  agencyNode({ id: 'agency/220000/吉林省药监局行政审批办公室' }),
  agencyNode({ id: 'agency/370000/山东省药监局区域检查第一分局' }),
  agencyNode({ id: 'agency/370000/山东省药监局', officialName: '山东省药品监督管理局' }),
  agencyNode({ id: 'agency/230000/黑龙江省药监局' }),
  agencyNode({ id: 'agency/370000/山东省财政厅' }),
]
const scope = { names: { current: async () => ({ agencies: AGENCIES }) } } as unknown as Scope

it.each([
  [
    '省药监局',
    5,
    ['山东省药监局', '黑龙江省药监局', '吉林省药监局行政审批办公室', '山东省药监局区域检查第一分局'],
  ],
  ['省药监局', 2, ['山东省药监局', '黑龙江省药监局']],
  // by its statutory name
  ['药品监督管理局', 5, ['山东省药监局']],
  ['省卫生健康委', 5, []],
])('%s, at most %i', async (words, most, names) => {
  expect((await similarAgencies(scope, words, most)).map(({ name }) => name)).toEqual(names)
})
