import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Bar, type Figure, reachesBar } from './figure.ts'
import type { SizeName } from './sizes.ts'

/** The figures of one run and the machine that they were measured on. */
export interface Results {
  readonly machine: {
    readonly cores: number
    readonly processor: string
    readonly memoryMB: number
    readonly node: string
    readonly platform: string
  }
  /** ISO-8601 day. */
  readonly date: string
  readonly size: SizeName
  readonly figures: readonly Figure[]
}

const BASELINE = fileURLToPath(new URL('./results/baseline.json', import.meta.url))

export function describeResults(figures: readonly Figure[], size: SizeName): Results {
  const processors = cpus()
  return {
    machine: {
      cores: processors.length,
      processor: processors[0]?.model.trim() ?? '',
      memoryMB: Math.round(totalmem() / 1024 ** 2),
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
    },
    date: new Date().toISOString().slice(0, 10),
    size,
    figures: figures.map(roundFigure),
  }
}

/** The committed results; null where there are none yet. */
export function readBaseline(): Results | null {
  try {
    return JSON.parse(readFileSync(BASELINE, 'utf8')) as Results
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Figures of measurements that were not run keep their old values. */
export function saveBaseline(results: Results): void {
  const fresh = new Map(results.figures.map((figure) => [figure.name, figure]))
  const ran = new Set(results.figures.map((figure) => measurementOf(figure)))
  const old = (readBaseline()?.figures ?? []).filter((figure) => !ran.has(measurementOf(figure)))
  writeResults(BASELINE, { ...results, figures: [...old, ...fresh.values()] })
}

export function writeResults(file: string, results: Results): void {
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`)
}

/** One line a figure: value, bar and whether it is reached, change against the baseline. */
export function formatResults({ figures }: Results, baseline: Results | null): string {
  const rows = figures.map((figure) => {
    const before = baseline?.figures.find(({ name }) => name === figure.name)?.value ?? null
    return [
      figure.what,
      figure.value === null ? '—' : `${formatNumber(figure.value)} ${figure.unit}`,
      figure.range === null ? '' : figure.range.map(formatNumber).join('…'),
      formatBar(figure),
      figure.skipped === null
        ? formatChange(figure.value, before)
        : `skipped: ${figure.skipped.split('\n')[0]}`,
    ]
  })
  return alignColumns([['what', 'figure', 'range', 'bar', 'against baseline'], ...rows])
}

function measurementOf({ name }: Figure): string {
  return name.split('/')[0] ?? name
}

function roundFigure(figure: Figure): Figure {
  const round = (value: number) => Number(value.toPrecision(4))
  return {
    ...figure,
    value: figure.value === null ? null : round(figure.value),
    range: figure.range === null ? null : [round(figure.range[0]), round(figure.range[1])],
  }
}

function formatNumber(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

function formatBar(figure: Figure): string {
  if (figure.bar === null) return ''
  const limit = (bar: Bar) => ('atLeast' in bar ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`)
  const reached = reachesBar(figure)
  return `${limit(figure.bar)}${reached === null ? '' : reached ? ' reached' : ' MISSED'}`
}

function formatChange(value: number | null, before: number | null): string {
  if (value === null || before === null || before === 0) return ''
  const percent = Math.round((value / before - 1) * 100)
  return `${percent >= 0 ? '+' : ''}${percent} %`
}

function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_cell, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
