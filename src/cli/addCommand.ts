import type { Command } from 'commander'
import type { CliRuntime } from './runtime.ts'

/** Adds one command to the program; its exit status goes to `done`, 0 where it does not call it. */
export type AddCommand = (program: Command, runtime: CliRuntime, done: (exitStatus: number) => void) => void
