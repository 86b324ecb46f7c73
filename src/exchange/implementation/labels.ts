import type { CorrespondenceDegree, CorrespondenceKind, ReviewVerdict } from '../../domain/vocabulary.ts'
import type { LeadVerdict } from '../../service/correspondenceRoles.ts'
import type { WordingBand } from '../../service/correspondenceWording.ts'
import type { DeadlineVerdict, TargetVerdict } from '../../service/targetVerdict.ts'
import type { Labels } from '../labels.ts'

export type Finding = 'COUNTERPART' | 'GAP' | 'ADDITION'

/** 情形 of a row of the table. */
export const FINDING_LABELS: Labels<Finding> = { COUNTERPART: '对应', GAP: '缺口', ADDITION: '地方新增' }
/** How the lower document stands to the upper one. */
export const KIND_LABELS: Labels<CorrespondenceKind> = {
  IMPLEMENTS: '落实',
  IMPLEMENTED_BY: '被落实',
  PARALLEL: '平行',
}
export const DEGREE_LABELS: Labels<CorrespondenceDegree> = {
  SAME_MEASURE: '同一举措',
  SAME_TOPIC: '同一主题',
}
export const WORDING_LABELS: Labels<WordingBand> = { COPIED: '照搬', ADAPTED: '改写', OWN: '自拟' }
export const LEAD_LABELS: Labels<LeadVerdict> = {
  SAME_FUNCTION: '同职能对口',
  CORRESPONDING_FUNCTION: '相应职能',
  OTHER_FUNCTION: '不同职能',
  UNKNOWN: '不明',
}
export const REVIEW_LABELS: Labels<ReviewVerdict> = { CONFIRMED: '已确认', REJECTED: '已否定' }
export const TARGET_VERDICT_LABELS: Labels<TargetVerdict> = {
  STRICTER: '更严',
  EQUAL: '相同',
  LOOSER: '更宽',
  HIGHER: '更高',
  LOWER: '更低',
  INCOMPARABLE: '不可比',
}
export const DEADLINE_VERDICT_LABELS: Labels<DeadlineVerdict> = {
  EARLIER: '更早',
  SAME: '同日',
  LATER: '更晚',
  INCOMPARABLE: '不可比',
}
