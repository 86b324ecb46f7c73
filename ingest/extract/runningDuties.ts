import { overlaps, type TextRange } from '../../src/domain/span.ts'
import type { Role } from '../../src/domain/vocabulary.ts'
import { splitTopLevel } from '../../src/text/brackets.ts'
import { type KnowsAgency, type ListedAgency, readAgencyList } from './agencyList.ts'
import { isAgencyName } from './agencyNames.ts'
import {
  BEFORE_BODY,
  BEFORE_VERB,
  NO_PARTY,
  RUNNING_RULES,
  type RunningRule,
  TOGETHER,
} from './runningRules.ts'

/** A duty that running text assigns, outside any note. */
export interface RunningDuty {
  readonly printed: string
  readonly role: Role
  readonly range: TextRange
}

/** What running text calls a body: no place, no person, no company. */
const BODY_END =
  /(?:部门|政府|委员会|管委会|中心|分局|街道|乡镇|机关|机构|单位|法院|检察院|海关|总队|支队|方面|办公[厅室]|(?:供销(?:合作)?|船级|通讯|新华)社|[局委厅办部署处])(?:（[^（）]*）)?$/u
/** 由 or 请 opens a group, or stands behind what is assigned: 监测数据由县林业局负责. */
const BY = /[由请]/gu
/** 会同 takes its list up to the first name that ends here: 会同水利部 | 研究提出. */
const PARTY = /^[\p{Script=Han}（）〔〕、]{2,80}/u
const PARTY_END =
  /(?:部门(?:和单位)?|政府(?!办|部门|有关|各|及|和)|委员会(?!办)|管委会|中心|分局|海关|方面|(?:供销(?:合作)?|船级|通讯)社|单位(?!会)|机构(?!编制)|[局署](?!长|级)|委(?!员|办|组织|宣传|政法|统战|网信|编|托|派)|厅(?!局)|办公[厅室]|办(?!公|理|法|事)|部(?!门|队|署|分|级))/gu
/** Longer words between two commas are no sentence. */
const LONGEST_GROUP = 600
/** The longest list of bodies before a verb. */
const LONGEST_LIST = 120

/** Duties in the running text of a clause's body. */
export function findRunningDuties(
  text: string,
  body: TextRange,
  notes: readonly TextRange[],
  knows: KnowsAgency = () => false,
): RunningDuty[] {
  const duties: RunningDuty[] = []
  for (const sentence of splitTopLevel(text, body, '。；\n')) {
    let assigned = false
    for (const group of splitTopLevel(text, sentence, '，：')) {
      if (group.end - group.start > LONGEST_GROUP) continue
      if (notes.some((note) => overlaps(note, group))) continue
      const found = readGroup(text, group, assigned, knows)
      assigned ||= found.length > 0
      duties.push(...found)
    }
  }
  return duties
}

function readGroup(text: string, group: TextRange, assigned: boolean, knows: KnowsAgency): RunningDuty[] {
  const words = text.slice(group.start, group.end)
  for (const rule of RUNNING_RULES) {
    if (rule.afterDuty && !assigned) continue
    const match = rule.pattern.exec(words)
    if (match === null) continue
    const joint = TOGETHER.exec(words)
    const together = joint?.index ?? -1
    const verb = together > 0 && together < match.index ? together : match.index
    const others =
      joint !== null && isVerb(words, together)
        ? readTogether(text, group, together + joint[0].length, knows)
        : []
    const leads = readWho(text, { start: group.start, end: group.start + verb }, rule, knows)
    if (leads.length === 0 && !(rule.id === 'running/together' && others.length > 0)) continue
    return [
      ...leads.map(({ printed, range }) => ({ printed, range, role: rule.role })),
      ...others.map(({ printed, range }) => ({ printed, range, role: 'SUPPORT' as const })),
    ]
  }
  return []
}

/** 会同 is a county only where a name of its own follows and no body stands before it. */
function isVerb(words: string, at: number): boolean {
  return at > 0 || words[2] !== '县'
}

/** The bodies before the verb, behind 由 where it stands in the group. */
function readWho(text: string, before: TextRange, rule: RunningRule, knows: KnowsAgency): ListedAgency[] {
  const words = text.slice(before.start, before.end)
  const by = [...words.matchAll(BY)].filter(({ index }) => words[index + 1] !== '于').at(-1)
  if (rule.afterBy && by === undefined) return []
  let start = by === undefined ? 0 : by.index + 1
  start += BEFORE_BODY.exec(words.slice(start))?.[0].length ?? 0
  const delegated = /(?:授权|委托)(?=.{4})/u.exec(words.slice(start))
  if (delegated !== null) start += delegated.index + 2
  const end = words.length - (BEFORE_VERB.exec(words.slice(start))?.[0].length ?? 0)
  if (end <= start || end - start > LONGEST_LIST) return []
  return readBodies(text, { start: before.start + start, end: before.start + end }, knows)
}

function readTogether(text: string, group: TextRange, at: number, knows: KnowsAgency): ListedAgency[] {
  const start = group.start + at
  const list = PARTY.exec(text.slice(start, group.end))?.[0] ?? ''
  const from = list.lastIndexOf('、') + 1
  const ends = [...list.slice(from).matchAll(PARTY_END)].map((match) => from + match.index + match[0].length)
  // From its last name on the sentence goes on without a mark: the first ending of a name counts, and one joined by 和.
  const first = ends.find((end) => end - from >= 3 && isBody(list.slice(from, end)))
  if (first === undefined) return []
  const joined = /[和及与]/.test(list[first] ?? '') ? ends.find((end) => end > first + 2) : undefined
  for (const end of [joined, first]) {
    const names = end === undefined ? [] : readBodies(text, { start, end: start + end }, knows)
    if (names.length > 0) return names
  }
  return []
}

/** The list as bodies; empty where one of its parts is none. */
function readBodies(text: string, range: TextRange, knows: KnowsAgency): ListedAgency[] {
  const names = readAgencyList(text, range, knows)
  return names.every(({ printed }) => isBody(printed)) ? names : []
}

function isBody(name: string): boolean {
  return isAgencyName(name) && BODY_END.test(name) && !NO_PARTY.test(name)
}
