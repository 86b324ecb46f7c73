import type { Words } from './words.ts'

/** What the closed word lists of the schema are called on the page. */
export const LEVELS = {
  NATIONAL: ['国家', 'National'],
  PROVINCIAL: ['省级', 'Provincial'],
  MUNICIPAL: ['市级', 'Municipal'],
  COUNTY: ['县级', 'County'],
} as const satisfies Record<string, Words>

export const ROLES = {
  LEAD: ['牵头', 'Lead'],
  RESPONSIBLE: ['负责', 'Responsible'],
  SUPPORT: ['配合', 'Support'],
} as const satisfies Record<string, Words>

export const RELATIONS = {
  IMPLEMENTS: ['贯彻落实', 'Implements'],
  BASED_ON: ['依据', 'Based on'],
  CITES: ['引用', 'Cites'],
  SUPERSEDES: ['废止', 'Supersedes'],
} as const satisfies Record<string, Words>

export const VALIDITIES = {
  IN_FORCE: ['现行有效', 'In force'],
  NOT_YET: ['尚未施行', 'Not yet in force'],
  EXPIRED: ['已过有效期', 'Expired'],
  REPEALED: ['已废止', 'Repealed'],
  UNKNOWN: ['效力不详', 'Unknown'],
} as const satisfies Record<string, Words>

export const TARGET_KINDS = {
  GOAL: ['目标', 'Goal'],
  LIMIT: ['限额', 'Limit'],
  REWARD: ['奖补', 'Reward'],
  CAP: ['上限', 'Cap'],
  DEADLINE: ['期限', 'Deadline'],
} as const satisfies Record<string, Words>

export const BOUNDS = {
  AT_LEAST: ['不少于', 'at least'],
  AT_MOST: ['不超过', 'at most'],
  EXACTLY: ['为', 'exactly'],
  BY: ['截至', 'by'],
} as const satisfies Record<string, Words>

export const CORRESPONDENCE_KINDS = {
  IMPLEMENTS: ['落实上级条款', 'Implements'],
  IMPLEMENTED_BY: ['由下级条款落实', 'Implemented by'],
  PARALLEL: ['平行（无落实关系）', 'Parallel'],
} as const satisfies Record<string, Words>

export const DEGREES = {
  SAME_MEASURE: ['同一举措', 'Same measure'],
  SAME_TOPIC: ['同一主题', 'Same topic'],
} as const satisfies Record<string, Words>

export const TARGET_VERDICTS = {
  STRICTER: ['更严', 'Stricter'],
  EQUAL: ['持平', 'Equal'],
  LOOSER: ['更宽', 'Looser'],
  HIGHER: ['更高', 'Higher'],
  LOWER: ['更低', 'Lower'],
  INCOMPARABLE: ['不可比', 'Not comparable'],
} as const satisfies Record<string, Words>

export const AGENCY_KINDS = {
  BODY: ['机构', 'Body'],
  DEPARTMENT: ['内设机构', 'Department'],
  CLASS: ['一类单位', 'Class of bodies'],
} as const satisfies Record<string, Words>
