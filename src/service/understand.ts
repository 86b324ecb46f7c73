import type { ClauseFilter } from '../../graph/port/graphStore.ts'
import type { AgencyNode, PlaceNode } from '../domain/nodes.ts'
import { overlaps, type TextRange } from '../domain/span.ts'
import { CONDITION_NAMES, type ConditionKind, LEVEL_NAMES, ROLE_NAMES } from '../domain/vocabulary.ts'
import { findPlaceMentions, type PlaceMention } from '../search/placeMentions.ts'
import { simplifyQuery } from '../search/prepareQuery.ts'
import { findMentions, hideQuotes, type Mention } from '../search/queryMentions.ts'
import { foldKey } from '../text/fold.ts'
import { agenciesNamed } from './findAgencies.ts'
import { documentsNumbered } from './findDocuments.ts'
import { looseAgencyKey, type NameIndex } from './nameIndex.ts'
import type { Scope } from './scope.ts'

/** A condition that was read from a query. */
export interface QueryCondition {
  readonly kind: ConditionKind
  /** In words: 济南市; 2024-01-01 以来. */
  readonly value: string
  /** The words of the query that name it; in quotation marks they are searched for instead. */
  readonly words: readonly string[]
}

/** A query taken apart into what it is about and the conditions that it names. */
export interface Understanding {
  /** The given conditions and those of the query. */
  readonly filter: ClauseFilter
  /** What to search for: the query without the words of its conditions. */
  readonly text: string
  readonly conditions: readonly QueryCondition[]
  /** What the query names that is no condition, in Chinese. */
  readonly asides: readonly string[]
  /** Nothing but conditions: whatever passes them answers it. */
  readonly isSubjectless: boolean
  /** Names a place, a time or a document that the corpus lacks: what is found is on something else. */
  readonly isUncovered: boolean
}

const HOW_TO_UNDO = '给这些词加引号，或令 understand 为 false，就不按它们筛选'
/** What a query of conditions alone may still say. */
const NO_SUBJECT =
  /(?:政策|文件|规定|条款|内容|要求|措施|任务|事项|工作|职责|责任|分工|意见|办法|做法|有哪些|哪些|什么|所有|全部|关于|怎么|说|里|中|的|有|是|呢|吗|都|及|和|与|[\s\p{P}\p{S}])/gu
/** Longest name of an agency that is looked for before 牵头 (characters). */
const LONGEST_AGENCY = 24
const SHORTEST_AGENCY = 3

/** A part of the filter, with the words that it was taken from. */
interface Condition extends Pick<QueryCondition, 'kind' | 'value'> {
  readonly filter: ClauseFilter
  readonly ranges: readonly TextRange[]
}
interface Found {
  readonly conditions: readonly Condition[]
  /** What was seen and is no condition. */
  readonly asides: readonly string[]
  readonly isUncovered: boolean
}
const NOTHING: Found = { conditions: [], asides: [], isUncovered: false }

/** What was read from a query, as one says it. */
export function describeUnderstanding({ conditions, asides }: Understanding): readonly string[] {
  const named = conditions.map(({ kind, value }) => `筛选${CONDITION_NAMES[kind]}：${value}（取自检索词）`)
  return [...named, ...(named.length > 0 ? [HOW_TO_UNDO] : []), ...asides]
}

/**
 * Reads the conditions that a query names: 济南市, 省级, 2024年以来, 市科技局牵头的, 鲁政办字〔2025〕177号. A condition
 * that was given goes before one of the same kind that was read; what the corpus does not cover is no condition.
 * @throws ZhengmaiError BAD_INPUT (blank query), LIMIT (long query)
 */
export async function understandQuery(
  scope: Scope,
  query: string,
  given: ClauseFilter,
): Promise<Understanding> {
  const simplified = simplifyQuery(query)
  const open = hideQuotes(simplified)
  const mentions = findMentions(open)
  const index = await scope.names.current()
  const agencies = readAgencies(index, open, mentions, given)
  const taken = agencies.conditions.flatMap(({ ranges }) => ranges)
  const parts = [
    agencies,
    readPlaces(index, open, taken, given),
    await readLevels(scope, mentions, given),
    await readDates(scope, mentions, given),
    await readNumbers(scope, mentions, given),
  ]
  const conditions = parts.flatMap((part) => part.conditions)
  const rest = withoutRanges(
    simplified,
    conditions.flatMap(({ ranges }) => ranges),
  )
  const isSubjectless = conditions.length > 0 && rest.replace(NO_SUBJECT, '') === ''
  // simplified characters stand where the others stood, but for a few that are more than one
  const written = simplified.length === query.length ? query : simplified
  return {
    filter: Object.assign({ ...given }, ...conditions.map(({ filter }) => filter)) as ClauseFilter,
    text: conditions.length === 0 || isSubjectless ? query : rest,
    conditions: conditions.map(({ kind, value, ranges }) => ({
      ...{ kind, value },
      words: ranges.map(({ start, end }) => written.slice(start, end)),
    })),
    asides: parts.flatMap((part) => part.asides),
    isSubjectless,
    isUncovered: parts.some((part) => part.isUncovered),
  }
}

function readPlaces(
  index: NameIndex,
  query: string,
  taken: readonly TextRange[],
  given: ClauseFilter,
): Found {
  const isCovered = coverageOf(index)
  const known = index.places.filter((place) => place.parentId !== null && isCovered(place))
  const mentions = findPlaceMentions(query, known, index.gazetteer).filter(
    (mention) => !taken.some((range) => overlaps(range, mention)),
  )
  const asides: string[] = []
  const wanted: PlaceMention[] = []
  let isUncovered = false
  for (const mention of mentions) {
    const named = `提到地区“${mention.place.name}”：`
    if (mention.aside) asides.push(`${named}未作为筛选条件`)
    else if (!isCovered(mention.place)) {
      asides.push(`${named}库中没有该地区的文件，未作为筛选条件`)
      isUncovered = true
    } else if (given.placeIds !== undefined) asides.push(`${named}已另给地区条件，未作为筛选条件`)
    else wanted.push(mention)
  }
  if (wanted.length === 0) return { conditions: [], asides: unique(asides), isUncovered }
  const placeIds = unique(wanted.flatMap(({ place }) => index.placesWithin(place.id)))
  const names = unique(wanted.map(({ place }) => place.name)).join('、')
  // a place that the corpus lacks beside one that it has: the one is answered
  return { ...condition({ kind: 'PLACE', value: names, filter: { placeIds }, ranges: wanted }), asides }
}

/** Whether a document applies to the place or to one below it. */
function coverageOf(index: NameIndex): (place: PlaceNode) => boolean {
  const covered = new Set(index.coveredPlaces.map(({ id }) => id))
  const above = new Set(
    index.coveredPlaces.flatMap((place) => index.gazetteer.ancestors(place).map(({ id }) => id)),
  )
  return ({ id }) => covered.has(id) || above.has(id)
}

async function readLevels(scope: Scope, mentions: readonly Mention[], given: ClauseFilter): Promise<Found> {
  const found = mentions.filter((mention) => mention.kind === 'LEVEL')
  if (found.length === 0) return NOTHING
  const levels = unique(found.map(({ level }) => level))
  const names = levels.map((level) => LEVEL_NAMES[level]).join('、')
  if (given.levels !== undefined) return aside(`提到层级“${names}”：已另给层级条件，未作为筛选条件`)
  const { levels: held } = await scope.store.statistics()
  if (!levels.some((level) => held.includes(level)))
    return aside(`提到层级“${names}”：库中没有该层级的文件，未作为筛选条件`, true)
  return condition({ kind: 'LEVEL', value: names, filter: { levels }, ranges: found })
}

async function readDates(scope: Scope, mentions: readonly Mention[], given: ClauseFilter): Promise<Found> {
  const [first, ...others] = mentions.filter((mention) => mention.kind === 'DATE')
  if (first === undefined) return NOTHING
  const { from, until } = first
  const period = describePeriod(from, until)
  if (given.issuedFrom !== undefined || given.issuedUntil !== undefined)
    return aside(`提到成文日期 ${period}：已另给日期条件，未作为筛选条件`)
  const { issuedFrom, issuedUntil } = await scope.store.statistics()
  const isBeyond =
    (from !== null && issuedUntil !== null && from > issuedUntil) ||
    (until !== null && issuedFrom !== null && until < issuedFrom)
  if (isBeyond || issuedFrom === null)
    return aside(`提到成文日期 ${period}：库中没有此期间的文件，未作为筛选条件`, true)
  const filter = {
    ...(from === null ? {} : { issuedFrom: from }),
    ...(until === null ? {} : { issuedUntil: until }),
  }
  const more = others.map(
    (other) => `提到成文日期 ${describePeriod(other.from, other.until)}：未作为筛选条件`,
  )
  return { ...condition({ kind: 'DATE', value: period, filter, ranges: [first] }), asides: more }
}

function describePeriod(from: string | null, until: string | null): string {
  if (from !== null && until !== null) return `${from} 至 ${until}`
  return from === null ? `${until} 以前` : `${from} 以来`
}

async function readNumbers(scope: Scope, mentions: readonly Mention[], given: ClauseFilter): Promise<Found> {
  const found = mentions.filter((mention) => mention.kind === 'NUMBER')
  if (found.length === 0) return NOTHING
  const numbers = found.map(({ number }) => number).join('、')
  if (given.documentIds !== undefined)
    return aside(`提到发文字号“${numbers}”：已另给文件条件，未作为筛选条件`)
  const named = await Promise.all(found.map(({ number }) => documentsNumbered(scope, number)))
  const documents = named.flat().filter((document) => document.ingested)
  if (documents.length === 0) return aside(`提到发文字号“${numbers}”：库中没有收录，未作为筛选条件`, true)
  const titles = documents.map(({ title, number }) => `《${title}》${number ?? ''}`).join('、')
  const filter = { documentIds: unique(documents.map(({ id }) => id)) }
  return condition({ kind: 'DOCUMENT', value: titles, filter, ranges: found })
}

/** An agency counts where the query says in what role: 市科技局牵头的; one that is only named may be spoken about. */
function readAgencies(
  index: NameIndex,
  query: string,
  mentions: readonly Mention[],
  given: ClauseFilter,
): Found {
  for (const mention of mentions) {
    if (mention.kind !== 'ROLE') continue
    const before = query.slice(0, mention.start)
    const named = agencyBefore(index, before)
    if (named === null) continue
    const names = unique(named.agencies.map(({ name }) => name)).join('、')
    const role = mention.role === null ? '' : `，${ROLE_NAMES[mention.role]}`
    if (given.agencyIds !== undefined || given.role !== undefined)
      return aside(`提到部门“${names}”：已另给部门条件，未作为筛选条件`)
    const agencyIds = named.agencies.map(({ id }) => id)
    const filter = { agencyIds, ...(mention.role === null ? {} : { role: mention.role }) }
    const ranges = [{ start: named.start, end: mention.end }]
    return condition({ kind: 'AGENCY', value: `${names}${role}`, filter, ranges })
  }
  return NOTHING
}

/** The agencies of the longest name that stands at the end of a text. */
function agencyBefore(
  index: NameIndex,
  text: string,
): { readonly agencies: readonly AgencyNode[]; readonly start: number } | null {
  const run = /[\p{Script=Han}（）()]*$/u.exec(text)?.[0] ?? ''
  for (let length = Math.min(run.length, LONGEST_AGENCY); length >= SHORTEST_AGENCY; length -= 1) {
    const name = run.slice(-length)
    const whole = agenciesNamed(index, name)
    const agencies = whole.length > 0 ? whole : agenciesOfAnyPlace(index, name)
    if (agencies.length > 0) return { agencies, start: text.length - length }
  }
  return null
}

/** 市科技局, 科技局: those whose names are that of their place and this, the rank of the place said once. */
function agenciesOfAnyPlace(index: NameIndex, name: string): readonly AgencyNode[] {
  const found = new Map<string, AgencyNode>()
  const [key, loose] = [foldKey(name), looseAgencyKey(name)]
  const collect = (names: ReadonlyMap<string, readonly AgencyNode[]>, end: string) => {
    for (const [full, agencies] of names) {
      if (!full.endsWith(end)) continue
      for (const agency of agencies) {
        const place = agency.placeId === null ? null : index.gazetteer.byId(agency.placeId)
        const own = place === null ? '' : foldKey(place.name)
        if (own !== '' && (full === own + end || full === own.slice(0, -1) + end))
          found.set(agency.id, agency)
      }
    }
  }
  collect(index.agenciesByName, key)
  if (found.size === 0) collect(index.agenciesByLooseName, loose)
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function withoutRanges(text: string, ranges: readonly TextRange[]): string {
  let rest = text
  for (const { start, end } of [...ranges].sort((a, b) => b.start - a.start)) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  }
  // what joined the condition to its subject, and words of issuing: 济南市 [的], 2025年 [印发的]
  return rest
    .replace(/ +(?:的|印发的?|发布的?|出台的?|下发的?|以来)?/gu, ' ')
    .replace(/^[\s,，、:：的]+/u, '')
    .trim()
}

function condition(found: Condition): Found {
  return { conditions: [found], asides: [], isUncovered: false }
}

function aside(sentence: string, isUncovered = false): Found {
  return { conditions: [], asides: [sentence], isUncovered }
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}
