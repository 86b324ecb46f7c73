import type { Role } from '../../src/domain/vocabulary.ts'

/** A wording of running text that gives the bodies before it a part in a task. */
export interface RunningRule {
  readonly id: string
  readonly pattern: RegExp
  readonly role: Role
  /** Only behind 由 or 请: 由市科技局组织实施. */
  readonly afterBy?: boolean
  /** Only behind a group that names who leads or answers: 由市科技局牵头，市财政局配合. */
  readonly afterDuty?: boolean
  readonly example: { readonly text: string; readonly duties: readonly string[] }
}

/** What no duty is: persons (负责人), forms (负责制), who interprets (负责解释), conditions (负责的). */
const NO_DUTY = '(?!人|者|同志|任|制|解释|的|对象|领导|和解释|并解释)'

/** 会同, and 商 between two bodies: 财政部门商水务部门制定; 商务 and 商会 are other words. */
export const TOGETHER =
  /会同|(?<=部门|[局厅委部办])商(?:请|有关)?(?=[\p{Script=Han}]{1,14}(?:部门|[局厅委部]))(?![务业品会贸标户事场])/u

/** In this order; the first that fits a group of words between commas wins. */
export const RUNNING_RULES: readonly RunningRule[] = [
  {
    id: 'running/lead',
    pattern: /(?:负责|共同|分别|联合|具体|统一)*牵头(?![的人者]|部门|单位|机构|领导)/u,
    role: 'LEAD',
    example: { text: '由县林业局牵头，建立机制', duties: ['县林业局 LEAD'] },
  },
  {
    id: 'running/answers',
    pattern: new RegExp(
      `(?:(?:按照?|依照?)(?:各自)?(?:职责|职能)(?:分工)?)?(?:具体|分别|共同|统一|主要|全面|组织|应当|要|依法)*(?:负责${NO_DUTY}|对[^，。；]{2,20}负总责|负总责)`,
      'u',
    ),
    role: 'RESPONSIBLE',
    example: { text: '财政部门负责保障所需经费', duties: ['财政部门 RESPONSIBLE'] },
  },
  {
    id: 'running/by',
    pattern:
      /(?:具体|统一|统筹|共同|分别)*(?:组织实施|实施|承担|落实|办理|组织|统筹)(?![的者]|方案|主体|单位|情况)/u,
    role: 'RESPONSIBLE',
    afterBy: true,
    example: { text: '监测工作由县林业局组织实施', duties: ['县林业局 RESPONSIBLE'] },
  },
  {
    id: 'running/own-duties',
    pattern:
      /(?:在各自(?:的)?(?:职责|职权)范围内|(?:按照?|依照?|根据|依据)(?:各自)?(?:职责|职能)(?:分工)?)[，]?(?:依法|共同|分别)*(?:做好|抓好|开展|承担|落实|实施|加强|履行)/u,
    role: 'RESPONSIBLE',
    example: { text: '县水务局按照各自职责做好湿地保护', duties: ['县水务局 RESPONSIBLE'] },
  },
  {
    id: 'running/together',
    pattern: TOGETHER,
    role: 'RESPONSIBLE',
    example: { text: '县林业局会同县水务局制定办法', duties: ['县林业局 RESPONSIBLE', '县水务局 SUPPORT'] },
  },
  {
    id: 'running/support',
    pattern:
      /(?:按照?(?:各自)?(?:职责|职能)(?:分工)?)?(?:积极|密切|共同|协同|做好|予以|给予)*(?:配合|协助|参与)(?![的者]|人员|度)/u,
    role: 'SUPPORT',
    afterDuty: true,
    example: { text: '由县林业局牵头，县水务局配合', duties: ['县林业局 LEAD', '县水务局 SUPPORT'] },
  },
]

/** What a phrase before the verb holds when it describes something and names no body. */
export const NO_PARTY =
  /确定|指定|明确|经(?!济|信|贸|营|开|发|科)|向|对(?!外)|报(?!社)|把|将|被|根据|依据|授予|研究(?!室|院|所)|提出|建立|加强|完善|开展|推动|推进(?!办)|组织(?!部)|落实(?!办)|领导同志|及其|本人|或|^(?:其(?!他)|一个|所属|政府$|单位$|部门$|机构$)|[的为是时后]|前(?!海)/u

/** Words between a body and its verb, and before a body. */
export const BEFORE_VERB =
  /(?:应当?|要|须|必须|需|需要|可以?|将|已经?|会|主动|统一|具体|共同|分别|积极|依法|及时|联合|同时|按照?(?:各自)?(?:职责|职能|职责分工)(?:分工)?|依据?各自职责|等)+$/u
export const BEFORE_BODY =
  /^(?:（[\d一二三四五六七八九十]{1,3}）|\d+(?:\.\d+)+|\d{1,2}[.、]|第[一二三四五六七八九十百\d]+[条款项]|(?:19|20)\d{2}年|原则上|同时|其中|并|再|统一|一律|应当?|可以?|要|需|也|均|都|主要|具体|分别|授权|委托)+(?=.{3})/u
