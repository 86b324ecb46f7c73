import type { LegalForce, Level } from '../../src/domain/vocabulary.ts'

interface ForceRule {
  readonly pattern: RegExp
  /** By the level of the issuer; null where unknown. */
  readonly force: (level: Level | null, number: string | null) => LegalForce | null
  readonly example: readonly [title: string, level: Level | null, force: LegalForce]
}

const BRACKETS = /(?:（[^（）]*）|\([^()]*\))+$/u
/** A rule of a local government is made known by an order: 某市人民政府令第6号 (《立法法》). */
const isOrder = (number: string | null) => number !== null && /令第\d+号$/u.test(number)
const PARTY = /^(?:中共|中国共产党|中央办公厅|中共中央)/u

/** First match wins (《立法法》; 《党政机关公文处理工作条例》). */
export const FORCE_RULES: readonly ForceRule[] = [
  {
    pattern: /宪法$|法典$|(?<![办方做看想说])法$/u,
    force: () => 'LAW',
    example: ['中华人民共和国药品管理法', 'NATIONAL', 'LAW'],
  },
  {
    pattern: /条例$/u,
    force: (level) => (level === 'NATIONAL' ? 'ADMINISTRATIVE_REGULATION' : level && 'LOCAL_REGULATION'),
    example: ['医疗器械监督管理条例', 'NATIONAL', 'ADMINISTRATIVE_REGULATION'],
  },
  {
    pattern: /(?:办法|规定|细则|规范|规则)$/u,
    force: (level, number) =>
      level === 'NATIONAL'
        ? number?.startsWith('国务院令') === true
          ? 'ADMINISTRATIVE_REGULATION'
          : 'DEPARTMENT_RULE'
        : level !== null && isOrder(number)
          ? 'LOCAL_RULE'
          : null,
    example: ['国家药品监督管理局药品注册管理办法', 'NATIONAL', 'DEPARTMENT_RULE'],
  },
  {
    pattern: /(?:意见|通知|措施|方案|计划|规划|纲要|决定|通告|公告|要点|清单|指引|指南|政策|批复|函)$/u,
    force: () => 'NORMATIVE_DOCUMENT',
    example: ['关于支持内河航运绿色发展的若干措施', 'PROVINCIAL', 'NORMATIVE_DOCUMENT'],
  },
]

/** The 效力位阶 that a title lets expect; a document with a 发文字号 is no law or rule. Null where it says nothing. */
export function legalForceOf(title: string, level: Level | null, number: string | null): LegalForce | null {
  const bare = title.replace(BRACKETS, '')
  if (PARTY.test(bare)) return 'PARTY_DOCUMENT'
  if (number?.includes('〔'))
    return /^(?:中发|中办|厅字)/u.test(number) ? 'PARTY_DOCUMENT' : 'NORMATIVE_DOCUMENT'
  for (const { pattern, force } of FORCE_RULES) if (pattern.test(bare)) return force(level, number)
  return null
}

/** Whether a title without a place names a national act by its kind: 药品管理法, 化妆品监督管理条例. */
export function isNationalAct(title: string): boolean {
  const bare = title.replace(BRACKETS, '')
  return (
    /^(?:中华人民共和国|全国|国务院|国家|中共中央|中国共产党)/u.test(bare) ||
    /条例$|(?<![办方])法$|法典$/u.test(bare)
  )
}
