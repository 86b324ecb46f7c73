import type { TextRange } from '../domain/span.ts'

const STATE = '中华人民共和国'

/**
 * Laws in force that texts name without 《》, without 中华人民共和国. Source: 全国人大常委会法律目录 (2024); those that policy
 * documents cite most, and every law whose name holds the name of another one.
 */
const LAWS = `民法典 刑法 宪法 立法法 监察法 公务员法 行政许可法 行政处罚法 行政复议法 行政诉讼法 行政强制法 国家赔偿法 预算法 审计法 统计法
政府采购法 招标投标法 价格法 会计法 税收征收管理法 企业所得税法 个人所得税法 增值税法 契税法 环境保护税法 资源税法 耕地占用税法 公司法
合伙企业法 个人独资企业法 外商投资法 中小企业促进法 农民专业合作社法 乡镇企业法 反垄断法 反不正当竞争法 消费者权益保护法 产品质量法
标准化法 计量法 广告法 电子商务法 电子签名法 商标法 专利法 著作权法 科学技术进步法 促进科技成果转化法 科学技术普及法 劳动法
劳动合同法 就业促进法 社会保险法 工会法 安全生产法 矿山安全法 特种设备安全法 消防法 突发事件应对法 防震减灾法 防洪法 环境保护法
海洋环境保护法 大气污染防治法 水污染防治法 土壤污染防治法 固体废物污染环境防治法 噪声污染防治法 放射性污染防治法 环境影响评价法
清洁生产促进法 循环经济促进法 节约能源法 可再生能源法 电力法 煤炭法 矿产资源法 能源法 黄河保护法 长江保护法 湿地保护法 黑土地保护法
森林法 草原法 野生动物保护法 水法 水土保持法 土地管理法 城市房地产管理法 城乡规划法 建筑法 农村土地承包法 农业法 农业机械化促进法
农业技术推广法 农产品质量安全法 种子法 畜牧法 渔业法 动物防疫法 生物安全法 粮食安全保障法 乡村振兴促进法 食品安全法 药品管理法
疫苗管理法 中医药法 医师法 献血法 母婴保健法 传染病防治法 职业病防治法 精神卫生法 基本医疗卫生与健康促进法 国境卫生检疫法
人口与计划生育法 教育法 义务教育法 高等教育法 职业教育法 民办教育促进法 学前教育法 教师法 家庭教育促进法 未成年人保护法
预防未成年人犯罪法 妇女权益保障法 老年人权益保障法 残疾人保障法 退役军人保障法 慈善法 红十字会法 公益事业捐赠法 志愿服务法
体育法 旅游法 文物保护法 非物质文化遗产法 公共文化服务保障法 公共图书馆法 电影产业促进法 档案法 保守国家秘密法 国家安全法
反间谍法 反恐怖主义法 网络安全法 数据安全法 个人信息保护法 密码法 治安管理处罚法 道路交通安全法 道路运输法 公路法 铁路法 民用航空法
港口法 航道法 海上交通安全法 邮政法 海关法 对外贸易法 出口管制法 进出口商品检验法 进出境动植物检疫法 海南自由贸易港法
商业银行法 证券法 保险法 证券投资基金法 反洗钱法 企业破产法 村民委员会组织法 城市居民委员会组织法 无障碍环境建设法 英雄烈士保护法
社区矫正法 法律援助法 人民调解法 仲裁法 公证法 律师法 反食品浪费法 反家庭暴力法 国防教育法 兵役法 人民防空法`

/** Regulations of the 国务院 whose own title begins with 中华人民共和国. */
const REGULATIONS =
  '药品管理法实施条例 中医药条例 政府信息公开条例 政府采购法实施条例 招标投标法实施条例 土地管理法实施条例 道路运输条例 食品安全法实施条例 企业所得税法实施条例 个人所得税法实施条例 劳动合同法实施条例 环境保护税法实施条例 税收征收管理法实施细则 自然保护区条例 市场主体登记管理条例'

/** Regulations of the 国务院 without it. */
const PLAIN_REGULATIONS =
  '医疗器械监督管理条例 化妆品监督管理条例 优化营商环境条例 麻醉药品和精神药品管理条例 血液制品管理条例 医疗机构管理条例 病原微生物实验室生物安全管理条例 安全生产许可证条例 生产安全事故应急条例 企业信息公示暂行条例 保障农民工工资支付条例 建设项目环境保护管理条例 排污许可管理条例 物业管理条例 工伤保险条例 失业保险条例'

const WORDS = /\s+/
const TITLES: ReadonlyMap<string, string> = new Map([
  ...[...LAWS.split(WORDS), ...REGULATIONS.split(WORDS)].map((name) => [name, STATE + name] as const),
  ...PLAIN_REGULATIONS.split(WORDS).map((name) => [name, name] as const),
])

/** All short names, for the tests. */
export const LAW_NAMES: readonly string[] = [...TITLES.keys()]

const LONGEST = Math.max(...LAW_NAMES.map((name) => name.length))
/** Every name ends so; it is looked for from its end, which is rarer than any beginning. */
const ENDING = /法典|法|条例|细则/gu
/** A name begins behind another word only where that leads to it: 违反药品管理法, not 某药品管理法. */
const LEFT =
  /(?:^|[^\p{Script=Han}]|(?:按照?|依照?|依据|根据|遵照|参照|违反|触犯|符合|适用|遵守|实施|执行|贯彻|落实|宣传|学习|我国|国家|由|对|以及|和|及|与|或者?|新修订的?|新的?|的))$/u
/** What shows that the law itself is meant: a provision, its rules, or that it is one of several. */
const RIGHT =
  /^(?:第[一二三四五六七八九十百千零〇\d]+条|(?:(?:和|及|以及|与)其?|其)(?:实施条例|实施细则|实施办法)|(?:等)?(?:的)?(?:有关|相关)?(?:法律法规|法律|法规|规章|规定)|(?:、|和|及|以及|与)[\p{Script=Han}]{1,30}?(?:法|条例|法典)(?:第|等|的?(?:有关|相关)?规定))/u
const CUE = /(?:按照|依照|依据|根据|遵照|参照|违反|贯彻|落实|执行|实施|适用|遵守)[^。；，\n]{0,60}$/u
/** A list or a phrase ends here, no word goes on: 药品管理法律 is none. */
const CLOSED = /^(?:[、，。；：）\n]|和|及|与|以及|的[，。；：]|$)/u

/** A law named without 《》: its full title and where the short name stands. */
export interface NamedLaw extends TextRange {
  readonly title: string
}

/** Laws of a range that are named without 《》, outside `masked`. */
export function findLaws(text: string, range: TextRange, masked: readonly TextRange[]): NamedLaw[] {
  const words = text.slice(range.start, range.end)
  const found: NamedLaw[] = []
  for (const { index, 0: ending } of words.matchAll(ENDING)) {
    const name = nameAt(words, index + ending.length)
    if (name === null) continue
    const end = range.start + index + ending.length
    const bare = end - name.length
    const stated = text.slice(bare - STATE.length, bare) === STATE
    const start = stated ? bare - STATE.length : bare
    if (masked.some((hole) => hole.start < end && start < hole.end)) continue
    const before = text.slice(Math.max(range.start, start - 80), start)
    const after = text.slice(end, Math.min(range.end, end + 60))
    if (!stated && !LEFT.test(before)) continue
    if (!RIGHT.test(after) && !(CLOSED.test(after) && CUE.test(before))) continue
    found.push({ start, end, title: TITLES.get(name) as string })
  }
  return found
}

/** The longest name that ends there. */
function nameAt(words: string, end: number): string | null {
  for (let start = Math.max(0, end - LONGEST); start <= end - 2; start++) {
    const name = words.slice(start, end)
    if (TITLES.has(name)) return name
  }
  return null
}
