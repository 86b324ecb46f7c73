import type { ClauseFeatures, LeadFeature } from './features.ts'

/** Two functions that are one body's at some levels and two bodies' at others. */
export interface FunctionPair {
  readonly functions: readonly [string, string]
  /** Where they meet. */
  readonly example: string
}

/**
 * Functions that correspond across levels since the reform of 2018 (《深化党和国家机构改革方案》: what the state and the
 * provinces keep in bodies of their own is often one bureau's in a city or county). They are named as evidence but carry no
 * weight: one city bureau answers to several provincial bodies, so nearly every pair of clauses would have it.
 */
export const CORRESPONDING_FUNCTIONS: readonly FunctionPair[] = [
  { functions: ['药监', '市场监管'], example: '省药监局 ↔ 市市场监管局' },
  { functions: ['知识产权', '市场监管'], example: '省知识产权局 ↔ 市市场监管局' },
  { functions: ['中医药', '卫生健康'], example: '省中医药局 ↔ 市卫生健康委' },
  { functions: ['疾病预防控制', '卫生健康'], example: '省疾控局 ↔ 市卫生健康委' },
  { functions: ['粮食', '发展改革'], example: '省粮食和储备局 ↔ 市发展改革委' },
  { functions: ['能源', '发展改革'], example: '省能源局 ↔ 市发展改革委' },
  { functions: ['林业', '自然资源'], example: '省林业局 ↔ 市自然资源和规划局' },
  { functions: ['海洋', '自然资源'], example: '省海洋局 ↔ 市自然资源和规划局' },
  { functions: ['畜牧兽医', '农业农村'], example: '省畜牧局 ↔ 市农业农村局' },
  { functions: ['农业机械', '农业农村'], example: '省农机局 ↔ 市农业农村局' },
  { functions: ['文物', '文化旅游'], example: '省文物局 ↔ 市文化和旅游局' },
  { functions: ['金融', '金融监管'], example: '省地方金融管理局 ↔ 金融监管分局' },
  { functions: ['投资促进', '商务'], example: '市投资促进局 ↔ 县商务局' },
]

/** Two leading bodies that answer for the same thing. */
export interface LeadPair {
  readonly one: LeadFeature
  readonly other: LeadFeature
  /** True for the same function, false for two that correspond across levels. */
  readonly isSame: boolean
}

/** The first pair of leads with the same function, else the first whose functions correspond; null where there is none. */
export function findLeadPair(one: ClauseFeatures, other: ClauseFeatures): LeadPair | null {
  let corresponding: LeadPair | null = null
  for (const a of one.leads) {
    for (const b of other.leads) {
      if (a.function === null || b.function === null) continue
      if (a.function === b.function) return { one: a, other: b, isSame: true }
      if (corresponding === null && doCorrespond(a.function, b.function))
        corresponding = { one: a, other: b, isSame: false }
    }
  }
  return corresponding
}

function doCorrespond(one: string, other: string): boolean {
  return CORRESPONDING_FUNCTIONS.some(
    ({ functions: [a, b] }) => (a === one && b === other) || (a === other && b === one),
  )
}
