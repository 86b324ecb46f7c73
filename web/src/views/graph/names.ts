import type { Words } from '../../core/words.ts'
import type { EdgeKind, NodeKind } from './graphData.ts'

export const KIND_NAMES = {
  DOCUMENT: ['文件', 'Document'],
  SECTION: ['章节', 'Section'],
  CLAUSE: ['条款', 'Clause'],
  AGENCY: ['部门', 'Agency'],
  TARGET: ['目标', 'Target'],
  PRODUCT_TYPE: ['产品类型', 'Product type'],
  JURISDICTION: ['地区', 'Place'],
} as const satisfies Record<NodeKind, Words>

export const EDGE_NAMES = {
  CORRESPONDENCE: ['条款对应', 'Corresponding clauses'],
  CITATION: ['引用', 'Citation'],
  RESPONSIBILITY: ['责任分工', 'Responsibility'],
  COUNTERPART: ['对口', 'Counterpart'],
  ISSUED_BY: ['发文机关', 'Issued by'],
  SETS: ['提出目标', 'Sets target'],
  ABOUT: ['涉及产品', 'About product'],
  CONTAINS: ['包含', 'Contains'],
  PART_OF: ['隶属', 'Part of'],
  APPLIES_TO: ['适用地区', 'Applies to'],
} as const satisfies Record<EdgeKind, Words>

export const BASIS_NAMES = {
  EXPLICIT: ['原文写明', 'Printed'],
  INFERRED: ['推断', 'Inferred'],
  REVIEWED: ['已核实', 'Reviewed'],
} as const satisfies Record<string, Words>
