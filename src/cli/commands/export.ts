import { InvalidArgumentError } from 'commander'
import { EXPORT_FORMATS, type ExportFormat, type ExportOutcome } from '../../exchange/exportWords.ts'
import { OUTPUT_LANGUAGES, type OutputLanguage } from '../../exchange/language.ts'
import type { FilterSpec } from '../../exchange/lists/filters.ts'
import { allFilters, LIST_NAMES } from '../../exchange/lists/listFilters.ts'
import type { AddCommand } from '../addCommand.ts'
import { wholeUpTo } from '../arguments.ts'
import { createProgress } from '../progress.ts'

interface ExportFlags {
  readonly format?: ExportFormat
  readonly documents?: readonly string[]
  readonly list?: string
  readonly implementation?: string
  readonly lang: OutputLanguage
  readonly focus?: string
  readonly depth: number
  readonly json?: true
}

/** As many steps as reach everything that a reader would still look at. */
const MAX_DEPTH = 5

/** `zhengmai export <file>`: an archive, RDF, a graph or a table, beside a running service too. */
export const addExport: AddCommand = (program, runtime, done) => {
  const { terminal } = runtime
  const command = program
    .command('export')
    .description(
      '导出：档案 zip，RDF（jsonld、nquads），图（graphml、gexf），表（csv、xlsx、md），落实对照（加 html） export an archive, RDF, a graph, a table',
    )
    .argument('<file>', '写到这个文件；- 为标准输出')
    .option('--format <format>', `格式，默认按文件名：${EXPORT_FORMATS.join('、')}`, oneOf(EXPORT_FORMATS))
    .option('--documents <documents...>', '只导出这些文件：编号或文号')
    .option('--focus <id>', '图：这个节点的周围')
    .option('--depth <n>', `图：离它几步，1 至 ${MAX_DEPTH}`, wholeUpTo(MAX_DEPTH), 2)
    .option(
      '--implementation <upper>',
      '落实对照（csv、xlsx、md、html）：上位文件的编号或文号；--documents 为下位文件',
    )
    .option('--list <name>', `表：${LIST_NAMES.join('、')}`, oneOf(LIST_NAMES))
    .option('--lang <language>', '表头的语言 zh、en', oneOf(OUTPUT_LANGUAGES), 'zh' as OutputLanguage)
    .option('--json', '输出 JSON print JSON')
  const filters = allFilters()
  for (const { key, meaning } of filters) command.option(`--${toKebab(key)} <value>`, `列表筛选：${meaning}`)
  command.action(async (path: string, flags: ExportFlags & Readonly<Record<string, unknown>>) => {
    const progress = createProgress(terminal)
    const words = {
      path,
      format: flags.format ?? null,
      documents: flags.documents ?? [],
      list: flags.list ?? null,
      implementation: flags.implementation ?? null,
      filters: filterWords(filters, flags),
      language: flags.lang,
      focus: flags.focus ?? null,
      depth: flags.depth,
    }
    const outcome = await runtime.exportFile(words, progress.show).finally(progress.stop)
    if (path !== '-')
      terminal.out(flags.json === true ? `${JSON.stringify(outcome)}\n` : `${formatOutcome(outcome)}\n`)
    done(0)
  })
}

function filterWords(
  filters: readonly FilterSpec[],
  flags: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const given = filters.flatMap(({ key }): [string, string][] => {
    const value = flags[key]
    return typeof value === 'string' ? [[key, value]] : []
  })
  return Object.fromEntries(given)
}

function formatOutcome({ path, bytes, archive }: ExportOutcome): string {
  const written = `已导出 ${path}（${bytes} 字节）`
  if (archive === null) return written
  const { documents, vectors, links, reviews } = archive
  return `${written}\n文件 ${documents} 份，向量 ${vectors} 个，条款对应 ${links} 处，核对 ${reviews} 条`
}

/** `issuedFrom` → `issued-from`; commander turns it back. */
function toKebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function oneOf<T extends string>(values: readonly T[]): (value: string) => T {
  return (value) => {
    const found = values.find((each) => each === value)
    if (found === undefined) throw new InvalidArgumentError(`应为 ${values.join('、')} 之一`)
    return found
  }
}
