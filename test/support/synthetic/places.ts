import type { Level } from '../../../src/domain/vocabulary.ts'

/** A place that issues documents in the made-up corpora, and the code of its government office in 发文字号. */
export interface SyntheticPlace {
  readonly code: string
  readonly name: string
  readonly level: Level
  /** Of the government's office: `杭政办发` */
  readonly agencyCode: string
  /** Index of the place above; null for the state. */
  readonly parent: number | null
}

type Row = readonly [code: string, name: string, agencyCode: string, parent: string | null, level: Level]

/** Real divisions, so that reading finds them; the documents that they issue here are made up. */
const ROWS: readonly Row[] = [
  ['000000', '国务院', '国办发', null, 'NATIONAL'],
  ['330000', '浙江省', '浙政办发', '000000', 'PROVINCIAL'],
  ['370000', '山东省', '鲁政办发', '000000', 'PROVINCIAL'],
  ['320000', '江苏省', '苏政办发', '000000', 'PROVINCIAL'],
  ['440000', '广东省', '粤府办', '000000', 'PROVINCIAL'],
  ['510000', '四川省', '川办发', '000000', 'PROVINCIAL'],
  ['420000', '湖北省', '鄂政办发', '000000', 'PROVINCIAL'],
  ['330100', '杭州市', '杭政办', '330000', 'MUNICIPAL'],
  ['330200', '宁波市', '甬政办发', '330000', 'MUNICIPAL'],
  ['330600', '绍兴市', '绍政办发', '330000', 'MUNICIPAL'],
  ['370100', '济南市', '济政办发', '370000', 'MUNICIPAL'],
  ['370200', '青岛市', '青政办发', '370000', 'MUNICIPAL'],
  ['370600', '烟台市', '烟政办发', '370000', 'MUNICIPAL'],
  ['320100', '南京市', '宁政办发', '320000', 'MUNICIPAL'],
  ['320500', '苏州市', '苏府办', '320000', 'MUNICIPAL'],
  ['320200', '无锡市', '锡政办发', '320000', 'MUNICIPAL'],
  ['440100', '广州市', '穗府办', '440000', 'MUNICIPAL'],
  ['440400', '珠海市', '珠府办', '440000', 'MUNICIPAL'],
  ['510100', '成都市', '成办发', '510000', 'MUNICIPAL'],
  ['510700', '绵阳市', '绵府办发', '510000', 'MUNICIPAL'],
  ['420100', '武汉市', '武政办', '420000', 'MUNICIPAL'],
  ['420500', '宜昌市', '宜府办发', '420000', 'MUNICIPAL'],
  ['330110', '余杭区', '余政办', '330100', 'COUNTY'],
  ['330603', '柯桥区', '绍柯政办发', '330600', 'COUNTY'],
  ['370102', '历下区', '历政办发', '370100', 'COUNTY'],
  ['320583', '昆山市', '昆政办发', '320500', 'COUNTY'],
  ['320281', '江阴市', '澄政办发', '320200', 'COUNTY'],
  ['440112', '黄埔区', '埔府办', '440100', 'COUNTY'],
  ['510185', '简阳市', '简府办发', '510100', 'COUNTY'],
  ['420111', '洪山区', '洪政办', '420100', 'COUNTY'],
]

export const SYNTHETIC_PLACES: readonly SyntheticPlace[] = ROWS.map(
  ([code, name, agencyCode, parent, level]) => ({
    ...{ code, name, level, agencyCode },
    parent: parent === null ? null : ROWS.findIndex((row) => row[0] === parent),
  }),
)
