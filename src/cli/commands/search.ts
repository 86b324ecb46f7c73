import type { Level, Role, SearchMode } from '../../domain/vocabulary.ts'
import type { AddCommand } from '../addCommand.ts'
import { readFirst, readLevel, readMode, readRole } from '../arguments.ts'
import { formatSearch } from '../formatSearch.ts'

interface SearchFlags {
  readonly mode: SearchMode
  readonly first: number
  readonly place?: string
  readonly level?: Level
  readonly agency?: string
  readonly role?: Role
  readonly product?: string
  readonly json?: true
}

/** `zhengmai search <words…>`: clauses by meaning and words, beside a running service too. */
export const addSearch: AddCommand = (program, { terminal, search }) => {
  program
    .command('search')
    .description('检索条款 search clauses')
    .argument('<words...>', '检索词')
    .option('--mode <mode>', '方式 hybrid、semantic、keyword', readMode, 'HYBRID' as SearchMode)
    .option('--first <n>', '最多几条，1 至 100', readFirst, 10)
    .option('--place <name>', '地方及其下级：名称、代码或编号')
    .option('--level <level>', '层级：国家、省、市、县', readLevel)
    .option('--agency <name>', '机关：名称或编号')
    .option('--role <role>', '机关的职责：牵头、负责、配合', readRole)
    .option('--product <name>', '产品类型：名称或编号')
    .option('--json', '输出 JSON print JSON')
    .action(async (words: string[], flags: SearchFlags) => {
      const answer = await search({
        query: words.join(' '),
        mode: flags.mode,
        first: flags.first,
        place: flags.place ?? null,
        level: flags.level ?? null,
        agency: flags.agency ?? null,
        role: flags.role ?? null,
        productType: flags.product ?? null,
      })
      terminal.out(flags.json === true ? `${JSON.stringify(answer, null, 2)}\n` : formatSearch(answer))
    })
}
