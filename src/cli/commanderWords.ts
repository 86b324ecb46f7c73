import type { CommanderError } from 'commander'

/** commander's headings of its help text, Chinese first. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法 usage:',
  'Arguments:': '参数 arguments:',
  'Options:': '选项 options:',
  'Commands:': '命令 commands:',
}

/** What was wrong, by commander's code; its own sentence follows, since it names the word in question. */
const FAULTS: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingArgument': '缺少参数',
  'commander.excessArguments': '参数过多',
  'commander.optionMissingArgument': '选项缺少值',
  'commander.invalidArgument': '选项的值不对',
}

/** Codes that stand for help or version, asked for. */
const ASKED_FOR = new Set(['commander.helpDisplayed', 'commander.version', 'commander.help'])

export function translateTitle(title: string): string {
  return TITLES[title] ?? title
}

/** Null where nothing was wrong: the user asked for help or version. */
export function describeMisuse(error: CommanderError): string | null {
  if (ASKED_FOR.has(error.code)) return null
  const detail = error.message.replace(/^error: /, '').split('\n')[0] ?? ''
  return `${FAULTS[error.code] ?? '用法不对'}（${detail}）；用 --help 看用法`
}
