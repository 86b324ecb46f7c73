import type { Fact, FactGroup } from '../../components/FactList.tsx'
import type { Mark } from '../../components/markText.ts'
import { BOUNDS, RELATIONS, ROLES } from '../../core/labels.ts'
import { pathOf } from '../../core/paths.ts'
import type { Words } from '../../core/words.ts'
import type { ReadClause } from './documentQuery.ts'

const WORDS = {
  targets: ['目标', 'Targets'],
  products: ['产品', 'Products'],
  cites: ['引用', 'Cites'],
  until: ['{date} 前', 'by {date}'],
  notHeld: ['未收录', 'not held'],
} as const satisfies Record<string, Words>

const ROLE_ORDER = ['LEAD', 'RESPONSIBLE', 'SUPPORT'] as const

export interface ClauseFacts {
  readonly groups: readonly FactGroup[]
  readonly marks: readonly Mark[]
}

/**
 * What was read in a clause, as facts and as marks of its words, both under the same ids.
 * @param language 0 for Chinese, 1 for English
 */
export function factsOf(clause: ReadClause, language: 0 | 1): ClauseFacts {
  const groups: FactGroup[] = []
  const marks: Mark[] = []
  for (const role of ROLE_ORDER) {
    const own = clause.responsibilities.filter((each) => each.role === role)
    if (own.length === 0) continue
    const title = ROLES[role][language]
    groups.push({ title, kind: 'agency', facts: own.map((each) => agencyFact(each, language)) })
    for (const { agency, mentions } of own) {
      const more = { kind: 'agency', label: `${title}：${agency.name}`, href: pathOf(agency.id) } as const
      for (const { span } of mentions) marks.push({ id: agency.id, ...more, ...rangeOf(span) })
    }
  }
  addTargets(clause, language, groups, marks)
  addProducts(clause, language, groups, marks)
  addCitations(clause, language, groups, marks)
  return { groups, marks }
}

function agencyFact({ agency, mentions }: ReadClause['responsibilities'][number], language: 0 | 1): Fact {
  const limits = mentions.flatMap(({ scope, deadline }) => [
    ...(scope === null ? [] : [scope]),
    ...(deadline === null ? [] : [WORDS.until[language].replace('{date}', deadline)]),
  ])
  const note = limits.length === 0 ? undefined : [...new Set(limits)].join('；')
  return { id: agency.id, label: agency.name, href: pathOf(agency.id), note }
}

/** A value with its bound in words, e.g. 不超过 28 周. */
export function targetWords(target: ReadClause['targets'][number], language: 0 | 1): string {
  const { metric, bound, value, valueMax, unit, deadline } = target
  const amount =
    value === null
      ? null
      : `${BOUNDS[bound][language]} ${value.toLocaleString()}${valueMax === null ? '' : `–${valueMax.toLocaleString()}`} ${unit ?? ''}`.trim()
  const day = deadline === null ? null : WORDS.until[language].replace('{date}', deadline)
  return [metric, amount, day].filter((part) => part !== null).join(' ')
}

function addTargets(clause: ReadClause, language: 0 | 1, groups: FactGroup[], marks: Mark[]): void {
  if (clause.targets.length === 0) return
  const facts = clause.targets.map((target) => ({
    id: target.id,
    label: targetWords(target, language) || target.id,
    note: target.condition ?? undefined,
  }))
  groups.push({ title: WORDS.targets[language], kind: 'target', facts })
  for (const [index, { id, span }] of clause.targets.entries()) {
    marks.push({ id, kind: 'target', label: facts[index]!.label, ...rangeOf(span) })
  }
}

function addProducts(clause: ReadClause, language: 0 | 1, groups: FactGroup[], marks: Mark[]): void {
  const facts = new Map<string, Fact>()
  for (const { productType, span } of clause.productMentions) {
    const { id, name: label } = productType
    const href = pathOf(id)
    facts.set(id, { id, label, href })
    marks.push({
      id,
      kind: 'product',
      label: `${WORDS.products[language]}：${label}`,
      href,
      ...rangeOf(span),
    })
  }
  if (facts.size > 0) {
    groups.push({ title: WORDS.products[language], kind: 'product', facts: [...facts.values()] })
  }
}

function addCitations(clause: ReadClause, language: 0 | 1, groups: FactGroup[], marks: Mark[]): void {
  if (clause.citations.length === 0) return
  const facts = clause.citations.map<Fact>((citation, index) => {
    const { relation, document, locator, number, title, cited, span } = citation
    const id = `citation ${index}`
    const href = pathOf(cited?.id ?? document.id)
    const words = RELATIONS[relation][language]
    const label = [title ?? document.title, locator ?? number].filter(Boolean).join(' ')
    marks.push({ id, kind: 'citation', label: `${words}：${document.title}`, href, ...rangeOf(span) })
    const note = document.ingested ? words : `${words} · ${WORDS.notHeld[language]}`
    return { id, label, href, note }
  })
  groups.push({ title: WORDS.cites[language], kind: 'citation', facts })
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end }
}
