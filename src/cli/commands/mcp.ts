import type { AddCommand } from '../addCommand.ts'

/** `zhengmai mcp`: for chat assistants that start their tools themselves; beside a running service too. */
export const addMcp: AddCommand = (program, { mcp }) => {
  program
    .command('mcp')
    .description('以标准输入输出向聊天助手提供 MCP serve MCP on standard input and output')
    .action(() => mcp())
}
