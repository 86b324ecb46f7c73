import type { ClauseNode } from '../domain/nodes.ts'

/** A clause that stands in nearly every regulation in nearly the same words. */
export interface FormulaRule {
  readonly id: string
  readonly pattern: RegExp
  readonly example: string
}

/** Formulas hold no measure (《立法技术规范（试行）（一）》names them as parts of general and closing provisions). */
export const FORMULA_RULES: readonly FormulaRule[] = [
  {
    id: 'formula/effective',
    pattern: /^本[^，。]{1,12}自[^。]{1,30}起(?:施行|实施|执行)/u,
    example: '本办法自2025年5月1日起施行。',
  },
  {
    id: 'formula/purpose',
    pattern: /^为了?[^。]{4,300}制[定订]本[^，。]{1,12}。$/u,
    example: '为了规范数据交易活动，根据有关法律、法规，结合本省实际，制定本条例。',
  },
  {
    id: 'formula/definition',
    pattern: /^本[^，。]{1,12}所称/u,
    example: '本条例所称公共数据，是指公共管理和服务机构在履行职责过程中收集、产生的数据。',
  },
  {
    id: 'formula/scope',
    pattern: /^(?:在)?[^，。]{2,30}行政区域内[^。]{1,120}适用本[^，。]{1,12}。$/u,
    example: '本省行政区域内公共数据的收集、共享、开放和利用等活动，适用本条例。',
  },
  {
    id: 'formula/interpretation',
    pattern: /^本[^，。]{1,12}由[^。]{1,60}(?:负责)?解释/u,
    example: '本办法由省民政厅负责解释。',
  },
]

/** Such clauses are alike everywhere and correspond to nothing. */
export function isFormula({ text }: Pick<ClauseNode, 'text'>): boolean {
  const words = text.replace(/\s+/gu, '')
  return FORMULA_RULES.some(({ pattern }) => pattern.test(words))
}
