import { CommanderError } from 'commander'
import { ERROR_CODES, toZhengmaiError } from '../errors/error.ts'
import { describeMisuse } from './commanderWords.ts'
import { createProgram } from './program.ts'
import type { CliRuntime } from './runtime.ts'

/** Wrong use, as for every command (public contract). */
const WRONG_USE = 2

/**
 * Runs one command line.
 * @param words without the program's own name
 * @returns the exit status: 0 done, 1 some of it failed, 2 wrong use
 */
export async function runCli(words: readonly string[], runtime: CliRuntime): Promise<number> {
  const { terminal } = runtime
  let status = 0
  const program = createProgram(runtime, (exitStatus) => {
    status = exitStatus
  })
  if (words.length === 0) {
    terminal.err(program.helpInformation())
    return WRONG_USE
  }
  try {
    await program.parseAsync([...words], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) {
      const misuse = describeMisuse(error)
      // a group of commands named without one of them shows its help on standard error and means wrong use
      if (misuse === null) return error.exitCode === 0 ? 0 : WRONG_USE
      terminal.err(`错误 BAD_INPUT: ${misuse}\n`)
      return WRONG_USE
    }
    const { code, message } = toZhengmaiError(error)
    terminal.err(`错误 ${code}: ${message}\n`)
    return ERROR_CODES[code].exit
  }
}
