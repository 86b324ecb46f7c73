import { describe, expect, it } from 'vitest'
import { divisionRows } from './divisions.ts'

describe('divisionRows', () => {
  const rows = divisionRows([
    {
      code: '31',
      name: '上海市',
      children: [{ code: '3101', name: '市辖区', children: [{ code: '310115', name: '浦东新区' }] }],
    },
    {
      code: '41',
      name: '河南省',
      children: [
        { code: '4190', name: '省直辖县级行政区划', children: [{ code: '419001', name: '济源市' }] },
      ],
    },
    {
      code: '37',
      name: '山东省',
      children: [
        {
          code: '3701',
          name: '济南市',
          children: [
            { code: '370102', name: '历下区' },
            { code: '370176', name: '济南高新技术产业开发区' },
          ],
        },
      ],
    },
    {
      code: '44',
      name: '广东省',
      children: [{ code: '4419', name: '东莞市', children: [{ code: '441900003', name: '东城街道' }] }],
    },
  ])

  it.each([
    [['000000', '国家', 'NATIONAL', null]],
    [['310000', '上海市', 'PROVINCIAL', '000000']],
    [['370102', '历下区', 'COUNTY', '370100']],
    // 市辖区 and 省直辖 are no cities
    [['310115', '浦东新区', 'COUNTY', '310000']],
    [['419001', '济源市', 'COUNTY', '410000']],
    // not in the package
    [['820000', '澳门特别行政区', 'PROVINCIAL', '000000']],
  ])('holds %j', (row) => expect(rows).toContainEqual(row))

  it.each(['310100', '419000', '370176', '441900003'])('leaves out %s', (code) => {
    expect(rows.map(([each]) => each)).not.toContain(code)
  })
})
