import { pino } from 'pino'
import type { Terminal } from '../cli/runtime.ts'
import type { LogLevel } from '../config/loadConfig.ts'

export interface Logger {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** JSON lines on standard error, with fixed keys: `stage`, `file`, `ms`, `count`, `code`. */
export function createLogger(level: LogLevel, terminal: Terminal): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line) => terminal.err(line) },
  )
}
