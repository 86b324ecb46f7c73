import { NATIONAL_CODE, placeId, zoneId } from '../domain/ids.ts'
import type { PlaceNode } from '../domain/nodes.ts'
import { LEVELS, type Level } from '../domain/vocabulary.ts'
import { ZhengmaiError } from '../errors/error.ts'
import type { FormerName } from './gazetteer.ts'

/** Administrative divisions and the names they had before. */
export interface Divisions {
  readonly places: readonly PlaceNode[]
  readonly formerNames: readonly FormerName[]
}

/**
 * Reads the parsed `seeds/divisions.json`: `places` as `[code, name, level, code of the parent or null]`, `formerNames` as
 * `[former name, code of today's division, year of the change]`.
 * @throws ZhengmaiError SEEDS_INVALID
 */
export function readDivisions(data: unknown): Divisions {
  const { places, formerNames } = rowsOf(data, ['places', 'formerNames'])
  const nodes = new Map<string, PlaceNode>()
  for (const [code, name, level, parent] of places ?? []) {
    if (typeof code !== 'string' || !/^\d{6}$/.test(code) || typeof name !== 'string' || !isLevel(level)) {
      throw invalid(`行政区划 ${String(code)} ${String(name)}`)
    }
    if (parent !== null && !(typeof parent === 'string' && nodes.has(parent))) throw invalid(`${name}的上级`)
    nodes.set(code, {
      kind: 'JURISDICTION',
      id: placeId(code),
      name,
      code,
      level,
      parentId: parent === null ? null : placeId(parent as string),
    })
  }
  if (!nodes.has(NATIONAL_CODE)) throw invalid('缺少国家')
  const former = (formerNames ?? []).map(([name, code, until]): FormerName => {
    if (
      typeof name !== 'string' ||
      typeof code !== 'string' ||
      !nodes.has(code) ||
      typeof until !== 'number'
    ) {
      throw invalid(`旧地名 ${String(name)}`)
    }
    return { name, placeId: placeId(code), until }
  })
  return { places: [...nodes.values()], formerNames: former }
}

/**
 * Reads the parsed `seeds/zones.json`: `zones` as `[name, code of the division that runs it, other names]`; the node has the
 * level of that division.
 * @throws ZhengmaiError SEEDS_INVALID
 */
export function readZones(data: unknown, places: readonly PlaceNode[]): Divisions {
  const byCode = new Map(places.map((place) => [place.code, place]))
  const nodes: PlaceNode[] = []
  const names: FormerName[] = []
  for (const [name, code, others] of rowsOf(data, ['zones'])['zones'] ?? []) {
    const runner = typeof code === 'string' ? byCode.get(code) : undefined
    if (typeof name !== 'string' || runner?.code == null || !Array.isArray(others))
      throw invalid(`功能区 ${String(name)}`)
    const id = zoneId(runner.code, name)
    nodes.push({ kind: 'JURISDICTION', id, name, code: null, level: runner.level, parentId: runner.id })
    for (const other of others) names.push({ name: String(other), placeId: id, until: null })
  }
  return { places: nodes, formerNames: names }
}

function rowsOf(data: unknown, keys: readonly string[]): Record<string, readonly (readonly unknown[])[]> {
  if (typeof data !== 'object' || data === null) throw invalid('不是对象')
  const record = data as Record<string, unknown>
  const rows: Record<string, readonly (readonly unknown[])[]> = {}
  for (const key of keys) {
    const value = record[key]
    if (!Array.isArray(value) || !value.every((row) => Array.isArray(row))) throw invalid(key)
    rows[key] = value as readonly (readonly unknown[])[]
  }
  return rows
}

function isLevel(value: unknown): value is Level {
  return LEVELS.includes(value as Level)
}

function invalid(what: string): ZhengmaiError {
  return new ZhengmaiError('SEEDS_INVALID', `区划数据有误：${what}`)
}
