/** Wordings that name no one body but a class of them; each example is run as a test. */
export const CLASS_WORDINGS: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  { pattern: /^(?:各|有关|相关|其他|其它|涉及|所有|所在地|属地|上述|事发地)/, example: '各区县人民政府' },
  {
    pattern: /(?:各|有关|相关|其他|责任|成员|牵头|配合|参与)(?:部门|单位|机构|企业|方面|科室|处室)/,
    example: '市食药安委成员单位',
  },
  { pattern: /(?:有关|相关)(?:区|县|市|乡|镇|街道)/, example: '市有关区县政府' },
  { pattern: /各(?:部门|委办局|直属|市|县|区|乡|镇|科室|处室|民主党派)/, example: '市政府各部门（单位）' },
  {
    pattern: /^(?:市、?县|县、?区|区、?县|省、?市(?!场|政|民)|县（|市（|区（|县级|市级|乡镇|街道|镇街)/,
    example: '县（市、区）政府',
  },
  {
    pattern: /(?:部门|单位|企业|高校|院校|高等学校|医疗机构|检验机构|检测机构|金融机构|园区)$/,
    example: '财政部门',
  },
  {
    pattern:
      /^(?:县级以上|设区的市|乡级|本级|同级|上级|下级|各级|地方(?:各级)?(?:人民)?政府|(?:省|市|县|区)级(?!机关))/,
    example: '县级以上人民政府',
  },
  {
    pattern: /(?:^|[^\p{Script=Han}])(?:街道办事处|镇人民政府|乡人民政府|村民委员会|居民委员会|[村居]委会)$/u,
    example: '街道办事处',
  },
  { pattern: /直(?:属)?机关$/, example: '市直机关' },
  { pattern: /^(?:公安|司法|检察|审判|监察|海关|税务|行政)机关$/, example: '公安机关' },
  { pattern: /委[、和]?[省市县区]政府$|党委[、和]?政府$/, example: '省委省政府' },
  { pattern: /等(?:部门|单位)?$/, example: '市科技局等部门' },
  { pattern: /、/, example: '济宁高新区、太白湖新区管委会' },
]
const DEPARTMENT_WORD = /(?:主管|行政主管|行政|管理|监督管理|监管)*部门$/

/** Whether a printed name stands for a class of bodies. */
export function isAgencyClass(printed: string): boolean {
  return CLASS_WORDINGS.some(({ pattern }) => pattern.test(printed))
}

/** Whose departments they are, before their field: 县级以上人民政府 of 县级以上人民政府财政部门. */
const OWNER =
  /^(?:(?:县级以上|设区的市|国务院|地方|各级|本级|同级|上级|下级|所在地|各|有关|相关|[省市县区乡]级|[省市县区州])*(?:、[省市县区州]级?)*(?:人民)?(?:政府)?)(?=.{4})/u

/** The words that may name the field of a class of departments: 财政 of 财政部门, 市场监管 of 市场监管部门. */
export function fieldOfClass(printed: string): string[] {
  if (!printed.endsWith('部门')) return []
  const own = printed.replace(OWNER, '')
  return [printed, own].flatMap((words) => [words.slice(0, -2), words.replace(DEPARTMENT_WORD, '')])
}
