/**
 * The closed word lists of the domain; the spelling is that of the public GraphQL contract.
 * Chinese words beside them: GB/T 9704—2012 and `docs/glossary.md`.
 */

/** 国家 → 省 → 市 → 县, highest first. */
export const LEVELS = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY'] as const
export type Level = (typeof LEVELS)[number]

/** The word for a level in output for Chinese readers (`zhengmai parse`, pages). */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  NATIONAL: '国家',
  PROVINCIAL: '省',
  MUNICIPAL: '市',
  COUNTY: '县',
}

/** Strongest first: LEAD 牵头 > RESPONSIBLE 负责 > SUPPORT 配合. */
export const ROLES = ['LEAD', 'RESPONSIBLE', 'SUPPORT'] as const
export type Role = (typeof ROLES)[number]
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  LEAD: '牵头',
  RESPONSIBLE: '负责',
  SUPPORT: '配合',
}

/** What a condition that is read from a query is on, in the words of an answer. */
export const CONDITION_NAMES = {
  AGENCY: '部门',
  PLACE: '地区',
  LEVEL: '层级',
  DATE: '成文日期',
  DOCUMENT: '文件',
} as const
export type ConditionKind = keyof typeof CONDITION_NAMES

export const RELATIONS = ['IMPLEMENTS', 'BASED_ON', 'CITES', 'SUPERSEDES'] as const
export type Relation = (typeof RELATIONS)[number]

/** Where a fact was read. */
export const FACT_ORIGINS = [
  'NOTE',
  'LEDGER',
  'SECTION_NOTE',
  'DOCUMENT_NOTE',
  'RUNNING_TEXT',
  'MODEL',
] as const
export type FactOrigin = (typeof FACT_ORIGINS)[number]

/** 效力位阶. */
export const LEGAL_FORCES = [
  'LAW',
  'ADMINISTRATIVE_REGULATION',
  'LOCAL_REGULATION',
  'DEPARTMENT_RULE',
  'LOCAL_RULE',
  'NORMATIVE_DOCUMENT',
  'PARTY_DOCUMENT',
  'OTHER',
] as const
export type LegalForce = (typeof LEGAL_FORCES)[number]

export const VALIDITIES = ['IN_FORCE', 'NOT_YET', 'EXPIRED', 'REPEALED', 'UNKNOWN'] as const
export type Validity = (typeof VALIDITIES)[number]

export const AGENCY_KINDS = ['BODY', 'DEPARTMENT', 'CLASS'] as const
export type AgencyKind = (typeof AGENCY_KINDS)[number]

export const TARGET_KINDS = ['GOAL', 'LIMIT', 'REWARD', 'CAP', 'DEADLINE'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

export const BOUNDS = ['AT_LEAST', 'AT_MOST', 'EXACTLY', 'BY'] as const
export type Bound = (typeof BOUNDS)[number]

export const SEARCH_MODES = ['HYBRID', 'SEMANTIC', 'KEYWORD'] as const
export type SearchMode = (typeof SEARCH_MODES)[number]

export const SEVERITIES = ['INFO', 'WARNING', 'ERROR'] as const
export type Severity = (typeof SEVERITIES)[number]

/** SAME_MEASURE: the same concrete measure. SAME_TOPIC: the same narrow topic, another instrument or object. Strongest first. */
export const CORRESPONDENCE_DEGREES = ['SAME_MEASURE', 'SAME_TOPIC'] as const
export type CorrespondenceDegree = (typeof CORRESPONDENCE_DEGREES)[number]

/** How one clause's document stands to the other's: IMPLEMENTS only along a chain of IMPLEMENTS or BASED_ON citations between the documents. */
export const CORRESPONDENCE_KINDS = ['IMPLEMENTS', 'IMPLEMENTED_BY', 'PARALLEL'] as const
export type CorrespondenceKind = (typeof CORRESPONDENCE_KINDS)[number]

export const EVIDENCE_SIGNALS = [
  'MEANING',
  'TERMS',
  'FUNCTION',
  'PRODUCT_TYPE',
  'TARGET',
  'CITATION',
  'LEDGER',
] as const
export type EvidenceSignal = (typeof EVIDENCE_SIGNALS)[number]

export const REVIEW_VERDICTS = ['CONFIRMED', 'REJECTED'] as const
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number]
