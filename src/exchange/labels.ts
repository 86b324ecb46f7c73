import type {
  AgencyKind,
  Bound,
  FactOrigin,
  LegalForce,
  Level,
  Relation,
  Role,
  TargetKind,
  Validity,
} from '../domain/vocabulary.ts'
import { LEVEL_NAMES, ROLE_NAMES } from '../domain/vocabulary.ts'
import type { OutputLanguage } from './language.ts'

/** The Chinese words for the closed lists of the domain; in English files the codes themselves stand. */
export type Labels<T extends string = string> = Readonly<Record<T, string>>

export const LEVEL_LABELS: Labels<Level> = LEVEL_NAMES
export const ROLE_LABELS: Labels<Role> = ROLE_NAMES
export const RELATION_LABELS: Labels<Relation> = {
  IMPLEMENTS: '贯彻落实',
  BASED_ON: '依据',
  CITES: '引用',
  SUPERSEDES: '废止',
}
export const ORIGIN_LABELS: Labels<FactOrigin> = {
  NOTE: '条款括注',
  LEDGER: '工作台账',
  SECTION_NOTE: '章节说明',
  DOCUMENT_NOTE: '全文说明',
  RUNNING_TEXT: '正文',
  MODEL: '模型',
}
export const LEGAL_FORCE_LABELS: Labels<LegalForce> = {
  LAW: '法律',
  ADMINISTRATIVE_REGULATION: '行政法规',
  LOCAL_REGULATION: '地方性法规',
  DEPARTMENT_RULE: '部门规章',
  LOCAL_RULE: '地方政府规章',
  NORMATIVE_DOCUMENT: '规范性文件',
  PARTY_DOCUMENT: '党内文件',
  OTHER: '其他',
}
export const VALIDITY_LABELS: Labels<Validity> = {
  IN_FORCE: '有效',
  NOT_YET: '尚未施行',
  EXPIRED: '已过有效期',
  REPEALED: '已废止',
  UNKNOWN: '不明',
}
export const AGENCY_KIND_LABELS: Labels<AgencyKind> = {
  BODY: '机关',
  DEPARTMENT: '内设机构',
  CLASS: '一类机关',
}
export const TARGET_KIND_LABELS: Labels<TargetKind> = {
  GOAL: '目标',
  LIMIT: '时限或限额',
  REWARD: '奖补',
  CAP: '上限',
  DEADLINE: '期限',
}
export const BOUND_LABELS: Labels<Bound> = {
  AT_LEAST: '不低于',
  AT_MOST: '不高于',
  EXACTLY: '等于',
  BY: '截至',
}

export function labelOf<T extends string>(
  labels: Labels<T>,
  value: T | null,
  language: OutputLanguage,
): string | null {
  if (value === null || language === 'en') return value
  return labels[value]
}

/** The code that a code (in any case) or a Chinese word means; null where there is none. */
export function codeOf(labels: Labels, text: string): string | null {
  const codes = Object.keys(labels)
  return codes.find((code) => code === text.toUpperCase() || labels[code] === text) ?? null
}
