import { zoneId } from '../../src/domain/ids.ts'
import type { PlaceNode } from '../../src/domain/nodes.ts'
import type { Gazetteer, PlaceForm } from '../../src/text/gazetteer.ts'
import { shortPlaceName } from '../../src/text/placeNames.ts'

/** A zone named in a text, with its node and the statutory name of its committee where that follows a rule. */
export interface ZoneName {
  readonly zone: PlaceNode
  /** 济南高新技术产业开发区管理委员会. */
  readonly committee: string
  /** The zone in the words of the text, with its city: 济宁经济技术开发区. */
  readonly printed: string
}

const COMMITTEE = /(?:管理委员会|管委会|执行委员会|执委会)$/u
/** A few zones are run by an office instead: 前海管理局. */
const OFFICE = /管理局$/u
/** Committees that manage a subject, not a zone. */
const SUBJECT = /(?:监督|城市|标准化|公积金|基金|保密|无线电|爱国卫生)(?:管理委员会|管委会)$/u
/** Long forms of kinds of zones and the usual short ones. */
const KINDS: readonly (readonly [long: string, short: string])[] = [
  ['高新技术产业开发区', '高新区'],
  ['高新技术产业园区', '高新区'],
  ['经济技术开发区', '经开区'],
  ['综合保税区', '综保区'],
  ['自由贸易试验区', '自贸试验区'],
  ['自由贸易港', '自贸港'],
]
/** A kind alone means the one of the document's own place: 高新区管委会. */
const KIND_ONLY =
  /^(?:高新区|经开区|经济开发区|开发区|综保区|保税区|新区|旅游度假区|度假区|临空经济区|自贸试验区|风景名胜区)$/u
const ZONE_KIND = /(?:区|园|港|城|中心|基地|谷|带|走廊)$/u
const FREE_TRADE = /^(?:中国（(.+?)）)?(.*?)(?:自由贸易试验区|自贸试验区|自贸区)(.*)$/u
/** The zone before the name of one of its own offices: 济南高新区市场监管局. */
const ZONE_HEAD =
  /^.{0,14}?(?:高新技术产业开发区|高新区|经济技术开发区|经开区|经济开发区|开发区|自贸试验区.{0,6}?片区|合作区|示范区|度假区|保税区|新区)/u

/** The usual and the full word for the body that runs a zone: 管委会 and 管理委员会. */
export function committeeWords(printed: string): readonly [usual: string, full: string] {
  if (OFFICE.test(printed)) return ['管理局', '管理局']
  return /执(?:行)?委(?:员)?会$/u.test(printed) ? ['执委会', '执行委员会'] : ['管委会', '管理委员会']
}

/** The zone of a 管委会 as printed: 济南高新区管委会, 中国（山东）自由贸易试验区济南片区管理委员会; null for other bodies. */
export function readCommittee(
  printed: string,
  context: PlaceNode | null,
  gazetteer: Gazetteer,
): ZoneName | null {
  if (OFFICE.test(printed)) {
    const name = printed.replace(OFFICE, '')
    return gazetteer.named(name).some(({ code }) => code === null) ? readZone(name, context, gazetteer) : null
  }
  if (!COMMITTEE.test(printed) || SUBJECT.test(printed) || printed.includes('、')) return null
  const name = printed
    .replace(COMMITTEE, '')
    .replace(/^[本我全]?市(?=[^市场县区].*(?:区|园|中心|城|港)$)/u, '')
  return name.length < 2 ? null : readZone(name, context, gazetteer)
}

/** The zone at the start of a name and what follows it. */
export function readZoneHead(
  printed: string,
  context: PlaceNode | null,
  gazetteer: Gazetteer,
): { readonly zone: ZoneName; readonly length: number } | null {
  const match = ZONE_HEAD.exec(printed)?.[0]
  if (match === undefined || match.length === printed.length) return null
  const zone = readZone(match.replace(/^市(?=.*区)/u, ''), context, gazetteer)
  return zone && { zone, length: match.length }
}

/** The node of a zone, named in its usual short form: 济南高新区, 自贸试验区济南片区. */
export function readZone(name: string, context: PlaceNode | null, gazetteer: Gazetteer): ZoneName | null {
  const known = gazetteer.named(name)
  const only = known[0]
  if (only && known.length === 1)
    return only.code === null ? { zone: only, committee: `${only.name}管理委员会`, printed: only.name } : null
  const own = context?.code === null ? (gazetteer.ancestors(context)[0] ?? null) : context
  return readFreeTrade(name, own, gazetteer) ?? readPlain(name, own, gazetteer)
}

function readFreeTrade(name: string, context: PlaceNode | null, gazetteer: Gazetteer): ZoneName | null {
  const match = FREE_TRADE.exec(name)
  if (!match) return null
  const [, bracketed = '', before = '', area = ''] = match
  const runner =
    placeIn(area, context, gazetteer) ?? placeIn(bracketed || before, context, gazetteer) ?? context
  if (runner === null) return null
  const province = gazetteer.atLevel(runner, 'PROVINCIAL')
  const provinceName = province ? (shortPlaceName(province.name) ?? province.name) : bracketed || before
  const short = area === '' ? `${provinceName}自贸试验区` : `自贸试验区${area}`
  return {
    zone: zoneNode(short, runner, gazetteer),
    committee: `中国（${provinceName}）自由贸易试验区${area}管理委员会`,
    printed: short,
  }
}

function readPlain(name: string, context: PlaceNode | null, gazetteer: Gazetteer): ZoneName | null {
  const prefix = gazetteer.longestPrefix(name, context === null ? {} : { within: context.id })
  const named =
    prefix && prefix.place.code !== null && isLead(prefix.form, name.slice(prefix.length)) ? prefix : null
  const runner = named?.place ?? context
  if (runner === null) return null
  const placeName = shortPlaceName(runner.name) ?? runner.name
  const rest = named ? name.slice(named.length) : name
  const kind = KINDS.reduce((text, [long, short]) => text.replace(long, short), rest)
  const full = KINDS.reduce((text, [long, short]) => (text === short ? long : text), kind)
  const lead = named || KIND_ONLY.test(kind) ? placeName : ''
  return {
    zone: zoneNode(lead + kind, runner, gazetteer),
    committee: `${lead}${full}管理委员会`,
    printed: lead + rest,
  }
}

/** Whether a place before these words is the zone's city: 济南 of 济南高新区, but not 长白 of 长白山. */
function isLead(form: PlaceForm, rest: string): boolean {
  return form === 'short' ? ZONE_KIND.test(rest) : rest !== ''
}

function placeIn(text: string, context: PlaceNode | null, gazetteer: Gazetteer): PlaceNode | null {
  const scope = context === null ? {} : { within: context.id }
  return gazetteer.find(text, scope).at(-1)?.place ?? null
}

function zoneNode(name: string, runner: PlaceNode, gazetteer: Gazetteer): PlaceNode {
  const base = runner.code === null ? gazetteer.ancestors(runner).find((each) => each.code !== null) : runner
  const code = base?.code ?? '000000'
  const id = zoneId(code, name)
  return (
    gazetteer.byId(id) ?? {
      kind: 'JURISDICTION',
      id,
      name,
      code: null,
      level: runner.level,
      parentId: base?.id ?? runner.id,
    }
  )
}
