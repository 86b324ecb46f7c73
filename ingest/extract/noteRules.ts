import type { Role } from '../../src/domain/vocabulary.ts'

/** A label that opens a note or a part of one: 责任单位：. */
export interface LabelRule {
  readonly id: string
  readonly pattern: RegExp
  readonly role: Role
  readonly example: string
}

/** In this order; the first that matches wins. The colon belongs to the pattern. */
export const NOTE_LABELS: readonly LabelRule[] = [
  {
    id: 'label/lead',
    pattern: /^(?:牵头|主办|主要责任|主责|第一责任)(?:责任)?(?:单位|部门|处室|机构)?：/,
    role: 'LEAD',
    example: '牵头单位：市科技局',
  },
  {
    id: 'label/support',
    pattern: /^(?:配合|协办|协助|参与|参加|协同|支持)(?:责任)?(?:单位|部门|处室|机构)?：/,
    role: 'SUPPORT',
    example: '配合单位：市财政局',
  },
  {
    id: 'label/responsible',
    pattern: /^(?:责任|负责|落实|承办|实施)(?:单位|部门|处室|机构|主体|科室)?(?:及分工)?：/,
    role: 'RESPONSIBLE',
    example: '责任部门：法规处',
  },
]

/** The words that close a group of agencies and give it its role. */
export interface VerbRule {
  readonly id: string
  readonly pattern: RegExp
  readonly role: Role
  readonly example: string
}

const MANNER = '(?:按照?|依照?|根据)?(?:各自)?(?:职责|职能|责任)?(?:分工)?(?:分别|共同|联合|具体|统一|组织)?'

/** In this order: 牵头负责 leads, 配合 supports even where 负责 follows. */
export const NOTE_VERBS: readonly VerbRule[] = [
  {
    id: 'verb/lead',
    pattern: /(?:分别|共同|联合|总)?牵头(?:负责|组织|实施|落实|办理|推进)?$/,
    role: 'LEAD',
    example: '市科技局、市财政局分别牵头',
  },
  { id: 'verb/host', pattern: /主办$/, role: 'LEAD', example: '市科技局主办' },
  {
    id: 'verb/support',
    pattern:
      /(?:按职责分工|按职责|分别|共同|积极|密切)?(?:配合(?:实施|落实)?|协助|参与|参加|协办|协同(?:配合)?)$/,
    role: 'SUPPORT',
    example: '市财政局按职责分工配合',
  },
  {
    id: 'verb/responsible',
    pattern: new RegExp(`${MANNER}(?:负责(?:落实|实施|推进|办理)?|承办|落实|实施)$`),
    role: 'RESPONSIBLE',
    example: '市科技局、市财政局按职责分工负责',
  },
]

/** 排名第一位的为牵头单位: the first agency of each note leads, the others support. */
export const RANKING_RULE =
  /(?:排名|排序|列|排|位列)(?:在)?(?:首位|第一位?|最前)(?:的|者|的单位|的部门)?(?:单位|部门)?(?:为|是|负责)?(?:牵头|主办|总牵头)(?:单位|部门)?|(?:首位|第一位|第一个)(?:单位|部门)?为牵头(?:单位|部门)?/

/** 下同: the rule holds for the rest of the document. */
export const FROM_HERE_ON = /下同|以下同/

/** What a note may say of its own scope or time; no agency. */
export const NOTE_SCOPE = /^(?:完成时限|时限|完成时间|适用范围|实施期限|时间节点|期限)：?(.+)$/
