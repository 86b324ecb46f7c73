import type { Command } from 'commander'
import type { ReviewVerdict } from '../../domain/vocabulary.ts'
import type { AddCommand } from '../addCommand.ts'
import { readFirst } from '../arguments.ts'
import type { FoundReview, LinkToReview, ReviewQueue } from '../reviewWords.ts'
import type { CliRuntime } from '../runtime.ts'

const DEGREES = { SAME_MEASURE: '同一举措', SAME_TOPIC: '同一主题' } as const
const KINDS = { IMPLEMENTS: '落实', IMPLEMENTED_BY: '被落实', PARALLEL: '平行' } as const
const VERDICTS: Readonly<Record<ReviewVerdict, string>> = { CONFIRMED: '已确认', REJECTED: '已否定' }

/** `zhengmai review list|confirm|reject|withdraw`: what people find of links between clauses. */
export const addReview: AddCommand = (program, runtime) => {
  const group = program.command('review').description('复核条款之间的对应 review links between clauses')
  addList(group, runtime)
  addVerdict(group, runtime, 'confirm', 'CONFIRMED', '确认两个条款对应 two clauses correspond')
  addVerdict(group, runtime, 'reject', 'REJECTED', '否定两个条款的对应 two clauses do not correspond')
  group
    .command('withdraw')
    .description('撤回复核意见 take a finding back')
    .argument('<clause>', '条款编号')
    .argument('<other>', '另一份文件的条款编号')
    .action(async (clause: string, other: string) => {
      await runtime.withdrawReview(clause, other)
      runtime.terminal.out(`已撤回 ${clause} 与 ${other} 的复核意见\n`)
    })
}

interface ListFlags {
  readonly first: number
  readonly done?: true
  readonly json?: true
}

function addList(group: Command, { terminal, reviewQueue, reviews }: CliRuntime): void {
  group
    .command('list')
    .description('最需要复核的对应，最没有把握的在前 links to review, least certain first')
    .option('--first <n>', '最多几项，1 至 100', readFirst, 20)
    .option('--done', '列出已有的复核意见 what was found so far')
    .option('--json', '输出 JSON print JSON')
    .action(async ({ first, done, json }: ListFlags) => {
      const found = done === true ? await reviews() : await reviewQueue(first)
      const words = 'links' in found ? formatQueue(found) : formatReviews(found)
      terminal.out(json === true ? `${JSON.stringify(found, null, 2)}\n` : words)
    })
}

interface VerdictFlags {
  readonly note?: string
  readonly by?: string
  readonly json?: true
}

function addVerdict(
  group: Command,
  { terminal, review }: CliRuntime,
  name: string,
  verdict: ReviewVerdict,
  description: string,
): void {
  group
    .command(name)
    .description(description)
    .argument('<clause>', '条款编号')
    .argument('<other>', '另一份文件的条款编号')
    .option('--note <text>', '理由 why')
    .option('--by <name>', '复核人 who says so')
    .option('--json', '输出 JSON print JSON')
    .action(async (clause: string, other: string, { note, by, json }: VerdictFlags) => {
      const found = await review({ clause, other, verdict, note: note ?? null, by: by ?? null })
      terminal.out(json === true ? `${JSON.stringify(found, null, 2)}\n` : formatReview(found))
    })
}

function formatQueue({ total, links }: ReviewQueue): string {
  const lines = links.flatMap(formatLink)
  return `${[...lines, `未复核 ${total} 项，列出 ${links.length} 项`].join('\n')}\n`
}

function formatLink(
  { clause, other, kind, degree, score, certainty, evidence }: LinkToReview,
  index: number,
): string[] {
  const name = ({ reference, title }: LinkToReview['clause']) =>
    title === null ? reference : `${reference} ${title}`
  return [
    `${index + 1}. ${DEGREES[degree]}，${KINDS[kind]}，得分 ${score.toFixed(2)}，把握 ${certainty.toFixed(2)}`,
    `   ${name(clause)}`,
    `   ${name(other)}`,
    ...evidence.slice(0, 3).map((reason) => `   · ${reason}`),
    `   ${clause.id} ${other.id}`,
  ]
}

function formatReviews(reviews: readonly FoundReview[]): string {
  return reviews.length === 0 ? '还没有复核意见\n' : reviews.map(formatReview).join('')
}

function formatReview({ clauses, verdict, note, by, at }: FoundReview): string {
  const more = [by, note?.replaceAll(/\s+/gu, ' ')].filter((part) => part != null).join('：')
  return `${VERDICTS[verdict]} ${clauses.join(' ')} ${at}${more === '' ? '' : ` ${more}`}\n`
}
