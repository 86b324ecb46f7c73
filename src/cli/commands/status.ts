import type { AddCommand } from '../addCommand.ts'
import { MODE_NAMES } from '../formatSearch.ts'
import type { InstallationStatus, WantedDocument } from '../runtime.ts'

/** `zhengmai status`: what is stored and whether semantic search is on. */
export const addStatus: AddCommand = (program, { terminal, status }) => {
  program
    .command('status')
    .description('数据与模型的状况 what is stored, which search is on')
    .option('--json', '输出 JSON print JSON')
    .action(async (flags: { json?: true }) => {
      const facts = await status()
      terminal.out(flags.json === true ? `${JSON.stringify(facts, null, 2)}\n` : formatStatus(facts))
    })
}

function formatStatus(facts: InstallationStatus): string {
  const model = facts.model === null ? '没有（只有关键词检索；可运行 model fetch）' : facts.model.id
  const span = facts.issuedFrom === null ? '' : `，成文 ${facts.issuedFrom} 至 ${facts.issuedUntil}`
  return [
    `政脉 ${facts.version}`,
    `存储：${facts.store.kind} ${facts.store.uri ?? facts.store.dataDir}`,
    `模型：${model}`,
    `检索方式：${MODE_NAMES[facts.searchMode]}`,
    `文件 ${facts.documents}（另有被引用而未收录的 ${facts.citedDocuments}）${span}`,
    `条款 ${facts.clauses}（有语义向量的 ${facts.embeddedClauses}）`,
    `机关 ${facts.agencies}，责任 ${facts.responsibilities}，引文 ${facts.citations}，目标 ${facts.targets}`,
    `地方：${facts.places.length === 0 ? '无' : facts.places.join('、')}`,
    ...formatWanted(facts.wanted),
    '',
  ].join('\n')
}

function formatWanted(wanted: readonly WantedDocument[]): string[] {
  if (wanted.length === 0) return []
  const lines = wanted.map(({ title, number, citations }) => {
    const name = title === '' ? (number ?? '') : `《${title}》${number === null ? '' : `（${number}）`}`
    return `  ${citations} 处引用　${name}`
  })
  return ['引用最多而未收录的文件：', ...lines]
}
