import { formatCounter } from './wordCounters.ts'
import { childAt, childElements, descendants, type XmlElement } from './xml.ts'

/** Where a paragraph gets its number from: `w:numPr`. */
export interface NumberRef {
  readonly numId: string
  readonly level: number
}

interface Level {
  readonly start: number
  readonly format: string
  /** `第%1条`. */
  readonly text: string
  /** What parts the number from the text. */
  readonly suffix: string
  /** The level above whose step restarts this one; `0` never. */
  readonly restart: string | null
  /** All numbers in it in Arabic digits: `w:isLgl`. */
  readonly legal: boolean
  readonly style: string | null
}

interface NumberingInstance {
  /** Instances of one definition count on together. */
  readonly key: string
  readonly levels: ReadonlyMap<number, Level>
  readonly startOverrides: ReadonlyMap<number, number>
}

export interface Numbering {
  /** The number of the next paragraph there, as Word prints it: 第一条, （一）; null without one. Counts on each call. */
  next(ref: NumberRef): string | null
  /** The level that is bound to a paragraph style. */
  levelOfStyle(numId: string, style: string): number | null
}

const LEVELS = 9

/** The counters of `word/numbering.xml`. Source: ECMA-376-1, 17.9. */
export function openNumbering(root: XmlElement | null): Numbering {
  const instances = root === null ? new Map<string, NumberingInstance>() : readInstances(root)
  const counters = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()
  return {
    levelOfStyle(numId, style) {
      for (const [index, level] of instances.get(numId)?.levels ?? []) if (level.style === style) return index
      return null
    },
    next({ numId, level: at }) {
      const instance = instances.get(numId)
      const level = instance?.levels.get(at)
      if (instance === undefined || level === undefined) return null
      const counts = counters.get(instance.key) ?? []
      counters.set(instance.key, counts)
      if (!started.has(numId)) {
        started.add(numId)
        for (const [index, start] of instance.startOverrides) counts[index] = start - 1
      }
      step(counts, at, instance.levels)
      return print(level, counts, instance.levels)
    },
  }
}

function step(counts: (number | undefined)[], at: number, levels: ReadonlyMap<number, Level>): void {
  counts[at] = (counts[at] ?? levels.get(at)!.start - 1) + 1
  for (let below = at + 1; below < LEVELS; below++) {
    const restart = levels.get(below)?.restart ?? null
    if (restart !== '0' && (restart === null || Number(restart) > at)) counts[below] = undefined
  }
  for (let above = 0; above < at; above++) counts[above] ??= levels.get(above)?.start ?? 1
}

function print(
  level: Level,
  counts: readonly (number | undefined)[],
  levels: ReadonlyMap<number, Level>,
): string | null {
  if (level.format === 'bullet' || level.format === 'none') return null
  const text = level.text.replace(/%(\d)/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const format = level.legal ? 'decimal' : (levels.get(index)?.format ?? 'decimal')
    return formatCounter(counts[index] ?? 1, format)
  })
  if (text === '') return null
  return level.suffix === 'nothing' || /[、．）)]$/.test(text) ? text : `${text} `
}

function readInstances(root: XmlElement): Map<string, NumberingInstance> {
  const definitions = new Map(
    childElements(root, 'abstractNum').map((definition) => [
      definition.attributes['abstractNumId'] ?? '',
      definition,
    ]),
  )
  const byStyle = new Map(
    [...definitions.values()].flatMap((definition) => {
      const style = childAt(definition, 'styleLink')?.attributes['val']
      return style === undefined ? [] : [[style, definition] as const]
    }),
  )
  const instances = new Map<string, NumberingInstance>()
  for (const instance of childElements(root, 'num')) {
    const id = childAt(instance, 'abstractNumId')?.attributes['val'] ?? ''
    const named = definitions.get(id)
    const link = childAt(named, 'numStyleLink')?.attributes['val']
    const definition = (link === undefined ? named : byStyle.get(link)) ?? named
    if (definition === undefined) continue
    const levels = new Map(childElements(definition, 'lvl').map(readLevel))
    const startOverrides = new Map<number, number>()
    for (const override of childElements(instance, 'lvlOverride')) {
      const index = Number(override.attributes['ilvl'] ?? 0)
      const start = childAt(override, 'startOverride')?.attributes['val']
      if (start !== undefined) startOverrides.set(index, Number(start))
      for (const level of childElements(override, 'lvl')) levels.set(...readLevel(level))
    }
    const key = definition.attributes['abstractNumId'] ?? id
    instances.set(instance.attributes['numId'] ?? '', { key, levels, startOverrides })
  }
  return instances
}

function readLevel(level: XmlElement): [number, Level] {
  const value = (name: string) => childAt(level, name)?.attributes['val'] ?? null
  // newer formats hide in an alternative that older programs skip
  const format = descendants(level, 'numFmt')[0]?.attributes['val'] ?? 'decimal'
  return [
    Number(level.attributes['ilvl'] ?? 0),
    {
      start: Number(value('start') ?? 1),
      format,
      text: value('lvlText') ?? '',
      suffix: value('suff') ?? 'tab',
      restart: value('lvlRestart'),
      legal: childAt(level, 'isLgl') !== undefined,
      style: value('pStyle'),
    },
  ]
}
