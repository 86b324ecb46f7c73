import { readFileSync } from 'node:fs'
import { type Figure, type FigureTitle, singleFigure, skippedFigure } from './figure.ts'

/** MB of a process; `VmRSS` now, `VmHWM` at most so far. Null where the system does not tell. */
export function readMemory(pid: number | undefined, field: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    )?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}

/** @param value from `readMemory` */
export function memoryFigure(title: FigureTitle, value: number | null): Figure {
  return value === null ? skippedFigure(title, 'this system has no /proc') : singleFigure(title, value)
}
