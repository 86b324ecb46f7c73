import { InvalidArgumentError } from 'commander'
import type { AddCommand } from '../addCommand.ts'
import type { Evaluation } from '../reviewWords.ts'

interface EvaluateFlags {
  readonly reviews?: true
  readonly json?: true
}

/** `zhengmai evaluate <labels>`: how well the links between clauses agree with people. */
export const addEvaluate: AddCommand = (program, { terminal, evaluate }) => {
  program
    .command('evaluate')
    .description('用人工标注或复核意见衡量条款对应 measure links against labels or reviews')
    .argument('[labels]', '标注文件（JSON）')
    .option('--reviews', '用已有的复核意见，只计复核过的条款对 use the reviews, counting judged pairs only')
    .option('--json', '输出 JSON print JSON')
    .action(async (labels: string | undefined, { reviews, json }: EvaluateFlags) => {
      if ((labels === undefined) === (reviews === undefined)) {
        throw new InvalidArgumentError('请给出标注文件或 --reviews，两者取一')
      }
      const figures = await evaluate({ labels: labels ?? null })
      terminal.out(json === true ? `${JSON.stringify(figures, null, 2)}\n` : formatEvaluation(figures))
    })
}

function formatEvaluation(figures: Evaluation): string {
  const share = (value: number | null) => (value === null ? '—' : value.toFixed(3))
  return [
    `条款 clauses ${figures.clauses}`,
    `首位命中 hit@1 ${share(figures.hit1)}`,
    `同一举措前三召回 grade-2 recall@3 ${share(figures.recall3)}`,
    `准确率 precision ${share(figures.precision)}`,
    `召回率 recall ${share(figures.recall)}`,
    `F1 ${share(figures.f1)}`,
    `应空而空 left empty rightly ${share(figures.leftEmpty)}`,
    '',
  ].join('\n')
}
