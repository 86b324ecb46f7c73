import type { Role } from '../../src/domain/vocabulary.ts'

/** What a label says of the words behind it: the role of agencies, that they are persons, or a time or scope. */
export type LabelMeaning = Role | 'PERSON' | 'SCOPE' | 'DIVISION' | 'UNKNOWN'

/** A label that opens a note or a part of one: 责任单位：. */
export interface LabelRule {
  readonly id: string
  /** Without anchor; the colon belongs to it. */
  readonly pattern: RegExp
  readonly says: LabelMeaning
  readonly example: string
}

const UNIT = '(?:单位|部门|处室|科室|机构|主体|局办|委办局|市县|地区)'
/** What a label of a time may say that the time is for, and what it calls it. */
export const TIMED = '任务|项目|目标|预计|计划|工作|整改|整治|办结|完成|推进|实施|落实|阶段'
export const TIME = '时限|时间|期限|日期|时间节点|时序|进度'
const END = '(?:（[^（）]*）)?：'
const rule = (id: string, says: LabelMeaning, pattern: string, example: string): LabelRule => ({
  id: `label/${id}`,
  says,
  pattern: new RegExp(`^(?:${pattern})${END}`, 'u'),
  example,
})

/** In this order; the first that matches wins. */
export const NOTE_LABELS: readonly LabelRule[] = [
  rule(
    'person',
    'PERSON',
    '(?:责任|牵头|分管|主管|包保|包抓|包联|联系|挂钩|协助|配合|督办|[省市县区]级|主要)*(?:领导|责任人|负责人|联系人|联络员|牵头人|负责同志)',
    '责任领导：王某',
  ),
  rule(
    'scope',
    'SCOPE',
    `(?:${TIMED}|适用|推广)*(?:${TIME}|进度安排|时间安排|范围|区域|频次|任务来源|备注)(?:要求)?`,
    '完成时限：2025年底',
  ),
  rule(
    'lead',
    'LEAD',
    `(?:总|分别)?(?:牵头|主办|主要责任|主要负责|主责|第一责任|首要责任)(?:考核|责任|负责|实施|落实|组织|承办|协调|指导|推进)*${UNIT}?`,
    '牵头单位：市科技局',
  ),
  rule(
    'support',
    'SUPPORT',
    `(?:共同)?(?:配合|协办|会办|联办|协助|协同|协作|参与|参加|支持)(?:配合|落实|实施|责任|推进)*${UNIT}?`,
    '配合单位：市财政局',
  ),
  rule(
    'backing',
    'SUPPORT',
    `(?:技术|业务|行业)?(?:支撑|保障|指导|督导|监督|督办|考核|评估)(?:评价|指导|支撑|考核|管理)*${UNIT}`,
    '技术支撑单位：市大数据中心',
  ),
  rule(
    'responsible',
    'RESPONSIBLE',
    `(?:责任|负责)(?:落实|实施)*${UNIT}?(?:及分工)?|(?:组织|具体|行业|业务)*(?:落实|承办|实施|执行|承担|主管|推进)(?:责任|落实|负责)*${UNIT}`,
    '责任部门：法规处',
  ),
  rule('division', 'DIVISION', '(?:责任|任务|职责|工作)?分工', '分工：市科技局负责统筹；市财政局负责保障'),
  rule('unknown', 'UNKNOWN', `[\\p{Script=Han}]{2,8}${UNIT}`, '把关单位：市科技局'),
]

/** A label that needs no mark before it, since lines and cells of tables lose the space that stood there. */
export const GLUED_LABEL =
  /^(?:(?:牵头|责任|配合|主办|协办|承办|参与|支撑)(?:责任)?(?:单位|部门)|(?:完成|办结)(?:时限|时间|期限)|时间节点)：/u

/** The words that close a group of agencies and give it its role. */
export interface VerbRule {
  readonly id: string
  readonly pattern: RegExp
  readonly role: Role
  readonly example: string
}

const MANNER =
  '(?:按照?|依照?|根据)?(?:各自)?(?:职责|职能|责任)?(?:分工)?(?:分别|共同|联合|具体|统一|组织|统筹|主要|直接)*'
const DOING =
  '(?:负责|组织|实施|落实|办理|推进|协调|统筹|抓总|推动|建设|考核|指导|制定|具体|并|做好|抓好|开展|监管|管理)'

/** In this order: 牵头负责 leads, 配合 supports even where 负责 follows. */
export const NOTE_VERBS: readonly VerbRule[] = [
  {
    id: 'verb/lead',
    pattern: new RegExp(`(?:分别|共同|联合|负责|统一|总)*牵头${DOING}{0,4}$`, 'u'),
    role: 'LEAD',
    example: '市科技局、市财政局分别牵头',
  },
  { id: 'verb/host', pattern: /主办$/u, role: 'LEAD', example: '市科技局主办' },
  {
    id: 'verb/support',
    pattern:
      /(?:按照?)?(?:各自)?(?:职责分工|职责|分工)?(?:分别|共同|积极|密切|协同|做好|予以|给予|参与)*(?:配合(?:实施|落实|推进|做好|工作)*|协助(?:落实|推进)?|参与(?:落实)?|参加|协办|会办|协同(?:配合|推进|落实)?)$/u,
    role: 'SUPPORT',
    example: '市财政局按职责分工配合',
  },
  {
    id: 'verb/backing',
    pattern: /(?:负责)?(?:业务|技术|具体|统筹|加强)*(?:指导|督导|支撑|监督指导|指导督促)$/u,
    role: 'SUPPORT',
    example: '市生态环境局指导',
  },
  {
    id: 'verb/responsible',
    pattern: new RegExp(
      `${MANNER}(?:负总责|总负责|负主要责任|负责${DOING}{0,3}|承办|承担|落实|实施|组织实施)$`,
      'u',
    ),
    role: 'RESPONSIBLE',
    example: '市科技局、市财政局按职责分工负责',
  },
]

/** 市财政局负责资金保障: the verb stands before what is to be done. 负责人 and 负责同志 are persons. */
export const LEADING_VERBS: readonly VerbRule[] = [
  {
    id: 'verb/lead-what',
    pattern: /牵头(?![的人]|部门|单位)/u,
    role: 'LEAD',
    example: '市科技局牵头建立机制',
  },
  {
    id: 'verb/support-what',
    pattern: /(?:配合|协助|参与)/u,
    role: 'SUPPORT',
    example: '市财政局配合做好资金保障',
  },
  {
    id: 'verb/responsible-what',
    pattern: /(?:分别|具体|主要|统筹|共同)?负责(?!人|同志|任|制|解释|的)/u,
    role: 'RESPONSIBLE',
    example: '市财政局负责资金保障',
  },
]

const FIRST = '(?:首位|首个|首家|第一位?|第一名|第一个|最前面?)'
const LEADER = '(?:为|是|作为|负责)?(?:总)?(?:牵头|主办|主责)(?:责任)?(?:单位|部门)?'

/** 排名第一位的为牵头单位: the first agency of each note leads, the others support. */
export const RANKING_RULE = new RegExp(
  `(?:排名|排序|排列|列|排|位列|居)(?:在|于)?${FIRST}(?:的|者)?(?:责任)?(?:单位|部门|机构)?(?:者)?${LEADER}` +
    `|${FIRST}(?:的)?(?:责任)?(?:单位|部门)?(?:为|是|作为)(?:牵头|主办)(?:责任)?(?:单位|部门)?`,
  'u',
)
export const RANKING_EXAMPLES = [
  '排名第一位的为牵头单位',
  '列第一位者为牵头单位',
  '各项任务中，列首位的为牵头单位',
  '排在首位的部门为牵头部门',
  '第一个单位为牵头单位',
]

/** 下同: the rule holds for the rest of the document. */
export const FROM_HERE_ON = /下同/

/** A part of a note that says when, how long or how far; no agency. */
export const NOTE_TIME =
  /(?:19|20)\d{2}年|\d{1,2}月|[年月]底|季度|半年|长期|持续|常态|每年|每月|全年|年度|按进度|按时序|适时|即时|立即|近期|中期|远期|“?十[一二三四五六]五|同步推进|限期|前完成/

/** 以上任务由市科技局牵头: a note below the clauses that it speaks of. Group 1 is what it says. */
export const ABOVE_NOTE =
  /^（?(?:以上|上述|本节|本章|本部分|该部分)(?:各?项)?(?:目标|重点|工作|任务|措施|内容|举措|事项|条款)*(?:[^，。；：由]{0,8})?[，：]?(?:均|都|统一)?由(.+?)[。）]*$/u

/** 本方案由市科技局牵头组织实施: who answers for the whole document. Group 1 is what it says. */
export const DOCUMENT_NOTE =
  /本(?:实施|行动|工作|若干|专项)?(?:方案|计划|意见|措施|办法|规划|通知|要点|细则|清单|行动|政策)[^，。；：由]{0,8}由((?:[^。；\n由]){2,80}?(?:牵头|负责|组织|实施)[^。；\n]{0,20})(?=[。；\n]|$)/u
