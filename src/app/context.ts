import type { Readable, Writable } from 'node:stream'
import type { Terminal } from '../cli/runtime.ts'
import type { Config, Environment } from '../config/loadConfig.ts'
import type { PackagePlace } from './packageRoot.ts'

/** All that the program knows of its process. */
export interface RuntimeOptions {
  readonly place: PackagePlace
  readonly env: Environment
  readonly platform: string
  readonly nodeVersion: string
  readonly home: string
  readonly workingDir: string
  readonly terminal: Terminal
  /** Standard input and output themselves, for a protocol on them. */
  readonly pipes: () => { readonly input: Readable; readonly output: Writable }
  readonly signal: AbortSignal
}

/** What a command's module gets: the process's facts and the checked configuration. */
export interface CommandContext extends RuntimeOptions {
  readonly config: Config
}
