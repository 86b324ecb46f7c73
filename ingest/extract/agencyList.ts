import type { TextRange } from '../../src/domain/span.ts'
import { isAgencyName, splitAgencies } from './agencyNames.ts'

/** Whether a name, its 省, 市 … included, is one that a body bears somewhere. */
export type KnowsAgency = (name: string) => boolean

/** An agency of a list: its name written out, and the words that stand for it. */
export interface ListedAgency {
  /** 市财政局 for 财政 of 市科技、财政、商务局; else the words themselves. */
  readonly printed: string
  readonly range: TextRange
}

const LEVEL = /^(?:自治区|自治州|自治县|[省市县区州盟旗])(?=.{2})/u
const STEM = /^[\p{Script=Han}]{2,9}$/u
/** The word that a stem takes from the name that closes its run. */
const SUFFIX = /(?:行政主管部门|主管部门|管理部门|部门|[局委厅办部])$/u
/** 保密等部门: the class is that of 保密, the 等 closes the run. */
const AND_OTHERS = /^([\p{Script=Han}]{2,9}?)等(?:有关|相关|多个|行业)*((?:行政)?主管部门|部门|单位)$/u
/** What the bodies of one list are called besides the word that closes it: 市发展改革、财政局 has a 委 and a 局. */
const OTHER_SUFFIXES = ['局', '委', '厅', '办', '部']

/**
 * The agencies of a list, with what they share written out: 市科技、财政、商务局 is 市科技局、市财政局、市商务局 where all three
 * are known, and 网信、公安等部门 is 网信部门、公安部门.
 */
export function readAgencyList(text: string, range: TextRange, knows: KnowsAgency): ListedAgency[] {
  const listed = splitAgencies(text, range).map((part) => ({
    printed: text.slice(part.start, part.end).replace(/\s/g, ''),
    range: part,
  }))
  const read: ListedAgency[] = []
  let run: ListedAgency[] = []
  for (const agency of listed) {
    run.push(agency)
    if (!isAgencyName(agency.printed)) continue
    read.push(...shareWords(run, knows))
    run = []
  }
  return [...read, ...run]
}

function shareWords(run: readonly ListedAgency[], knows: KnowsAgency): readonly ListedAgency[] {
  const closing = run.at(-1)?.printed ?? ''
  const others = AND_OTHERS.exec(closing)
  const suffix = others?.[2] ?? SUFFIX.exec(closing)?.[0]
  const last = others === null ? closing : `${others[1]}${others[2]}`
  if (suffix === undefined || (run.length === 1 && others === null)) return run
  const stems = run.slice(0, -1).map(({ printed }) => printed)
  if (!stems.every((stem) => STEM.test(stem))) return run
  const level = LEVEL.exec(stems[0] ?? '')?.[0] ?? ''
  const placed = (name: string) => (level === '' || LEVEL.test(name) ? name : level + name)
  const whole = (stem: string) => {
    if (suffix.length > 1) return placed(stem) + suffix
    return [suffix, ...OTHER_SUFFIXES].map((each) => placed(stem) + each).find(knows)
  }
  const names = [...stems.map(whole), run.length > 1 ? placed(last) : last]
  const known = names.every((name) => name !== undefined) && (suffix.length > 1 || knows(names.at(-1) ?? ''))
  return known ? run.map(({ range }, i) => ({ printed: names[i] as string, range })) : run
}
