import { byCodeUnits } from '../../src/domain/order.ts'

interface Ranked {
  readonly clauseId: string
  readonly whole: number
  readonly bestWindow: number
}

/** The order of dense hits: greatest (whole + best window) first, ties by id. */
export function bestFirst(a: Ranked, b: Ranked): number {
  return b.whole + b.bestWindow - a.whole - a.bestWindow || byCodeUnits(a.clauseId, b.clauseId)
}
