/** What the faces write to: pino, or anything of its shape. Fixed keys: `stage`, `file`, `ms`, `count`, `code`. */
export interface Logger {
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
