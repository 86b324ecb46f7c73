import { Command } from 'commander'
import type { AddCommand } from './addCommand.ts'
import { translateTitle } from './commanderWords.ts'
import { addCheck } from './commands/check.ts'
import { addDelete } from './commands/delete.ts'
import { addDoctor } from './commands/doctor.ts'
import { addEvaluate } from './commands/evaluate.ts'
import { addExport } from './commands/export.ts'
import { addImport } from './commands/import.ts'
import { addIngest } from './commands/ingest.ts'
import { addAudit, addKey } from './commands/key.ts'
import { addMcp } from './commands/mcp.ts'
import { addModel } from './commands/model.ts'
import { addParse } from './commands/parse.ts'
import { addReview } from './commands/review.ts'
import { addSearch } from './commands/search.ts'
import { addServe } from './commands/serve.ts'
import { addStatus } from './commands/status.ts'
import type { CliRuntime } from './runtime.ts'

/** In the order of the help text. */
const COMMANDS: readonly AddCommand[] = [
  addIngest,
  addParse,
  addSearch,
  addCheck,
  addServe,
  addMcp,
  addStatus,
  addExport,
  addImport,
  addReview,
  addEvaluate,
  addDelete,
  addKey,
  addAudit,
  addModel,
  addDoctor,
]

/** The command line as a commander program that throws instead of leaving the process. */
export function createProgram(runtime: CliRuntime, done: (exitStatus: number) => void): Command {
  const program = new Command('zhengmai')
    .description(
      '政脉：中国政府政策文件的知识图谱与语义检索\nknowledge graph and semantic search for Chinese government policy documents',
    )
    .version(runtime.version, '-V, --version', '显示版本 show the version')
  for (const add of COMMANDS) add(program, runtime, done)
  program.helpCommand('help [command]', '显示命令的用法 show help for a command')
  configure(program, runtime)
  return program
}

/** For the program and every command below it: settings of output are not inherited by commands made before. */
function configure(command: Command, runtime: CliRuntime): void {
  command
    .exitOverride()
    .helpOption('-h, --help', '显示用法 show help')
    .configureHelp({ styleTitle: translateTitle })
    .configureOutput({
      writeOut: (text) => runtime.terminal.out(text),
      writeErr: (text) => runtime.terminal.err(text),
      // told once, in Chinese, where the exception arrives
      outputError: () => {},
    })
  for (const child of command.commands) configure(child, runtime)
}
