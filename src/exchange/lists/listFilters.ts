import {
  AGENCY_KIND_LABELS,
  LEGAL_FORCE_LABELS,
  LEVEL_LABELS,
  RELATION_LABELS,
  ROLE_LABELS,
  TARGET_KIND_LABELS,
} from '../labels.ts'
import type { FilterSpec } from './filters.ts'

/** The lists that can be exported. */
export const LIST_NAMES = [
  'documents',
  'clauses',
  'responsibilities',
  'agencies',
  'targets',
  'citations',
  'ledger',
  'wanted',
] as const
export type ListName = (typeof LIST_NAMES)[number]

const DOCUMENT: FilterSpec = { key: 'document', kind: 'document', meaning: '文件的编号或文号' }

/** Their filters; kept apart from what reads them, since the command line names them in its help. */
export const LIST_FILTERS: Readonly<Record<ListName, readonly FilterSpec[]>> = {
  documents: [
    { key: 'number', kind: 'text', meaning: '发文字号' },
    { key: 'level', kind: { labels: LEVEL_LABELS }, meaning: '层级' },
    { key: 'jurisdiction', kind: 'text', meaning: '适用于这个地方' },
    { key: 'within', kind: 'text', meaning: '适用于这个地方或其下级' },
    { key: 'issuer', kind: 'text', meaning: '发文机关' },
    { key: 'kind', kind: 'text', meaning: '文种' },
    { key: 'legalForce', kind: { labels: LEGAL_FORCE_LABELS }, meaning: '效力位阶' },
    { key: 'text', kind: 'text', meaning: '标题中的字' },
    { key: 'issuedFrom', kind: 'date', meaning: '成文不早于' },
    { key: 'issuedUntil', kind: 'date', meaning: '成文不晚于' },
    { key: 'validOn', kind: 'date', meaning: '当日有效' },
    { key: 'ingested', kind: 'boolean', meaning: '是否收录' },
  ],
  clauses: [
    DOCUMENT,
    { key: 'level', kind: { labels: LEVEL_LABELS }, meaning: '层级' },
    { key: 'jurisdiction', kind: 'text', meaning: '适用于这个地方' },
    { key: 'within', kind: 'text', meaning: '适用于这个地方或其下级' },
    { key: 'agency', kind: 'text', meaning: '参与的机关' },
    { key: 'role', kind: { labels: ROLE_LABELS }, meaning: '机关的职责' },
    { key: 'productType', kind: 'text', meaning: '产品类型' },
    { key: 'issuedFrom', kind: 'date', meaning: '成文不早于' },
    { key: 'issuedUntil', kind: 'date', meaning: '成文不晚于' },
    { key: 'validOn', kind: 'date', meaning: '当日有效' },
    { key: 'implementing', kind: 'document', meaning: '贯彻落实这份文件的' },
  ],
  responsibilities: [
    DOCUMENT,
    { key: 'agency', kind: 'text', meaning: '机关' },
    { key: 'role', kind: { labels: ROLE_LABELS }, meaning: '职责' },
  ],
  agencies: [
    { key: 'name', kind: 'text', meaning: '名称中的字' },
    { key: 'level', kind: { labels: LEVEL_LABELS }, meaning: '层级' },
    { key: 'jurisdiction', kind: 'text', meaning: '这个地方的' },
    { key: 'within', kind: 'text', meaning: '这个地方或其下级的' },
    { key: 'function', kind: 'text', meaning: '职能，如 科技' },
    { key: 'kind', kind: { labels: AGENCY_KIND_LABELS }, meaning: '类别' },
  ],
  targets: [
    DOCUMENT,
    { key: 'within', kind: 'text', meaning: '适用于这个地方或其下级' },
    { key: 'kind', kind: { labels: TARGET_KIND_LABELS }, meaning: '类别' },
    { key: 'metric', kind: 'text', meaning: '指标中的字' },
    { key: 'unit', kind: 'text', meaning: '原文单位' },
    { key: 'amountUnit', kind: 'text', meaning: '折算单位' },
    { key: 'valueFrom', kind: 'number', meaning: '折算值不小于' },
    { key: 'valueUntil', kind: 'number', meaning: '折算值不大于' },
    { key: 'productType', kind: 'text', meaning: '产品类型' },
    { key: 'agency', kind: 'text', meaning: '参与的机关' },
    { key: 'deadlineFrom', kind: 'date', meaning: '期限不早于' },
    { key: 'deadlineUntil', kind: 'date', meaning: '期限不晚于' },
  ],
  citations: [
    DOCUMENT,
    { key: 'cited', kind: 'document', meaning: '被引文件的编号或文号' },
    { key: 'relation', kind: { labels: RELATION_LABELS }, meaning: '关系' },
  ],
  ledger: [
    DOCUMENT,
    { key: 'within', kind: 'text', meaning: '适用于这个地方或其下级' },
    { key: 'agency', kind: 'text', meaning: '牵头或配合的机关' },
  ],
  wanted: [],
}

/** Every filter of any list once, for the flags of the command line. */
export function allFilters(): readonly FilterSpec[] {
  const filters = LIST_NAMES.flatMap((name) => LIST_FILTERS[name])
  return filters.filter(({ key }, position) => filters.findIndex((each) => each.key === key) === position)
}
