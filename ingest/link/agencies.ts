import { NATIONAL_CODE } from '../../src/domain/ids.ts'
import type { AgencyNode, PlaceNode } from '../../src/domain/nodes.ts'
import type { Level } from '../../src/domain/vocabulary.ts'
import type { Gazetteer } from '../../src/text/gazetteer.ts'
import { fieldOfClass, isAgencyClass } from './agencyClass.ts'
import { agencyNode, bodyNode, namedPlaceAgency, type ResolvedAgency } from './agencyNode.ts'
import { type AgencyPrefix, readPrefixes } from './agencyPrefix.ts'
import type { AgencyName, AgencyTable } from './agencyTable.ts'
import { readVertical } from './verticalBodies.ts'
import { committeeWords, readCommittee, readZoneHead } from './zones.ts'

/** What a name is read against. */
export interface AgencyContext {
  /** The place of the document. */
  readonly place: PlaceNode | null
  /** The body whose departments bare names of 处, 办, 科 and 分局 are. */
  readonly body: AgencyNode | null
  /** Short forms that the document itself defines: 省局 → 吉林省药监局. */
  readonly shortForms: ReadonlyMap<string, string>
}

export interface AgencyResolver {
  /** Never fails: an unknown name becomes a body without function. One name, no list. */
  resolve(printed: string, context: AgencyContext): ResolvedAgency
}

/** Office words that end the name of an internal department. */
const DEPARTMENT = /(?:处|科|室|办|(?<!公)司|分局|支队|总队|大队|中心|所|站|队|党委)$/u
/** Bare department names of a known body, e.g. 行政审批办; 各检查分局 is a class of them. */
const BARE_DEPARTMENT = /(?:处|科|室|办|(?<!公)司|分局|支队|大队|中心)$/u
const BARE_CLASS = /(?:处室|科室|处|科|分局|支队|大队|内设机构|直属单位)$/u
/** Bodies that lead others: 市委党史研究院 and 市政府研究室 are no departments of theirs. */
const LEADING = new Set(['党委', '政府', '人大', '政协', '共青团'])
/** Words that a document of the centre leaves out of its bodies' names. */
const CENTRAL_WORDS = ['国家', '国务院', '中央', '全国']
const TRAILING_BRACKET = /（[^（）]*）$/u
/** The shortest name that can be a body before a department: 省局 would be a short form. */
const SHORTEST_BODY = 3

export function createAgencyResolver(table: AgencyTable, gazetteer: Gazetteer): AgencyResolver {
  return new TableResolver(table, gazetteer)
}

class TableResolver implements AgencyResolver {
  readonly #table: AgencyTable
  readonly #gazetteer: Gazetteer

  constructor(table: AgencyTable, gazetteer: Gazetteer) {
    this.#table = table
    this.#gazetteer = gazetteer
  }

  resolve(printed: string, context: AgencyContext): ResolvedAgency {
    const long = context.shortForms.get(printed)
    const name = long !== undefined && long !== printed ? long : printed
    const bare = name.replace(TRAILING_BRACKET, '')
    return (
      this.#bareDepartment(bare, context) ??
      this.#statutory(name, context) ??
      (bare === name ? null : this.#statutory(bare, context)) ??
      this.#class(name, context) ??
      this.#committee(name, context) ??
      readVertical(name, this.#nation()) ??
      this.#department(name, context) ??
      this.#unknown(name, context)
    )
  }

  #nation(): PlaceNode | null {
    return this.#gazetteer.byCode(NATIONAL_CODE)
  }

  /** 科技处 or 各检查分局 where the document's body is known. */
  #bareDepartment(name: string, context: AgencyContext): ResolvedAgency | null {
    const { body } = context
    if (body === null) return null
    const isClass = isAgencyClass(name) && BARE_CLASS.test(name)
    if (!isClass && (!BARE_DEPARTMENT.test(name) || this.#statutory(name, context) !== null)) return null
    const { form } = this.#prefix(name, context)
    // 长春检查分局 is named after its seat; 省药品审评中心 names another owner.
    if (form !== 'none' && !(form === 'short' && name.endsWith('分局'))) return null
    return this.#below(body, name, isClass, [])
  }

  /** A name of the table: 市科技局, 济南市卫生健康委员会, 国家药监局, 中共济南市委组织部. */
  #statutory(name: string, context: AgencyContext): ResolvedAgency | null {
    const whole = name.replace(/^中华人民共和国/u, '')
    const national = [whole, whole.replace(/^(?:国家|中共)/u, '')].map((each) =>
      this.#table.national.get(each),
    )
    const known =
      national[0] ?? (whole.startsWith('国家') || whole.startsWith('中共') ? national[1] : undefined)
    if (known) return bodyNode(known, this.#nation(), this.#nation())
    // 扶贫办, 统战部 in a document of the centre are 国务院扶贫办 and 中央统战部
    const own = CENTRAL_WORDS.map((word) => this.#table.national.get(word + whole)).find((each) => each)
    if (context.place?.level === 'NATIONAL' && own) return bodyNode(own, this.#nation(), this.#nation())
    for (const head of this.#table.heads) {
      if (!name.startsWith(head)) continue
      const rest = name.slice(head.length)
      const found = this.#local(head, rest, context)
      if (found) return found
    }
    return null
  }

  #local(head: string, rest: string, context: AgencyContext): ResolvedAgency | null {
    for (const prefix of readPrefixes(rest, context.place, this.#gazetteer)) {
      const tail = rest
        .slice(prefix.length)
        .replace(/^党委/u, '委')
        .replace(/^委员会(?=.)/u, '委')
      const names = this.#table.local.get(`${head}|${tail}`)
      if (!names) continue
      if (prefix.form === 'none') return this.#unplaced(names, tail, context)
      if (prefix.place === null) return this.#ofEach(rest, rowFor(names, 'MUNICIPAL'), context.place)
      return bodyNode(this.#fit(names, prefix.place), prefix.place, this.#nation())
    }
    const zone = head === '' ? readZoneHead(rest, context.place, this.#gazetteer) : null
    const names = zone && this.#table.local.get(`|${rest.slice(zone.length)}`)
    return zone && names ? namedPlaceAgency(this.#fit(names, zone.zone.zone), zone.zone.zone) : null
  }

  /** 市科技局 in the document of a province is a body of each of its cities; of an unknown place, one body. */
  #ofEach(printed: string, names: AgencyName, place: PlaceNode | null): ResolvedAgency {
    if (place !== null) return this.#classOf(printed, place, names.row.function)
    return agencyNode({ name: printed, function: names.row.function, place: null })
  }

  /** A bare 科技局 is the document's own; a 厅 named by a city is its province's; 科技局 in a national text is a class. */
  #unplaced(names: readonly AgencyName[], tail: string, context: AgencyContext): ResolvedAgency | null {
    const { place } = context
    if (place === null) return namedPlaceAgency(rowFor(names, 'PROVINCIAL'), null)
    if (place.level === 'NATIONAL')
      return this.#classOf(tail, place, rowFor(names, 'PROVINCIAL').row.function)
    const levels = names.flatMap((each) => each.names.levels)
    const above = tail.endsWith('厅') && !tail.endsWith('办公厅') && !levels.includes(place.level)
    const owner = (above && this.#gazetteer.atLevel(place, 'PROVINCIAL')) || place
    if (owner.level === 'PROVINCIAL' && !levels.includes('PROVINCIAL') && !owner.name.endsWith('市')) {
      return this.#classOf(tail, owner, rowFor(names, 'MUNICIPAL').row.function)
    }
    return bodyNode(this.#fit(names, owner), owner, this.#nation())
  }

  #fit(names: readonly AgencyName[], place: PlaceNode): AgencyName {
    const direct = place.level === 'PROVINCIAL' && place.name.endsWith('市')
    const special = direct ? names.find((each) => each.names.direct) : undefined
    if (special) return special
    const usual = names.filter((each) => !each.names.direct)
    return rowFor(usual.length > 0 ? usual : names, direct ? 'MUNICIPAL' : place.level)
  }

  #class(name: string, context: AgencyContext): ResolvedAgency | null {
    if (!isAgencyClass(name)) return null
    const prefix = this.#prefix(name, context)
    if (prefix.form === 'short' && prefix.place)
      return agencyNode({ name, agencyKind: 'CLASS', place: prefix.place })
    const rest = prefix.place === null ? name : name.slice(prefix.length)
    const field = fieldOfClass(rest).find((each) => this.#table.functions.has(each)) ?? null
    return this.#classOf(rest, prefix.place ?? context.place, field)
  }

  #classOf(rest: string, place: PlaceNode | null, field: string | null): ResolvedAgency {
    const national = place === null || place.level === 'NATIONAL'
    return agencyNode({
      name: national ? rest : place.name + rest,
      agencyKind: 'CLASS',
      function: field,
      place,
    })
  }

  #committee(name: string, context: AgencyContext): ResolvedAgency | null {
    const zone = readCommittee(name, context.place, this.#gazetteer)
    if (!zone) return null
    const [usual, official] = committeeWords(name)
    const agency = agencyNode({
      name: zone.zone.name + usual,
      officialName: zone.committee.replace(/管理委员会$/u, official),
      place: zone.zone,
    })
    return { ...agency, region: zone.printed }
  }

  /** 省药监局区域检查第六分局: a department named after its body. */
  #department(name: string, context: AgencyContext): ResolvedAgency | null {
    if (!DEPARTMENT.test(name)) return null
    for (let length = name.length - 1; length >= SHORTEST_BODY; length -= 1) {
      const body = this.#statutory(name.slice(0, length), context)
      if (!body || body.agency.agencyKind === 'CLASS' || LEADING.has(body.agency.function ?? '')) continue
      return this.#below(body.agency, name.slice(length), false, body.zones)
    }
    return null
  }

  #below(body: AgencyNode, rest: string, isClass: boolean, zones: readonly PlaceNode[]): ResolvedAgency {
    const place = body.placeId === null ? null : this.#gazetteer.byId(body.placeId)
    const known = place ?? zones[0] ?? null
    const node = agencyNode({
      name: body.name + rest,
      aliases: [rest],
      agencyKind: isClass ? 'CLASS' : 'DEPARTMENT',
      place: known,
      placeId: body.placeId,
      parent: body,
    })
    return { ...node, zones }
  }

  /** Kept under the name as printed, its place written out: 省药品检验研究院 → 吉林省药品检验研究院. */
  #unknown(name: string, context: AgencyContext): ResolvedAgency {
    const prefix = this.#prefix(name, context)
    const { place, length, form } = prefix
    if (form === 'relative' && place === null) return this.#classOf(name, context.place, null)
    const spelled = form === 'place' || form === 'relative'
    const own = place !== null && place.level !== 'NATIONAL' && spelled
    return agencyNode({ name: own ? place.name + name.slice(length) : name, place })
  }

  #prefix(name: string, context: AgencyContext): AgencyPrefix {
    const prefixes = readPrefixes(name, context.place, this.#gazetteer)
    const whole = prefixes.find((each) => each.length < name.length && !each.doubtful)
    return whole ?? { place: context.place, length: 0, form: 'none' }
  }
}

const ORDER: readonly Level[] = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY']

/** The name of that level, else of the nearest one. */
function rowFor(names: readonly AgencyName[], level: Level): AgencyName {
  const distance = (each: AgencyName): number =>
    Math.min(...each.names.levels.map((other) => Math.abs(ORDER.indexOf(other) - ORDER.indexOf(level))))
  return names.reduce((best, each) => (distance(each) < distance(best) ? each : best))
}
