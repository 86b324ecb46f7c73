/** A line of the invented document; what its place on paper is decides how each format prints it. */
export interface InventedLine {
  readonly form: 'centre' | 'number' | 'flush' | 'body' | 'right' | 'row'
  /** Without its number. */
  readonly text: string
  /** Level of numbering: 0 一、 1 （一） 2 1. */
  readonly level?: 0 | 1 | 2
  readonly label?: string
  readonly cells?: readonly (string | null)[]
}

const centre = (text: string): InventedLine => ({ form: 'centre', text })
const body = (text: string): InventedLine => ({ form: 'body', text })
const right = (text: string): InventedLine => ({ form: 'right', text })
const numbered = (level: 0 | 1 | 2, label: string, text: string): InventedLine => ({
  form: 'body',
  level,
  label,
  text,
})
const row = (...cells: (string | null)[]): InventedLine => ({ form: 'row', text: '', cells })

/** An invented document with what readers of all formats must bring out alike. A null cell is merged with the one above. */
export const INVENTED: readonly InventedLine[] = [
  centre('济宁市人民政府办公室'),
  centre('关于印发济宁市农机装备产业提升行动方案的通知'),
  { form: 'number', text: '济政办字〔2023〕57号' },
  { form: 'flush', text: '各县（市、区）人民政府，市政府各部门，各大企业、各高等院校：' },
  body(
    '《济宁市农机装备产业提升行动方案》已经市政府同意，现印发给你们，请结合实际认真贯彻执行。为贯彻落实《山东省农机装备产业高质量发展规划》（鲁政办发〔2022〕18号），特制定本方案。',
  ),
  numbered(0, '一、', '提升创新能力'),
  numbered(
    1,
    '（一）',
    '支持整机研发。对新列入省级目录的大型智能农机产品，每个给予最高200万元奖励。（市工业和信息化局牵头，市财政局、市农业农村局配合）',
  ),
  numbered(
    1,
    '（二）',
    '建设试验基地。到2025年年底前，建成农机装备试验基地5个以上。（责任单位：市科技局、市农业农村局）',
  ),
  numbered(2, '1.', '优先安排丘陵山区小型农机试验项目，完善田间试验条件，健全数据采集与共享机制。'),
  numbered(2, '2.', '支持龙头企业牵头建设开放式试验场，向中小企业提供检测服务。'),
  numbered(0, '二、', '完善应用推广'),
  numbered(
    1,
    '（一）',
    '扩大补贴范围。将智能播种、精准施药等机具优先纳入购置补贴范围，及时公布补贴目录。（市农业农村局牵头）',
  ),
  numbered(
    1,
    '（二）',
    '培育服务主体。鼓励金融机构开发农机租赁产品，2024年新增贷款不少于3亿元。（市地方金融监管局牵头，市财政局配合）',
  ),
  body('本方案自2023年9月1日起施行，有效期至2026年8月31日。'),
  body('附件：重点任务分工表'),
  right('济宁市人民政府办公室'),
  right('2023年8月15日'),
  body('（此件公开发布）'),
  body('抄送：市委各部门，市人大常委会办公室，市政协办公室。'),
  { form: 'flush', text: '济宁市人民政府办公室  2023年8月16日印发' },
  { form: 'flush', text: '附件' },
  centre('重点任务分工表'),
  row('序号', '目标任务', '工作措施', '牵头单位', '配合单位'),
  row('1', '支持整机研发', '对新列入省级目录的大型智能农机产品给予奖励', '市工业和信息化局', '市财政局'),
  row('2', null, '组织整机企业与高校联合攻关大型智能农机产品', '市科技局', '市工业和信息化局'),
  row('3', '建设试验基地', '建成农机装备试验基地5个以上', '市科技局', '市农业农村局'),
]
