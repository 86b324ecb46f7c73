import { LEVELS, type Level } from '../../src/domain/vocabulary.ts'
import { ZhengmaiError } from '../../src/errors/error.ts'

/** The names that a body with one function bears at some levels. */
export interface AgencyNames {
  readonly levels: readonly Level[]
  /** Statutory name without its place, or with `{P}` (济南市) or `{S}` (济南) where the place stands inside it. */
  readonly official: string
  /** Usual short names in the same form, the most usual first; empty where the statutory name is the usual one. */
  readonly short: readonly string[]
  /** Only in a 直辖市: 上海市教委. */
  readonly direct?: boolean
}

/** A row of `seeds/agencies.json`: one function of government, party or a people's organisation. */
export interface AgencyRow {
  readonly function: string
  /** A body run from the centre (垂直管理), whose local offices belong to 国家: 海关, 税务. */
  readonly vertical?: boolean
  readonly names: readonly AgencyNames[]
}

export interface AgencyName {
  readonly row: AgencyRow
  readonly names: AgencyNames
}

/** The rows with their look-ups. */
export interface AgencyTable {
  readonly rows: readonly AgencyRow[]
  /** Whole names at the national level: 科技部 and 科学技术部. */
  readonly national: ReadonlyMap<string, AgencyName>
  /** Names below the national level by `<words before the place>|<words after it>`: `|科技局`, `中共|委组织部`. */
  readonly local: ReadonlyMap<string, readonly AgencyName[]>
  /** Words that stand before the place, longest first, the empty one last: 中共, 国家税务总局. */
  readonly heads: readonly string[]
  /** Functions by the words that mean them in 财政部门, 市场监管主管部门. */
  readonly functions: ReadonlySet<string>
}

const PLACEHOLDER = /\{[PS]\}/

/**
 * Reads the parsed `seeds/agencies.json`.
 * @throws ZhengmaiError SEEDS_INVALID
 */
export function readAgencyTable(data: unknown): AgencyTable {
  if (!Array.isArray(data)) throw invalid('不是数组')
  const rows = data.map(readRow)
  const national = new Map<string, AgencyName>()
  const local = new Map<string, AgencyName[]>()
  const heads = new Set<string>([''])
  for (const row of rows) {
    for (const names of row.names) {
      for (const name of [names.official, ...names.short]) {
        if (names.levels.includes('NATIONAL')) national.set(name, { row, names })
        else {
          const key = keyOf(name)
          heads.add(key.slice(0, key.indexOf('|')))
          const known = local.get(key)
          if (known) known.push({ row, names })
          else local.set(key, [{ row, names }])
        }
      }
    }
  }
  return {
    rows,
    national,
    local,
    heads: [...heads].sort((a, b) => b.length - a.length),
    functions: new Set(rows.map((row) => row.function)),
  }
}

/** Whether a name, a 省 or 市 before it or not, is one of the table: 市财政局, 财政部. */
export function isTableName({ national, local }: AgencyTable, name: string): boolean {
  const bare = name.replace(/^(?:自治区|自治州|自治县|[省市县区州盟旗])(?=.{2})/u, '')
  return national.has(name) || local.has(`|${bare}`) || local.has(`|${name}`)
}

/** The key of a name in `AgencyTable.local`; the first placeholder counts. */
export function keyOf(name: string): string {
  const at = PLACEHOLDER.exec(name)
  return at ? `${name.slice(0, at.index)}|${name.slice(at.index + at[0].length)}` : `|${name}`
}

function readRow(value: unknown): AgencyRow {
  const row = value as Partial<Record<keyof AgencyRow, unknown>> | null
  const names = row?.names
  if (typeof row?.function !== 'string' || !Array.isArray(names)) throw invalid(JSON.stringify(value))
  for (const each of names as Partial<Record<keyof AgencyNames, unknown>>[]) {
    const { levels, official, short } = each
    const known =
      Array.isArray(levels) && levels.length > 0 && levels.every((level) => LEVELS.includes(level))
    if (!known || typeof official !== 'string' || !Array.isArray(short)) throw invalid(row.function)
    if (levels.includes('NATIONAL') && levels.length > 1) throw invalid(`${row.function}：国家级名称应单列`)
  }
  return value as AgencyRow
}

function invalid(what: string): ZhengmaiError {
  return new ZhengmaiError('SEEDS_INVALID', `机构名称数据有误：${what}`)
}
