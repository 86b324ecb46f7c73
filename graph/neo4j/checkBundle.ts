import type { DocumentBundle } from '../../src/domain/bundle.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'

function refuse(what: string, id: string): never {
  throw new ZhengmaiError('BAD_INPUT', `写入的图谱数据自相矛盾（${what}）：${id}`, { details: { id } })
}

function uniqueIds(what: string, ids: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) refuse(`${what}标识重复`, id)
    seen.add(id)
  }
  return seen
}

function needAll(what: string, ids: readonly (string | null)[], known: ReadonlySet<string>): void {
  for (const id of ids) {
    if (id !== null && !known.has(id)) refuse(`没有这个${what}`, id)
  }
}

/**
 * A graph database has no foreign keys: a relationship whose end is missing would silently not be written.
 * @throws ZhengmaiError BAD_INPUT where a bundle names a part of its own document that it does not hold, or holds one twice
 */
export function checkBundle(bundle: DocumentBundle): void {
  const idsOf = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id)
  const annexes = uniqueIds('附件', idsOf(bundle.annexes))
  const sections = uniqueIds('节', idsOf(bundle.sections))
  const clauses = uniqueIds('条款', idsOf(bundle.clauses))
  uniqueIds('目标', idsOf(bundle.targets))
  uniqueIds('台账', idsOf(bundle.ledger))
  uniqueIds('引用', idsOf(bundle.citations))
  uniqueIds(
    '检索词',
    bundle.terms.map(({ clauseId }) => clauseId),
  )
  uniqueIds(
    '责任',
    bundle.responsibilities.map(({ clauseId, agencyId }) => `${clauseId} → ${agencyId}`),
  )
  uniqueIds(
    '产品类型',
    bundle.about.map(({ clauseId, productTypeId }) => `${clauseId} → ${productTypeId}`),
  )
  needAll(
    '附件',
    [...bundle.sections, ...bundle.clauses].map(({ annexId }) => annexId),
    annexes,
  )
  needAll(
    '节',
    [...bundle.sections.map(({ parentId }) => parentId), ...bundle.clauses.map(({ sectionId }) => sectionId)],
    sections,
  )
  const { responsibilities, citations, targets, ledger, about, productMentions, terms } = bundle
  needAll(
    '条款',
    bundle.clauses.map(({ parentId }) => parentId),
    clauses,
  )
  for (const facts of [responsibilities, citations, targets, ledger, about, productMentions, terms]) {
    needAll(
      '条款',
      facts.map(({ clauseId }) => clauseId),
      clauses,
    )
  }
}
